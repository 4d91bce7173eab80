//! Taking in entries from elsewhere: not decided again, but verified (form, chain, signature) and
//! stored, all of them or none; then every subject they touch is folded anew. Taking in twice
//! changes nothing.
use super::error::StoreError;
use super::fold::Folding;
use super::journal::{self, Entry, signed_bytes};
use super::store::{Reading, Store, guarded};
use super::tables::{BLOB_IDS, BLOBS, ENTRIES, Tables, entry_key};
use crate::domain::journal::{Body, EntryId, NewBlob, Subject, TerminalId};
use crate::domain::values::hash::Hash;
use crate::store::blobs;
use crate::store::dossier_rows;
use crate::vault::PublicKey;
use redb::ReadableTable;
use std::collections::{BTreeMap, BTreeSet};

/// What one machine hands to another.
#[derive(Debug, Clone, Default)]
pub struct Parcel {
    /// Entries in any order; an unsigned one together with the signed one that covers it.
    pub entries: Vec<Entry>,
    /// Blobs that come along; others may be withheld.
    pub blobs: Vec<NewBlob>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TakenIn {
    /// Entries that were new here.
    pub entries: u64,
    /// Blobs that were new here.
    pub blobs: u64,
}

impl Store {
    /// Takes in a parcel.
    ///
    /// # Errors
    /// [`StoreError::Unverified`] for an entry that does not verify, [`StoreError::Forked`] if
    /// another entry has its place in the chain (a copied terminal); nothing is kept then.
    pub fn take_in(&self, parcel: &Parcel) -> Result<TakenIn, StoreError> {
        self.write(|tables| {
            let keys = author_keys(tables, &parcel.entries)?;
            verify_runs(&parcel.entries, &keys)?;
            let mut taken = TakenIn::default();
            for blob in &parcel.blobs {
                taken.blobs += u64::from(put_blob(tables, blob)?);
            }
            let mut touched: BTreeSet<Subject> = BTreeSet::new();
            for entry in &parcel.entries {
                if put_entry(tables, entry)? {
                    taken.entries += 1;
                    touched.insert(entry.header.subject);
                }
            }
            let mut folding = Folding::default();
            for subject in &touched {
                folding.refresh(tables, subject)?;
            }
            folding.change.write(tables)?;
            forget_again(tables, parcel)?;
            Ok(taken)
        })
    }
}

/// Each terminal's and each user's key, from what is here and what comes.
fn author_keys(tables: &Tables<'_>, coming: &[Entry]) -> Result<Keys, StoreError> {
    let mut keys = Keys::default();
    for entry in coming {
        keys.learn(entry)?;
    }
    for row in tables.entries.iter()? {
        let (_, bytes) = row?;
        keys.learn(&Entry::from_bytes(bytes.value())?)?;
    }
    Ok(keys)
}

#[derive(Default)]
struct Keys {
    users: BTreeMap<EntryId, PublicKey>,
    terminals: BTreeMap<TerminalId, PublicKey>,
}

impl Keys {
    fn learn(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let body = entry.body()?;
        let terminal = entry.header.terminal;
        let key = body.terminal_key().and_then(PublicKey::parse);
        let key = key.filter(|key| TerminalId::of_key(key.bytes()) == terminal);
        self.terminals.extend(key.map(|key| (terminal, key)));
        let key = body.enrolled().and_then(|user| PublicKey::parse(&user.public_key));
        self.users.extend(key.map(|key| (entry.id(), key)));
        Ok(())
    }

    fn of(&self, entry: &Entry) -> Option<&PublicKey> {
        match entry.header.author {
            Some(author) => self.users.get(&author),
            None if entry.may_be_the_terminals() => self.terminals.get(&entry.header.terminal),
            None => None,
        }
    }
}

/// Every entry is signed by its author, or covered by the next of its chain that is.
fn verify_runs(entries: &[Entry], keys: &Keys) -> Result<(), StoreError> {
    let mut chains: BTreeMap<(TerminalId, u64), &Entry> = BTreeMap::new();
    for entry in entries {
        let blobs_fit =
            entry.body()?.blobs() == entry.header.blobs || entry.body()? == Body::Unknown;
        if !blobs_fit {
            return Err(StoreError::Unverified(entry.header.seq));
        }
        chains.insert((entry.header.terminal, entry.header.seq), entry);
    }
    for entry in chains.values() {
        let mut signer = *entry;
        // This ends: the number grows with each step, and the parcel is finite.
        while signer.signature.is_none() {
            let next = (signer.header.terminal, signer.header.seq.saturating_add(1));
            let covered_by = chains.get(&next).filter(|next| {
                next.header.prev == Some(signer.id()) && next.header.author == entry.header.author
            });
            signer = covered_by.ok_or(StoreError::Unverified(entry.header.seq))?;
        }
        let proof = signer.signature.as_ref().zip(keys.of(signer));
        if !proof.is_some_and(|(signature, key)| {
            key.verifies(&signed_bytes(&signer.header_bytes), signature)
        }) {
            return Err(StoreError::Unverified(entry.header.seq));
        }
    }
    Ok(())
}

/// A neighbour that has not erased yet sends what is gone here: it goes again.
fn forget_again(tables: &mut Tables<'_>, parcel: &Parcel) -> Result<(), StoreError> {
    let come: BTreeSet<Hash> = parcel.blobs.iter().map(NewBlob::hash).collect();
    let names_one = |entry: &&Entry| entry.header.blobs.iter().any(|hash| come.contains(hash));
    let subjects: BTreeSet<Subject> =
        parcel.entries.iter().filter(names_one).map(|entry| entry.header.subject).collect();
    for subject in subjects {
        let Some(folded) = dossier_rows::get(&tables.dossiers, &subject)? else { continue };
        for hash in folded.erased().iter().filter(|hash| come.contains(hash)) {
            blobs::remove(tables, *hash)?;
        }
    }
    Ok(())
}

fn put_blob(tables: &mut Tables<'_>, new: &NewBlob) -> Result<bool, StoreError> {
    let known = tables.blob_ids.get(new.hash().bytes().as_slice())?.is_some();
    if !known {
        blobs::put(tables, new)?;
    }
    Ok(!known)
}

/// True if it was new. The chain is compared with the neighbours that are here.
fn put_entry(tables: &mut Tables<'_>, entry: &Entry) -> Result<bool, StoreError> {
    let terminal = entry.header.terminal;
    let seq = entry.header.seq;
    if let Some(there) = at_place(tables, terminal, seq)? {
        return if there.id() == entry.id() { Ok(false) } else { Err(StoreError::Forked(seq)) };
    }
    let before = seq
        .checked_sub(1)
        .filter(|seq| *seq > 0)
        .map(|seq| at_place(tables, terminal, seq))
        .transpose()?
        .flatten();
    let after = at_place(tables, terminal, seq.saturating_add(1))?;
    let follows = before.is_none_or(|before| entry.header.prev == Some(before.id()));
    let is_followed = after.is_none_or(|after| after.header.prev == Some(entry.id()));
    // The first entry of a chain follows none, every other one does.
    if !follows || !is_followed || (seq == 1) != entry.header.prev.is_none() {
        return Err(StoreError::Unverified(seq));
    }
    journal::put(tables, entry)?;
    Ok(true)
}

fn at_place(
    tables: &Tables<'_>,
    terminal: TerminalId,
    seq: u64,
) -> Result<Option<Entry>, StoreError> {
    let row = tables.entries.get(entry_key(terminal, seq).as_slice())?;
    row.map(|bytes| Entry::from_bytes(bytes.value())).transpose()
}

impl Reading {
    /// All entries and blobs, to hand to another machine.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn parcel(&self) -> Result<Parcel, StoreError> {
        guarded(|| {
            let mut parcel = Parcel::default();
            for row in self.table(ENTRIES)?.iter()? {
                let (_, bytes) = row?;
                parcel.entries.push(Entry::from_bytes(bytes.value())?);
            }
            let stored = self.table(BLOBS)?;
            let ids = self.table(BLOB_IDS)?;
            let named: BTreeSet<Hash> = parcel
                .entries
                .iter()
                .flat_map(|entry| entry.header.blobs.iter().copied())
                .collect();
            for hash in named {
                let Some(number) = ids.get(hash.bytes().as_slice())? else { continue };
                let packed =
                    stored.get(number.value())?.ok_or(StoreError::Damaged("blob missing"))?;
                let salt = packed
                    .value()
                    .first_chunk::<16>()
                    .copied()
                    .ok_or(StoreError::Damaged("blob"))?;
                parcel.blobs.push(NewBlob::new(salt, blobs::unpack(hash, packed.value())?));
            }
            Ok(parcel)
        })
    }
}
