//! What may be done with a subject in its present state, before the details of the act are known:
//! roles, stages, and all that entries alone decide. [`permits`](super::permits) asks here first,
//! then looks at what an entry says; lists and footers ask here too. So the two cannot differ.
use super::past::Past;
use super::refusal::Refusal;
use super::retention;
use super::stage::Stage;
use super::state::Dossier;
use super::table::{TABLE, Transition};
use crate::domain::board::Board;
use crate::domain::case::{Action, Case, CaseKind, Enquiry};
use crate::domain::journal::{ActKind, Author, EntryId};
use crate::domain::people::user::Role;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::date::Date;

/// A subject as it stands, who wants to act, and on which day.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// What came before.
    pub past: Past<'a>,
    /// Roles and person of who acts.
    pub author: &'a Author,
    /// The day that the act would name.
    pub day: Date,
    /// When the programme wants its notice; of no meaning to boards and cases.
    pub when: NoticeTime,
}

/// May `act` be done, on the whole subject or on the part of it with this entry: `meant`, a
/// case or a posting?
///
/// # Errors
/// The first [`Refusal`] that applies.
pub fn may(act: ActKind, at: &Standing<'_>, meant: Option<EntryId>) -> Result<(), Refusal> {
    let subject = at.past.subject();
    let is_meant = |row: &&Transition| row.act == act && row.subjects.contains(&subject);
    let row = TABLE.iter().find(is_meant).ok_or(Refusal::Misfit)?;
    let first = row.roles.first().copied().ok_or(Refusal::Misfit)?;
    if !row.roles.iter().any(|role| at.author.roles.has(*role)) {
        return Err(Refusal::Role(first));
    }
    if at.past.conflict() && !row.in_conflict {
        return Err(Refusal::Conflict);
    }
    let fits = row.stages.contains(&at.past.stage()) || (at.past.conflict() && row.in_conflict);
    if !fits {
        return Err(at_wrong_stage(act, at.past));
    }
    match at.past {
        Past::Batch(dossier) => of_batch(act, dossier, at, meant),
        Past::Board(board) => of_board(act, board),
        Past::Enquiry(enquiry) => of_enquiry(act, enquiry, at, meant),
    }
}

/// What to say when the act does not belong to this stage.
fn at_wrong_stage(act: ActKind, past: Past<'_>) -> Refusal {
    let is_handed = past.stage().is_handed();
    match act {
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

fn of_batch(
    act: ActKind,
    past: &Dossier,
    at: &Standing<'_>,
    meant: Option<EntryId>,
) -> Result<(), Refusal> {
    match act {
        ActKind::PublishFirst if at.when == NoticeTime::None => Err(Refusal::NoNotice),
        ActKind::Submit => submit(past, at.when),
        ActKind::Unsubmit | ActKind::Return => past.rows().map(|_| ()).ok_or(Refusal::NotSubmitted),
        ActKind::Approve | ActKind::Review => decide(past, at.author),
        ActKind::Sign => sign(past, at.author),
        ActKind::WithdrawUndecided | ActKind::WithdrawDecided => {
            if past.heads.is_empty() {
                Err(Refusal::NothingThere)
            } else {
                Ok(())
            }
        }
        ActKind::PayList => pay(past, at.day),
        ActKind::BookPaid => book(past, at.day),
        ActKind::WithdrawDisclosure => withdraw_disclosure(past),
        ActKind::EndLists => end_lists(past, at.day),
        ActKind::Erase => erase(past),
        ActKind::Post => post(past),
        ActKind::TakeDown => take_down(past, meant),
        ActKind::Raise if past.heads.is_empty() => Err(Refusal::NotPublished),
        ActKind::PublishFirst
        | ActKind::PublishReviewed
        | ActKind::PublishResult
        | ActKind::Raise => Ok(()),
        ActKind::Investigate | ActKind::Escalate => open_case(&past.cases, meant, at).map(|_| ()),
        ActKind::Answer => answer(past, at, meant),
        ActKind::DescribeBoard
        | ActKind::InspectBoard
        | ActKind::NothingToReport
        | ActKind::RetireBoard => Err(Refusal::Misfit),
    }
}

/// A board's acts need a board that is there and in use; describing one may found it.
fn of_board(act: ActKind, past: &Board) -> Result<(), Refusal> {
    if past.described.is_none() && act != ActKind::DescribeBoard {
        return Err(Refusal::NothingThere);
    }
    if past.retired_on.is_some() { Err(Refusal::BoardRetired) } else { Ok(()) }
}

fn of_enquiry(
    act: ActKind,
    past: &Enquiry,
    at: &Standing<'_>,
    meant: Option<EntryId>,
) -> Result<(), Refusal> {
    match act {
        ActKind::Erase if past.case().is_some_and(|case| !case.is_open()) => Ok(()),
        ActKind::Erase => Err(Refusal::NotClosed),
        ActKind::Raise if past.cases.is_empty() => Ok(()),
        ActKind::Investigate | ActKind::Escalate => open_case(&past.cases, meant, at).map(|_| ()),
        ActKind::Answer => looked_into(open_case(&past.cases, meant, at)?),
        ActKind::PublishFirst
        | ActKind::PublishReviewed
        | ActKind::PublishResult
        | ActKind::Submit
        | ActKind::Unsubmit
        | ActKind::Return
        | ActKind::Approve
        | ActKind::Review
        | ActKind::Sign
        | ActKind::WithdrawUndecided
        | ActKind::WithdrawDecided
        | ActKind::PayList
        | ActKind::BookPaid
        | ActKind::WithdrawDisclosure
        | ActKind::EndLists
        | ActKind::Post
        | ActKind::TakeDown
        | ActKind::Raise
        | ActKind::DescribeBoard
        | ActKind::InspectBoard
        | ActKind::NothingToReport
        | ActKind::RetireBoard => Err(Refusal::Misfit),
    }
}

fn submit(past: &Dossier, when: NoticeTime) -> Result<(), Refusal> {
    if when != NoticeTime::BeforeSubmission {
        return Ok(());
    }
    if past.cases.iter().any(Case::owes) {
        return Err(Refusal::CorrectionDue);
    }
    if past.live_notice().is_some() { Ok(()) } else { Err(Refusal::NoticeFirst) }
}

fn decide(past: &Dossier, author: &Author) -> Result<(), Refusal> {
    let submission = past.submission().ok_or(Refusal::NotSubmitted)?;
    if past.objections().any(|case| case.is_open() && case.raised.hold) {
        return Err(Refusal::Held);
    }
    if submission.body.entered_by.contains(&author.person) {
        Err(Refusal::OwnBatch)
    } else {
        Ok(())
    }
}

fn sign(past: &Dossier, author: &Author) -> Result<(), Refusal> {
    decide(past, author)?;
    let reviewer = past.progress.review().map(|review| review.person);
    if reviewer == Some(author.person) { Err(Refusal::OwnReview) } else { Ok(()) }
}

fn pay(past: &Dossier, day: Date) -> Result<(), Refusal> {
    past.approval().ok_or(Refusal::NotApproved)?;
    match past.open_objections() {
        0 => {}
        open => return Err(Refusal::ObjectionOpen(open)),
    }
    if past.cases.iter().any(Case::owes) {
        return Err(Refusal::CorrectionDue);
    }
    if !past.wants_notice() {
        return Ok(());
    }
    let through = past.notice_through().ok_or(Refusal::NoticeFirst)?;
    if day > through { Ok(()) } else { Err(Refusal::NoticeRuns(through)) }
}

fn book(past: &Dossier, day: Date) -> Result<(), Refusal> {
    let made_on = past.pay_list().ok_or(Refusal::NotHanded)?.made_on;
    if day < made_on { Err(Refusal::PaidTooEarly(made_on)) } else { Ok(()) }
}

fn withdraw_disclosure(past: &Dossier) -> Result<(), Refusal> {
    if past.disclosures.is_empty() {
        return Err(Refusal::NoSuchDisclosure);
    }
    let is_public = past.disclosures.iter().any(|disclosed| disclosed.withdrawn_on.is_none());
    if is_public { Ok(()) } else { Err(Refusal::AlreadyWithdrawn) }
}

fn end_lists(past: &Dossier, day: Date) -> Result<(), Refusal> {
    if !past.disclosures.iter().any(super::state::Disclosed::shows_list) {
        return Err(Refusal::NoSuchDisclosure);
    }
    if retention::lists_due(past, day).is_empty() { Err(Refusal::ListRuns) } else { Ok(()) }
}

/// While the batch lives, only what was withdrawn from the public may be destroyed.
fn erase(past: &Dossier) -> Result<(), Refusal> {
    let withdrawn = past.disclosures.iter().any(|disclosed| disclosed.withdrawn_on.is_some());
    if retention::is_closed(past) || withdrawn { Ok(()) } else { Err(Refusal::NotClosed) }
}

fn post(past: &Dossier) -> Result<(), Refusal> {
    let live = || past.disclosures.iter().filter(|disclosed| disclosed.live);
    if live().next().is_none() {
        return Err(Refusal::NotPublished);
    }
    if live().any(super::state::Disclosed::shows_list) { Ok(()) } else { Err(Refusal::NotLive) }
}

fn take_down(past: &Dossier, meant: Option<EntryId>) -> Result<(), Refusal> {
    let is_meant = |entry: EntryId| meant.is_none_or(|meant| meant == entry);
    let hangs = past.postings.iter().any(|there| there.hangs() && is_meant(there.entry));
    if hangs { Ok(()) } else { Err(Refusal::NotPosted) }
}

/// The case, if this user may still go on with it; without a meant one the first that is open.
fn open_case<'c>(
    cases: &'c [Case],
    meant: Option<EntryId>,
    at: &Standing<'_>,
) -> Result<&'c Case, Refusal> {
    let case = match meant {
        Some(meant) => cases.iter().find(|case| case.entry == meant),
        None => cases.iter().find(|case| case.is_open()),
    };
    let case = case.ok_or(Refusal::NoSuchCase)?;
    if !case.is_open() {
        return Err(Refusal::CaseClosed);
    }
    if !case.escalated.is_empty() && !at.author.roles.has(Role::Reviewer) {
        return Err(Refusal::CaseEscalated);
    }
    Ok(case)
}

/// An objection is answered after two people looked into it.
fn looked_into(case: &Case) -> Result<(), Refusal> {
    let is_objection = case.raised.case == CaseKind::Objection;
    if is_objection && case.investigated.is_none() {
        return Err(Refusal::NotInvestigated);
    }
    Ok(())
}

/// If one desk promised a correction while another handed the money over, the answer is given anew.
fn answer(past: &Dossier, at: &Standing<'_>, meant: Option<EntryId>) -> Result<(), Refusal> {
    let promised = meant.and_then(|meant| {
        past.cases.iter().find(|case| case.entry == meant && case.promised(Action::Correct))
    });
    if let Some(case) = promised
        && past.stage().is_handed()
        && (case.escalated.is_empty() || at.author.roles.has(Role::Reviewer))
    {
        return Ok(());
    }
    looked_into(open_case(&past.cases, meant, at)?)
}
