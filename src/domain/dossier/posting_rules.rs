//! What the wall itself refuses: postings, take-downs, withdrawn and ended lists, erasure.
use super::refusal::Refusal;
use super::state::Dossier;
use crate::domain::case::Enquiry;
use crate::domain::disclosure::Code;
use crate::domain::dossier::retention;
use crate::domain::journal::{Body, Posted, TakenDown};
use crate::domain::values::hash::Hash;

/// Roles and stages stand in the table.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the table lets only these kinds through; a new one is refused"
)]
pub(super) fn further(past: &Dossier, body: &Body) -> Result<(), Refusal> {
    match body {
        Body::Posted(body) => post(past, body),
        Body::TakenDown(body) => take_down(past, body),
        Body::DisclosureWithdrawn(body) => {
            each(past, &body.codes)?;
            let fits = body.remains.len() == body.codes.len();
            let withdrawn = body.codes.iter().any(|code| {
                past.disclosure(code).is_some_and(|there| there.withdrawn_on.is_some())
            });
            if withdrawn {
                Err(Refusal::AlreadyWithdrawn)
            } else {
                fits.then_some(()).ok_or(Refusal::Misfit)
            }
        }
        Body::ListsEnded(body) => {
            each(past, &body.codes)?;
            let due = retention::lists_due(past, body.on);
            let fits = body.remains.len() == body.codes.len();
            if body.codes.iter().all(|code| due.contains(code)) {
                fits.then_some(()).ok_or(Refusal::Misfit)
            } else {
                Err(Refusal::ListRuns)
            }
        }
        Body::Erased(body) => {
            if retention::is_closed(past) {
                Ok(())
            } else {
                only_withdrawn(past, &body.blobs)
            }
        }
        _ => Err(Refusal::Misfit),
    }
}

/// An enquiry's words may go once it is answered.
pub(super) fn erase_enquiry(enquiry: &Enquiry) -> Result<(), Refusal> {
    if enquiry.case().is_some_and(|case| !case.is_open()) {
        Ok(())
    } else {
        Err(Refusal::NotClosed)
    }
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
