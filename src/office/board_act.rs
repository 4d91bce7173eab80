//! What the acts on boards share.
use super::act::{Done, Door, Outcome, Plan};
use super::batch::Batch;
use super::board::KnownBoard;
use super::facts::Facts;
use super::target::TargetKind;
use crate::domain::board::Particulars;
use crate::domain::dossier::{Refusal, SubjectState};
use crate::domain::journal::{Body, EntrySubject, NewBlob, NewEntry, Subject};
use crate::domain::reference::division::Division;
use crate::domain::text::sentence::Sentence;

/// A door to an act on a board.
pub(super) const fn board_door(words: &'static [&'static str], help: &'static str) -> Door {
    Door::new(words, TargetKind::Board, help, "cli-json-board")
}

/// One entry of a board that is there.
pub(super) fn onto(known: KnownBoard, body: impl Into<Body>, blobs: Vec<NewBlob>) -> Plan {
    let target = EntrySubject::Known(known.subject);
    Plan::Entries(vec![NewEntry::new(target, known.board.heads, body, blobs)])
}

/// Has the village a board in use today?
pub(super) fn board_in_use<F: Facts>(facts: &F, batch: &Batch) -> Result<bool, F::Error> {
    let village = batch.draft.key.division;
    let today = facts.today();
    let is_there = |known: &KnownBoard| {
        known.described().is_some_and(|described| described.division == village)
            && known.board.is_used_on(today)
    };
    Ok(facts.boards()?.iter().any(is_there))
}

/// Names tell the boards of a village apart.
pub(super) fn is_free<F: Facts>(
    facts: &F,
    described: &Particulars,
    but: Option<Subject>,
) -> Result<(), F::Error> {
    let taken = facts.boards()?.into_iter().any(|known| {
        let same = known.described().is_some_and(|there| {
            there.name == described.name && described.division.holds(there.division)
        });
        same && known.board.retired_on.is_none() && Some(known.subject) != but
    });
    if taken { Err(Refusal::BoardNamed.into()) } else { Ok(()) }
}

/// What is said of the board, by its village and name.
pub(super) fn board_outcome(key: &'static str, done: &Done<'_>) -> Outcome {
    let board = done.folded.iter().find_map(|(_, state)| match state {
        SubjectState::Board(board) => board.described.as_ref(),
        SubjectState::Batch(_) | SubjectState::Enquiry(_) => None,
    });
    let village = |described: &Particulars| {
        let place = done.reference.division(described.division, done.today);
        place.map_or_else(|| described.division.to_string(), Division::place)
    };
    let name = board.map(|described| format!("{}/{}", village(described), described.name));
    Outcome::new(Sentence::plain(key).with("name", name.unwrap_or_default()), done)
}
