//! 下架: takes down the batch's lists whose public time is over; their pages stay.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::{Remains, into_batch, plain};
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::retention;
use crate::domain::journal::ListsEnded;
use crate::domain::text::sentence::Sentence;

/// Of which batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndLists {
    /// Which batch.
    pub batch: BatchRef,
}

impl Act for EndLists {
    // `lists end` does it for every batch that is due
    const SPEC: Spec = plain(&[]);

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batch: target.batch() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::EndLists, &batch, None)?;
        let on = facts.today();
        let due = retention::lists_due(&batch.dossier, on);
        let meant = due.iter().filter_map(|code| batch.dossier.disclosure(code));
        let remains = Remains::of(facts, meant)?;
        let body = ListsEnded { lists: remains.lists, on };
        Ok(into_batch(&batch, body, remains.blobs)?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-lists-ended"), done)
    }
}
