//! 送审: rolls are handed to the township, all or none in one act.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::{by_entries, by_rows};
use super::batch::{Batch, Rows};
use super::checked::finding_counts;
use super::facts::Facts;
use super::running_number::label;
use super::same_list::shows_same_list;
use super::target::{BatchRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::dossier::row_rules::RowFacts;
use crate::domain::journal::{NewBlob, NewEntry, ReviewSteps, Submitted};
use crate::domain::reference::Reference;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::{DraftChange, Edit};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// What is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmitBatches {
    /// Which batches.
    pub batches: Vec<BatchRef>,
}

impl Act for SubmitBatches {
    const SPEC: Spec = Spec {
        fields: &[],
        private: None,
        doors: &[Door::new(
            &["batch", "submit"],
            TargetKind::Batches,
            "cli-help-batch-submit",
            "cli-json-acts",
        )],
    };

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batches: target.batches() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let mut entries = Vec::with_capacity(self.batches.len());
        let mut new = 0;
        for named in &self.batches {
            let batch = facts.seen_batch(named)?;
            entries.push(submission(facts, &batch, new)?);
            new += u32::from(batch.dossier.label().is_none());
        }
        Ok(Plan::Entries(entries))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let count = done.folded.len();
        Outcome::new(Sentence::plain("runtime-submitted").with("count", count), done)
    }
}

/// One batch's entry; `ahead` other new batches stand before it in the same act.
fn submission<F: Facts>(facts: &F, batch: &Batch, ahead: u32) -> Result<NewEntry, F::Error> {
    by_entries(facts, ActName::Submit, batch, None)?;
    let rows = facts.rows(batch)?;
    let today = facts.today();
    let reference = facts.reference();
    let programme = reference.programme(&batch.draft.key.programme, today);
    let when = programme.ok_or(Refusal::UnknownProgramme)?.notice.when;
    let checked = facts.checked(batch, &rows)?;
    let content = facts.rows_blob(&rows.lines)?;
    let reasons = reasons_blob(facts, &rows)?;
    let notice = batch.dossier.live_notice().filter(|_| when == NoticeTime::BeforeSubmission);
    let matches = match notice {
        Some(disclosed) => shows_same_list(facts, batch, &rows.lines, disclosed)?,
        None => false,
    };
    let body = Submitted {
        key: batch.draft.key.clone(),
        label: label(facts, batch, ahead)?,
        rows: content.hash(),
        totals: checked.totals,
        findings: finding_counts(&checked.findings, &rows.explanations),
        reasons: reasons.as_ref().map(NewBlob::hash),
        entered_by: batch.draft.entered_by.clone(),
        when,
        notice: notice.map(|disclosed| disclosed.entry),
        steps: steps(reference, today),
        rules: facts.rules(),
    };
    let found = RowFacts {
        lines: Some(checked.totals.lines),
        findings: Some((checked.found.block, checked.found.unexplained)),
        shows_notice: Some(matches),
        ..RowFacts::default()
    };
    by_rows(facts, ActName::Submit, batch, &found)?;
    let kept = rows.explanations.iter().map(|given| Edit::Explain {
        check: given.check,
        lines: given.lines.clone(),
        reason: given.reason.clone(),
    });
    let change = DraftChange {
        number: batch.draft.number,
        base: Some(content.hash()),
        kept: kept.collect(),
    };
    let hash = content.hash();
    let blobs = std::iter::once(content).chain(reasons).collect();
    let entry = NewEntry::new(batch.target(), batch.dossier.heads.clone(), body, blobs);
    Ok(NewEntry { draft: Some(change), rows: Some((hash, rows.lines.into())), ..entry })
}

/// One step or two, by the policy of the day.
#[must_use]
pub fn steps(reference: &Reference, day: Date) -> ReviewSteps {
    if reference.policy(PolicyKey::ReviewSteps, day) == 2 {
        ReviewSteps::Two
    } else {
        ReviewSteps::One
    }
}

fn reasons_blob<F: Facts>(facts: &F, rows: &Rows) -> Result<Option<NewBlob>, F::Error> {
    if rows.explanations.is_empty() {
        return Ok(None);
    }
    super::case_act::private_blob(facts, &rows.explanations).map(Some)
}
