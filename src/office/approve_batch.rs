//! 审核: the township approves the submitted rows; where the county wants two steps, 签发 follows.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::{by_entries, by_rows};
use super::decision::{batch_door, into_batch, plain, users_in};
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::journal::Approved;
use crate::domain::text::sentence::Sentence;

/// Which rows are approved: those handed in last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApproveBatch {
    /// Which batch.
    pub batch: BatchRef,
}

impl Act for ApproveBatch {
    const SPEC: Spec = plain(&[batch_door(&["batch", "approve"], "cli-help-batch-approve")]);

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batch: target.batch() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Approve, &batch, None)?;
        let rows = batch.dossier.rows().ok_or(Refusal::NotSubmitted)?;
        by_rows(facts, ActName::Approve, &batch, &users_in(facts, rows)?)?;
        Ok(into_batch(&batch, Approved { rows, rules: facts.rules() }, Vec::new())?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let count = done.folded.len();
        Outcome::new(Sentence::plain("runtime-approved").with("count", count), done)
    }
}
