//! The rules that rest on entries alone: asked by `decide` before an entry is written and by the
//! folds of what arrives, against the entry's own causal past. First the [`TABLE`](super::TABLE),
//! then what it calls "further".
use super::past::Past;
use super::refusal::Refusal;
use super::stage::Stage;
use super::state::Dossier;
use super::table::{Transition, transition};
use crate::domain::board::Board;
use crate::domain::case::{Action, Enquiry};
use crate::domain::dossier::posting_rules;
use crate::domain::journal::{
    ActKind, Answered, Author, BatchBody, Body, CaseBody, DisclosureBody, MoneyBody, Paid,
    PayListed, Published, RetentionBody, Submitted,
};
use crate::domain::people::user::Role;
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
        Body::Disclosure(DisclosureBody::Published(body)) => publish(past, body),
        Body::Disclosure(DisclosureBody::DisclosureWithdrawn(body)) => {
            posting_rules::take_back(past, body)
        }
        Body::Disclosure(DisclosureBody::ListsEnded(body)) => posting_rules::end(past, body),
        Body::Posting(body) => posting_rules::further(past, body),
        Body::Batch(body) => decide(past, body, author),
        Body::Money(MoneyBody::PayListed(body)) => pay(past, body),
        Body::Money(MoneyBody::Paid(body)) => book(past, body),
        Body::Retention(RetentionBody::Erased(body)) => posting_rules::erase(past, &body.blobs),
        Body::Case(body) => of_case(past, body, author),
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
        Body::Retention(RetentionBody::Erased(_)) => posting_rules::erase_enquiry(past),
        Body::Case(CaseBody::Raised(_)) if !past.cases.is_empty() => Err(Refusal::Misfit),
        Body::Case(body) => {
            case::rules::further(&past.cases, body, author.roles.has(Role::Reviewer))
        }
        Body::Office(_)
        | Body::Disclosure(_)
        | Body::Posting(_)
        | Body::Batch(_)
        | Body::Money(_)
        | Body::Board(_)
        | Body::Unknown => Err(Refusal::Misfit),
    }
}

fn decide(past: &Dossier, body: &BatchBody, author: &Author) -> Result<(), Refusal> {
    match body {
        BatchBody::Submitted(body) => submit(past, body),
        BatchBody::Unsubmitted(body) => these_rows(past, body.rows),
        BatchBody::Approved(body) => decided(past, body.rows, author),
        BatchBody::Signed(body) => {
            decided(past, body.rows, author)?;
            let reviewer = past.progress.review().map(|review| review.person);
            if reviewer == Some(author.person) { Err(Refusal::OwnReview) } else { Ok(()) }
        }
        BatchBody::Returned(body) => these_rows(past, body.rows),
        BatchBody::Withdrawn(_) if past.heads.is_empty() => Err(Refusal::NothingThere),
        BatchBody::Withdrawn(_) => Ok(()),
    }
}

fn of_case(past: &Dossier, body: &CaseBody, author: &Author) -> Result<(), Refusal> {
    let further = || case::rules::further(&past.cases, body, author.roles.has(Role::Reviewer));
    match body {
        CaseBody::Raised(raised) => {
            let about = raised.code.as_ref().is_none_or(|code| past.disclosure(code).is_some());
            if about { further() } else { Err(Refusal::NoSuchDisclosure) }
        }
        CaseBody::Answered(answer) if overtaken(past, answer, author) => Ok(()),
        CaseBody::Answered(answer) => {
            further()?;
            promise(past, answer)
        }
        CaseBody::Investigated(_) | CaseBody::Escalated(_) => further(),
    }
}

/// An answer promises only what can be kept: a new revision while the rows can change, another
/// batch once they cannot.
const fn promise(past: &Dossier, body: &Answered) -> Result<(), Refusal> {
    match (body.action, past.stage().is_handed()) {
        (Action::CorrectionBatch, false) => Err(Refusal::RowsStillOpen),
        (Action::Correct, true) => Err(Refusal::RowsAreHanded),
        _ => Ok(()),
    }
}

/// Where the answer promised a correction and the money went apart from each other, the answer is
/// given anew.
fn overtaken(past: &Dossier, body: &Answered, author: &Author) -> bool {
    let is_meant = |case: &&case::Case| case.entry == body.case && case.promised(Action::Correct);
    let Some(case) = past.cases.iter().find(is_meant) else { return false };
    let may = case.escalated.is_empty() || author.roles.has(Role::Reviewer);
    may && body.action == Action::CorrectionBatch && past.stage().is_handed()
}

fn these_rows(past: &Dossier, rows: Hash) -> Result<(), Refusal> {
    if past.rows() == Some(rows) { Ok(()) } else { Err(Refusal::NotSubmitted) }
}

fn publish(past: &Dossier, body: &Published) -> Result<(), Refusal> {
    use crate::domain::disclosure::DisclosureStage::{Notice, Result as Outcome};
    let rows = match (body.stage, body.when) {
        (Notice, NoticeTime::None) => return Err(Refusal::NoNotice),
        (Notice, NoticeTime::BeforeSubmission) => Some(body.rows),
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
    if past.key().is_none_or(|known| known == key) { Ok(()) } else { Err(Refusal::Misfit) }
}

fn submit(past: &Dossier, body: &Submitted) -> Result<(), Refusal> {
    if past.cases.iter().any(case::Case::owes) && body.when == NoticeTime::BeforeSubmission {
        return Err(Refusal::CorrectionDue);
    }
    if body.when == NoticeTime::BeforeSubmission {
        let live = past.live_notice().map(|disclosed| disclosed.entry);
        if body.notice.is_none() || body.notice != live {
            return Err(Refusal::NoticeFirst);
        }
    }
    same_key(past, &body.key)
}

fn decided(past: &Dossier, rows: Hash, author: &Author) -> Result<(), Refusal> {
    let submission = past.submission().ok_or(Refusal::NotSubmitted)?;
    if submission.body.rows != rows {
        return Err(Refusal::OtherRows);
    }
    if past.objections().any(|case| case.is_open() && case.raised.hold) {
        return Err(Refusal::Held);
    }
    if submission.body.entered_by.contains(&author.person) {
        Err(Refusal::OwnBatch)
    } else {
        Ok(())
    }
}

fn pay(past: &Dossier, body: &PayListed) -> Result<(), Refusal> {
    let approval = past.approval().ok_or(Refusal::NotApproved)?;
    if approval.rows != body.rows {
        return Err(Refusal::OtherRows);
    }
    match past.open_objections() {
        0 => {}
        open => return Err(Refusal::ObjectionOpen(open)),
    }
    if past.cases.iter().any(case::Case::owes) {
        return Err(Refusal::CorrectionDue);
    }
    if !past.wants_notice() {
        return Ok(());
    }
    let through = past.notice_through().ok_or(Refusal::NoticeFirst)?;
    if body.made_on > through { Ok(()) } else { Err(Refusal::NoticeRuns(through)) }
}

fn book(past: &Dossier, body: &Paid) -> Result<(), Refusal> {
    let handed = past.pay_list().ok_or(Refusal::NotHanded)?;
    if handed.list != body.list {
        return Err(Refusal::OtherRows);
    }
    if body.on < handed.made_on { Err(Refusal::PaidTooEarly(handed.made_on)) } else { Ok(()) }
}
