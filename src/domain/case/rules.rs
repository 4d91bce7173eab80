//! What the cases at hand refuse.
use super::state::Case;
use super::vocabulary::{Action, CaseKind};
use crate::domain::dossier::Refusal;
use crate::domain::journal::CaseBody;

/// Refusals that depend on the content of this entry. Whether the act is possible at all with this
/// case was asked before. `handed`: the money of its batch has gone.
pub(in crate::domain) fn further(
    cases: &[Case],
    body: &CaseBody,
    handed: bool,
) -> Result<(), Refusal> {
    match body {
        CaseBody::Raised(body) if body.due < body.received_on => Err(Refusal::Misfit),
        CaseBody::Raised(_) | CaseBody::Investigated(_) | CaseBody::Escalated(_) => Ok(()),
        CaseBody::Answered(body) => {
            let case = cases.iter().find(|case| case.entry == body.case);
            answer(case.ok_or(Refusal::NoSuchCase)?, body.action, handed)
        }
    }
}

fn answer(case: &Case, action: Action, handed: bool) -> Result<(), Refusal> {
    if !case.is_open() {
        // a correction was promised, but then the money went out: only another batch can correct it
        let again = action == Action::CorrectionBatch && handed;
        return if again { Ok(()) } else { Err(Refusal::CaseClosed) };
    }
    if case.raised.case == CaseKind::Enquiry {
        let explains = action == Action::Explain;
        return if explains { Ok(()) } else { Err(Refusal::EnquiryExplained) };
    }
    let found = case.investigated.as_ref().ok_or(Refusal::NotInvestigated)?;
    match (found.outcome.is_upheld(), action) {
        (true, Action::Explain) => Err(Refusal::UpheldNeedsAction),
        (false, Action::Correct | Action::Withdraw | Action::CorrectionBatch) => {
            Err(Refusal::NotUpheldNeedsNone)
        }
        (true, Action::CorrectionBatch) if !handed => Err(Refusal::RowsStillOpen),
        (true, Action::Correct) if handed => Err(Refusal::RowsAreHanded),
        (true, Action::Correct | Action::Withdraw | Action::CorrectionBatch)
        | (false, Action::Explain) => Ok(()),
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
