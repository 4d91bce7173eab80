//! What the wall itself refuses: postings, take-downs, withdrawn and ended lists, erasure.
use super::refusal::Refusal;
use super::state::{Disclosed, Dossier};
use crate::domain::dossier::retention;
use crate::domain::journal::{
    DisclosureWithdrawn, ListsEnded, Posted, PostingBody, TakenBack, TakenDown,
};
use crate::domain::values::hash::Hash;

/// What the wall refuses; roles and stages stand in the table.
pub(super) fn further(past: &Dossier, body: &PostingBody) -> Result<(), Refusal> {
    match body {
        PostingBody::Posted(body) => post(past, body),
        PostingBody::TakenDown(body) => take_down(past, body),
    }
}

pub(super) fn take_back(past: &Dossier, body: &DisclosureWithdrawn) -> Result<(), Refusal> {
    let meant = meant(past, &body.lists)?;
    let withdrawn = meant.iter().any(|disclosed| disclosed.withdrawn_on.is_some());
    if withdrawn { Err(Refusal::AlreadyWithdrawn) } else { Ok(()) }
}

pub(super) fn end(past: &Dossier, body: &ListsEnded) -> Result<(), Refusal> {
    meant(past, &body.lists)?;
    let due = retention::lists_due(past, body.on);
    let all_due = body.lists.iter().all(|list| due.contains(&list.code));
    if all_due { Ok(()) } else { Err(Refusal::ListRuns) }
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

/// The disclosures of this batch that are meant, at least one.
fn meant<'a>(past: &'a Dossier, lists: &[TakenBack]) -> Result<Vec<&'a Disclosed>, Refusal> {
    let known: Option<Vec<&Disclosed>> =
        lists.iter().map(|list| past.disclosure(&list.code)).collect();
    known.filter(|meant| !meant.is_empty()).ok_or(Refusal::NoSuchDisclosure)
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
