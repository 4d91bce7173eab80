//! What one entry changes in the dossier (evolve). Total: whatever it says, the dossier stays a
//! dossier.
use super::past::Past;
use super::posting::Posting;
use super::progress::Progress;
use super::state::{Disclosed, Dossier};
use super::steps::{Approval, Booked, PayList, Return, Review, Submission};
use crate::domain::case::{self, Action};
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{
    Answered, BatchBody, Body, CaseBody, DisclosureBody, EntryId, FoldEntry, MoneyBody,
    PostingBody, Published, RetentionBody, ReviewSteps,
};
use crate::domain::roll::RollKey;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use std::collections::BTreeSet;

/// Does it decide where the batch stands? Two that were made apart are a conflict; records of the
/// wall and of cases are not.
pub(super) const fn decides(body: &Body) -> bool {
    match body {
        Body::Batch(_) | Body::Money(_) | Body::Disclosure(DisclosureBody::Published(_)) => true,
        Body::Disclosure(
            DisclosureBody::DisclosureWithdrawn(_) | DisclosureBody::ListsEnded(_),
        )
        | Body::Posting(_)
        | Body::Retention(_)
        | Body::Case(_)
        | Body::Office(_)
        | Body::Board(_)
        | Body::Unknown => false,
    }
}

pub(super) fn evolve(state: &mut Dossier, entry: &FoldEntry) {
    match &entry.body {
        Body::Disclosure(body) => publish(state, entry, body),
        Body::Posting(body) => hang(state, entry, body),
        Body::Batch(body) => decide(state, entry, body),
        Body::Money(body) => pay(state, entry, body),
        Body::Retention(RetentionBody::Erased(body)) => {
            state.erased.extend(&body.blobs);
            state.erased.sort_unstable();
            state.erased.dedup();
        }
        Body::Case(body) => {
            case::evolve::evolve(&mut state.cases, entry.id, body);
            keep_promise(state, body);
        }
        // not about a batch: the table lets none of them through
        Body::Office(_) | Body::Board(_) | Body::Unknown => {}
    }
}

fn hang(state: &mut Dossier, entry: &FoldEntry, body: &PostingBody) {
    match body {
        PostingBody::Posted(body) => state.postings.push(Posting::of(entry.id, body)),
        PostingBody::TakenDown(body) => {
            let posting = state.postings.iter_mut().find(|posting| posting.entry == body.posting);
            if let Some(posting) = posting {
                posting.take_down(entry.id, body);
            }
        }
    }
}

/// Submission and decisions.
fn decide(state: &mut Dossier, entry: &FoldEntry, body: &BatchBody) {
    match body {
        BatchBody::Submitted(body) => {
            found(state, &body.key, &body.label);
            let (author, body, at) = (entry.author, body.clone(), entry.at);
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
            let codes: BTreeSet<Code> = codes_of(state.withdrawn_with_batch(body.class)).collect();
            take_back(state, &codes, body.class, entry.at.date());
            keep(state, &body.codes, &body.remains);
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

/// Money that went stays known, also where another desk took the approval or the pay list's batch
/// back apart from it.
fn pay(state: &mut Dossier, entry: &FoldEntry, body: &MoneyBody) {
    let decided = state.submission().cloned().zip(state.approval());
    match body {
        MoneyBody::PayListed(body) => {
            let (list, rows, fen, made_on) = (body.list.clone(), body.rows, body.fen, body.made_on);
            let pay_list = PayList { entry: entry.id, list, rows, fen, made_on };
            match decided {
                Some((submission, approval)) => {
                    state.move_to(Progress::Handed { submission, approval, pay_list });
                }
                None => state.former.pay_list = Some(pay_list),
            }
        }
        MoneyBody::Paid(body) => {
            let booked = Booked { entry: entry.id, body: body.clone() };
            match decided.zip(state.progress.pay_list().cloned()) {
                Some(((submission, approval), pay_list)) => {
                    state.move_to(Progress::Paid { submission, approval, pay_list, booked });
                }
                None => state.former.booked = Some(booked),
            }
        }
    }
}

/// What becomes of disclosures.
fn publish(state: &mut Dossier, entry: &FoldEntry, body: &DisclosureBody) {
    match body {
        DisclosureBody::Published(body) => published(state, entry, body),
        DisclosureBody::DisclosureWithdrawn(body) => {
            let codes: BTreeSet<Code> = body
                .codes
                .iter()
                .flat_map(|code| codes_of(state.withdrawn_with(Some(code), body.class)))
                .collect();
            take_back(state, &codes, body.class, body.on);
            keep(state, &body.codes, &body.remains);
        }
        DisclosureBody::ListsEnded(body) => {
            state
                .disclosures
                .iter_mut()
                .filter(|it| body.codes.contains(&it.body.code))
                .for_each(|it| it.ended_on = Some(body.on));
            keep(state, &body.codes, &body.remains);
        }
    }
}

fn published(state: &mut Dossier, entry: &FoldEntry, body: &Published) {
    found(state, &body.key, &body.label);
    state
        .disclosures
        .iter_mut()
        .filter(|there| there.body.stage == body.stage)
        .for_each(|there| there.live = false);
    settle(state, |case| body.all_answers().any(|id| case.entry == id), Action::Correct);
    let (body, at) = (body.clone(), entry.at);
    let (withdrawn_on, ended_on, remains) = (None, None, None);
    state.disclosures.push(Disclosed {
        entry: entry.id,
        body,
        live: true,
        withdrawn_on,
        class: WithdrawalReason::default(),
        ended_on,
        remains,
        at,
    });
}

fn codes_of<'s>(disclosures: impl Iterator<Item = &'s Disclosed>) -> impl Iterator<Item = Code> {
    disclosures.map(|disclosed| disclosed.body.code.clone())
}

/// A promised withdrawal is kept once the disclosure that the case speaks of is gone.
fn take_back(state: &mut Dossier, codes: &BTreeSet<Code>, class: WithdrawalReason, on: Date) {
    for disclosed in
        state.disclosures.iter_mut().filter(|disclosed| codes.contains(&disclosed.body.code))
    {
        (disclosed.live, disclosed.withdrawn_on, disclosed.class) = (false, Some(on), class);
    }
    settle(
        state,
        |case| case.raised.code.as_ref().is_none_or(|code| codes.contains(code)),
        Action::Withdraw,
    );
}

/// What stays public of lists that are gone.
fn keep(state: &mut Dossier, codes: &[Code], remains: &[Hash]) {
    for (code, kept) in codes.iter().zip(remains) {
        state
            .disclosures
            .iter_mut()
            .filter(|disclosed| disclosed.body.code == *code)
            .for_each(|gone| gone.remains = Some(*kept));
    }
}

/// A promise that was kept before it was made is settled at once.
fn keep_promise(state: &mut Dossier, body: &CaseBody) {
    match body {
        CaseBody::Answered(body) if kept_already(state, body) => {
            settle(state, |case| case.entry == body.case, body.action);
        }
        CaseBody::Answered(_)
        | CaseBody::Raised(_)
        | CaseBody::Investigated(_)
        | CaseBody::Escalated(_) => {}
    }
}

/// Was what this answer promises done before it was promised?
fn kept_already(state: &Dossier, body: &Answered) -> bool {
    let Some(case) = state.cases.iter().find(|case| case.entry == body.case) else { return false };
    let named = case.raised.code.as_ref().and_then(|code| state.disclosure(code));
    match body.action {
        Action::Correct => {
            let mut answers =
                state.disclosures.iter().flat_map(|disclosed| disclosed.body.all_answers());
            answers.any(|id| id == body.case)
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
    let later =
        |body: &Published| body.stage == named.body.stage && body.revision > named.body.revision;
    let changes =
        |body: &Published| row.map_or(body.changed > 0, |row| body.changed_rows.contains(&row));
    state
        .disclosures
        .iter()
        .any(|it| it.withdrawn_on.is_none() && later(&it.body) && changes(&it.body))
}

fn settle(state: &mut Dossier, meant: impl Fn(&case::Case) -> bool, action: Action) {
    let promised = |case: &case::Case| {
        case.answered.as_ref().is_some_and(|answered| answered.action == action)
    };
    state
        .cases
        .iter_mut()
        .filter(|case| promised(case) && meant(case))
        .for_each(|case| case.settled = true);
}

fn found(state: &mut Dossier, key: &RollKey, label: &str) {
    if state.key.is_none() {
        state.key = Some(key.clone());
        label.clone_into(&mut state.label);
    }
}
