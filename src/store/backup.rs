//! Backup, restore, rebuild. A copy is logical: every row of every table under one read
//! transaction, into a fresh file; verified after writing. A restored store begins its own chain,
//! so a copy is never taken for the original.
use super::bootstrap::{OfficeKeys, set_keys};
use super::error::StoreError;
use super::fold::Folding;
use super::journal::{self, Chain, UnsignedEntry};
use super::store::{Reading, Store, guarded};
use super::tables::{ALL, Tables, VIEWS};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{Body, EntryId, Subject, SubjectKind, TerminalFounded, TerminalId};
use crate::domain::values::timestamp::Timestamp;
use crate::store::erase;
use redb::{ReadableTable, ReadableTableMetadata, StorageBackend};

/// What a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backup {
    /// Rows copied.
    pub rows: u64,
    /// Entries among them.
    pub entries: u64,
}

/// What a restore began with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// The new terminal.
    pub terminal: TerminalId,
    /// The last entry of the old chain.
    pub last: Option<EntryId>,
}

/// Key and value as stored.
pub type RawRow = (Vec<u8>, Vec<u8>);

/// Rows copied in one transaction; bounds memory, and a copy is not in use before it is whole.
const CHUNK: usize = 20_000;

impl Store {
    /// Copies everything into the empty store behind `backend` and verifies the copy.
    ///
    /// # Errors
    /// Trouble with either file; [`StoreError::Damaged`] if the copy does not verify.
    pub fn copy_to(&self, backend: impl StorageBackend) -> Result<Self, StoreError> {
        Ok(self.copied(backend)?.0)
    }

    /// The same, closed at the end.
    ///
    /// # Errors
    /// As [`Store::copy_to`].
    pub fn backup(&self, backend: impl StorageBackend) -> Result<Backup, StoreError> {
        let (copy, backup) = self.copied(backend)?;
        copy.close()?;
        Ok(backup)
    }

    fn copied(&self, backend: impl StorageBackend) -> Result<(Self, Backup), StoreError> {
        let reading = self.read()?;
        let mut copy = Self::open(backend)?;
        let backup = guarded(|| copy_rows(&reading, &copy))?;
        // The note came along with the rows, but a fresh file has no pages that hold what was
        // erased.
        copy.write(erase::is_rewritten)?;
        copy.check_pages()?;
        if !copy.read()?.verify()?.faults.is_empty() {
            return Err(StoreError::Damaged("backup"));
        }
        Ok((copy, backup))
    }

    /// In a store that was copied back: begins a new chain under a new terminal key.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn begin_again(
        &self,
        terminal: crate::vault::SigningKey,
        at: Timestamp,
    ) -> Result<Restored, StoreError> {
        let keys = self.read()?.office_keys()?;
        self.write(|tables| {
            let old = journal::chain(&tables.meta)?;
            let office: Subject = {
                let row =
                    tables.meta.get(b"office".as_slice())?.ok_or(StoreError::Damaged("office"))?;
                crate::store::codec::from_row(b"office", row.value())?
            };
            let public = terminal.public();
            // Only the terminal is another one: the office goes on signing with its old key.
            let keys = OfficeKeys { terminal, publication: keys.publication };
            set_keys(tables, &keys)?;
            let id = TerminalId::of_key(public.bytes());
            let mut chain = Chain { terminal: id, seq: 0, last: None, at: None };
            let body = Body::from(TerminalFounded {
                terminal_key: public.to_string(),
                office,
                restored_from: old.last,
            });
            let subject = EntrySubject::New(SubjectKind::Terminal);
            let founding = UnsignedEntry::by_terminal(subject, Vec::new(), &body, at);
            journal::append(tables, &mut chain, &founding, Some(&keys.terminal))?;
            journal::set_chain(tables, &chain)?;
            Ok(Restored { terminal: id, last: old.last })
        })
    }

    /// Empties all views and folds them again from the journal.
    ///
    /// # Errors
    /// Trouble with the file, or a damaged entry or blob.
    pub fn rebuild(&self) -> Result<u64, StoreError> {
        let reading = self.read()?;
        let mut subjects = Vec::new();
        for kind in [SubjectKind::Batch, SubjectKind::Board, SubjectKind::Enquiry] {
            subjects.extend(reading.subjects(kind)?);
        }
        // An open reading would keep the old pages of the views from being used again.
        drop(reading);
        self.write(|tables| {
            empty_views(tables)?;
            let mut folding = Folding::default();
            for subject in &subjects {
                folding.refresh(tables, subject)?;
                folding.forget_rows();
            }
            folding.change.write(tables)?;
            Ok(subjects.len() as u64)
        })
    }

    /// All rows of the views, to compare a rebuild byte for byte.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn view_bytes(&self) -> Result<Vec<RawRow>, StoreError> {
        let reading = self.read()?;
        let mut rows = Vec::new();
        for table in VIEWS {
            for row in reading.table(table)?.iter()? {
                let (key, value) = row?;
                rows.push((key.value().to_vec(), value.value().to_vec()));
            }
        }
        Ok(rows)
    }
}

fn empty_views(tables: &mut Tables<'_>) -> Result<(), StoreError> {
    for table in
        [&mut tables.dossiers, &mut tables.people, &mut tables.postings, &mut tables.totals]
    {
        table.retain(|_, _| false)?;
    }
    Ok(())
}

fn copy_rows(reading: &Reading, copy: &Store) -> Result<Backup, StoreError> {
    let mut backup = Backup::default();
    for (place, definition) in ALL.into_iter().enumerate() {
        let source = reading.table(definition)?;
        if place == 0 {
            // `ENTRIES` stands first in `ALL`.
            backup.entries = source.len()?;
        }
        let mut rows = source.iter()?;
        loop {
            let chunk: Vec<(Vec<u8>, Vec<u8>)> = rows
                .by_ref()
                .take(CHUNK)
                .map(|row| row.map(|(key, value)| (key.value().to_vec(), value.value().to_vec())))
                .collect::<Result<_, _>>()?;
            if chunk.is_empty() {
                break;
            }
            backup.rows += chunk.len() as u64;
            copy.insert_rows(definition, &chunk)?;
        }
    }
    Ok(backup)
}

impl Store {
    fn insert_rows(
        &self,
        definition: crate::store::tables::Definition,
        rows: &[(Vec<u8>, Vec<u8>)],
    ) -> Result<(), StoreError> {
        self.write(|tables| {
            let table = tables.by_name(definition);
            for (key, value) in rows {
                table.insert(key.as_slice(), value.as_slice())?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
impl Store {
    pub(super) fn entry_rows(&self) -> Result<Vec<RawRow>, StoreError> {
        let reading = self.read()?;
        let mut rows = Vec::new();
        for row in reading.table(crate::store::tables::ENTRIES)?.iter()? {
            let (key, value) = row?;
            rows.push((key.value().to_vec(), value.value().to_vec()));
        }
        Ok(rows)
    }

    pub(super) fn put_entry_row(&self, key: &[u8], bytes: &[u8]) -> Result<(), StoreError> {
        self.insert_rows(crate::store::tables::ENTRIES, &[(key.to_vec(), bytes.to_vec())])
    }
}
