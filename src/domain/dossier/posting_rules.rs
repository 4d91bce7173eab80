//! What the wall itself refuses: postings, take-downs, withdrawn and ended lists, erasure.
use super::refusal::Refusal;
use super::state::Dossier;
use crate::domain::disclosure::Code;
use crate::domain::dossier::retention;
use crate::domain::journal::{DisclosureWithdrawn, ListsEnded, Posted, PostingBody, TakenDown};
use crate::domain::values::hash::Hash;

/// What the wall refuses; roles and stages stand in the table.
pub(super) fn further(past: &Dossier, body: &PostingBody) -> Result<(), Refusal> {
    match body {
        PostingBody::Posted(body) => post(past, body),
        PostingBody::TakenDown(body) => take_down(past, body),
    }
}

pub(super) fn take_back(past: &Dossier, body: &DisclosureWithdrawn) -> Result<(), Refusal> {
    each(past, &body.codes)?;
    let withdrawn = |code| past.disclosure(code).is_some_and(|there| there.withdrawn_on.is_some());
    if body.codes.iter().any(withdrawn) {
        return Err(Refusal::AlreadyWithdrawn);
    }
    let fits = body.remains.len() == body.codes.len();
    if fits { Ok(()) } else { Err(Refusal::Misfit) }
}

pub(super) fn end(past: &Dossier, body: &ListsEnded) -> Result<(), Refusal> {
    each(past, &body.codes)?;
    let due = retention::lists_due(past, body.on);
    if !body.codes.iter().all(|code| due.contains(code)) {
        return Err(Refusal::ListRuns);
    }
    let fits = body.remains.len() == body.codes.len();
    if fits { Ok(()) } else { Err(Refusal::Misfit) }
}

pub(super) fn erase(past: &Dossier, blobs: &[Hash]) -> Result<(), Refusal> {
    if retention::is_closed(past) { Ok(()) } else { only_withdrawn(past, blobs) }
}

/// While the batch lives, only what was withdrawn from the public may be destroyed.
fn only_withdrawn(past: &Dossier, blobs: &[Hash]) -> Result<(), Refusal> {
    let gone = past.disclosures.iter().filter(|disclosed| disclosed.withdrawn_on.is_some());
    let gone: Vec<Hash> = gone
        .flat_map(|disclosed| [Some(disclosed.body.content), disclosed.body.paper_names])
        .flatten()
        .collect();
    if blobs.iter().all(|blob| gone.contains(blob)) { Ok(()) } else { Err(Refusal::NotClosed) }
}

fn each(past: &Dossier, codes: &[Code]) -> Result<(), Refusal> {
    let known = !codes.is_empty() && codes.iter().all(|code| past.disclosure(code).is_some());
    if known { Ok(()) } else { Err(Refusal::NoSuchDisclosure) }
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
