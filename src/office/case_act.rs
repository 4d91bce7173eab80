//! What the acts on cases share: numbers, private blobs, what is said of a case.
use super::act::{Done, Outcome};
use super::facts::Facts;
use crate::domain::case::CaseKind;
use crate::domain::journal::NewBlob;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use serde::Serialize;

/// `140923104-2026-YY-0003`: YY 异议, CX 查询, counted by office and year.
pub(super) fn next_number<F: Facts>(
    facts: &F,
    kind: CaseKind,
    day: Date,
) -> Result<String, F::Error> {
    let start = format!("{}-{}-{}-", facts.office().division.short(), day.year(), kind.letters());
    let cases = facts.cases()?;
    let taken = cases
        .iter()
        .filter_map(|known| known.case.raised.no.strip_prefix(&start)?.parse::<u32>().ok());
    Ok(format!("{start}{:04}", taken.max().unwrap_or(0).saturating_add(1)))
}

/// Private words as a blob.
pub(super) fn private_blob<F: Facts>(
    facts: &F,
    content: &impl Serialize,
) -> Result<NewBlob, F::Error> {
    let bytes = serde_json::to_vec(content).map_err(|error| facts.unwritten(error))?;
    Ok(NewBlob::new(facts.salt()?, bytes))
}

/// What is said of a case after an act: its number, and until when an open one is to be answered.
pub(super) fn case_outcome(key: &'static str, no: Option<&str>, done: &Done<'_>) -> Outcome {
    let Some(case) = done.case(no) else { return Outcome::new(Sentence::plain(key), done) };
    let due = case.due();
    let sentence = Sentence::plain(key).with("no", &case.raised.no).with("due", due);
    let start = case.escalated.last().map_or(case.raised.received_on, |sent| sent.on);
    let outcome = Outcome::new(sentence, done);
    if case.is_open() { outcome.counted(start, due, done) } else { outcome }
}
