//! What is told of a board.
use super::naming::word;
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::runtime::session::KnownBoard;
use serde_json::{Map, Value, json};

pub(super) fn board(performed: &Performed<'_>) -> Done {
    let known = performed.session.board(&performed.subject()?.to_string())?;
    let sentence =
        Sentence::plain("cli-board-done").with("name", known.name()).with("board", known.subject);
    Ok(Answer::default().say(sentence).members(document(&known)))
}

pub(super) fn document(known: &KnownBoard) -> Map<String, Value> {
    let described = known.described();
    let members = json!({
        "board": known.subject.to_string(),
        "village": known.village,
        "name": described.map(|described| described.name.as_str()),
        "place": described.map(|described| described.place.as_str()),
        "kind": described.map(|described| word(described.kind)),
        "columns": described.map(|described| word(&described.columns)),
        "since": known.board.since.map(|since| since.to_string()),
        "inspected_on": known.board.inspected.map(|(on, _)| on.to_string()),
        "condition": known.board.inspected.map(|(_, condition)| word(condition)),
        "retired_on": known.board.retired_on.map(|on| on.to_string()),
        "nothing": word(&known.board.nothing),
    });
    if let Value::Object(members) = members { members } else { Map::new() }
}
