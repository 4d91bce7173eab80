//! A batch against the one before, as the reviewer sees it.
use super::lists::{asked, live_notice, seen_of, standing, title};
use super::office::Office;
use super::rows::findings;
use crate::app::message::Answer;
use crate::app::views::{BatchId, ChangeKind, ChangeRow, ReviewView, Seen};
use crate::domain::roll::difference::Change;
use crate::domain::roll::{Line, Totals};
use crate::office::ActName;
use crate::runtime::session::{Batch, Compared, Failure};
use std::collections::HashMap;

impl Office {
    pub(super) fn show_review(&self, id: &BatchId) -> Result<Answer, Failure> {
        let batch = self.batch(id)?;
        let session = self.session()?;
        let rows = session.rows(&batch)?;
        let checked = session.check(&batch)?;
        let mut answers = session.answers()?;
        answers.look(&batch, &rows, &checked);
        let compared = session.compare(&batch)?;
        let reasons = session.reasons_of(&batch.dossier)?;
        let notice = live_notice(&batch, session.now().date());
        Ok(Answer::Review(Box::new(ReviewView {
            seen: Seen { batch: id.clone(), ..seen_of(&batch) },
            title: title(&batch),
            standing: standing(&batch.dossier, notice),
            possible: asked(&answers, REVIEW_ACTS, &batch),
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
    fn clerk(&self, batch: &Batch) -> Result<String, Failure> {
        let author = batch.dossier.submission().and_then(|submission| submission.author);
        let users = self.session()?.users()?;
        Ok(users
            .into_iter()
            .find(|user| Some(user.entry) == author)
            .map(|user| user.name)
            .unwrap_or_default())
    }
}

/// What the review offers.
const REVIEW_ACTS: &[ActName] = &[ActName::Approve, ActName::Sign, ActName::Return, ActName::Raise];

/// New, gone and changed lines, each with its name and amounts. In the first roll of a village
/// everybody is new, which is nothing to look at.
fn changes(compared: &Compared) -> Vec<ChangeRow> {
    if compared.former.is_none() {
        return Vec::new();
    }
    let before = by_number(&compared.before);
    let after = by_number(&compared.after);
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
