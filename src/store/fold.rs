//! Refreshing: the only writer of the dossiers and of the indexes that follow from them.
use super::blobs;
use super::erase;
use super::error::StoreError;
use super::index::{Change, counted};
use super::journal::{self, Entry};
use super::rows;
use super::tables::Tables;
use crate::domain::dossier::{Dossier, SubjectState};
use crate::domain::journal::{Author, FoldEntry};
use crate::domain::journal::{EntryId, Subject};
use crate::domain::roll::Line;
use crate::domain::values::hash::Hash;
use crate::store::dossier_rows;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What one transaction learns while it folds: authors, rows at hand, and the index changes to
/// write at its end.
#[derive(Default)]
pub(super) struct Folding {
    authors: FxHashMap<EntryId, Option<Author>>,
    rows: FxHashMap<Hash, Rc<[Line]>>,
    pub(super) change: Change,
}

impl Folding {
    /// Rows that the caller has in memory, so that they need not be read back.
    pub(super) fn know_rows(&mut self, hash: Hash, lines: Rc<[Line]>) {
        self.rows.insert(hash, lines);
    }

    /// Forgets rows again: many entries in one act would hold all their rows otherwise.
    pub(super) fn forget_rows(&mut self) {
        self.rows.clear();
    }

    fn rows_of(&mut self, tables: &Tables<'_>, hash: Hash) -> Result<Rc<[Line]>, StoreError> {
        if let Some(lines) = self.rows.get(&hash) {
            return Ok(Rc::clone(lines));
        }
        let lines: Rc<[Line]> =
            // Not kept: a rebuild would end with the rows of all batches in memory.
            rows::from_content(&blobs::get(&tables.blob_ids, &tables.blobs, hash)?)?.into();
        Ok(lines)
    }

    /// What the author's user entry says.
    pub(super) fn author(
        &mut self,
        tables: &Tables<'_>,
        id: EntryId,
    ) -> Result<Option<Author>, StoreError> {
        if let Some(known) = self.authors.get(&id) {
            return Ok(known.clone());
        }
        let found = match journal::by_id(&tables.entry_ids, &tables.entries, id) {
            Ok(entry) => author_of(&entry)?,
            Err(StoreError::Unknown) => None,
            Err(error) => return Err(error),
        };
        self.authors.insert(id, found.clone());
        Ok(found)
    }

    /// Folds one subject anew and writes its row; the indexes follow with [`Change::write`]. What
    /// it says was erased goes with it. `None` for kinds that are not folded.
    pub(super) fn refresh(
        &mut self,
        tables: &mut Tables<'_>,
        subject: &Subject,
    ) -> Result<Option<SubjectState>, StoreError> {
        let before = dossier_rows::get(&tables.dossiers, subject)?;
        let entries =
            journal::of_subject(&tables.subjects, &tables.entry_ids, &tables.entries, subject)?;
        let mut foldable = Vec::with_capacity(entries.len());
        for entry in entries {
            foldable.push(self.foldable(tables, entry)?);
        }
        let Some(after) = SubjectState::of(subject.kind, foldable) else { return Ok(None) };
        dossier_rows::put(tables, subject, &after)?;
        if let SubjectState::Batch(dossier) = &after {
            let before = before.as_ref().and_then(|before| before.past().batch());
            self.index(tables, subject, before, dossier)?;
        }
        let known = before.as_ref().map(SubjectState::erased).unwrap_or_default();
        if after.erased() != known {
            // Only when something new was erased, for this walks over all drafts.
            erase::forget(tables, subject, after.erased())?;
        }
        Ok(Some(after))
    }

    pub(super) fn foldable(
        &mut self,
        tables: &Tables<'_>,
        entry: Entry,
    ) -> Result<FoldEntry, StoreError> {
        let known = entry.header.author.map(|id| self.author(tables, id)).transpose()?.flatten();
        let id = entry.id();
        let body = entry.body()?;
        let header = entry.header;
        let terminal = header.terminal;
        let seq = header.seq;
        let saw = header.saw;
        let at = header.at;
        Ok(FoldEntry {
            id,
            terminal,
            seq,
            saw,
            at,
            author: header.author,
            known,
            body,
            kind: header.kind,
        })
    }

    fn index(
        &mut self,
        tables: &Tables<'_>,
        subject: &Subject,
        before: Option<&Dossier>,
        after: &Dossier,
    ) -> Result<(), StoreError> {
        let old = before.and_then(counted);
        let new = counted(after);
        if old == new {
            return Ok(());
        }
        if let Some((dossier, hash)) = before.zip(old) {
            let lines = self.rows_of(tables, hash)?;
            self.change.take_out(subject, dossier, &lines);
        }
        if let Some(hash) = new {
            let lines = self.rows_of(tables, hash)?;
            self.change.bring_in(subject, after, &lines);
        }
        Ok(())
    }
}

/// What a user entry says of its user.
pub(super) fn author_of(entry: &Entry) -> Result<Option<Author>, StoreError> {
    let user = entry.body()?.enrolled();
    Ok(user.map(|user| Author { roles: user.roles, person: user.person }))
}
