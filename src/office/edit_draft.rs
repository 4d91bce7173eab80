//! 改一格: one change of a draft; each is one small durable write.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::plain;
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::people::user::Role;
use crate::domain::roll::Edit;
use crate::domain::text::sentence::Sentence;

/// Which draft, and what changes in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditDraft {
    /// Which draft.
    pub batch: BatchRef,
    /// The change.
    pub edit: DraftEdit,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftEdit {
    /// A cell, a line, a reason.
    Do(Edit),
    /// A new empty line at the end.
    Append,
    /// The last change goes.
    Undo,
}

impl Act for EditDraft {
    // the sheet and `batch edit` make the change themselves: a cell is no form
    const SPEC: Spec = plain(&[]);

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batch: target.batch(), edit: DraftEdit::Undo })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Edit, &batch, None)?;
        let number = batch.draft.number;
        Ok(match &self.edit {
            DraftEdit::Do(edit) => Plan::Edit { number, edit: edit.clone() },
            DraftEdit::Append => {
                Plan::Edit { number, edit: Edit::Insert { line: facts.next_line(number)? } }
            }
            DraftEdit::Undo => Plan::Undo(number),
        })
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-edited"), done)
    }
}

/// Drafts are the clerk's.
pub(super) fn clerks_only<F: Facts>(facts: &F) -> Result<(), Refusal> {
    if facts.author().roles.has(Role::Clerk) { Ok(()) } else { Err(Refusal::Role(Role::Clerk)) }
}
