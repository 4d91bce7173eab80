//! Opening, closing and guarding the database. redb can panic on damaged pages: whatever is read
//! runs under `catch_unwind` and becomes "the store is damaged, restore the backup".
use super::error::StoreError;
use super::tables::{ALL, Bytes, Definition, Tables, other_form};
use redb::{Database, ReadOnlyTable, ReadableDatabase, StorageBackend, TableHandle};
use std::cmp::Ordering;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The open store of one terminal.
pub struct Store {
    db: Database,
}

/// redb's page cache, in bytes. Measured with a million lines, 8 MiB read as fast as 256.
pub const PAGE_CACHE: usize = 16 << 20;

/// One read transaction: everything asked of it is of one moment.
pub struct Reading {
    txn: redb::ReadTransaction,
}

impl Reading {
    pub(super) fn table(
        &self,
        table: Definition,
    ) -> Result<ReadOnlyTable<Bytes, Bytes>, StoreError> {
        Ok(self.txn.open_table(table)?)
    }
}

/// Runs `work`; a panic inside redb means damaged pages.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    // Unwind-safe: a transaction that was not committed is gone, so nothing half done is ever seen.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(StoreError::Damaged("page")))
}

impl Store {
    /// Opens a store that must be there: an empty file is a ledger that was cut off, not a new one.
    ///
    /// # Errors
    /// See [`Store::open`].
    pub fn open_existing(backend: impl StorageBackend) -> Result<Self, StoreError> {
        Self::open_existing_with(backend, PAGE_CACHE)
    }

    /// The same with so many bytes of page cache: with none every question goes to the disk, for
    /// tests with one that fails, and for measurements.
    ///
    /// # Errors
    /// See [`Store::open`].
    pub fn open_existing_with(
        backend: impl StorageBackend,
        cache: usize,
    ) -> Result<Self, StoreError> {
        if backend.len().map_err(redb::Error::Io)? == 0 {
            return Err(StoreError::CutOff);
        }
        Self::open_with(backend, cache)
    }

    /// Opens (or creates, if the backend is empty) the store on `backend`: the vault's encrypting
    /// one in the program, a plain one only in the tests that show what encryption hides.
    ///
    /// # Errors
    /// See [`StoreError`]; a wrong key is [`StoreError::NotAStore`] or [`StoreError::Damaged`].
    pub fn open(backend: impl StorageBackend) -> Result<Self, StoreError> {
        Self::open_with(backend, PAGE_CACHE)
    }

    fn open_with(backend: impl StorageBackend, cache: usize) -> Result<Self, StoreError> {
        guarded(|| {
            let db = Database::builder().set_cache_size(cache).create_with_backend(backend)?;
            let store = Self { db };
            store.must_have_our_form()?;
            if !store.has_tables()? {
                // New, or of a version that knew fewer tables: opening them for writing makes them.
                store.write(|_tables| Ok(()))?;
            }
            Ok(store)
        })
    }

    /// A store of another form is left as it is: nothing is recut, nothing deleted.
    fn must_have_our_form(&self) -> Result<(), StoreError> {
        for table in self.db.begin_read()?.list_tables()? {
            match other_form(table.name()) {
                Some(Ordering::Less) => return Err(StoreError::EarlierForm),
                Some(_) => return Err(StoreError::LaterVersion),
                None => {}
            }
        }
        Ok(())
    }

    fn has_tables(&self) -> Result<bool, StoreError> {
        let txn = self.db.begin_read()?;
        for table in ALL {
            match txn.open_table(table) {
                Ok(_) => {}
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
    }

    /// Begins reading.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn read(&self) -> Result<Reading, StoreError> {
        guarded(|| Ok(Reading { txn: self.db.begin_read()? }))
    }

    /// One durable transaction over all tables; an error keeps nothing.
    pub(super) fn write<T>(
        &self,
        work: impl FnOnce(&mut Tables<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        guarded(|| {
            let mut txn = self.db.begin_write()?;
            // after a power cut the store must not look hung on an old disk
            txn.set_quick_repair(true);
            let result = {
                let mut tables = Tables::open(&txn)?;
                work(&mut tables)
            };
            match result {
                Ok(value) => {
                    txn.commit()?;
                    Ok(value)
                }
                Err(error) => {
                    // what was not committed is gone either way, and the first error tells more
                    let _ = txn.abort();
                    Err(error)
                }
            }
        })
    }

    /// Reads every page and compares checksums; needs the store for itself.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if anything does not agree.
    pub fn check_pages(&mut self) -> Result<(), StoreError> {
        let db = &mut self.db;
        let sound = guarded(|| Ok(db.check_integrity()?))?;
        if sound { Ok(()) } else { Err(StoreError::Damaged("pages")) }
    }

    /// Closes and says what plain dropping would swallow.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn close(self) -> Result<(), StoreError> {
        let db = self.db;
        guarded(move || Ok(db.close()?))
    }
}

#[cfg(test)]
mod tests {
    use crate::store::store::*;
    use redb::TableDefinition;
    use redb::backends::FileBackend;

    /// A store with one row in a table of this name.
    fn file_with(table: &str) -> std::fs::File {
        let file = tempfile::tempfile().unwrap();
        let backend = FileBackend::new(file.try_clone().unwrap()).unwrap();
        let db = Database::builder().create_with_backend(backend).unwrap();
        let txn = db.begin_write().unwrap();
        let definition: TableDefinition<'_, Bytes, Bytes> = TableDefinition::new(table);
        txn.open_table(definition).unwrap().insert(&b"B"[..], &b"row"[..]).unwrap();
        txn.commit().unwrap();
        file
    }

    fn opened(file: &std::fs::File) -> Result<Store, StoreError> {
        Store::open(FileBackend::new(file.try_clone().unwrap()).unwrap())
    }

    #[test]
    fn a_store_of_an_older_or_a_later_form_is_refused_and_left_as_it_is() {
        let older = file_with("dossiers/1");
        let later = file_with("entries/99");
        for _ in 0..2 {
            assert!(matches!(opened(&older), Err(StoreError::EarlierForm)));
            assert!(matches!(opened(&later), Err(StoreError::LaterVersion)));
        }
        let db = Database::builder()
            .create_with_backend(FileBackend::new(older.try_clone().unwrap()).unwrap())
            .unwrap();
        let reading = db.begin_read().unwrap();
        let names = reading.list_tables().unwrap();
        assert_eq!(names.map(|table| table.name().to_owned()).collect::<Vec<_>>(), ["dossiers/1"]);
    }

    #[test]
    fn a_table_that_no_version_of_ours_has_is_no_matter() {
        assert!(opened(&file_with("notes")).is_ok());
    }
}
