//! Folding: from the entries of a batch, in whatever order they arrived, to the one dossier.
//!
//! Each entry comes after all that it saw and after its terminal's earlier ones; ties go by entry
//! id. An entry that its own causal past did not permit stays in the history, without effect.
use super::evolve::{decides, evolve};
use super::past::Past;
use super::permits::permits;
use super::progress::Progress;
use super::state::Dossier;
use crate::domain::journal::FoldEntry;
use crate::domain::journal::fold_order::{self, Ordered};
use crate::domain::text::sentence::Spoken;
use std::collections::BTreeSet;

/// The dossier of `entries`, which may come in any order.
#[must_use]
pub fn fold(entries: Vec<FoldEntry>) -> Dossier {
    let entries = fold_order::each_once(entries);
    let Ordered { parents, order, gaps, .. } = fold_order::of(&entries);
    let pasts = causal_pasts(&order, &parents);
    let mut refusals: Vec<Option<String>> = vec![None; entries.len()];
    let mut done: BTreeSet<usize> = BTreeSet::new();
    let mut running = Dossier::default();
    for &place in &order {
        let (Some(entry), Some(past)) = (entries.get(place), pasts.get(place)) else { continue };
        // nearly every history is a line: then the running state is the causal past
        let refused = if *past == done {
            permits(Past::Batch(&running), &entry.body, entry.known.as_ref())
        } else {
            let state = state_of(past, &order, &entries, &parents, &refusals);
            permits(Past::Batch(&state), &entry.body, entry.known.as_ref())
        };
        if let (Err(refusal), Some(slot)) = (refused, refusals.get_mut(place)) {
            *slot = Some(refusal.sentence().key.to_owned());
        }
        let follows_all = *past == done;
        done.insert(place);
        running = if follows_all {
            // this entry has seen all others: branches that ran side by side join here, unless the
            // entry has no effect or decides nothing
            let refused = refusals.get(place).and_then(Option::as_ref);
            let conflict = running.conflict && (refused.is_some() || !decides(&entry.body));
            Dossier { heads: vec![entry.id], conflict, ..step(running, entry, refused) }
        } else {
            state_of(&done, &order, &entries, &parents, &refusals)
        };
    }
    running.gaps = gaps;
    running
}

fn causal_pasts(order: &[usize], parents: &[BTreeSet<usize>]) -> Vec<BTreeSet<usize>> {
    let mut pasts: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); parents.len()];
    for &place in order {
        let mut past = BTreeSet::new();
        for &parent in parents.get(place).into_iter().flatten() {
            past.insert(parent);
            past.extend(pasts.get(parent).into_iter().flatten());
        }
        if let Some(slot) = pasts.get_mut(place) {
            *slot = past;
        }
    }
    pasts
}

/// The state of a causally closed set of entries.
fn state_of(
    set: &BTreeSet<usize>,
    order: &[usize],
    entries: &[FoldEntry],
    parents: &[BTreeSet<usize>],
    refusals: &[Option<String>],
) -> Dossier {
    let mut state = Dossier::default();
    let refused = |place: usize| refusals.get(place).and_then(Option::as_ref);
    for &place in order.iter().filter(|place| set.contains(place)) {
        if let Some(entry) = entries.get(place) {
            state = step(state, entry, refused(place));
        }
    }
    let answered: BTreeSet<usize> =
        set.iter().filter_map(|&place| parents.get(place)).flatten().copied().collect();
    let heads = set
        .iter()
        .filter(|place| !answered.contains(place))
        .filter_map(|&place| entries.get(place));
    state.heads = heads.map(|entry| entry.id).collect();
    state.heads.sort_unstable();
    // an entry without effect decides nothing, nor does one that only records what happened on the
    // wall: neither can conflict
    let deciding = |place: &usize| {
        refused(*place).is_none() && entries.get(*place).is_some_and(|entry| decides(&entry.body))
    };
    let effective: BTreeSet<usize> = set.iter().copied().filter(deciding).collect();
    let answered_by_effective: BTreeSet<usize> = ancestors(&effective, parents);
    let tips: Vec<usize> =
        effective.iter().copied().filter(|place| !answered_by_effective.contains(place)).collect();
    state.conflict = tips.len() > 1;
    if state.conflict {
        let lines = tips.iter().map(|&tip| {
            let mut line = ancestors(&BTreeSet::from([tip]), parents);
            line.insert(tip);
            state_of(&line, order, entries, parents, refusals).progress
        });
        if let Some(careful) = lines.min_by_key(Progress::stage) {
            state.hold_at(careful);
        }
    }
    state
}

fn ancestors(of: &BTreeSet<usize>, parents: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open: Vec<usize> = of.iter().copied().collect();
    while let Some(place) = open.pop() {
        for &parent in parents.get(place).into_iter().flatten() {
            if found.insert(parent) {
                open.push(parent);
            }
        }
    }
    found
}

/// One more entry in fold order (evolve). Total: whatever it says, the dossier stays a dossier.
fn step(mut state: Dossier, entry: &FoldEntry, refused: Option<&String>) -> Dossier {
    state.history.push(entry.event(refused.cloned()));
    if refused.is_none() {
        evolve(&mut state, entry);
    }
    state
}
