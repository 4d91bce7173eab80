//! Folding: from the entries of a board to the one board.
use super::state::{Board, evolve};
use crate::domain::dossier::{Past, permits};
use crate::domain::journal::fold_order::{self, Ordered};
use crate::domain::journal::{Body, FoldEntry};
use crate::domain::text::sentence::Spoken;

/// The board of `entries`, which may come in any order. Two terminals that describe a board apart
/// do not conflict: the later in fold order holds, nobody's money hangs on it.
#[must_use]
pub fn fold_board(entries: Vec<FoldEntry>) -> Board {
    let entries = fold_order::each_once(entries);
    let Ordered { order, heads, gaps, .. } = fold_order::of(&entries);
    let mut board = Board::default();
    for place in order {
        let Some(entry) = entries.get(place) else { continue };
        let refused = permits(Past::Board(&board), &entry.body, entry.known.as_ref()).err();
        let without_effect = refused.as_ref().map(|refusal| refusal.sentence().key.to_owned());
        board.history.push(entry.event(without_effect));
        if refused.is_some() {
            continue;
        }
        match &entry.body {
            Body::Board(body) => evolve(&mut board, entry.at.date(), body),
            // not about a board: the table lets none of them through
            Body::Office(_)
            | Body::Disclosure(_)
            | Body::Posting(_)
            | Body::Batch(_)
            | Body::Money(_)
            | Body::Retention(_)
            | Body::Case(_)
            | Body::Unknown => {}
        }
    }
    Board { heads, gaps, ..board }
}
