//! 取消送审: the clerk takes the submission back before the next session has acted; the notice stays.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::{batch_door, into_batch, plain};
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::journal::Unsubmitted;
use crate::domain::text::sentence::Sentence;

/// Which submission is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsubmitBatch {
    /// Which batch.
    pub batch: BatchRef,
}

impl Act for UnsubmitBatch {
    const SPEC: Spec = plain(&[batch_door(&["batch", "unsubmit"], "cli-help-batch-unsubmit")]);

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batch: target.batch() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Unsubmit, &batch, None)?;
        let rows = batch.dossier.rows().ok_or(Refusal::NothingThere)?;
        Ok(into_batch(&batch, Unsubmitted { rows }, Vec::new())?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-unsubmitted"), done)
    }
}
