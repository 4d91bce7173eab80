//! Fold order: each entry after all that it saw and after its terminal's earlier ones; ties by
//! entry id.
use super::FoldEntry;
use crate::domain::journal::{EntryId, TerminalId};
use std::collections::{BTreeMap, BTreeSet};

/// The order of the entries of one subject. Places are positions in the slice, which is sorted by
/// id.
#[derive(Debug)]
pub struct Ordered {
    /// What each entry came after.
    pub parents: Vec<BTreeSet<usize>>,
    /// All places, in fold order.
    pub order: Vec<usize>,
    /// Entries that no other answered, sorted.
    pub heads: Vec<EntryId>,
    /// Entries that were seen and are not here, sorted.
    pub gaps: Vec<EntryId>,
}

/// The entries sorted by id, each once: as [`of`] wants them, however they arrived.
#[must_use]
pub fn each_once(mut entries: Vec<FoldEntry>) -> Vec<FoldEntry> {
    entries.sort_by_key(|entry| entry.id);
    entries.dedup_by(|a, b| a.id == b.id);
    entries
}

/// Orders `entries`, sorted by id and without doubles.
pub fn of(entries: &[FoldEntry]) -> Ordered {
    let parents = parents_of(entries);
    let order = in_order(&parents);
    let answered: BTreeSet<usize> = parents.iter().flatten().copied().collect();
    let heads = entries
        .iter()
        .enumerate()
        .filter(|(place, _)| !answered.contains(place))
        .map(|(_, entry)| entry.id);
    let heads = heads.collect();
    Ordered { parents, order, heads, gaps: gaps_of(entries) }
}

fn parents_of(entries: &[FoldEntry]) -> Vec<BTreeSet<usize>> {
    let place_of: BTreeMap<EntryId, usize> =
        entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
    let mut chains: BTreeMap<(TerminalId, u64), usize> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        chains.entry((entry.terminal, entry.seq)).or_insert(place);
    }
    let earlier = |entry: &FoldEntry| chains.range(..(entry.terminal, entry.seq)).next_back();
    entries
        .iter()
        .map(|entry| {
            let seen = entry.saw.iter().filter_map(|id| place_of.get(id).copied());
            let chained = earlier(entry)
                .filter(|((terminal, _), _)| *terminal == entry.terminal)
                .map(|(_, place)| *place);
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
        let ready = (0..parents.len()).filter(waiting).find(|place| {
            parents
                .get(*place)
                .is_some_and(|needed| needed.iter().all(|parent| placed.contains(parent)))
        });
        // a circle is impossible among honest hashes; a forged one is taken in id order
        let Some(next) = ready.or_else(|| (0..parents.len()).find(waiting)) else { break };
        placed.insert(next);
        order.push(next);
    }
    order
}

fn gaps_of(entries: &[FoldEntry]) -> Vec<EntryId> {
    let here: BTreeSet<EntryId> = entries.iter().map(|entry| entry.id).collect();
    let seen: BTreeSet<EntryId> =
        entries.iter().flat_map(|entry| entry.saw.iter().copied()).collect();
    seen.difference(&here).copied().collect()
}
