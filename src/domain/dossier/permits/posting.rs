//! What the wall refuses: a posting of what is not public, a taking down of what does not hang.
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::{Posted, PostingBody, TakenDown};

/// What the wall refuses; roles and stages stand in the table.
pub(super) fn further(past: &Dossier, body: &PostingBody) -> Result<(), Refusal> {
    match body {
        PostingBody::Posted(body) => post(past, body),
        PostingBody::TakenDown(body) => take_down(past, body),
    }
}

fn post(past: &Dossier, body: &Posted) -> Result<(), Refusal> {
    let disclosed = past.disclosure(&body.code).ok_or(Refusal::NoSuchDisclosure)?;
    if !disclosed.live || !disclosed.shows_list() {
        return Err(Refusal::NotLive);
    }
    if body.on < disclosed.at.date() {
        return Err(Refusal::PostedTooEarly(disclosed.at.date()));
    }
    let hangs = past
        .postings
        .iter()
        .any(|posting| posting.board == body.board && posting.code == body.code && posting.hangs());
    if hangs { Err(Refusal::AlreadyPosted) } else { Ok(()) }
}

fn take_down(past: &Dossier, body: &TakenDown) -> Result<(), Refusal> {
    let posting =
        past.posting(body.posting).filter(|posting| posting.hangs()).ok_or(Refusal::NotPosted)?;
    if body.on < posting.on {
        return Err(Refusal::TakenDownTooEarly(posting.on));
    }
    if past.recall_of(posting).is_some() && body.photos.is_empty() {
        Err(Refusal::PhotoNeeded)
    } else {
        Ok(())
    }
}
