//! 丢弃草稿: a draft on which no official act rests is thrown away.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::{batch_door, plain};
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::text::sentence::Sentence;

/// Which draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscardDraft {
    /// Which draft.
    pub batch: BatchRef,
}

impl Act for DiscardDraft {
    const SPEC: Spec = plain(&[Door {
        json: "cli-json-batch-discard",
        ..batch_door(&["batch", "discard"], "cli-help-batch-discard")
    }]);

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batch: target.batch() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Discard, &batch, None)?;
        Ok(Plan::Discard(batch.draft.number))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-discarded"), done)
    }
}
