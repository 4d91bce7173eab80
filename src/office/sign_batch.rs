//! 签发: the second step, where the policy has two.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::{by_entries, by_rows};
use super::decision::{batch_door, into_batch, plain, users_in};
use super::facts::Facts;
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::journal::Signed;
use crate::domain::text::sentence::Sentence;

/// Which batch is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignBatch {
    /// Which batch.
    pub batch: BatchRef,
}

impl Act for SignBatch {
    const SPEC: Spec = plain(&[batch_door(&["batch", "sign"], "cli-help-batch-sign")]);

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batch: target.batch() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Sign, &batch, None)?;
        let rows = batch.dossier.rows().ok_or(Refusal::NotReviewed)?;
        by_rows(facts, ActName::Sign, &batch, &users_in(facts, rows)?)?;
        Ok(into_batch(&batch, Signed { rows, rules: facts.rules() }, Vec::new())?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-signed"), done)
    }
}
