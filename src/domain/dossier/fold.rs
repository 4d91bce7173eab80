//! Folding: from the entries of a subject, in whatever order they arrived, to the one dossier.
//!
//! Each entry comes after all that it saw and after its terminal's earlier ones; ties go by entry id.
//! An entry that its own causal past did not permit stays in the history, without effect.
use super::permits::{Author, permits};
use super::state::{Disclosed, Dossier, Event, Paid, Stage, Submission};
use crate::domain::journal::{Body, EntryId, TerminalId};
use crate::domain::moment::Moment;
use crate::domain::sentence::Spoken;
use std::collections::{BTreeMap, BTreeSet};

/// An entry of one subject, as far as folding needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldEntry {
    /// Its id.
    pub id: EntryId,
    /// Who wrote it.
    pub terminal: TerminalId,
    /// Number on that terminal.
    pub seq: u64,
    /// What the author had on screen.
    pub saw: Vec<EntryId>,
    /// The clock.
    pub at: Moment,
    /// Id of the author's user entry.
    pub author: Option<EntryId>,
    /// What that user entry says; `None` = nobody known.
    pub known: Option<Author>,
    /// What it says.
    pub body: Body,
    /// The kind word as written.
    pub kind: String,
}

/// The dossier of `entries`, which may come in any order.
#[must_use]
pub fn fold(mut entries: Vec<FoldEntry>) -> Dossier {
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by(|a, b| a.id == b.id);
    let parents = parents_of(&entries);
    let order = in_order(&parents);
    let pasts = causal_pasts(&order, &parents);
    let mut refusals: Vec<Option<String>> = vec![None; entries.len()];
    let mut done: BTreeSet<usize> = BTreeSet::new();
    let mut running = Dossier::default();
    for &place in &order {
        let (Some(entry), Some(past)) = (entries.get(place), pasts.get(place)) else { continue };
        // nearly every history is a line: then the running state is the causal past
        let refused = if *past == done {
            permits(&running, &entry.body, entry.known.as_ref())
        } else {
            let state = state_of(past, &order, &entries, &parents, &refusals);
            permits(&state, &entry.body, entry.known.as_ref())
        };
        if let (Err(refusal), Some(slot)) = (refused, refusals.get_mut(place)) {
            *slot = Some(refusal.sentence().key.to_owned());
        }
        let follows_all = *past == done;
        done.insert(place);
        running = if follows_all {
            // it has seen everything, so whatever stood apart ends here, unless it has no effect
            let refused = refusals.get(place).and_then(Option::as_ref);
            let conflict = running.conflict && refused.is_some();
            Dossier { heads: vec![entry.id], conflict, ..step(running, entry, refused) }
        } else {
            state_of(&done, &order, &entries, &parents, &refusals)
        };
    }
    running.gaps = gaps_of(&entries);
    running
}

fn parents_of(entries: &[FoldEntry]) -> Vec<BTreeSet<usize>> {
    let place_of: BTreeMap<EntryId, usize> = entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
    let mut chains: BTreeMap<(TerminalId, u64), usize> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        chains.entry((entry.terminal, entry.seq)).or_insert(place);
    }
    let earlier = |entry: &FoldEntry| chains.range(..(entry.terminal, entry.seq)).next_back();
    entries
        .iter()
        .map(|entry| {
            let seen = entry.saw.iter().filter_map(|id| place_of.get(id).copied());
            let chained = earlier(entry).filter(|((terminal, _), _)| *terminal == entry.terminal).map(|(_, place)| *place);
            seen.chain(chained).collect()
        })
        .collect()
}

/// Topological order, smallest id first among the ready (places are sorted by id).
fn in_order(parents: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut placed: BTreeSet<usize> = BTreeSet::new();
    let mut order = Vec::with_capacity(parents.len());
    while order.len() < parents.len() {
        let waiting = |place: &usize| !placed.contains(place);
        let ready = (0..parents.len())
            .filter(waiting)
            .find(|place| parents.get(*place).is_some_and(|needed| needed.iter().all(|parent| placed.contains(parent))));
        // a circle is impossible among honest hashes; a forged one is taken in id order
        let Some(next) = ready.or_else(|| (0..parents.len()).find(waiting)) else { break };
        placed.insert(next);
        order.push(next);
    }
    order
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
    let answered: BTreeSet<usize> = set.iter().filter_map(|&place| parents.get(place)).flatten().copied().collect();
    let heads = set.iter().filter(|place| !answered.contains(place)).filter_map(|&place| entries.get(place));
    state.heads = heads.map(|entry| entry.id).collect();
    state.heads.sort_unstable();
    // an entry without effect decides nothing, so it cannot conflict
    let effective: BTreeSet<usize> = set.iter().copied().filter(|&place| refused(place).is_none()).collect();
    let answered_by_effective: BTreeSet<usize> = ancestors(&effective, parents);
    let tips: Vec<usize> = effective.iter().copied().filter(|place| !answered_by_effective.contains(place)).collect();
    state.conflict = tips.len() > 1;
    if state.conflict {
        let stages = tips.iter().map(|&tip| {
            let mut line = ancestors(&BTreeSet::from([tip]), parents);
            line.insert(tip);
            state_of(&line, order, entries, parents, refusals).stage
        });
        state.stage = stages.min().unwrap_or(state.stage);
        state.approval = state.approval.filter(|_| state.stage >= Stage::Approved);
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

fn gaps_of(entries: &[FoldEntry]) -> Vec<EntryId> {
    let here: BTreeSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    let seen: BTreeSet<EntryId> = entries.iter().flat_map(|entry| entry.saw.iter().copied()).collect();
    seen.difference(&here).copied().collect()
}

/// One more entry in fold order (evolve). Total: whatever it says, the dossier stays a dossier.
fn step(mut state: Dossier, entry: &FoldEntry, refused: Option<&String>) -> Dossier {
    state.history.push(Event {
        entry: entry.id,
        kind: entry.kind.clone(),
        author: entry.author,
        at: entry.at,
        without_effect: refused.cloned(),
    });
    if refused.is_none() {
        evolve(&mut state, entry);
    }
    state
}

fn evolve(state: &mut Dossier, entry: &FoldEntry) {
    match &entry.body {
        Body::Published(said) => {
            found(state, &said.key, &said.label);
            state.disclosures.iter_mut().for_each(|disclosed| disclosed.live = false);
            let (entry, at) = (entry.id, entry.at);
            state.disclosures.push(Disclosed { entry, said: said.clone(), live: true, withdrawn_on: None, at });
        }
        Body::Submitted(said) => {
            found(state, &said.key, &said.label);
            state.stage = Stage::Submitted;
            (state.approval, state.returned) = (None, None);
            state.submission = Some(Submission { entry: entry.id, author: entry.author, said: said.clone(), at: entry.at });
        }
        Body::Approved(said) => {
            state.stage = Stage::Approved;
            state.approval = Some((entry.id, said.rows));
        }
        Body::Returned(said) => {
            state.stage = Stage::Returned;
            state.approval = None;
            state.returned = Some((said.reason, said.lines.clone()));
        }
        Body::Withdrawn(_) => {
            state.stage = Stage::Withdrawn;
            (state.approval, state.returned) = (None, None);
            for disclosed in state.disclosures.iter_mut().filter(|disclosed| disclosed.live) {
                disclosed.live = false;
                disclosed.withdrawn_on = Some(entry.at.date());
            }
        }
        Body::PayListed(said) => {
            state.stage = Stage::Handed;
            let (list, rows, fen, made_on) = (said.list.clone(), said.rows, said.fen, said.made_on);
            state.paid = Some(Paid { entry: entry.id, list, rows, fen, made_on });
        }
        Body::OfficeFounded(_) | Body::TerminalFounded(_) | Body::UserEnrolled(_) | Body::ReferenceImported(_) | Body::Unknown => {}
    }
}

fn found(state: &mut Dossier, key: &crate::domain::roll::RollKey, label: &str) {
    if state.key.is_none() {
        state.key = Some(key.clone());
        label.clone_into(&mut state.label);
    }
}
