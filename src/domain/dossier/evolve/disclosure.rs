//! What becomes public, and what leaves the public again.
use super::founding::found;
use super::promise::settle;
use crate::domain::case::Action;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::dossier::{Disclosed, Dossier};
use crate::domain::journal::{DisclosureBody, FoldEntry, Published, TakenBack};
use crate::domain::values::date::Date;
use std::collections::BTreeSet;

/// A publication rests on what the desks decided; what leaves the public decides nothing.
pub(super) const fn decides(body: &DisclosureBody) -> bool {
    match body {
        DisclosureBody::Published(_) => true,
        DisclosureBody::DisclosureWithdrawn(_) | DisclosureBody::ListsEnded(_) => false,
    }
}

pub(super) fn evolve(state: &mut Dossier, entry: &FoldEntry, body: &DisclosureBody) {
    match body {
        DisclosureBody::Published(body) => published(state, entry, body),
        DisclosureBody::DisclosureWithdrawn(body) => {
            let codes: BTreeSet<Code> = body
                .lists
                .iter()
                .flat_map(|list| codes_of(state.withdrawn_with(Some(&list.code), body.class)))
                .collect();
            take_back(state, &codes, body.class, body.on);
            keep(state, &body.lists);
        }
        DisclosureBody::ListsEnded(body) => {
            let ended = |code: &Code| body.lists.iter().any(|list| list.code == *code);
            state
                .disclosures
                .iter_mut()
                .filter(|it| ended(&it.body.code))
                .for_each(|it| it.ended_on = Some(body.on));
            keep(state, &body.lists);
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
    let body = body.clone();
    let at = entry.at;
    let withdrawn_on = None;
    let ended_on = None;
    let remains = None;
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

/// The batch is taken back, and with it what the public sees of it.
pub(super) fn withdraw_all(
    state: &mut Dossier,
    class: WithdrawalReason,
    on: Date,
    lists: &[TakenBack],
) {
    let codes: BTreeSet<Code> = codes_of(state.withdrawn_with_batch(class)).collect();
    take_back(state, &codes, class, on);
    keep(state, lists);
}

fn codes_of<'s>(disclosures: impl Iterator<Item = &'s Disclosed>) -> impl Iterator<Item = Code> {
    disclosures.map(|disclosed| disclosed.body.code.clone())
}

/// A promised withdrawal is kept once the disclosure that the case speaks of is gone.
fn take_back(state: &mut Dossier, codes: &BTreeSet<Code>, class: WithdrawalReason, on: Date) {
    for disclosed in
        state.disclosures.iter_mut().filter(|disclosed| codes.contains(&disclosed.body.code))
    {
        disclosed.live = false;
        disclosed.withdrawn_on = Some(on);
        disclosed.class = class;
    }
    settle(
        state,
        |case| case.raised.code.as_ref().is_none_or(|code| codes.contains(code)),
        Action::Withdraw,
    );
}

/// What stays public of lists that are gone.
fn keep(state: &mut Dossier, lists: &[TakenBack]) {
    for list in lists {
        state
            .disclosures
            .iter_mut()
            .filter(|disclosed| disclosed.body.code == list.code)
            .for_each(|gone| gone.remains = Some(list.remains));
    }
}
