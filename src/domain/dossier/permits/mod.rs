//! The rules that rest on entries alone: asked by `decide` before an entry is written and by the
//! folds of what arrives, against the entry's own causal past. First the [`TABLE`](super::TABLE),
//! then what it calls "further", in a file for each subject.
mod batch;
mod disclosure;
mod money;
mod posting;
mod retention;

use super::past::Past;
use super::refusal::Refusal;
use super::stage::Stage;
use super::state::Dossier;
use super::table::{Transition, transition};
use crate::domain::board::Board;
use crate::domain::case::Enquiry;
use crate::domain::journal::{ActKind, Author, Body};
use crate::domain::people::user::Role;
use crate::domain::roll::RollKey;
use crate::domain::{board, case};

/// May `author` say `body` of what stands like `past`?
///
/// # Errors
/// The first [`Refusal`] that applies.
pub fn permits(past: Past<'_>, body: &Body, author: Option<&Author>) -> Result<(), Refusal> {
    let author = author.ok_or(Refusal::UnknownAuthor)?;
    let row = transition(past, body).ok_or(Refusal::Misfit)?;
    let first = row.roles.first().copied().ok_or(Refusal::Misfit)?;
    if !row.roles.iter().any(|role| author.roles.has(*role)) {
        return Err(Refusal::Role(first));
    }
    if past.conflict() && !row.in_conflict {
        return Err(Refusal::Conflict);
    }
    let fits = row.stages.contains(&past.stage()) || (past.conflict() && row.in_conflict);
    if !fits {
        return Err(at_wrong_stage(row, past));
    }
    match past {
        Past::Batch(dossier) => of_batch(dossier, body, author),
        Past::Board(known) => of_board(known, body),
        Past::Enquiry(enquiry) => of_enquiry(enquiry, body, author),
    }
}

/// What to say when the act does not belong to this stage.
fn at_wrong_stage(row: &Transition, past: Past<'_>) -> Refusal {
    let is_handed = past.stage().is_handed();
    match row.act {
        ActKind::PublishFirst | ActKind::Submit => Refusal::NotOpen,
        ActKind::PublishReviewed => Refusal::NoticeAfterReview,
        ActKind::PublishResult => Refusal::NotPaid,
        ActKind::Unsubmit if past.stage().is_open() => Refusal::NothingThere,
        ActKind::Unsubmit => Refusal::DeskActed,
        ActKind::Sign => Refusal::NotReviewed,
        ActKind::PayList
        | ActKind::Return
        | ActKind::WithdrawUndecided
        | ActKind::WithdrawDecided
            if is_handed =>
        {
            Refusal::AlreadyHanded
        }
        ActKind::PayList => Refusal::NotApproved,
        ActKind::WithdrawUndecided | ActKind::WithdrawDecided => Refusal::NothingThere,
        ActKind::BookPaid if past.stage() == Stage::Paid => Refusal::AlreadyPaid,
        ActKind::BookPaid => Refusal::NotHanded,
        ActKind::Approve | ActKind::Review | ActKind::Return => Refusal::NotSubmitted,
        // these are possible at every stage
        ActKind::WithdrawDisclosure
        | ActKind::EndLists
        | ActKind::Erase
        | ActKind::Post
        | ActKind::TakeDown
        | ActKind::Raise
        | ActKind::Investigate
        | ActKind::Answer
        | ActKind::Escalate
        | ActKind::DescribeBoard
        | ActKind::InspectBoard
        | ActKind::NothingToReport
        | ActKind::RetireBoard => Refusal::Misfit,
    }
}

fn of_batch(past: &Dossier, body: &Body, author: &Author) -> Result<(), Refusal> {
    match body {
        Body::Disclosure(body) => disclosure::further(past, body),
        Body::Posting(body) => posting::further(past, body),
        Body::Batch(body) => batch::further(past, body, author),
        Body::Money(body) => money::further(past, body),
        Body::Retention(body) => retention::of_batch(past, body.erased()),
        Body::Case(body) => case::rules::of_batch(past, body, is_reviewer(author)),
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

fn of_enquiry(past: &Enquiry, body: &Body, author: &Author) -> Result<(), Refusal> {
    match body {
        Body::Retention(_) => retention::of_enquiry(past),
        Body::Case(body) => case::rules::of_enquiry(past, body, is_reviewer(author)),
        Body::Office(_)
        | Body::Disclosure(_)
        | Body::Posting(_)
        | Body::Batch(_)
        | Body::Money(_)
        | Body::Board(_)
        | Body::Unknown => Err(Refusal::Misfit),
    }
}

fn is_reviewer(author: &Author) -> bool {
    author.roles.has(Role::Reviewer)
}

/// A batch stays with its programme, village and period.
fn same_key(past: &Dossier, key: &RollKey) -> Result<(), Refusal> {
    if past.key().is_none_or(|known| known == key) { Ok(()) } else { Err(Refusal::Misfit) }
}
