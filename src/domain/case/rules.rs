//! What the cases at hand refuse.
use super::state::{Case, Enquiry};
use super::vocabulary::{Action, CaseKind};
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::{Answered, CaseBody, EntryId};

/// What a batch and its cases refuse; roles stand in the table.
pub(in crate::domain) fn of_batch(
    past: &Dossier,
    body: &CaseBody,
    is_reviewer: bool,
) -> Result<(), Refusal> {
    let further = || further(&past.cases, body, is_reviewer);
    match body {
        CaseBody::Raised(raised) => {
            let about = raised.code.as_ref().is_none_or(|code| past.disclosure(code).is_some());
            if about { further() } else { Err(Refusal::NoSuchDisclosure) }
        }
        CaseBody::Answered(answer) if overtaken(past, answer, is_reviewer) => Ok(()),
        CaseBody::Answered(answer) => {
            further()?;
            promise(past, answer)
        }
        CaseBody::Investigated(_) | CaseBody::Escalated(_) => further(),
    }
}

/// What an enquiry refuses: it holds one case.
pub(in crate::domain) fn of_enquiry(
    past: &Enquiry,
    body: &CaseBody,
    is_reviewer: bool,
) -> Result<(), Refusal> {
    match body {
        CaseBody::Raised(_) if !past.cases.is_empty() => Err(Refusal::Misfit),
        CaseBody::Raised(_)
        | CaseBody::Investigated(_)
        | CaseBody::Answered(_)
        | CaseBody::Escalated(_) => further(&past.cases, body, is_reviewer),
    }
}

/// What the cases at hand refuse, whatever they are about.
fn further(cases: &[Case], body: &CaseBody, is_reviewer: bool) -> Result<(), Refusal> {
    match body {
        CaseBody::Raised(body) if body.due < body.received_on => Err(Refusal::Misfit),
        CaseBody::Raised(_) => Ok(()),
        CaseBody::Investigated(body) => open(cases, body.case, is_reviewer).map(|_| ()),
        CaseBody::Escalated(body) => open(cases, body.case, is_reviewer).map(|_| ()),
        CaseBody::Answered(body) => answer(open(cases, body.case, is_reviewer)?, body),
    }
}

/// The case, if this user may still go on with it.
fn open(cases: &[Case], id: EntryId, is_reviewer: bool) -> Result<&Case, Refusal> {
    let case = cases.iter().find(|case| case.entry == id).ok_or(Refusal::NoSuchCase)?;
    if !case.is_open() {
        return Err(Refusal::CaseClosed);
    }
    if !case.escalated.is_empty() && !is_reviewer {
        return Err(Refusal::CaseEscalated);
    }
    Ok(case)
}

fn answer(case: &Case, body: &Answered) -> Result<(), Refusal> {
    if case.raised.case == CaseKind::Enquiry {
        return if body.action == Action::Explain {
            Ok(())
        } else {
            Err(Refusal::EnquiryExplained)
        };
    }
    let found = case.investigated.as_ref().ok_or(Refusal::NotInvestigated)?;
    match (found.outcome.is_upheld(), body.action) {
        (true, Action::Explain) => Err(Refusal::UpheldNeedsAction),
        (false, Action::Correct | Action::Withdraw | Action::CorrectionBatch) => {
            Err(Refusal::NotUpheldNeedsNone)
        }
        (true, Action::Correct | Action::Withdraw | Action::CorrectionBatch)
        | (false, Action::Explain) => Ok(()),
    }
}

/// An answer promises only what can be kept: a new revision while the rows can change, another
/// batch once they cannot.
const fn promise(past: &Dossier, body: &Answered) -> Result<(), Refusal> {
    match (body.action, past.stage().is_handed()) {
        (Action::CorrectionBatch, false) => Err(Refusal::RowsStillOpen),
        (Action::Correct, true) => Err(Refusal::RowsAreHanded),
        (Action::CorrectionBatch, true)
        | (Action::Correct, false)
        | (Action::Withdraw | Action::Explain, _) => Ok(()),
    }
}

/// Where the answer promised a correction and the money went apart from each other, the answer is
/// given anew.
fn overtaken(past: &Dossier, body: &Answered, is_reviewer: bool) -> bool {
    let is_meant = |case: &&Case| case.entry == body.case && case.promised(Action::Correct);
    let Some(case) = past.cases.iter().find(is_meant) else { return false };
    let may = case.escalated.is_empty() || is_reviewer;
    may && body.action == Action::CorrectionBatch && past.stage().is_handed()
}
