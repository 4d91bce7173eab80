//! Running the checks over a roll, with what the store knows of the same people elsewhere.
use super::batch::{Batch, Rows};
use super::error::Failure;
use super::open::Session;
use super::open_drafts::OpenDrafts;
use crate::domain::checks::{self, CheckContext, OtherPayments, Roll};
use crate::domain::roll::{DraftRecord, Explanation, Line, RollKey, Totals};
use crate::domain::values::hash::Hash;
pub use crate::office::checked::{Checked, counts};
use crate::store::Reading;
use std::sync::{Arc, PoisonError};

impl Session {
    /// Checks a batch as it stands.
    ///
    /// # Errors
    /// The programme is unknown, or trouble with the store.
    pub fn check(&self, batch: &Batch) -> Result<Checked, Failure> {
        let rows = self.rows(batch)?;
        self.check_rows(batch, &rows)
    }

    pub(super) fn check_rows(&self, batch: &Batch, rows: &Rows) -> Result<Checked, Failure> {
        let reading = self.store.read()?;
        let drafts = self.open_drafts(&reading, &batch.draft)?;
        let place = drafts.places.get(&batch.draft.number).copied();
        let others = self.other_batches(&reading, batch.draft.subject, &drafts.rolls, place)?;
        self.checked(
            &batch.draft.key,
            &rows.lines,
            &rows.explanations,
            &batch.draft.entered_by,
            &others,
        )
    }

    /// The open drafts of the programme whose period overlaps: read once, for thousands of them may
    /// be checked in one act.
    fn open_drafts(
        &self,
        reading: &Reading,
        checked: &DraftRecord,
    ) -> Result<Arc<OpenDrafts>, Failure> {
        let beside = &checked.key;
        let wanted = (beside.programme.clone(), beside.period);
        // a panic while it was held left whole drafts in it
        let mut known = self.drafts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(drafts) = known.get(&wanted) {
            return Ok(Arc::clone(drafts));
        }
        let mut open = reading.unfounded_drafts()?;
        open.retain(|draft| {
            draft.key.programme == beside.programme && draft.key.period.overlaps(beside.period)
        });
        // a draft that stands alone is compared with nobody: its own lines are not read once more
        if let [only] = open.as_slice()
            && only.number == checked.number
        {
            return Ok(Arc::default());
        }
        let mut drafts = OpenDrafts::default();
        for draft in open {
            let key = draft.key.clone();
            let other = self.batch_of(reading, draft)?;
            let place = u32::try_from(drafts.places.len()).unwrap_or(u32::MAX);
            drafts.places.insert(other.draft.number, place);
            drafts.rolls.learn(&key, &self.rows(&other)?.lines);
        }
        let drafts = Arc::new(drafts);
        known.insert(wanted, Arc::clone(&drafts));
        Ok(drafts)
    }

    pub(super) fn checked(
        &self,
        key: &RollKey,
        lines: &[Line],
        explanations: &[Explanation],
        entered_by: &[Hash],
        others: &dyn OtherPayments,
    ) -> Result<Checked, Failure> {
        let programme = self
            .reference
            .programme(&key.programme, key.period.start())
            .ok_or(Failure::UnknownProgramme)?;
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
