//! 更正批次: a roll that corrects lines of a batch that is with the finance bureau, copied from what
//! was paid.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, PlannedDraft, Spec};
use super::allowed::by_entries;
use super::decision::batch_door;
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::target::{BatchRef, Target};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::roll::{BatchKind, RollKey};
use crate::domain::text::sentence::Sentence;

/// Which lines of which batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectBatch {
    /// Which batch.
    pub batch: BatchRef,
    /// Which lines.
    pub lines: Vec<u32>,
}

impl Act for CorrectBatch {
    const SPEC: Spec = Spec {
        fields: &[Field::needed("lines", FieldKind::Rows, "app-field-rows", "cli-option-lines")],
        private: None,
        doors: &[batch_door(&["batch", "correct"], "cli-help-batch-correct")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        values.needed("lines")?;
        Ok(Self { batch: target.batch(), lines: values.rows("lines")? })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let batch = facts.seen_batch(&self.batch)?;
        by_entries(facts, ActName::Correct, &batch, None)?;
        let corrected = batch.draft.subject.zip(batch.dossier.pay_list());
        let (subject, paid) = corrected.ok_or(Refusal::NothingToCorrect)?;
        let mut lines = facts.lines(paid.rows)?;
        lines.retain(|line| self.lines.contains(&line.no));
        if lines.is_empty() {
            return Err(Refusal::Empty.into());
        }
        let key = RollKey { kind: BatchKind::Correction(subject), ..batch.draft.key.clone() };
        Ok(Plan::Draft(Box::new(PlannedDraft { key, lines, source: batch.name() })))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let lines = done.draft.as_ref().map_or(0, |draft| draft.totals.lines);
        let sentence = Sentence::plain("runtime-correction-made").with("lines", lines);
        Outcome {
            draft: done.draft.as_ref().map(|draft| draft.number),
            ..Outcome::new(sentence, done)
        }
    }
}
