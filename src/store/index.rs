//! Indexes: people, their postings, and totals. A pure function of the dossiers; gathered in memory
//! while a transaction folds and written once, sorted, at its end (keys are the cost in redb).
use super::blobs;
use super::codec::{from_row, open, seal, to_row};
use super::error::StoreError;
use super::payment::{self, SIZE, programme_mark};
use super::rows;
use super::tables::{Tables, subject_key};
use crate::domain::dossier::{Dossier, Stage};
use crate::domain::journal::Subject;
use crate::domain::roll::{Line, Person, RollKey};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use redb::ReadableTable;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What searching and the account check need to know of a person: names and cards as the rolls give
/// them. A card paid to somebody else than the beneficiary is written `card=payee's number`.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Identity {
    #[serde(rename = "n")]
    pub(super) names: BTreeSet<String>,
    #[serde(rename = "c", default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) cards: BTreeSet<String>,
}

/// Counts and sums of one village, year and programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Total {
    /// Batches.
    pub batches: i64,
    /// Lines.
    pub lines: i64,
    /// Sum in fen.
    pub fen: i64,
}

/// Lists, not sets: a person has one or two names and cards, and an import holds all its people.
#[derive(Default)]
struct PersonChange {
    names: Vec<Box<str>>,
    cards: Vec<Box<str>>,
    added: Vec<[u8; SIZE]>,
    removed: Vec<[u8; SIZE]>,
}

/// All index changes of one transaction.
#[derive(Default)]
pub(super) struct Change {
    people: FxHashMap<Box<str>, PersonChange>,
    totals: BTreeMap<Vec<u8>, Total>,
}

impl Change {
    /// The lines of a batch that now counts.
    pub(super) fn bring_in(&mut self, subject: &Subject, dossier: &Dossier, lines: &[Line]) {
        let Some(key) = dossier.key() else { return };
        self.total(key, lines, 1);
        let form = payment::Form::of(subject, programme_mark(&key.programme), key.period);
        for line in lines {
            let bytes = form.bytes(line.no, line.amount);
            let person = line.beneficiary();
            self.with_person(&person_key(person), |change| {
                note(&mut change.names, &person.name);
                let card = card_of(line);
                if !card.is_empty() {
                    note(&mut change.cards, &card);
                }
                change.added.push(bytes);
            });
        }
    }

    /// The lines of a batch that no longer counts.
    pub(super) fn take_out(&mut self, subject: &Subject, dossier: &Dossier, lines: &[Line]) {
        let Some(key) = dossier.key() else { return };
        self.total(key, lines, -1);
        let form = payment::Form::of(subject, programme_mark(&key.programme), key.period);
        for line in lines {
            let bytes = form.bytes(line.no, line.amount);
            self.with_person(&person_key(line.beneficiary()), |change| change.removed.push(bytes));
        }
    }

    fn with_person(&mut self, id: &str, change: impl FnOnce(&mut PersonChange)) {
        if let Some(known) = self.people.get_mut(id) {
            change(known);
        } else {
            let mut new = PersonChange::default();
            change(&mut new);
            self.people.insert(id.into(), new);
        }
    }

    fn total(&mut self, key: &RollKey, lines: &[Line], sign: i64) {
        let sum: Fen = lines.iter().map(|line| line.amount).sum();
        let total = self.totals.entry(total_key(key)).or_default();
        total.batches += sign;
        total.lines += sign * i64::try_from(lines.len()).unwrap_or(i64::MAX);
        total.fen += sign * sum.fen();
    }

    /// Writes everything, in key order.
    pub(super) fn write(self, tables: &mut Tables<'_>) -> Result<(), StoreError> {
        let mut people: Vec<_> = self.people.into_iter().collect();
        people.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        for (id, change) in people {
            write_person(tables, &id, change)?;
        }
        for (key, change) in self.totals {
            let mut total: Total = tables
                .totals
                .get(key.as_slice())?
                .map(|row| from_row(&key, row.value()))
                .transpose()?
                .unwrap_or_default();
            total.batches += change.batches;
            total.lines += change.lines;
            total.fen += change.fen;
            // A row of zeros would make a rebuild differ from what grew step by step.
            if total == Total::default() {
                tables.totals.remove(key.as_slice())?;
            } else {
                tables.totals.insert(key.as_slice(), to_row(&key, &total)?.as_slice())?;
            }
        }
        Ok(())
    }
}

fn write_person(tables: &mut Tables<'_>, id: &str, change: PersonChange) -> Result<(), StoreError> {
    let key = id.as_bytes();
    let stored = tables
        .postings
        .get(key)?
        .map(|row| open(key, row.value()).map(<[u8]>::to_vec))
        .transpose()?
        .unwrap_or_default();
    // the chunks are of that size
    let mut postings: Vec<[u8; SIZE]> =
        stored.chunks_exact(SIZE).filter_map(|chunk| chunk.try_into().ok()).collect();
    let known = !postings.is_empty();
    postings.retain(|posting| !change.removed.contains(posting));
    postings.extend(change.added);
    postings.sort_unstable();
    postings.dedup();
    if postings.is_empty() {
        tables.postings.remove(key)?;
        tables.people.remove(key)?;
        return Ok(());
    }
    let identity = if change.removed.is_empty() {
        let mut identity: Identity = match tables.people.get(key)?.filter(|_| known) {
            Some(row) => from_row(key, row.value())?,
            None => Identity::default(),
        };
        identity.names.extend(change.names.into_iter().map(String::from));
        identity.cards.extend(change.cards.into_iter().map(String::from));
        identity
    } else {
        identity_from(tables, id, &postings)?
    };
    tables.postings.insert(key, seal(key, postings.as_flattened()).as_slice())?;
    tables.people.insert(key, to_row(key, &identity)?.as_slice())?;
    Ok(())
}

/// After a removal names may go too: what remains is read from the remaining batches (rare and
/// small).
fn identity_from(
    tables: &Tables<'_>,
    id: &str,
    postings: &[[u8; SIZE]],
) -> Result<Identity, StoreError> {
    let subject = |bytes| payment::from_bytes(bytes).map(|posting| posting.subject);
    let subjects: BTreeSet<Subject> = postings
        .iter()
        .map(|bytes| subject(bytes).ok_or(StoreError::Damaged("posting")))
        .collect::<Result<_, _>>()?;
    let mut identity = Identity::default();
    for subject in subjects {
        let key = subject_key(&subject);
        let row =
            tables.dossiers.get(key.as_slice())?.ok_or(StoreError::Damaged("dossier missing"))?;
        let dossier: Dossier = from_row(&key, row.value())?;
        let Some(hash) = counted(&dossier) else { continue };
        let lines = rows::from_content(&blobs::get(&tables.blob_ids, &tables.blobs, hash)?)?;
        for line in lines.iter().filter(|line| person_key(line.beneficiary()) == id) {
            identity.names.insert(line.beneficiary().name.clone());
            identity.cards.extend(Some(card_of(line).into_owned()).filter(|card| !card.is_empty()));
        }
    }
    Ok(identity)
}

/// The rows that a batch puts into the indexes: those handed in last, unless taken back or erased.
pub(super) fn counted(dossier: &Dossier) -> Option<Hash> {
    dossier
        .rows()
        .filter(|rows| dossier.stage() != Stage::Withdrawn && !dossier.erased.contains(rows))
}

/// The normalised ID number; a person without one is known by name only (`~` sorts behind all
/// digits).
pub(super) fn person_key(person: &Person) -> Cow<'_, str> {
    if person.id.is_empty() {
        Cow::Owned(format!("~{}", person.name))
    } else {
        Cow::Borrowed(&person.id)
    }
}

fn card_of(line: &Line) -> Cow<'_, str> {
    let payee = line.payee();
    let beneficiary = line.beneficiary();
    if line.card.is_empty() || payee.id == beneficiary.id {
        Cow::Borrowed(&line.card)
    } else {
        Cow::Owned(format!("{}={}", line.card, payee.id))
    }
}

fn note(known: &mut Vec<Box<str>>, text: &str) {
    if !known.iter().any(|there| **there == *text) {
        known.push(text.into());
    }
}

/// Division, year, programme.
pub(super) fn total_key(key: &RollKey) -> Vec<u8> {
    let mut bytes = key.division.number().to_be_bytes().to_vec();
    bytes.extend_from_slice(&key.period.year().to_be_bytes());
    bytes.extend_from_slice(key.programme.as_bytes());
    bytes
}
