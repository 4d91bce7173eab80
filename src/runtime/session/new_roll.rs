//! Beginning a draft from lines in memory.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use super::sibling_rolls::SiblingRolls;
use crate::domain::journal::NewBlob;
use crate::domain::roll::{Line, RollKey};
use crate::runtime::entropy::salt;
use crate::store::{NewDraft, rows};

impl Session {
    pub(super) fn start_draft(
        &mut self,
        key: RollKey,
        lines: &[Line],
        source: &str,
    ) -> Result<Batch, Failure> {
        let reading = self.store.read()?;
        let siblings = SiblingRolls::<()>::default();
        let others = self.other_batches(&reading, None, &siblings, None)?;
        let checked = self.checked(&key, lines, &[], &[self.user.body.person], &others)?;
        drop(reading);
        let rows = NewBlob::new(salt()?, rows::to_content(lines)?);
        let entered_by = self.user.body.person;
        let source = source.to_owned();
        let totals = checked.totals;
        let found = checked.found;
        let new = NewDraft { key, rows, totals, found, entered_by, source };
        let draft = self.store.new_draft(new, self.now())?;
        self.forget_drafts();
        self.batch_of(&self.store.read()?, draft)
    }
}
