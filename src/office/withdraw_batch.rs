//! 撤回: takes the submission and all live disclosures back.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::{Remains, batch_door, into_batch, reason_blob};
use super::facts::Facts;
use super::field::{Field, FieldKind, REASON};
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::Withdrawn;
use crate::domain::text::sentence::Sentence;

/// What is taken back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawBatch {
    /// Which batch.
    pub batch: BatchRef,
    /// Why, in the office's words.
    pub reason: String,
    /// What the public may know of it.
    pub class: WithdrawalReason,
}

/// The class of the reason, which becomes public.
pub(super) const CLASS: Field = Field::open(
    "class",
    FieldKind::Choice(WithdrawalReason::CHOICES),
    "app-field-class",
    "cli-option-class",
);

impl Act for WithdrawBatch {
    const SPEC: Spec = Spec {
        fields: &[REASON, CLASS],
        private: None,
        doors: &[batch_door(&["batch", "withdraw"], "cli-help-batch-withdraw")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let reason = values.needed("reason")?;
        let class = values.choice("class", WithdrawalReason::parse)?.unwrap_or_default();
        Ok(Self { batch: target.batch(), reason, class })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Withdraw, &batch, None)?;
        let mut remains = Remains::of(facts, batch.dossier.withdrawn_with_batch(self.class))?;
        let reason = reason_blob(facts, &self.reason)?;
        let body = Withdrawn { reason: reason.hash(), class: self.class, lists: remains.lists };
        remains.blobs.push(reason);
        Ok(into_batch(&batch, body, remains.blobs)?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-withdrawn"), done)
    }
}
