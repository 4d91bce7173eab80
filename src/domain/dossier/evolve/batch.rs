//! Submission and decisions.
use super::disclosure::withdraw_all;
use super::founding::found;
use crate::domain::dossier::{Approval, Dossier, Past, Progress, Return, Review, Submission};
use crate::domain::journal::{BatchBody, EntryId, FoldEntry, ReviewSteps};
use crate::domain::values::hash::Hash;

pub(super) fn evolve(state: &mut Dossier, entry: &FoldEntry, body: &BatchBody) {
    match body {
        BatchBody::Submitted(body) => {
            found(state, &body.key, &body.label);
            let author = entry.author;
            let body = body.clone();
            let at = entry.at;
            let submission = Submission { entry: entry.id, author, body, at };
            state.move_to(Progress::Submitted { submission });
        }
        BatchBody::Approved(body) => match Past::Batch(state).steps() {
            ReviewSteps::One => approve(state, entry.id, body.rows),
            ReviewSteps::Two => review(state, entry, body.rows),
        },
        BatchBody::Signed(body) => approve(state, entry.id, body.rows),
        BatchBody::Unsubmitted(_) => state.move_to(Progress::Open),
        BatchBody::Returned(body) => {
            let returned = Return { reason: body.reason, lines: body.lines.clone() };
            if let Some(submission) = state.submission().cloned() {
                state.move_to(Progress::Returned { submission, returned });
            }
        }
        BatchBody::Withdrawn(body) => {
            state.move_to(Progress::Withdrawn);
            withdraw_all(state, body.class, entry.at.date(), &body.lists);
        }
    }
}

fn approve(state: &mut Dossier, entry: EntryId, rows: Hash) {
    let approval = Approval { entry, rows };
    if let Some(submission) = state.submission().cloned() {
        state.move_to(Progress::Approved { submission, approval });
    }
}

fn review(state: &mut Dossier, entry: &FoldEntry, rows: Hash) {
    let person = entry.known.as_ref().map(|known| known.person);
    if let Some((submission, person)) = state.submission().cloned().zip(person) {
        let review = Review { entry: entry.id, rows, person };
        state.move_to(Progress::Reviewed { submission, review });
    }
}
