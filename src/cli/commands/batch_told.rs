//! What is told of batches after an act: where each stands now, with counts and sums.
use super::naming::{who, yuan};
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::Words;
use crate::runtime::session::Batch;
use serde_json::Value;

/// One batch, or the draft that was made of it.
pub(super) fn act(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    let answer = Answer::default().say(stands(performed.words, &batch)).members(who(&batch));
    Ok(answer.with("entry", entry(&batch)))
}

/// Several in one act.
pub(super) fn acts(performed: &Performed<'_>) -> Done {
    Ok(several(performed.words, &performed.batches()?))
}

/// The same of batches at hand.
pub(super) fn several(words: &Words, batches: &[Batch]) -> Answer {
    let answer =
        batches.iter().fold(Answer::default(), |answer, batch| answer.say(stands(words, batch)));
    answer.with("acts", batches.iter().map(document).collect::<Vec<Value>>())
}

fn stands(words: &Words, batch: &Batch) -> Sentence {
    let totals = batch.draft.totals;
    Sentence::plain("cli-act-done")
        .with("name", batch.name())
        .with("village", &batch.village)
        .with("programme", &batch.programme)
        .with("stage", words.text(batch.stage().key()))
        .with("lines", totals.lines)
        .with("yuan", yuan(totals.fen))
}

fn entry(batch: &Batch) -> Option<String> {
    batch.dossier.history.last().map(|event| event.entry.to_string())
}

fn document(batch: &Batch) -> Value {
    let mut members = who(batch);
    members.insert("entry".to_owned(), entry(batch).into());
    Value::Object(members)
}
