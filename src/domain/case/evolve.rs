//! What one entry changes in the cases of its subject.
use super::state::Case;
use crate::domain::journal::{Body, EntryId, FoldEntry};

/// What an entry changes in the cases.
pub(in crate::domain) fn evolve(cases: &mut Vec<Case>, entry: &FoldEntry) {
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
