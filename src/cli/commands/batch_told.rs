//! What is told of batches after an act: where each stands now, with counts and sums.
use super::naming::yuan;
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::Words;
use crate::office::views::{BatchDeed, BatchesDone};
use crate::runtime::session::Batch;

/// One batch, or the draft that was made of it.
pub(super) fn act(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    Ok(Answer::default().say(stands(performed.words, &batch)).shows(&BatchDeed::of(&batch)))
}

/// Several in one act.
pub(super) fn acts(performed: &Performed<'_>) -> Done {
    Ok(several(performed.words, &performed.batches()?))
}

/// The same of batches at hand.
pub(super) fn several(words: &Words, batches: &[Batch]) -> Answer {
    let answer =
        batches.iter().fold(Answer::default(), |answer, batch| answer.say(stands(words, batch)));
    answer.shows(&BatchesDone { acts: batches.iter().map(BatchDeed::of).collect() })
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
