//! Promises of answers, and when they are kept.
use crate::domain::case::{Action, Case};
use crate::domain::dossier::{Disclosed, Dossier};
use crate::domain::journal::{CaseBody, EntryId};

/// A promise that was kept before it was made is settled at once.
pub(super) fn keep(state: &mut Dossier, body: &CaseBody) {
    if let Some((case, action)) = body.promise()
        && kept_already(state, case, action)
    {
        settle(state, |there| there.entry == case, action);
    }
}

/// Was what an answer promises done before it was promised?
fn kept_already(state: &Dossier, id: EntryId, action: Action) -> bool {
    let Some(case) = state.cases.iter().find(|case| case.entry == id) else { return false };
    let named = case.raised.code.as_ref().and_then(|code| state.disclosure(code));
    match action {
        Action::Correct => {
            let mut answers =
                state.disclosures.iter().flat_map(|disclosed| disclosed.body.all_answers());
            answers.any(|answered| answered == id)
                || named.is_some_and(|named| is_corrected(state, named, case.raised.row))
        }
        Action::Withdraw => match named {
            Some(named) => named.withdrawn_on.is_some(),
            // of no disclosure in particular: while the batch goes on, its withdrawal is still to
            // come
            None => {
                !state.stage().goes_on()
                    && state.disclosures.iter().all(|disclosed| disclosed.withdrawn_on.is_some())
            }
        },
        Action::CorrectionBatch | Action::Explain => false,
    }
}

/// Has a later revision changed this row, or any if none is meant?
fn is_corrected(state: &Dossier, named: &Disclosed, row: Option<u32>) -> bool {
    let later = |it: &Disclosed| {
        it.body.stage == named.body.stage && it.body.revision > named.body.revision
    };
    let changes =
        |it: &Disclosed| row.map_or(it.body.changed > 0, |row| it.body.changed_rows.contains(&row));
    let mut shown = state.disclosures.iter().filter(|it| it.withdrawn_on.is_none());
    shown.any(|it| later(it) && changes(it))
}

pub(super) fn settle(state: &mut Dossier, meant: impl Fn(&Case) -> bool, action: Action) {
    let promised =
        |case: &Case| case.answered.as_ref().is_some_and(|answered| answered.action == action);
    state
        .cases
        .iter_mut()
        .filter(|case| promised(case) && meant(case))
        .for_each(|case| case.settled = true);
}
