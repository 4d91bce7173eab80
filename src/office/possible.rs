//! "May I?", answered once: for lists, footers, the palette, `--json`, and for the act itself.
//!
//! What entries decide stands in [`may`]; what only rows can decide (findings, equality with the
//! notice, the own line) in [`by_rows`], from [`RowFacts`] that were computed for just these rows. A
//! fact that is not known makes the answer [`Possible::Unchecked`], never "yes".
use super::ActName;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::row_rules::{RowFacts, RowStanding, by_rows};
use crate::domain::dossier::{Past, Refusal, Standing, may};
use crate::domain::journal::{ActKind, EntryId, ReviewSteps};
use crate::domain::people::user::Role;
use crate::domain::reference::programme::NoticeTime;

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Possible {
    /// It can be done.
    Yes,
    /// It cannot, and this is why.
    No(Refusal),
    /// Nobody has looked at the rows as they stand now.
    Unchecked,
}

/// What decides beside the entries of the subject itself.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// What is known of the rows.
    pub rows: &'a RowFacts,
    /// The village has a board in use.
    pub board_in_use: bool,
    /// The batch that this one corrects is with the finance bureau; `None` = it corrects none.
    pub corrects_handed: Option<bool>,
}

/// May `act` be done, on the whole subject or on the part of it with this entry?
#[must_use]
pub fn possible(
    act: ActName,
    at: &Standing<'_>,
    beside: &Beside<'_>,
    part: Option<EntryId>,
) -> Possible {
    match kind_of(act, at) {
        Some(kind) => possible_as(kind, at, beside, part),
        None => answer(of_draft(act, at)),
    }
}

/// The same for a word of the table: a publication may be a notice or a result.
#[must_use]
pub fn possible_as(
    kind: ActKind,
    at: &Standing<'_>,
    beside: &Beside<'_>,
    part: Option<EntryId>,
) -> Possible {
    if let Err(refusal) = may(kind, at, part) {
        return Possible::No(refusal);
    }
    let Past::Batch(dossier) = at.past else { return Possible::Yes };
    if kind == ActKind::Submit && beside.corrects_handed == Some(false) {
        return Possible::No(Refusal::NothingToCorrect);
    }
    let standing = RowStanding {
        dossier,
        author: at.author,
        when: at.when,
        board_in_use: beside.board_in_use,
    };
    by_rows(kind, &standing, beside.rows).map_or(Possible::Unchecked, answer)
}

fn answer(decided: Result<(), Refusal>) -> Possible {
    match decided {
        Ok(()) => Possible::Yes,
        Err(refusal) => Possible::No(refusal),
    }
}

/// Acts on drafts are the clerk's; the table does not hold them, for they write no entry.
fn of_draft(act: ActName, at: &Standing<'_>) -> Result<(), Refusal> {
    if !at.author.roles.has(Role::Clerk) {
        return Err(Refusal::Role(Role::Clerk));
    }
    let Some(dossier) = at.past.batch() else { return Ok(()) };
    if act == ActName::Edit && !dossier.stage().is_open() {
        return Err(Refusal::NotOpen);
    }
    if act == ActName::Discard && !dossier.heads.is_empty() {
        return Err(Refusal::NotOpen);
    }
    if act == ActName::Correct && dossier.pay_list().is_none() {
        return Err(Refusal::NothingToCorrect);
    }
    Ok(())
}

/// The table's word for an act; `None` = the table does not hold it (drafts).
#[must_use]
pub fn kind_of(act: ActName, at: &Standing<'_>) -> Option<ActKind> {
    let decided = !at.past.is_undecided();
    Some(match act {
        ActName::NewRoll | ActName::Correct | ActName::Edit | ActName::Discard => return None,
        ActName::Publish => publish_kind(next_stage(at.past), at.when),
        ActName::Submit => ActKind::Submit,
        ActName::Unsubmit => ActKind::Unsubmit,
        ActName::Approve if at.past.steps() == ReviewSteps::Two => ActKind::Review,
        ActName::Approve => ActKind::Approve,
        ActName::Sign => ActKind::Sign,
        ActName::Return => ActKind::Return,
        ActName::Withdraw if decided => ActKind::WithdrawDecided,
        ActName::Withdraw => ActKind::WithdrawUndecided,
        ActName::PayList => ActKind::PayList,
        ActName::BookPayment => ActKind::BookPaid,
        ActName::Post => ActKind::Post,
        ActName::TakeDown => ActKind::TakeDown,
        ActName::WithdrawDisclosure => ActKind::WithdrawDisclosure,
        ActName::EndLists => ActKind::EndLists,
        ActName::Erase => ActKind::Erase,
        ActName::Raise => ActKind::Raise,
        ActName::Investigate => ActKind::Investigate,
        ActName::Answer => ActKind::Answer,
        ActName::Escalate => ActKind::Escalate,
        ActName::SetUpBoard | ActName::ChangeBoard => ActKind::DescribeBoard,
        ActName::InspectBoard => ActKind::InspectBoard,
        ActName::ReportNothing => ActKind::NothingToReport,
        ActName::RetireBoard => ActKind::RetireBoard,
    })
}

/// After payment a result is published, before it a notice.
#[must_use]
pub fn next_stage(past: Past<'_>) -> DisclosureStage {
    if past.stage() == crate::domain::dossier::Stage::Paid {
        DisclosureStage::Result
    } else {
        DisclosureStage::Notice
    }
}

/// Which act of the table a publication is.
#[must_use]
pub const fn publish_kind(stage: DisclosureStage, when: NoticeTime) -> ActKind {
    match (stage, when) {
        (DisclosureStage::Result, _) => ActKind::PublishResult,
        (DisclosureStage::Notice, NoticeTime::AfterReview) => ActKind::PublishReviewed,
        (DisclosureStage::Notice, NoticeTime::BeforeSubmission | NoticeTime::None) => {
            ActKind::PublishFirst
        }
    }
}
