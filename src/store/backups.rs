//! Where backups lie, and which of them still hold what was erased. Private notes of this terminal,
//! no entries.
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::store::{Reading, Store, guarded};
use super::tables::META;

const PLACES: &[u8] = b"backups";
const STALE: &[u8] = b"stale-backups";

impl Store {
    /// Remembers where a backup lies: what is erased must go there, too.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn note_backup(&self, place: &str) -> Result<(), StoreError> {
        let mut places = self.read()?.backup_places()?;
        if places.iter().any(|known| known == place) {
            return Ok(());
        }
        places.push(place.to_owned());
        self.set_places(PLACES, &places)
    }

    /// From now on these backups hold what was erased, until each is written anew.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn set_stale_backups(&self, places: &[String]) -> Result<(), StoreError> {
        self.set_places(STALE, places)
    }

    fn set_places(&self, key: &'static [u8], places: &[String]) -> Result<(), StoreError> {
        self.write(|tables| {
            tables.meta.insert(key, to_row(key, &places)?.as_slice())?;
            Ok(())
        })
    }
}

impl Reading {
    /// Where backups lie, as far as this store made them.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn backup_places(&self) -> Result<Vec<String>, StoreError> {
        self.places(PLACES)
    }

    /// Backups that still hold what was erased.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn stale_backups(&self) -> Result<Vec<String>, StoreError> {
        self.places(STALE)
    }

    fn places(&self, key: &'static [u8]) -> Result<Vec<String>, StoreError> {
        guarded(|| {
            self.table(META)?.get(key)?.map_or(Ok(Vec::new()), |row| from_row(key, row.value()))
        })
    }
}
