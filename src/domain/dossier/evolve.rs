//! What one entry changes in the dossier (evolve). Total: whatever it says, the dossier stays a dossier.
use super::fold::FoldEntry;
use super::past::Past;
use super::posting::Posting;
use super::state::{Booked, Disclosed, Dossier, Paid, Review, Submission};
use super::table::transition;
use crate::domain::case::{self, Action};
use crate::domain::disclosure::Code;
use crate::domain::journal::{Body, EntryId, Published};
use crate::domain::revision::ChangeReason;
use crate::domain::roll::RollKey;
use crate::domain::withdrawal::WithdrawalReason;

/// Does it decide where the batch stands? Two that were made apart are a conflict; records of the wall and of cases are not.
pub(super) const fn decides(body: &Body) -> bool {
    matches!(
        body,
        Body::Published(_)
            | Body::Submitted(_)
            | Body::Unsubmitted(_)
            | Body::Approved(_)
            | Body::Signed(_)
            | Body::Returned(_)
            | Body::Withdrawn(_)
            | Body::PayListed(_)
            | Body::Paid(_)
    )
}

#[expect(clippy::wildcard_enum_match_arm, reason = "all other kinds change nothing here")]
pub(super) fn evolve(state: &mut Dossier, entry: &FoldEntry) {
    if let Some(stage) = transition(Past::Batch(state), &entry.body).and_then(|row| row.to) {
        state.stage = stage;
    }
    match &entry.body {
        Body::Published(_) | Body::DisclosureWithdrawn(_) | Body::ListsEnded(_) => public(state, entry),
        Body::Posted(said) => state.postings.push(Posting::of(entry.id, said)),
        Body::TakenDown(said) => {
            let posting = state.postings.iter_mut().find(|posting| posting.entry == said.posting);
            if let Some(posting) = posting {
                posting.take_down(entry.id, said);
            }
        }
        Body::Erased(said) => {
            state.erased.extend(&said.blobs);
            state.erased.sort_unstable();
            state.erased.dedup();
        }
        Body::Raised(_) | Body::Investigated(_) | Body::Escalated(_) => case::evolve(&mut state.cases, entry),
        Body::Answered(said) => {
            case::evolve(&mut state.cases, entry);
            settle_done(state, said.case);
        }
        _ => decide(state, entry),
    }
}

/// Submission, decisions and money.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other kinds change nothing here")]
fn decide(state: &mut Dossier, entry: &FoldEntry) {
    match &entry.body {
        Body::Submitted(said) => {
            found(state, &said.key, &said.label);
            (state.approval, state.returned, state.reviewed) = (None, None, None);
            state.submission = Some(Submission { entry: entry.id, author: entry.author, said: said.clone(), at: entry.at });
        }
        Body::Approved(said) if state.stage == super::Stage::Reviewed => {
            let person = entry.known.as_ref().map(|known| known.person);
            state.reviewed = person.map(|person| Review { entry: entry.id, rows: said.rows, person });
        }
        Body::Approved(said) => state.approval = Some((entry.id, said.rows)),
        Body::Signed(said) => state.approval = Some((entry.id, said.rows)),
        Body::Unsubmitted(_) => (state.approval, state.reviewed) = (None, None),
        Body::Returned(said) => {
            (state.approval, state.reviewed) = (None, None);
            state.returned = Some((said.reason, said.lines.clone()));
        }
        Body::Withdrawn(said) => {
            (state.approval, state.returned, state.reviewed) = (None, None, None);
            let live: Vec<Code> = state.disclosures.iter().filter(|disclosed| disclosed.live).map(|live| live.said.code.clone()).collect();
            for disclosed in state.disclosures.iter_mut().filter(|disclosed| disclosed.live) {
                disclosed.live = false;
                disclosed.withdrawn_on = Some(entry.at.date());
                disclosed.class = said.class;
            }
            settle_withdrawn(state, &live);
        }
        Body::PayListed(said) => {
            let (list, rows, fen, made_on) = (said.list.clone(), said.rows, said.fen, said.made_on);
            state.paid = Some(Paid { entry: entry.id, list, rows, fen, made_on });
        }
        Body::Paid(said) => state.booked = Some(Booked { entry: entry.id, said: said.clone() }),
        _ => {}
    }
}

/// What becomes of disclosures.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other kinds change nothing here")]
fn public(state: &mut Dossier, entry: &FoldEntry) {
    match &entry.body {
        Body::Published(said) => published(state, entry, said),
        Body::DisclosureWithdrawn(said) => {
            for (code, remains) in said.codes.iter().zip(&said.remains) {
                for disclosed in of_code(state, code) {
                    (disclosed.live, disclosed.withdrawn_on) = (false, Some(said.on));
                    (disclosed.class, disclosed.remains) = (said.class, Some(*remains));
                }
            }
            settle_withdrawn(state, &said.codes);
        }
        Body::ListsEnded(said) => {
            for (code, remains) in said.codes.iter().zip(&said.remains) {
                for disclosed in of_code(state, code) {
                    (disclosed.ended_on, disclosed.remains) = (Some(said.on), Some(*remains));
                }
            }
        }
        _ => {}
    }
}

fn published(state: &mut Dossier, entry: &FoldEntry, said: &Published) {
    found(state, &said.key, &said.label);
    state.disclosures.iter_mut().filter(|there| there.said.stage == said.stage).for_each(|there| there.live = false);
    let (said, at) = (said.clone(), entry.at);
    let all = said.answers.is_none() && said.change_reason == Some(ChangeReason::Objection);
    settle(state, |case| all || said.answers == Some(case.entry), Action::Correct);
    let (withdrawn_on, ended_on, remains) = (None, None, None);
    state.disclosures.push(Disclosed {
        entry: entry.id,
        said,
        live: true,
        withdrawn_on,
        class: WithdrawalReason::default(),
        ended_on,
        remains,
        at,
    });
}

fn of_code<'s>(state: &'s mut Dossier, code: &Code) -> impl Iterator<Item = &'s mut Disclosed> {
    state.disclosures.iter_mut().filter(move |disclosed| disclosed.said.code == *code)
}

/// A promised withdrawal is kept once the disclosure that the case speaks of is gone.
fn settle_withdrawn(state: &mut Dossier, codes: &[Code]) {
    settle(state, |case| case.raised.code.as_ref().is_none_or(|code| codes.contains(code)), Action::Withdraw);
}

/// What an answer promises may have been done before: a disclosure that answers the case, or the withdrawal.
fn settle_done(state: &mut Dossier, id: EntryId) {
    let corrected = state.disclosures.iter().any(|disclosed| disclosed.said.answers == Some(id));
    settle(state, |case| case.entry == id && corrected, Action::Correct);
    let is_gone = |code: &Code| state.disclosure(code).is_some_and(|disclosed| disclosed.withdrawn_on.is_some());
    let none_live = !state.disclosures.iter().any(|disclosed| disclosed.live);
    let case = state.cases.iter().find(|case| case.entry == id);
    let withdrawn = case.is_some_and(|case| case.raised.code.as_ref().map_or(none_live, is_gone));
    settle(state, |case| case.entry == id && withdrawn, Action::Withdraw);
}

fn settle(state: &mut Dossier, meant: impl Fn(&case::Case) -> bool, action: Action) {
    let promised = |case: &case::Case| case.answered.as_ref().is_some_and(|answered| answered.action == action);
    state.cases.iter_mut().filter(|case| promised(case) && meant(case)).for_each(|case| case.settled = true);
}

fn found(state: &mut Dossier, key: &RollKey, label: &str) {
    if state.key.is_none() {
        state.key = Some(key.clone());
        label.clone_into(&mut state.label);
    }
}
