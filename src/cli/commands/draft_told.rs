//! What is told of a draft: that it was begun, or thrown away.
use super::naming::yuan;
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;

pub(super) fn begun(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    let totals = batch.draft.totals;
    let sentence = Sentence::plain("cli-roll-new")
        .with("draft", batch.name())
        .with("lines", totals.lines)
        .with("yuan", yuan(totals.fen));
    Ok(Answer::default()
        .say(sentence)
        .with("draft", batch.name())
        .with("lines", totals.lines)
        .with("fen", totals.fen.fen()))
}

pub(super) fn discarded(performed: &Performed<'_>) -> Done {
    let name = performed.name();
    let sentence = Sentence::plain("cli-discarded").with("batch", &name);
    Ok(Answer::default().say(sentence).with("batch", name))
}
