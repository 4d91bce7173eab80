//! Mending a draft: each change is one durable write, and undo removes the last change from the
//! list.
use super::batch::{Batch, Rows};
use super::error::Failure;
use super::open::Session;
use crate::domain::roll::{DraftRecord, Edit, apply};
use crate::store::StoreError;

impl Session {
    /// Makes one change; gives the draft as it stands then.
    ///
    /// # Errors
    /// A value that cannot stand there; trouble with the store.
    pub(super) fn change_draft(
        &mut self,
        batch: &Batch,
        edit: &Edit,
    ) -> Result<DraftRecord, Failure> {
        let reading = self.store.read()?;
        let (base, mut edits) = reading.draft_rows(&batch.draft)?;
        let computed = self.is_computed(batch);
        edit.check(&apply(&base, &edits, computed).lines)?;
        edits.push(edit.clone());
        let after = apply(&base, &edits, computed);
        let checked =
            self.check_rows(batch, &Rows { lines: after.lines, explanations: after.explanations })?;
        drop(reading);
        let by = self.user.body.person;
        let draft = self.store.edit(
            batch.draft.number,
            edit,
            by,
            (checked.totals, checked.found),
            self.now(),
        )?;
        self.forget_drafts();
        Ok(draft)
    }

    /// Number for [`Edit::Insert`]: one more than any line ever had.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn next_line(&self, batch: &Batch) -> Result<u32, Failure> {
        let (base, edits) = self.store.read()?.draft_rows(&batch.draft)?;
        let inserted = edits
            .iter()
            .filter_map(|edit| if let Edit::Insert { line } = edit { Some(*line) } else { None });
        Ok(base.iter().map(|line| line.no).chain(inserted).max().unwrap_or(0).saturating_add(1))
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] if there is none.
    pub(super) fn take_change_back(&mut self, batch: &Batch) -> Result<DraftRecord, Failure> {
        let (base, mut edits) = self.store.read()?.draft_rows(&batch.draft)?;
        edits.pop().ok_or(StoreError::Unknown)?;
        let after = apply(&base, &edits, self.is_computed(batch));
        let checked =
            self.check_rows(batch, &Rows { lines: after.lines, explanations: after.explanations })?;
        let (draft, _) =
            self.store.undo(batch.draft.number, (checked.totals, checked.found), self.now())?;
        self.forget_drafts();
        Ok(draft)
    }
}
