//! 撤回公示: takes disclosures back while the batch stands. For privacy no list stays, whichever was
//! meant.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::by_entries;
use super::decision::{Remains, batch_door, into_batch, reason_blob};
use super::facts::Facts;
use super::field::{Field, FieldKind, REASON};
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use super::withdraw_batch::CLASS;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::DisclosureWithdrawn;
use crate::domain::text::sentence::Sentence;

/// What is taken back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawDisclosure {
    /// Which batch.
    pub batch: BatchRef,
    /// Which disclosure; `None` = all whose lists are shown.
    pub code: Option<Code>,
    /// The public class of the reason.
    pub class: WithdrawalReason,
    /// The office's words.
    pub reason: String,
}

impl Act for WithdrawDisclosure {
    const SPEC: Spec = Spec {
        fields: &[
            Field { needed: true, ..CLASS },
            REASON,
            Field::open("code", FieldKind::Listed, "", "cli-option-code").called("CODE"),
        ],
        private: None,
        doors: &[batch_door(
            &["batch", "withdraw-disclosure"],
            "cli-help-batch-withdraw-disclosure",
        )],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let class = values.needed_choice("class", WithdrawalReason::parse)?;
        let reason = values.needed("reason")?;
        let code = values.choice("code", Code::parse)?;
        Ok(Self { batch: target.batch(), code, class, reason })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::WithdrawDisclosure, &batch, None)?;
        let meant = batch.dossier.withdrawn_with(self.code.as_ref(), self.class);
        let mut remains = Remains::of(facts, meant)?;
        let reason = reason_blob(facts, &self.reason)?;
        let body = DisclosureWithdrawn {
            lists: remains.lists,
            class: self.class,
            reason: reason.hash(),
            on: facts.today(),
        };
        remains.blobs.push(reason);
        Ok(into_batch(&batch, body, remains.blobs)?)
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        Outcome::new(Sentence::plain("runtime-disclosure-withdrawn"), done)
    }
}
