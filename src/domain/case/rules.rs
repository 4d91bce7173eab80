//! What the cases at hand refuse.
use super::state::Case;
use super::vocabulary::{Action, CaseKind};
use crate::domain::dossier::Refusal;
use crate::domain::journal::{Answered, Body};

/// What the cases at hand refuse; roles stand in the table.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the table lets only these kinds through; a new one is refused"
)]
pub(in crate::domain) fn further(
    cases: &[Case],
    body: &Body,
    is_reviewer: bool,
) -> Result<(), Refusal> {
    if let Body::Raised(body) = body {
        return if body.due < body.received_on { Err(Refusal::Misfit) } else { Ok(()) };
    }
    let id = match body {
        Body::Investigated(body) => body.case,
        Body::Escalated(body) => body.case,
        Body::Answered(body) => body.case,
        _ => return Err(Refusal::Misfit),
    };
    let case = cases.iter().find(|case| case.entry == id).ok_or(Refusal::NoSuchCase)?;
    if !case.is_open() {
        return Err(Refusal::CaseClosed);
    }
    if !case.escalated.is_empty() && !is_reviewer {
        return Err(Refusal::CaseEscalated);
    }
    if let Body::Answered(body) = body { answer(case, body) } else { Ok(()) }
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
