//! Running the checks over a roll, with what the store knows of the same people elsewhere.
use super::batch::{Batch, Rows};
use super::error::DeskError;
use super::open::Desk;
use crate::domain::checks::{Elsewhere, OtherPayment, Roll, Surroundings, run};
use crate::domain::finding::{Finding, Level};
use crate::domain::journal::{FindingCount, Subject};
use crate::domain::roll::{Explanation, Line, RollKey, Totals, open_findings};
use crate::store::{Found, Reading, programme_mark};
use std::collections::BTreeMap;

/// What the checks found in a roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// All findings, by line.
    pub findings: Vec<Finding>,
    /// Counts and sums.
    pub totals: Totals,
    /// How many findings of each kind stand.
    pub found: Found,
}

/// The store, asked about other batches.
pub(super) struct OtherBatches<'a> {
    reading: &'a Reading,
    own: Option<Subject>,
    programme: String,
    mark: [u8; 4],
    empty: bool,
}

impl<'a> OtherBatches<'a> {
    pub(super) fn new(reading: &'a Reading, own: Option<Subject>, programme: &str) -> Result<Self, DeskError> {
        let empty = reading.knows_nobody()?;
        Ok(Self { reading, own, programme: programme.to_owned(), mark: programme_mark(programme), empty })
    }
}

impl Elsewhere for OtherBatches<'_> {
    fn is_empty(&self) -> bool {
        self.empty
    }

    fn payments_of(&self, id: &str) -> Vec<OtherPayment> {
        // only the same programme can be a finding here, so the others need not be opened
        let postings = self.reading.postings(id).unwrap_or_default();
        let others = postings.into_iter().filter(|posting| posting.programme == self.mark && Some(posting.subject) != self.own);
        let payment = |posting: crate::store::Posting| {
            let dossier = self.reading.dossier(&posting.subject).ok()?;
            let division = dossier.key?.division;
            Some(OtherPayment { batch: dossier.label, programme: self.programme.clone(), division, period: posting.period })
        };
        others.filter_map(payment).collect()
    }
}

impl Desk {
    /// Checks a batch as it stands.
    ///
    /// # Errors
    /// The programme is unknown, or trouble with the store.
    pub fn check(&self, batch: &Batch) -> Result<Checked, DeskError> {
        let rows = self.rows(batch)?;
        self.check_rows(batch, &rows)
    }

    pub(super) fn check_rows(&self, batch: &Batch, rows: &Rows) -> Result<Checked, DeskError> {
        let reading = self.store.read()?;
        let elsewhere = OtherBatches::new(&reading, batch.draft.subject, &batch.draft.key.programme)?;
        self.checked(&batch.draft.key, &rows.lines, &rows.explanations, &elsewhere)
    }

    pub(super) fn checked(
        &self,
        key: &RollKey,
        lines: &[Line],
        explanations: &[Explanation],
        elsewhere: &dyn Elsewhere,
    ) -> Result<Checked, DeskError> {
        let programme = self.reference.programme(&key.programme).ok_or(DeskError::UnknownProgramme)?;
        let around = Surroundings { programme, reference: &self.reference, today: self.now().date(), elsewhere };
        let findings = run(&Roll { key, lines }, &around);
        let found = counts(&findings, explanations);
        Ok(Checked { findings, totals: Totals::of(lines), found })
    }
}

pub(super) fn counts(findings: &[Finding], explanations: &[Explanation]) -> Found {
    let of = |level| u32::try_from(findings.iter().filter(|finding| finding.level == level).count()).unwrap_or(u32::MAX);
    let unexplained = u32::try_from(open_findings(findings, explanations).len()).unwrap_or(u32::MAX);
    Found { block: of(Level::Block), unexplained, explained: of(Level::Explain).saturating_sub(unexplained), inform: of(Level::Inform) }
}

/// What the submission's entry says of the findings: counts only.
pub(super) fn finding_counts(findings: &[Finding], explanations: &[Explanation]) -> Vec<FindingCount> {
    let open = open_findings(findings, explanations);
    let mut counts: BTreeMap<_, (u32, u32)> = BTreeMap::new();
    for finding in findings {
        let (count, unexplained) = counts.entry((finding.check, finding.level)).or_default();
        *count = count.saturating_add(1);
        *unexplained = unexplained.saturating_add(u32::from(open.contains(&finding)));
    }
    counts.into_iter().map(|((check, level), (count, open))| FindingCount { check, level, count, open }).collect()
}
