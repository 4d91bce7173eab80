//! Care of the store: verifying, backing up (two backups in rotation), restoring, rebuilding.
use super::error::Failure;
use super::open::{Session, Waited, must_be_real, terminal_folder};
use super::retention::remembered;
use crate::domain::people::user::Role;
use crate::runtime::clock::Clock;
use crate::runtime::entropy::SystemEntropy;
use crate::runtime::files;
use crate::store::{Backup, Restored, Store, StoreError, Verified};
use crate::vault::{Password, SigningKey, TerminalFolder, VaultError};
use std::path::Path;

/// What `store check` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Every page's checksum agrees.
    pub pages_sound: bool,
    /// The journal, entry by entry.
    pub journal: Verified,
}

impl Session {
    /// Verifies the journal: form, chain, signatures, blobs.
    ///
    /// # Errors
    /// Trouble with reading.
    pub fn verify_journal(&self) -> Result<Verified, Failure> {
        Ok(self.store.read()?.verify()?)
    }

    /// Verifies pages and journal.
    ///
    /// # Errors
    /// Trouble with reading.
    pub fn check_store(&mut self) -> Result<Checked, Failure> {
        let pages_sound = match self.store.check_pages() {
            Ok(()) => true,
            Err(StoreError::Damaged(_)) => false,
            // a disk that does not answer has not said that the pages are bad
            Err(error) => return Err(error.into()),
        };
        Ok(Checked { pages_sound, journal: self.verify_journal()? })
    }

    /// Copies ledger and keys into the folder `out` and verifies the copy; the backup before it
    /// stays beside it.
    ///
    /// # Errors
    /// `out` is the store's own folder or holds another store; trouble with either disk.
    pub fn backup(&self, out: &Path) -> Result<Backup, Failure> {
        let folder = terminal_folder(out)?;
        if files::is_same(out, &self.place) {
            return Err(VaultError::StoreExists.into());
        }
        let place = remembered(out);
        // Noted before it is written: a backup that nobody knows of could keep what is erased
        // later.
        self.store.note_backup(&place)?;
        let backup = self.keep_backup(&folder)?;
        let mut stale = self.store.read()?.stale_backups()?;
        if stale.contains(&place) {
            // once more: the backup before stays beside the new one, and must not hold what was
            // erased either
            self.keep_backup(&folder)?;
            stale.retain(|known| *known != place);
            self.store.set_stale_backups(&stale)?;
        }
        Ok(backup)
    }

    fn keep_backup(&self, folder: &TerminalFolder) -> Result<Backup, Failure> {
        let mut backup = Backup::default();
        folder.keep_backup::<Failure>(&self.keyring, &self.data_key, |backend| {
            backup = self.store.backup(backend)?;
            Ok(())
        })?;
        Ok(backup)
    }

    /// Folds all views anew from the journal; gives the number of batches.
    ///
    /// # Errors
    /// Only an administrator may; trouble with the store.
    pub fn rebuild(&mut self) -> Result<u64, Failure> {
        self.needs(Role::Administrator)?;
        self.forget_people();
        Ok(self.store.rebuild()?)
    }

    /// Brings a backup back into the empty folder `place`, under a new terminal and chain.
    ///
    /// # Errors
    /// Wrong password; a store is there already; trouble with either disk.
    pub fn restore(
        from: &Path,
        place: &Path,
        user: &str,
        password: &Password,
        waited: Waited,
        clock: Clock,
    ) -> Result<(Self, Restored), Failure> {
        if !from.exists() {
            return Err(VaultError::NoStore.into());
        }
        let backup = terminal_folder(from)?;
        let keyring = backup.keyring()?;
        must_be_real(clock, keyring.practice())?;
        let unlocked = backup.unlock(&keyring, user, password, waited)?;
        let original = Store::open_existing(backup.ledger(&unlocked.data_key)?)?;
        let folder = terminal_folder(place)?;
        let terminal = SigningKey::generate(&mut SystemEntropy)?;
        let mut restored = None;
        folder.found::<Failure>(&keyring, &unlocked.data_key, |backend| {
            let copy = original.copy_to(backend)?;
            restored = Some(copy.begin_again(terminal, clock.now())?);
            Ok(copy.close()?)
        })?;
        original.close()?;
        let keyring = folder.keyring()?;
        let store = Store::open(folder.ledger(&unlocked.data_key)?)?;
        let session = Self::at(
            store,
            folder,
            place,
            keyring,
            (unlocked.data_key, unlocked.signing_key),
            clock,
        )?;
        Ok((session, restored.ok_or(VaultError::LedgerMissing)?))
    }

    /// The store's own folder.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }
}
