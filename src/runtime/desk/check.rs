//! Running the checks over a roll, with what the store knows of the same people elsewhere.
use super::batch::{Batch, Rows};
use super::error::DeskError;
use super::open::Desk;
use super::sibling_rolls::SiblingRolls;
use crate::domain::checks::{self, CheckContext, CheckReport, OtherPayments, Roll};
use crate::domain::journal::FindingCount;
use crate::domain::roll::finding::{Finding, Level};
use crate::domain::roll::{Explanation, Line, RollKey, Totals, open_findings};
use crate::domain::values::hash::Hash;
use crate::store::{Found, Reading};
use std::collections::BTreeMap;

/// What the checks found in a roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// All findings, by line.
    pub findings: Vec<Finding>,
    /// What each check says of itself.
    pub report: Vec<CheckReport>,
    /// Counts and sums.
    pub totals: Totals,
    /// How many findings of each kind stand.
    pub found: Found,
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
        let others = self.other_batches(&reading, batch.draft.subject, &siblings)?;
        self.checked(
            &batch.draft.key,
            &rows.lines,
            &rows.explanations,
            &batch.draft.entered_by,
            &others,
        )
    }

    /// Other open drafts of the programme whose period overlaps.
    fn drafts_beside(&self, reading: &Reading, batch: &Batch) -> Result<SiblingRolls, DeskError> {
        let own = &batch.draft;
        let mut siblings = SiblingRolls::default();
        for draft in reading.unfounded_drafts()? {
            let beside = draft.number != own.number;
            if beside
                && draft.key.programme == own.key.programme
                && draft.key.period.overlaps(own.key.period)
            {
                let key = draft.key.clone();
                let other = self.batch_of(reading, draft)?;
                siblings.learn(&key, &self.rows(&other)?.lines);
            }
        }
        Ok(siblings)
    }

    pub(super) fn checked(
        &self,
        key: &RollKey,
        lines: &[Line],
        explanations: &[Explanation],
        entered_by: &[Hash],
        others: &dyn OtherPayments,
    ) -> Result<Checked, DeskError> {
        let programme = self
            .reference
            .programme(&key.programme, key.period.start())
            .ok_or(DeskError::UnknownProgramme)?;
        let hasher = self.data_key.person_hasher();
        let hash = |id: &str| hasher.hash(id);
        let alone = CheckContext::alone(programme, &self.reference, self.now().date());
        let around = CheckContext {
            other_payments: others,
            lists: self.cross_lists()?,
            hash: Some(&hash),
            entered_by,
            ..alone
        };
        let checks::Checked { findings, report } = checks::run(&Roll { key, lines }, &around)?;
        let found = counts(&findings, explanations);
        Ok(Checked { findings, report, totals: Totals::of(lines), found })
    }
}

pub(super) fn counts(findings: &[Finding], explanations: &[Explanation]) -> Found {
    let of = |level| {
        u32::try_from(findings.iter().filter(|finding| finding.level == level).count())
            .unwrap_or(u32::MAX)
    };
    let unexplained =
        u32::try_from(open_findings(findings, explanations).len()).unwrap_or(u32::MAX);
    Found {
        block: of(Level::Block),
        unexplained,
        explained: of(Level::Explain).saturating_sub(unexplained),
        inform: of(Level::Inform),
    }
}

/// What the submission's entry says of the findings: counts only.
pub(super) fn finding_counts(
    findings: &[Finding],
    explanations: &[Explanation],
) -> Vec<FindingCount> {
    let open = open_findings(findings, explanations);
    let mut counts: BTreeMap<_, (u32, u32)> = BTreeMap::new();
    for finding in findings {
        let (count, unexplained) = counts.entry((finding.check, finding.level)).or_default();
        *count = count.saturating_add(1);
        *unexplained = unexplained.saturating_add(u32::from(open.contains(&finding)));
    }
    counts
        .into_iter()
        .map(|((check, level), (count, open))| FindingCount { check, level, count, open })
        .collect()
}
