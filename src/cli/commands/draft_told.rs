//! What is told of a draft: that it was begun, or thrown away.
use super::naming::yuan;
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::office::views::{BegunRoll, DiscardedDraft};

pub(super) fn begun(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    let totals = batch.draft.totals;
    let sentence = Sentence::plain("cli-roll-new")
        .with("draft", batch.name())
        .with("lines", totals.lines)
        .with("yuan", yuan(totals.fen));
    let begun = BegunRoll { draft: batch.name(), lines: totals.lines, fen: totals.fen };
    Ok(Answer::default().say(sentence).shows(&begun))
}

pub(super) fn discarded(performed: &Performed<'_>) -> Answer {
    let name = performed.name();
    let sentence = Sentence::plain("cli-discarded").with("batch", &name);
    Answer::default().say(sentence).shows(&DiscardedDraft { batch: name })
}
