//! What is told of a disclosure that was hung on a board or taken down.
use super::naming::who;
use super::performed::{Performed, unknown};
use crate::cli::output::{Answer, Done};
use crate::domain::dossier::Posting;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

pub(super) fn posting(performed: &Performed<'_>) -> Done {
    let batch = performed.batch()?;
    let last = batch.dossier.history.last().map(|event| event.entry);
    let down = |posting: &Posting| {
        posting.down.as_ref().filter(|it| Some(it.entry) == last).map(|it| it.on)
    };
    let mut postings = batch.dossier.postings.iter();
    let is_touched = |posting: &&Posting| Some(posting.entry) == last || down(posting).is_some();
    let posting = postings.find(is_touched).ok_or_else(unknown)?;
    let (key, on, through) = match down(posting) {
        Some(on) => ("cli-taken-down", on, None),
        None => ("cli-posted", posting.on, posting.through),
    };
    let board = performed.session.board(&posting.board.to_string())?;
    let disclosed = batch.dossier.disclosure(&posting.code);
    let sentence =
        Sentence::plain(key).with("name", batch.name()).with("check", posting.code.check_code());
    Ok(Answer::default()
        .say(sentence.with("board", board.name()).with("on", on))
        .members(who(&batch))
        .with("board", board.subject.to_string())
        .with("code", posting.code.as_str())
        .with("revision", disclosed.map_or(0, |disclosed| disclosed.body.revision))
        .with("on", on.to_string())
        .with("posting", posting.entry.to_string())
        .with("through", through.map(|through: Date| through.to_string())))
}
