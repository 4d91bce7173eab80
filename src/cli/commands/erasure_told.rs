//! What is told of an erasure: what is gone, and which backups hold it still.
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;

pub(super) fn erased(performed: &Performed<'_>) -> Done {
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
    Ok(answer
        .with("blobs", done.blobs)
        .with("renewed", done.renewed)
        .with("unreachable", done.unreachable)
        .found(found))
}
