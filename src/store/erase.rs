//! Destroying blobs: wherever an entry that erases arrives, its blobs go, and with them the drafts
//! that held the same rows.
//!
//! Indexes follow the dossier. What a file once held stays in its free pages until the file is
//! written anew. That is the session's; until it is done the store says so
//! ([`Reading::rewrite_is_due`](super::Reading::rewrite_is_due)), also after a power cut in
//! between.
use super::blobs;
use super::drafts;
use super::error::StoreError;
use super::journal;
use super::store::{Reading, Store, guarded};
use super::tables::{BLOB_IDS, DRAFTS, ENTRIES, META, Tables};
use crate::domain::journal::Subject;
use crate::domain::values::hash::Hash;
use redb::ReadableTable;
use rustc_hash::FxHashSet;

const REWRITE: &[u8] = b"rewrite";

/// Removes the blobs, and the rows and edits of drafts that rest on them.
pub(super) fn forget(
    tables: &mut Tables<'_>,
    subject: &Subject,
    erased: &[Hash],
) -> Result<(), StoreError> {
    for draft in drafts::all(&tables.drafts)? {
        if draft.subject == Some(*subject) && (erased.contains(&draft.base) || draft.erased) {
            drafts::empty(tables, draft)?;
        }
    }
    for hash in erased {
        blobs::remove(tables, *hash)?;
    }
    tables.meta.insert(REWRITE, super::codec::to_row(REWRITE, &true)?.as_slice())?;
    Ok(())
}

/// The file was written anew: nothing of what was erased is in it.
pub(super) fn is_rewritten(tables: &mut Tables<'_>) -> Result<(), StoreError> {
    tables.meta.remove(REWRITE)?;
    Ok(())
}

/// Removes a former base of a draft, unless an entry of its batch names it.
pub(super) fn drop_unnamed(
    tables: &mut Tables<'_>,
    subject: &Subject,
    hash: Hash,
) -> Result<(), StoreError> {
    let entries =
        journal::of_subject(&tables.subjects, &tables.entry_ids, &tables.entries, subject)?;
    let named = entries.iter().any(|entry| entry.header.blobs.contains(&hash));
    if named { Ok(()) } else { blobs::remove(tables, hash) }
}

impl Reading {
    /// Was something erased since the file was last written anew?
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn rewrite_is_due(&self) -> Result<bool, StoreError> {
        guarded(|| Ok(self.table(META)?.get(REWRITE)?.is_some()))
    }

    /// Blobs that neither an entry nor a draft names: left by versions that did not remove them.
    fn orphans(&self) -> Result<Vec<Hash>, StoreError> {
        guarded(|| {
            let mut named: FxHashSet<Hash> = FxHashSet::default();
            for row in self.table(ENTRIES)?.iter()? {
                named.extend(journal::Entry::from_bytes(row?.1.value())?.header.blobs);
            }
            named.extend(drafts::all(&self.table(DRAFTS)?)?.into_iter().map(|draft| draft.base));
            let mut orphans = Vec::new();
            for row in self.table(BLOB_IDS)?.iter()? {
                let hash = row?
                    .0
                    .value()
                    .try_into()
                    .map(Hash::from_bytes)
                    .or(Err(StoreError::Damaged("blob key")))?;
                if !named.contains(&hash) {
                    orphans.push(hash);
                }
            }
            Ok(orphans)
        })
    }
}

impl Store {
    /// Removes blobs that nothing names; gives their number. Before the file is written anew.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn sweep(&self) -> Result<u64, StoreError> {
        let orphans = self.read()?.orphans()?;
        self.write(|tables| {
            orphans.iter().try_for_each(|hash| blobs::remove(tables, *hash))?;
            Ok(orphans.len() as u64)
        })
    }
}
