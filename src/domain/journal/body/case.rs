//! 异议和查询: what residents raise, what two people found, what was answered.
use super::form::{BodyError, read, written};
use super::kinds::{OfSubject, bodies};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::Code;
use crate::domain::journal::{ActKind, EntryId, RestsOn};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What becomes of an objection or enquiry.
    CaseBody {
        /// An objection or enquiry is registered.
        Raised = "raised" => "act-raised",
        /// Two people looked into it.
        Investigated = "investigated" => "act-investigated",
        /// It is answered.
        Answered = "answered" => "act-answered",
        /// Another unit answers.
        Escalated = "escalated" => "act-escalated",
    }
}

impl CaseBody {
    /// What an answer says will be done, and in which case.
    #[must_use]
    pub const fn promise(&self) -> Option<(EntryId, Action)> {
        match self {
            Self::Answered(body) => Some((body.case, body.action)),
            Self::Raised(_) | Self::Investigated(_) | Self::Escalated(_) => None,
        }
    }

    pub(super) const fn act(&self) -> ActKind {
        match self {
            Self::Raised(_) => ActKind::Raise,
            Self::Investigated(_) => ActKind::Investigate,
            Self::Answered(_) => ActKind::Answer,
            Self::Escalated(_) => ActKind::Escalate,
        }
    }

    /// The case that it goes on with; `None` = it founds one.
    #[must_use]
    pub const fn case(&self) -> Option<EntryId> {
        match self {
            Self::Raised(_) => None,
            Self::Investigated(body) => Some(body.case),
            Self::Answered(body) => Some(body.case),
            Self::Escalated(body) => Some(body.case),
        }
    }

    /// The disclosure that it speaks of.
    #[must_use]
    pub const fn code(&self) -> Option<&Code> {
        match self {
            Self::Raised(body) => body.code.as_ref(),
            Self::Investigated(_) | Self::Answered(_) | Self::Escalated(_) => None,
        }
    }

    /// The day that a person confirms with it.
    #[expect(clippy::unnecessary_wraps, reason = "the bodies of all subjects are asked alike")]
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        Some(match self {
            Self::Raised(body) => body.received_on,
            Self::Investigated(body) => body.on,
            Self::Answered(body) => body.on,
            Self::Escalated(body) => body.on,
        })
    }

    pub(super) const fn rests_on(&self) -> RestsOn<'_> {
        match self {
            Self::Raised(body) => {
                RestsOn::Reply { kind: body.case, on: body.received_on, due: body.due }
            }
            Self::Answered(body) => RestsOn::Cited { case: body.case, on: body.on },
            Self::Investigated(_) | Self::Escalated(_) => RestsOn::Nothing,
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::Raised(body) => body.rules,
            Self::Answered(body) => body.rules,
            Self::Investigated(_) | Self::Escalated(_) => None,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::Raised(body) => vec![body.text],
            Self::Investigated(body) => vec![body.facts],
            Self::Answered(body) => vec![body.reply],
            Self::Escalated(_) => Vec::new(),
        }
    }
}

/// A numbered objection or enquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raised {
    /// Objection or enquiry.
    pub case: CaseKind,
    /// Number in the office's register, e.g. `140923104-2026-YY-0003`.
    pub no: String,
    /// The day on which it was received, confirmed by a person.
    pub received_on: Date,
    /// How it came.
    pub channel: Channel,
    /// What it is about.
    pub about: CaseType,
    /// The disclosure that it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The row that it speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// 暂缓: no approval either while it is open.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hold: bool,
    /// Last day for the answer, in working days counted when it was received.
    pub due: Date,
    /// Blob with what was said, by whom, and how to reach them.
    pub text: Hash,
    /// The rules by which the last day was counted: [`mark`](crate::domain::reference::rule::mark) of the
    /// reference sets in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// What two people found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Investigated {
    /// The case's entry.
    pub case: EntryId,
    /// The day.
    pub on: Date,
    /// Upheld, partly, not.
    pub outcome: Outcome,
    /// Blob with the facts and the two names.
    pub facts: Hash,
}

/// The written answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The case's entry.
    pub case: EntryId,
    /// The day.
    pub on: Date,
    /// What follows from it.
    pub action: Action,
    /// Blob with the reply: facts, legal basis of that day, remedy and its time limit.
    pub reply: Hash,
    /// The rules that the reply cites: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// 转办: another unit answers from here on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Escalated {
    /// The case's entry.
    pub case: EntryId,
    /// The day.
    pub on: Date,
    /// The unit, e.g. `代县农业农村局`.
    pub to: String,
    /// Last day for the answer, counted anew.
    pub due: Date,
}
