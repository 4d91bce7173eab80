//! Running the checks over a roll, with what the store knows of the same people elsewhere.
use super::batch::{Batch, Rows};
use super::error::DeskError;
use super::open::Desk;
use super::sibling_rolls::SiblingRolls;
use crate::domain::checks::{self, CheckContext, OtherPayments, Roll};
use crate::domain::roll::{Explanation, Line, RollKey, Totals};
use crate::domain::values::hash::Hash;
pub use crate::office::checked::{Checked, counts, finding_counts};
use crate::store::Reading;

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
