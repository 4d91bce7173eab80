//! What one entry changes in the cases of its subject.
use super::state::Case;
use crate::domain::journal::{CaseBody, EntryId};

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
