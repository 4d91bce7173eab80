//! The rules that rest on entries alone: asked before an entry is written and by the folds of what
//! arrives, against the entry's own causal past. First what may be done at all ([`may`]), then what
//! just this entry says.
use super::may::{Standing, may};
use super::past::Past;
use super::refusal::Refusal;
use super::state::Dossier;
use super::table::transition;
use crate::domain::board::Board;
use crate::domain::case::Enquiry;
use crate::domain::dossier::posting_rules;
use crate::domain::journal::{
    Author, BatchBody, Body, DisclosureBody, MoneyBody, Published, Submitted,
};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::RollKey;
use crate::domain::values::hash::Hash;
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
        Body::Disclosure(body) => disclosure(past, body),
        Body::Posting(body) => posting_rules::further(past, body),
        Body::Batch(body) => decide(past, body),
        Body::Money(body) => money(past, body),
        Body::Retention(body) => posting_rules::erase(past, body.blobs()),
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

fn disclosure(past: &Dossier, body: &DisclosureBody) -> Result<(), Refusal> {
    match body {
        DisclosureBody::Published(body) => publish(past, body),
        DisclosureBody::DisclosureWithdrawn(body) => posting_rules::take_back(past, body),
        DisclosureBody::ListsEnded(body) => posting_rules::end(past, body),
    }
}

fn decide(past: &Dossier, body: &BatchBody) -> Result<(), Refusal> {
    match body {
        BatchBody::Submitted(body) => submit(past, body),
        BatchBody::Unsubmitted(body) => these_rows(past, body.rows, Refusal::NotSubmitted),
        BatchBody::Approved(body) => these_rows(past, body.rows, Refusal::OtherRows),
        BatchBody::Signed(body) => these_rows(past, body.rows, Refusal::OtherRows),
        BatchBody::Returned(body) => these_rows(past, body.rows, Refusal::NotSubmitted),
        BatchBody::Withdrawn(body) if body.codes.len() != body.remains.len() => {
            Err(Refusal::Misfit)
        }
        BatchBody::Withdrawn(_) => Ok(()),
    }
}

fn money(past: &Dossier, body: &MoneyBody) -> Result<(), Refusal> {
    let (there, named) = match body {
        MoneyBody::PayListed(body) => {
            return if past.approval().is_some_and(|approval| approval.rows == body.rows) {
                Ok(())
            } else {
                Err(Refusal::OtherRows)
            };
        }
        MoneyBody::Paid(body) => (past.pay_list().map(|list| &list.list), &body.list),
    };
    if there == Some(named) { Ok(()) } else { Err(Refusal::OtherRows) }
}

/// They are the rows that were handed in last.
fn these_rows(past: &Dossier, rows: Hash, others: Refusal) -> Result<(), Refusal> {
    if past.rows() == Some(rows) { Ok(()) } else { Err(others) }
}

fn publish(past: &Dossier, body: &Published) -> Result<(), Refusal> {
    use crate::domain::disclosure::DisclosureStage::{Notice, Result as Outcome};
    let rows = match (body.stage, body.when) {
        (Notice, NoticeTime::BeforeSubmission | NoticeTime::None) => Some(body.rows),
        (Notice, NoticeTime::AfterReview) => past.approval().map(|approval| approval.rows),
        (Outcome, _) => past.pay_list().map(|list| list.rows),
    };
    if rows != Some(body.rows) {
        return Err(Refusal::OtherRows);
    }
    if !body.all_answers().all(|id| past.cases.iter().any(|case| case.entry == id)) {
        return Err(Refusal::NoSuchCase);
    }
    let replaces = past.live(body.stage).map(|disclosed| &disclosed.body.code);
    let fits =
        body.revision == past.next_revision(body.stage) && body.replaces.as_ref() == replaces;
    if fits { same_key(past, &body.key) } else { Err(Refusal::Stale) }
}

fn same_key(past: &Dossier, key: &RollKey) -> Result<(), Refusal> {
    if past.key.as_ref().is_none_or(|known| known == key) { Ok(()) } else { Err(Refusal::Misfit) }
}

/// Where the notice comes first, the submission rests on the live one.
fn submit(past: &Dossier, body: &Submitted) -> Result<(), Refusal> {
    let live = past.live_notice().map(|disclosed| disclosed.entry);
    if body.when == NoticeTime::BeforeSubmission && body.notice != live {
        return Err(Refusal::NoticeFirst);
    }
    same_key(past, &body.key)
}
