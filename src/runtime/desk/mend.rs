//! Mending a draft: each change is one durable write, and undo is the list itself.
use super::batch::{Batch, Rows};
use super::check::Checked;
use super::error::DeskError;
use super::open::Desk;
use super::siblings::Siblings;
use crate::domain::period::Period;
use crate::domain::roll::{Edit, Line, RollKey, Totals, apply};
use crate::domain::user::Role;
use crate::runtime::entropy::salt;
use crate::store::{Found, NewDraft, StoreError, rows};

impl Desk {
    /// Makes one change; gives the batch as it stands then, and what the checks say.
    ///
    /// # Errors
    /// A value that cannot stand there, or a batch that the township has.
    pub fn edit(&mut self, batch: &Batch, edit: &Edit) -> Result<(Batch, Checked), DeskError> {
        self.needs(Role::Clerk)?;
        let reading = self.store.read()?;
        let (base, mut edits) = reading.draft_rows(&batch.draft)?;
        let computed = self.is_computed(batch);
        edit.check(&apply(&base, &edits, computed).lines)?;
        edits.push(edit.clone());
        let after = apply(&base, &edits, computed);
        let checked = self.check_rows(batch, &Rows { lines: after.lines, explanations: after.explanations })?;
        drop(reading);
        let by = self.user.said.person;
        let draft = self.store.edit(batch.draft.number, edit, by, (checked.totals, checked.found), self.now())?;
        Ok((self.batch_of(&self.store.read()?, draft)?, checked))
    }

    /// Number for [`Edit::Insert`]: one more than any line ever had.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn next_line(&self, batch: &Batch) -> Result<u32, DeskError> {
        let (base, edits) = self.store.read()?.draft_rows(&batch.draft)?;
        let inserted = edits.iter().filter_map(|edit| if let Edit::Insert { line } = edit { Some(*line) } else { None });
        Ok(base.iter().map(|line| line.no).chain(inserted).max().unwrap_or(0).saturating_add(1))
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] if there is none.
    pub fn undo(&mut self, batch: &Batch) -> Result<(Batch, Checked), DeskError> {
        self.needs(Role::Clerk)?;
        let (base, mut edits) = self.store.read()?.draft_rows(&batch.draft)?;
        edits.pop().ok_or(StoreError::Unknown)?;
        let after = apply(&base, &edits, self.is_computed(batch));
        let checked = self.check_rows(batch, &Rows { lines: after.lines, explanations: after.explanations })?;
        let (draft, _) = self.store.undo(batch.draft.number, (checked.totals, checked.found), self.now())?;
        Ok((self.batch_of(&self.store.read()?, draft)?, checked))
    }

    /// A draft for `period` from the rows of an earlier batch: last season's roll is the usual beginning.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`].
    pub fn new_from(&mut self, batch: &Batch, period: Period) -> Result<Batch, DeskError> {
        let source = batch.name();
        let lines: Vec<Line> = self.rows(batch)?.lines.into_iter().map(renewed).collect();
        self.start_draft(RollKey { period, ..batch.draft.key.clone() }, &lines, &source)
    }

    fn start_draft(&mut self, key: RollKey, lines: &[Line], source: &str) -> Result<Batch, DeskError> {
        self.needs(Role::Clerk)?;
        let reading = self.store.read()?;
        let siblings = Siblings::default();
        let elsewhere = self.elsewhere(&reading, None, &siblings)?;
        let checked = self.checked(&key, lines, &[], &[self.user.said.person], &elsewhere)?;
        drop(reading);
        let rows = crate::domain::journal::NewBlob::new(salt()?, rows::to_content(lines));
        let (entered_by, source) = (self.user.said.person, source.to_owned());
        let (totals, found): (Totals, Found) = (checked.totals, checked.found);
        let draft = self.store.new_draft(NewDraft { key, rows, totals, found, entered_by, source }, self.now())?;
        self.batch_of(&self.store.read()?, draft)
    }

    /// Throws a draft away that no official act rests on.
    ///
    /// # Errors
    /// The batch was published or submitted.
    pub fn discard(&mut self, batch: &Batch) -> Result<(), DeskError> {
        self.needs(Role::Clerk)?;
        Ok(self.store.discard_draft(batch.draft.number)?)
    }
}

/// A line as the next period begins with it: without what belonged to the last payment.
fn renewed(mut line: Line) -> Line {
    line.paid_on = None;
    line.source_row = 0;
    line
}
