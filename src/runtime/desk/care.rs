//! Care of the store: verifying, backing up in rotation, restoring, rebuilding.
use super::error::DeskError;
use super::open::{Desk, Waited, terminal_folder};
use crate::domain::user::Role;
use crate::runtime::clock::Clock;
use crate::runtime::entropy::SystemEntropy;
use crate::runtime::files;
use crate::store::{Backup, Restored, Store, Verified};
use crate::vault::{Password, SigningKey, VaultError};
use std::path::{Path, PathBuf};

/// What `store check` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Every page's checksum agrees.
    pub pages_sound: bool,
    /// The journal, entry by entry.
    pub journal: Verified,
}

/// The two places of a backup, used in turn.
const PLACES: [&str; 2] = ["backup-1", "backup-2"];
/// Says which of the two is the newer.
const NEWEST: &str = "newest-backup";

impl Desk {
    /// Verifies the journal: form, chain, signatures, blobs.
    ///
    /// # Errors
    /// Trouble with reading.
    pub fn verify_journal(&self) -> Result<Verified, DeskError> {
        Ok(self.store.read()?.verify()?)
    }

    /// Verifies pages and journal.
    ///
    /// # Errors
    /// Trouble with reading.
    pub fn check_store(&mut self) -> Result<Checked, DeskError> {
        let pages_sound = self.store.check_pages().is_ok();
        Ok(Checked { pages_sound, journal: self.verify_journal()? })
    }

    /// Copies ledger and keys into `out`, in the place of the older of two backups, and verifies the copy.
    ///
    /// # Errors
    /// Trouble with either disk; the newer backup stays as it is.
    pub fn backup(&self, out: &Path) -> Result<(PathBuf, Backup), DeskError> {
        let newest = newest(out);
        let name = PLACES.into_iter().find(|place| Some(*place) != newest.as_deref()).unwrap_or(PLACES[0]);
        let place = out.join(name);
        let folder = terminal_folder(&place)?;
        folder.save(&self.keyring)?;
        let mut backup = Backup::default();
        folder.replace_ledger::<DeskError>(&self.data_key, |backend| {
            backup = self.store.backup(backend)?;
            Ok(())
        })?;
        files::write(&out.join(NEWEST), name.as_bytes())?;
        Ok((place, backup))
    }

    /// Folds all views anew from the journal; gives the number of batches.
    ///
    /// # Errors
    /// Only an administrator may; trouble with the store.
    pub fn rebuild(&mut self) -> Result<u64, DeskError> {
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
    ) -> Result<(Self, Restored), DeskError> {
        let source = newest(from).map_or_else(|| from.to_path_buf(), |name| from.join(name));
        if !source.exists() {
            return Err(VaultError::NoStore.into());
        }
        let backup = terminal_folder(&source)?;
        let keyring = backup.keyring()?;
        let unlocked = backup.unlock(&keyring, user, password, waited)?;
        let original = Store::open(backup.ledger(&unlocked.data_key)?)?;
        let folder = terminal_folder(place)?;
        let terminal = SigningKey::generate(&mut SystemEntropy)?;
        let mut restored = None;
        folder.found::<DeskError>(&keyring, &unlocked.data_key, |backend| {
            let copy = original.copy_to(backend)?;
            restored = Some(copy.begin_again(terminal, clock.now())?);
            Ok(copy.close()?)
        })?;
        original.close()?;
        let keyring = folder.keyring()?;
        let store = Store::open(folder.ledger(&unlocked.data_key)?)?;
        let desk = Self::at(store, folder, place, keyring, (unlocked.data_key, unlocked.signing_key), clock)?;
        Ok((desk, restored.ok_or(VaultError::LedgerMissing)?))
    }

    /// The store's own folder.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.place
    }
}

fn newest(out: &Path) -> Option<String> {
    let said = String::from_utf8(files::read(&out.join(NEWEST)).ok()?).ok()?;
    PLACES.contains(&said.trim()).then(|| said.trim().to_owned())
}
