//! 退回: the township sends a batch back, with the reason and the rows meant.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::{batch_door, into_batch, reason_blob};
use super::facts::Facts;
use super::field::{Field, FieldKind, REASON};
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::journal::Returned;
use crate::domain::text::sentence::Sentence;

/// What is sent back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturnBatch {
    /// Which batch.
    pub batch: BatchRef,
    /// Why.
    pub reason: String,
    /// The lines meant; may be empty.
    pub lines: Vec<u32>,
}

impl Act for ReturnBatch {
    const SPEC: Spec = Spec {
        fields: &[
            REASON,
            Field::open("lines", FieldKind::Rows, "app-field-rows", "cli-option-lines"),
        ],
        private: None,
        doors: &[batch_door(&["batch", "return"], "cli-help-batch-return")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let reason = values.needed("reason")?;
        Ok(Self { batch: target.batch(), reason, lines: values.rows("lines")? })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Return, &batch, None)?;
        let rows = batch.dossier.rows().ok_or(Refusal::NotSubmitted)?;
        let reason = reason_blob(facts, &self.reason)?;
        let body = Returned { rows, reason: reason.hash(), lines: self.lines.clone() };
        Ok(into_batch(&batch, body, vec![reason])?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-returned"), done)
    }
}
