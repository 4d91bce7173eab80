//! What the cases at hand refuse.
use super::state::Case;
use super::vocabulary::{Action, CaseKind};
use crate::domain::dossier::Refusal;
use crate::domain::journal::{Answered, CaseBody, EntryId};

/// What the cases at hand refuse; roles stand in the table.
pub(in crate::domain) fn further(
    cases: &[Case],
    body: &CaseBody,
    is_reviewer: bool,
) -> Result<(), Refusal> {
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
        _ => Ok(()),
    }
}

/// Two different people looked into it.
///
/// # Errors
/// [`Refusal::TwoInvestigators`]
pub fn two_people(names: &[String]) -> Result<(), Refusal> {
    let mut names: Vec<&str> =
        names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() >= 2 { Ok(()) } else { Err(Refusal::TwoInvestigators) }
}
