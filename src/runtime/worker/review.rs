//! Submitting, reviewing, deciding.
use super::TaskContext;
use super::lists::{live_notice, seen_of, standing, title};
use super::office::{Office, done};
use super::rows::findings;
use crate::app::message::Answer;
use crate::app::views::{BatchId, ChangeKind, ChangeRow, ReviewView, Seen};
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::roll::difference::Change;
use crate::domain::roll::{Line, Totals};
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::{Batch, Compared, DeskError};
use std::collections::HashMap;
use std::sync::atomic::Ordering;

impl Office {
    pub(super) fn show_review(&self, id: &BatchId) -> Result<Answer, DeskError> {
        let batch = self.batch(id)?;
        let desk = self.desk()?;
        let checked = desk.check(&batch)?;
        let compared = desk.compare(&batch)?;
        let reasons = desk.reasons_of(&batch.dossier)?;
        let notice = live_notice(&batch, desk.now().date());
        Ok(Answer::Review(Box::new(ReviewView {
            seen: Seen { batch: id.clone(), ..seen_of(&batch) },
            title: title(&batch),
            standing: standing(&batch.dossier, notice),
            unit: batch.unit.clone(),
            now: checked.totals,
            last: compared.former.as_ref().map(|_| Totals::of(&compared.before)),
            notice,
            clerk: self.clerk(&batch)?,
            changes: changes(&compared),
            unchanged: compared.difference.same,
            findings: findings(checked.findings, &reasons),
        })))
    }

    /// The name of who submitted.
    fn clerk(&self, batch: &Batch) -> Result<String, DeskError> {
        let author = batch.dossier.submission().and_then(|submission| submission.author);
        let users = self.desk()?.users()?;
        Ok(users
            .into_iter()
            .find(|user| Some(user.entry) == author)
            .map(|user| user.name)
            .unwrap_or_default())
    }

    pub(super) fn submit(&mut self, seen: &[Seen]) -> Result<Answer, DeskError> {
        let batches = seen.iter().map(|seen| self.seen(seen)).collect::<Result<Vec<_>, _>>()?;
        let submitted = self.desk_mut()?.submit(&batches)?;
        Ok(done(Sentence::plain("runtime-submitted").with("count", submitted.len())))
    }

    /// One act each: a refusal of one leaves those before it approved, and says so by the list.
    pub(super) fn approve(
        &mut self,
        seen: &[Seen],
        going: &mut TaskContext,
    ) -> Result<Answer, DeskError> {
        let total = seen.len() as u64;
        for (place, seen) in (0_u64..).zip(seen) {
            if going.stop.load(Ordering::SeqCst) {
                return Err(DeskError::Stopped);
            }
            let batch = self.seen(seen)?;
            self.desk_mut()?.approve(&batch)?;
            if total > 1 {
                (going.progress)(place + 1, total);
            }
        }
        Ok(done(Sentence::plain("runtime-approved").with("count", total)))
    }

    pub(super) fn send_back(
        &mut self,
        seen: &Seen,
        reason: &str,
        lines: &[u32],
    ) -> Result<Answer, DeskError> {
        let batch = self.seen(seen)?;
        self.desk_mut()?.send_back(&batch, reason, lines)?;
        Ok(done(Sentence::plain("runtime-returned")))
    }

    pub(super) fn withdraw(
        &mut self,
        seen: &Seen,
        reason: &str,
        class: WithdrawalReason,
    ) -> Result<Answer, DeskError> {
        let batch = self.seen(seen)?;
        self.desk_mut()?.withdraw_as(&batch, reason, class)?;
        Ok(done(Sentence::plain("runtime-withdrawn")))
    }
}

/// New, gone and changed lines, each with its name and amounts. In the first roll of a village
/// everybody is new, which is nothing to look at.
fn changes(compared: &Compared) -> Vec<ChangeRow> {
    if compared.former.is_none() {
        return Vec::new();
    }
    let (before, after) = (by_number(&compared.before), by_number(&compared.after));
    let name = |line: &Line| line.beneficiary().name.clone();
    let new = compared.difference.new.iter().filter_map(|no| after.get(no)).map(|line| ChangeRow {
        kind: ChangeKind::New,
        line: Some(line.no),
        name: name(line),
        before: None,
        after: Some(line.amount),
    });
    let gone =
        compared.difference.gone.iter().filter_map(|no| before.get(no)).map(|line| ChangeRow {
            kind: ChangeKind::Gone,
            line: None,
            name: name(line),
            before: Some(line.amount),
            after: None,
        });
    let changed = compared.difference.changed.iter().filter_map(|change| {
        let line = after.get(&change.after)?;
        let (before, after) = change.amounts;
        Some(ChangeRow {
            kind: kind(change),
            line: Some(line.no),
            name: name(line),
            before: Some(before),
            after: Some(after),
        })
    });
    new.chain(gone).chain(changed).collect()
}

fn by_number(lines: &[Line]) -> HashMap<u32, &Line> {
    lines.iter().map(|line| (line.no, line)).collect()
}

fn kind(change: &Change) -> ChangeKind {
    let (before, after) = change.amounts;
    match after.cmp(&before) {
        std::cmp::Ordering::Greater => ChangeKind::More,
        std::cmp::Ordering::Less => ChangeKind::Less,
        std::cmp::Ordering::Equal if change.cells.card() => ChangeKind::Card,
        std::cmp::Ordering::Equal => ChangeKind::Other,
    }
}
