//! 报财政: approved batches are put into one pay list; one entry into each, all in one act.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::{by_entries, by_rows};
use super::batch::Batch;
use super::facts::Facts;
use super::same_list::shows_same_list;
use super::target::{BatchRef, Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::dossier::Refusal;
use crate::domain::dossier::row_rules::RowFacts;
use crate::domain::journal::{NewEntry, PayListed};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;

/// Which batches are paid together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakePayList {
    /// Which batches.
    pub batches: Vec<BatchRef>,
}

impl Act for MakePayList {
    const SPEC: Spec = Spec {
        fields: &[],
        private: None,
        doors: &[Door::new(
            &["finance", "pay"],
            TargetKind::Batches,
            "cli-help-finance-pay",
            "cli-json-finance-pay",
        )],
    };

    fn read(target: Target, _: &Values) -> Result<Self, FieldError> {
        Ok(Self { batches: target.batches() })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let (terminal, seq) = facts.next_entry()?;
        let list = format!("L-{terminal}-{seq}");
        let entries = self.batches.iter().map(|named| {
            let batch = facts.seen_batch(named)?;
            by_entries(facts, ActName::PayList, &batch, None)?;
            let submission = batch.dossier.submission().ok_or(Refusal::NotApproved)?;
            let totals = submission.body.totals;
            let body = PayListed {
                list: list.clone(),
                rows: submission.body.rows,
                lines: totals.lines,
                fen: totals.fen,
                made_on: facts.today(),
                rules: facts.rules(),
            };
            by_rows(facts, ActName::PayList, &batch, &notice_facts(facts, &batch)?)?;
            let seen = batch.dossier.heads.clone();
            Ok(NewEntry::new(batch.target(), seen, body, Vec::new()))
        });
        Ok(Plan::Entries(entries.collect::<Result<_, F::Error>>()?))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        let listed = || done.batches().filter_map(|dossier| dossier.pay_list());
        let totals = || done.batches().filter_map(|dossier| dossier.submission());
        let id = listed().next().map(|paid| paid.list.clone()).unwrap_or_default();
        let lines: u32 = totals().map(|submission| submission.body.totals.lines).sum();
        let fen: Fen = totals().map(|submission| submission.body.totals.fen).sum();
        let sentence = Sentence::plain("runtime-paid").with("id", id).with("lines", lines);
        Outcome::new(sentence.with("sum", fen.grouped()), done)
    }
}

/// Does the live notice show what was handed in? Not asked where the entries say so themselves.
fn notice_facts<F: Facts>(facts: &F, batch: &Batch) -> Result<RowFacts, F::Error> {
    let both = batch.dossier.live_notice().zip(batch.dossier.rows());
    let Some((live, rows)) = both.filter(|_| !batch.dossier.rests_on_its_notice()) else {
        return Ok(RowFacts::default());
    };
    let shows_notice = Some(shows_same_list(facts, batch, &facts.lines(rows)?, live)?);
    Ok(RowFacts { shows_notice, ..RowFacts::default() })
}
