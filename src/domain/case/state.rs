//! A case as folded: open or answered, due, what may still follow, and what one entry changes in it.
use super::vocabulary::{Action, CaseKind};
use crate::domain::journal::{Answered, CaseBody, EntryId, Escalated, Event, Investigated, Raised};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// One case, folded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its entry.
    pub entry: EntryId,
    /// What was registered.
    pub raised: Raised,
    /// What was found; the last finding holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investigated: Option<Investigated>,
    /// Where it was sent on to, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalated: Vec<Escalated>,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Answered>,
    /// What the answer promised has been done: the new revision is public, or the disclosure
    /// withdrawn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub settled: bool,
}

impl Case {
    /// Not answered yet?
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answered.is_none()
    }

    /// Last day for the answer, as counted anew by the last escalation.
    #[must_use]
    pub fn due(&self) -> Date {
        self.escalated.last().map_or(self.raised.due, |escalated| escalated.due)
    }

    /// Answered with a promise that is not kept yet?
    #[must_use]
    pub fn owes(&self) -> bool {
        self.promised(Action::Correct) || self.promised(Action::Withdraw)
    }

    /// Answered with this action, which is not done yet?
    #[must_use]
    pub fn promised(&self, action: Action) -> bool {
        !self.settled && self.answered.as_ref().is_some_and(|answered| answered.action == action)
    }

    /// Is there something to answer: nobody has answered yet, or a correction was promised and the
    /// money went out before it (`handed`)?
    #[must_use]
    pub fn wants_answer(&self, handed: bool) -> bool {
        self.is_open() || (handed && self.promised(Action::Correct))
    }

    /// What can follow from an answer: an upheld objection needs an action that can still be done,
    /// all else is explained.
    #[must_use]
    pub fn possible_actions(&self, handed: bool) -> &'static [Action] {
        let upheld = self.investigated.as_ref().is_some_and(|found| found.outcome.is_upheld());
        match (upheld, handed) {
            (false, _) => &[Action::Explain],
            (true, false) => &[Action::Correct, Action::Withdraw],
            (true, true) if self.is_open() => &[Action::CorrectionBatch, Action::Withdraw],
            (true, true) => &[Action::CorrectionBatch],
        }
    }

    /// May a new revision answer it: promised, or found right and not answered yet?
    #[must_use]
    pub fn may_be_corrected(&self) -> bool {
        let is_objection = self.raised.case == CaseKind::Objection;
        let found_right = is_objection
            && self.investigated.as_ref().is_some_and(|found| found.outcome.is_upheld());
        self.promised(Action::Correct) || (self.is_open() && found_right)
    }
}

/// An enquiry of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Enquiry {
    /// The newest entries, those that no other entry has seen; sorted. They stand first in the
    /// stored row: a view with other heads is out of date.
    pub heads: Vec<EntryId>,
    /// Entries that were seen by their authors and are missing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<EntryId>,
    /// The case, one at most.
    pub cases: Vec<Case>,
    /// Blobs that were erased, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<Hash>,
    /// Everything that happened, in fold order.
    pub history: Vec<Event>,
}

impl Enquiry {
    /// The case, once it is registered.
    #[must_use]
    pub fn case(&self) -> Option<&Case> {
        self.cases.first()
    }
}

/// What `entry` changes in the cases.
pub(in crate::domain) fn evolve(cases: &mut Vec<Case>, entry: EntryId, body: &CaseBody) {
    match body {
        CaseBody::Raised(body) => cases.push(Case {
            entry,
            raised: body.clone(),
            investigated: None,
            escalated: Vec::new(),
            answered: None,
            settled: false,
        }),
        CaseBody::Investigated(body) => {
            if let Some(case) = find(cases, body.case) {
                case.investigated = Some(body.clone());
            }
        }
        CaseBody::Escalated(body) => {
            if let Some(case) = find(cases, body.case) {
                case.escalated.push(body.clone());
            }
        }
        CaseBody::Answered(body) => {
            if let Some(case) = find(cases, body.case) {
                case.answered = Some(body.clone());
            }
        }
    }
}

fn find(cases: &mut [Case], id: EntryId) -> Option<&mut Case> {
    cases.iter_mut().find(|case| case.entry == id)
}
