//! 异议和查询: a numbered case, from the day it came to the day it was answered.
//!
//! The same acts serve an objection or enquiry about a batch (in the batch's dossier) and an
//! enquiry about nothing that was published (a subject of its own, [`Enquiry`]).
use super::date::Date;
use super::dossier::{Event, FoldEntry, Past, Refusal, permits};
use super::journal::{Answered, Body, EntryId, Escalated, Investigated, Raised};
use super::order::{self, Ordered};
use super::sentence::Spoken;
use super::word_list::words;
use serde::{Deserialize, Serialize};

words! {
    /// 异议 or 查询.
    CaseKind {
        /// 异议: something in a disclosure is said to be wrong.
        Objection = "objection" => "case-kind-objection",
        /// 查询: a question.
        Enquiry = "enquiry" => "case-kind-enquiry",
    }
}

words! {
    /// How it came.
    Channel {
        /// 当面
        InPerson = "in-person" => "channel-in-person",
        /// 电话
        Phone = "phone" => "channel-phone",
        /// 书面
        Written = "written" => "channel-written",
        /// 意见箱
        Box = "box" => "channel-box",
        /// 网络
        Online = "online" => "channel-online",
    }
}

words! {
    /// What it is about (domain 3.1).
    CaseType {
        /// 身份
        Identity = "identity" => "case-type-identity",
        /// 面积
        Area = "area" => "case-type-area",
        /// 标准
        Standard = "standard" => "case-type-standard",
        /// 金额
        Amount = "amount" => "case-type-amount",
        /// 漏报
        Omitted = "omitted" => "case-type-omitted",
        /// 不符合条件
        NotEligible = "not-eligible" => "case-type-not-eligible",
        /// 隐私
        Privacy = "privacy" => "case-type-privacy",
        /// 其他
        Other = "other" => "case-type-other",
    }
}

words! {
    /// What two people found.
    Outcome {
        /// 属实
        Upheld = "upheld" => "outcome-upheld",
        /// 部分属实
        Partly = "partly" => "outcome-partly",
        /// 不属实
        NotUpheld = "not-upheld" => "outcome-not-upheld",
    }
}

words! {
    /// What follows from the answer.
    Action {
        /// 更正: a new revision with a new notice for the changed rows.
        Correct = "correct" => "case-action-correct",
        /// 撤回: the disclosure is withdrawn.
        Withdraw = "withdraw" => "case-action-withdraw",
        /// 更正批次: the money is out, another batch corrects it.
        CorrectionBatch = "correction-batch" => "case-action-correction-batch",
        /// 说明: nothing changes, the answer explains why.
        Explain = "explain" => "case-action-explain",
    }
}

impl Outcome {
    /// Was the objector right, wholly or partly?
    #[must_use]
    pub const fn is_upheld(self) -> bool {
        matches!(self, Self::Upheld | Self::Partly)
    }
}

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

    /// Is there something to answer: nobody has yet, or the money (`handed`) has overtaken the
    /// promise of a correction?
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
    /// Entries that nobody has answered yet, sorted. First in the row: a view with other heads is
    /// stale.
    pub heads: Vec<EntryId>,
    /// Entries that were seen by their authors and are missing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<EntryId>,
    /// The case, one at most.
    pub cases: Vec<Case>,
    /// Blobs that were erased, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<super::hash::Hash>,
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

/// The enquiry of `entries`, which may come in any order.
#[must_use]
pub fn fold_enquiry(mut entries: Vec<FoldEntry>) -> Enquiry {
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by(|a, b| a.id == b.id);
    let Ordered { order, heads, gaps, .. } = order::of(&entries);
    let mut enquiry = Enquiry::default();
    for place in order {
        let Some(entry) = entries.get(place) else { continue };
        let refused = permits(Past::Enquiry(&enquiry), &entry.body, entry.known.as_ref()).err();
        let without_effect = refused.as_ref().map(|refusal| refusal.sentence().key.to_owned());
        enquiry.history.push(Event {
            entry: entry.id,
            kind: entry.kind.clone(),
            author: entry.author,
            at: entry.at,
            without_effect,
        });
        if refused.is_some() {
            continue;
        }
        evolve(&mut enquiry.cases, entry);
        if let Body::Erased(said) = &entry.body {
            enquiry.erased.extend(&said.blobs);
            enquiry.erased.sort_unstable();
            enquiry.erased.dedup();
        }
    }
    Enquiry { heads, gaps, ..enquiry }
}

/// What an entry changes in the cases.
pub(super) fn evolve(cases: &mut Vec<Case>, entry: &FoldEntry) {
    if let Body::Raised(said) = &entry.body {
        let (entry, raised) = (entry.id, said.clone());
        cases.push(Case {
            entry,
            raised,
            investigated: None,
            escalated: Vec::new(),
            answered: None,
            settled: false,
        });
    } else if let Body::Investigated(said) = &entry.body {
        if let Some(case) = find(cases, said.case) {
            case.investigated = Some(said.clone());
        }
    } else if let Body::Escalated(said) = &entry.body {
        if let Some(case) = find(cases, said.case) {
            case.escalated.push(said.clone());
        }
    } else if let Body::Answered(said) = &entry.body
        && let Some(case) = find(cases, said.case)
    {
        case.answered = Some(said.clone());
    }
}

fn find(cases: &mut [Case], id: EntryId) -> Option<&mut Case> {
    cases.iter_mut().find(|case| case.entry == id)
}

/// What the cases at hand refuse; roles stand in the table.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the table lets only these kinds through; a new one is refused"
)]
pub(super) fn further(cases: &[Case], body: &Body, is_reviewer: bool) -> Result<(), Refusal> {
    if let Body::Raised(said) = body {
        return if said.due < said.received_on { Err(Refusal::Misfit) } else { Ok(()) };
    }
    let id = match body {
        Body::Investigated(said) => said.case,
        Body::Escalated(said) => said.case,
        Body::Answered(said) => said.case,
        _ => return Err(Refusal::Misfit),
    };
    let case = cases.iter().find(|case| case.entry == id).ok_or(Refusal::NoSuchCase)?;
    if !case.is_open() {
        return Err(Refusal::CaseClosed);
    }
    if !case.escalated.is_empty() && !is_reviewer {
        return Err(Refusal::CaseEscalated);
    }
    if let Body::Answered(said) = body { answer(case, said) } else { Ok(()) }
}

fn answer(case: &Case, said: &Answered) -> Result<(), Refusal> {
    if case.raised.case == CaseKind::Enquiry {
        return if said.action == Action::Explain {
            Ok(())
        } else {
            Err(Refusal::EnquiryExplained)
        };
    }
    let found = case.investigated.as_ref().ok_or(Refusal::NotInvestigated)?;
    match (found.outcome.is_upheld(), said.action) {
        (true, Action::Explain) => Err(Refusal::UpheldNeedsAction),
        (false, Action::Correct | Action::Withdraw | Action::CorrectionBatch) => {
            Err(Refusal::NotUpheldNeedsNone)
        }
        _ => Ok(()),
    }
}
