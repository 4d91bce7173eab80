//! Running the checks over a roll, with what the store knows of the same people elsewhere.
use super::batch::{Batch, Rows};
use super::error::DeskError;
use super::open::Desk;
use super::siblings::Siblings;
use crate::domain::checks::{Elsewhere, OtherPayment, Roll, Surroundings, run};
use crate::domain::finding::{Finding, Level};
use crate::domain::journal::{FindingCount, Subject};
use crate::domain::period::Period;
use crate::domain::roll::{Explanation, Line, RollKey, Totals, open_findings};
use crate::store::{CardHolders, Found, Posting, Reading, programme_mark};
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

/// What a check asks of other batches: those submitted, and open drafts beside the one looked at.
pub(super) struct OtherBatches<'a> {
    reading: &'a Reading,
    own: Option<Subject>,
    cards: Option<&'a CardHolders>,
    siblings: &'a Siblings,
}

impl Elsewhere for OtherBatches<'_> {
    fn is_empty(&self) -> bool {
        self.cards.is_none() && self.siblings.is_empty()
    }

    fn payment_of(&self, id: &str, programme: &str, period: Period) -> Option<OtherPayment> {
        self.stored_payment(id, programme, period).or_else(|| self.siblings.payment(id, programme, period))
    }

    fn other_payee_of(&self, card: &str, payee: &str) -> Option<String> {
        let stored = self.cards.and_then(|cards| cards.payee_of(card)).filter(|known| *known != payee);
        match stored {
            Some(known) => Some(self.batch_paying(known).unwrap_or_default()),
            None => self.siblings.other_payee(card, payee),
        }
    }
}

impl OtherBatches<'_> {
    /// Only what is a finding is opened.
    fn stored_payment(&self, id: &str, programme: &str, period: Period) -> Option<OtherPayment> {
        self.cards?;
        let mark = programme_mark(programme);
        let is_meant =
            |posting: &Posting| posting.programme == mark && Some(posting.subject) != self.own && posting.period.overlaps(period);
        let mut others = self.reading.postings(id).unwrap_or_default().into_iter().filter(is_meant);
        others.find_map(|posting| {
            let dossier = self.reading.dossier(&posting.subject).ok()?;
            Some(OtherPayment { batch: dossier.label, division: dossier.key?.division, period: posting.period })
        })
    }

    /// A batch with a line of this person, other than the roll's own.
    fn batch_paying(&self, id: &str) -> Option<String> {
        let postings = self.reading.postings(id).ok()?;
        let other = postings.iter().find(|posting| Some(posting.subject) != self.own)?;
        Some(self.reading.dossier(&other.subject).ok()?.label)
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
        let siblings = self.drafts_beside(&reading, batch)?;
        let elsewhere = self.elsewhere(&reading, batch.draft.subject, &siblings)?;
        self.checked(&batch.draft.key, &rows.lines, &rows.explanations, &elsewhere)
    }

    /// Other open drafts of the programme whose period overlaps.
    fn drafts_beside(&self, reading: &Reading, batch: &Batch) -> Result<Siblings, DeskError> {
        let own = &batch.draft;
        let mut siblings = Siblings::default();
        for draft in reading.unfounded_drafts()? {
            let beside = draft.number != own.number;
            if beside && draft.key.programme == own.key.programme && draft.key.period.overlaps(own.key.period) {
                let key = draft.key.clone();
                let other = self.batch_of(reading, draft)?;
                siblings.learn(&key, &self.rows(&other)?.lines);
            }
        }
        Ok(siblings)
    }

    pub(super) fn elsewhere<'a>(
        &'a self,
        reading: &'a Reading,
        own: Option<Subject>,
        siblings: &'a Siblings,
    ) -> Result<OtherBatches<'a>, DeskError> {
        let cards = if reading.knows_nobody()? { None } else { Some(self.card_holders(reading)?) };
        Ok(OtherBatches { reading, own, cards, siblings })
    }

    /// Read once and kept until an act changes what is known.
    fn card_holders(&self, reading: &Reading) -> Result<&CardHolders, DeskError> {
        if let Some(known) = self.cards.get() {
            return Ok(known);
        }
        let read = reading.card_holders()?;
        Ok(self.cards.get_or_init(|| read))
    }

    pub(super) fn checked(
        &self,
        key: &RollKey,
        lines: &[Line],
        explanations: &[Explanation],
        elsewhere: &dyn Elsewhere,
    ) -> Result<Checked, DeskError> {
        let programme = self.reference.programme(&key.programme, key.period.start()).ok_or(DeskError::UnknownProgramme)?;
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
