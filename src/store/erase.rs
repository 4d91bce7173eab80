//! Destroying blobs: wherever an entry that erases arrives, its blobs go, and with them the drafts that held the same rows.
//!
//! Indexes follow the dossier. What a file once held stays in its free pages until the file is written anew: that is
//! the caller's, after the act (see `runtime::desk`).
use super::blobs;
use super::drafts;
use super::error::StoreError;
use super::tables::Tables;
use crate::domain::hash::Hash;
use crate::domain::journal::Subject;

/// Removes the blobs, and the rows and edits of drafts that rest on them.
pub(super) fn forget(tables: &mut Tables<'_>, subject: &Subject, erased: &[Hash]) -> Result<(), StoreError> {
    for draft in drafts::all(&tables.drafts)? {
        if draft.subject == Some(*subject) && (erased.contains(&draft.base) || draft.erased) {
            drafts::empty(tables, draft)?;
        }
    }
    for hash in erased {
        blobs::remove(tables, *hash)?;
    }
    Ok(())
}
