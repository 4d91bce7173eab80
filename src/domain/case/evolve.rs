//! What one entry changes in the cases of its subject.
use super::state::Case;
use crate::domain::journal::{Body, EntryId, FoldEntry};

/// What an entry changes in the cases.
pub(in crate::domain) fn evolve(cases: &mut Vec<Case>, entry: &FoldEntry) {
    if let Body::Raised(body) = &entry.body {
        let (entry, raised) = (entry.id, body.clone());
        cases.push(Case {
            entry,
            raised,
            investigated: None,
            escalated: Vec::new(),
            answered: None,
            settled: false,
        });
    } else if let Body::Investigated(body) = &entry.body {
        if let Some(case) = find(cases, body.case) {
            case.investigated = Some(body.clone());
        }
    } else if let Body::Escalated(body) = &entry.body {
        if let Some(case) = find(cases, body.case) {
            case.escalated.push(body.clone());
        }
    } else if let Body::Answered(body) = &entry.body
        && let Some(case) = find(cases, body.case)
    {
        case.answered = Some(body.clone());
    }
}

fn find(cases: &mut [Case], id: EntryId) -> Option<&mut Case> {
    cases.iter_mut().find(|case| case.entry == id)
}
