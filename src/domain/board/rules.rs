//! What a board's own past refuses.
use super::state::Board;
use crate::domain::dossier::Refusal;
use crate::domain::journal::BoardBody;

/// Refusals that depend on the board's own past; the table knows roles and kinds of entries.
pub(in crate::domain) fn further(board: &Board, body: &BoardBody) -> Result<(), Refusal> {
    let is_new = board.described.is_none();
    match body {
        BoardBody::BoardDescribed(body) => {
            let body = &body.0;
            if board.described.as_ref().is_some_and(|known| known.division != body.division) {
                return Err(Refusal::Misfit);
            }
            if body.columns.is_empty() || body.name.is_empty() {
                Err(Refusal::BoardWords)
            } else {
                still_used(board)
            }
        }
        BoardBody::NothingToReport(body) => {
            let body = &body.0;
            let columns =
                board.described.as_ref().map(|known| known.columns.as_slice()).unwrap_or_default();
            let known = board
                .nothing
                .iter()
                .any(|there| there.column == body.column && there.period == body.period);
            if known {
                return Err(Refusal::AlreadySaid);
            }
            if columns.contains(&body.column) {
                still_used(board)
            } else {
                Err(Refusal::NoSuchColumn)
            }
        }
        BoardBody::BoardInspected(_) | BoardBody::BoardRetired(_) if is_new => {
            Err(Refusal::NothingThere)
        }
        BoardBody::BoardInspected(_) | BoardBody::BoardRetired(_) => still_used(board),
    }
}

fn still_used(board: &Board) -> Result<(), Refusal> {
    if board.retired_on.is_some() { Err(Refusal::BoardRetired) } else { Ok(()) }
}
