//! The rules that rest on entries alone: asked before an entry is written and by the folds of what
//! arrives, against the entry's own causal past. First what may be done at all ([`may`]), then what
//! just this entry says, in a file for each subject.
mod batch;
mod disclosure;
mod money;
mod posting;
mod retention;
mod roll_key;

use super::may::{Standing, may};
use super::past::Past;
use super::refusal::Refusal;
use super::state::Dossier;
use super::table::transition;
use crate::domain::board::Board;
use crate::domain::case::Enquiry;
use crate::domain::journal::{Author, Body};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::{board, case};

/// May `author` say `body` of what stands like `past`?
///
/// # Errors
/// The first [`Refusal`] that applies.
pub fn permits(past: Past<'_>, body: &Body, author: Option<&Author>) -> Result<(), Refusal> {
    let author = author.ok_or(Refusal::UnknownAuthor)?;
    let act = transition(past, body).ok_or(Refusal::Misfit)?.act;
    // an entry without a confirmed day is of an act that asks for none
    let day = body.confirmed_day().unwrap_or_default();
    let when = body.notice_time().unwrap_or(NoticeTime::None);
    may(act, &Standing { past, author, day, when }, body.part())?;
    match past {
        Past::Batch(dossier) => of_batch(dossier, body),
        Past::Board(known) => of_board(known, body),
        Past::Enquiry(enquiry) => of_enquiry(enquiry, body),
    }
}

fn of_batch(past: &Dossier, body: &Body) -> Result<(), Refusal> {
    match body {
        Body::Disclosure(body) => disclosure::further(past, body),
        Body::Posting(body) => posting::further(past, body),
        Body::Batch(body) => batch::further(past, body),
        Body::Money(body) => money::further(past, body),
        Body::Retention(body) => retention::of_batch(past, body.erased()),
        Body::Case(body) => {
            if body.code().is_some_and(|code| past.disclosure(code).is_none()) {
                return Err(Refusal::NoSuchDisclosure);
            }
            case::rules::further(&past.cases, body, past.stage().is_handed())
        }
        Body::Office(_) | Body::Board(_) | Body::Unknown => Err(Refusal::Misfit),
    }
}

fn of_board(past: &Board, body: &Body) -> Result<(), Refusal> {
    match body {
        Body::Board(body) => board::rules::further(past, body),
        Body::Office(_)
        | Body::Disclosure(_)
        | Body::Posting(_)
        | Body::Batch(_)
        | Body::Money(_)
        | Body::Retention(_)
        | Body::Case(_)
        | Body::Unknown => Err(Refusal::Misfit),
    }
}

fn of_enquiry(past: &Enquiry, body: &Body) -> Result<(), Refusal> {
    match body {
        Body::Retention(_) => Ok(()),
        Body::Case(body) => case::rules::further(&past.cases, body, false),
        Body::Office(_)
        | Body::Disclosure(_)
        | Body::Posting(_)
        | Body::Batch(_)
        | Body::Money(_)
        | Body::Board(_)
        | Body::Unknown => Err(Refusal::Misfit),
    }
}
