//! What is told of an erasure: what is gone, and which backups hold it still.
use super::performed::Performed;
use crate::cli::output::Answer;
use crate::domain::text::sentence::Sentence;
use crate::office::Rewritten;
use crate::office::views::ErasureDone;

pub(super) fn erased(performed: &Performed<'_>) -> Answer {
    let done = performed.outcome.rewritten.clone().unwrap_or_default();
    let sentence = Sentence::plain("cli-erased").with("name", performed.name());
    let mut answer = Answer::default().say(sentence.with("blobs", done.blobs));
    for place in &done.renewed {
        answer = answer.say(Sentence::plain("cli-backup-renewed").with("folder", place));
    }
    for place in &done.unreachable {
        answer = answer.say(Sentence::plain("cli-backup-unreachable").with("folder", place));
    }
    let found = !done.unreachable.is_empty();
    let Rewritten { blobs, renewed, unreachable } = done;
    answer.shows(&ErasureDone { blobs, renewed, unreachable }).found(found)
}
