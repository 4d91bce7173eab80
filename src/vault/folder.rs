//! The folder of one terminal: the ledger and two copies of the keys, created and changed so that a
//! power cut leaves the old state or the new.
//!
//! The keys are written before the ledger gets its name, so a ledger with its name always has its
//! keys. What the ledger holds is `store`'s business.
use super::backend::{EncryptedBackend, StorageBackend};
use super::copies;
pub use super::copies::{KEYS, KEYS_COPY};
use super::disk::{Disk, new_name, settle};
use super::error::VaultError;
use super::keyring::{Keyring, Unlocked};
use super::keys::DataKey;
use super::login_attempts::{TRIES, Tries};
use super::password::Password;
use std::sync::Arc;

/// The file of the store.
pub const LEDGER: &str = "ledger.cunbang";

/// In a folder of backups: the backup before the last one.
pub const EARLIER_LEDGER: &str = "ledger.earlier.cunbang";

/// What a folder holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderState {
    /// Nothing of a store, or an unfinished founding that was never reported as done.
    Empty,
    /// A store with its keys.
    Ready,
    /// Keys without a ledger: restore the backup.
    LedgerMissing,
    /// A ledger without keys: bring back `keys.json`.
    KeysMissing,
}

/// The folder of one terminal.
#[derive(Debug, Clone)]
pub struct TerminalFolder {
    disk: Arc<dyn Disk>,
}

impl TerminalFolder {
    /// The folder on `disk`.
    #[must_use]
    pub fn new(disk: Arc<dyn Disk>) -> Self {
        Self { disk }
    }

    /// The disk below, for backups beside the ledger.
    #[must_use]
    pub fn disk(&self) -> &dyn Disk {
        self.disk.as_ref()
    }

    /// What is here.
    ///
    /// # Errors
    /// What the disk said.
    pub fn state(&self) -> Result<FolderState, VaultError> {
        let keys = self.exists(KEYS)? || self.exists(KEYS_COPY)?;
        Ok(match (self.ledger_name()?.is_some(), keys) {
            (true, true) => FolderState::Ready,
            (true, false) => FolderState::KeysMissing,
            // Keys beside an unfinished ledger: a founding was cut off before the ledger got its
            // name.
            (false, true) if !self.exists(&new_name(LEDGER))? => FolderState::LedgerMissing,
            (false, _) => FolderState::Empty,
        })
    }

    /// Founds a store: `write_ledger` gets the empty encrypted ledger under a temporary name and
    /// must have closed it when it returns.
    ///
    /// When this returns `Ok`, ledger and keys are durable. A cut before leaves a folder that reads
    /// as [`FolderState::Empty`].
    ///
    /// # Errors
    /// [`VaultError::StoreExists`], [`VaultError::LedgerMissing`], [`VaultError::KeysMissing`];
    /// those of the disk and of `write_ledger`.
    pub fn found<E: From<VaultError>>(
        &self,
        keyring: &Keyring,
        data_key: &DataKey,
        write_ledger: impl FnOnce(EncryptedBackend) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.state()? {
            FolderState::Empty => {}
            FolderState::Ready => return Err(VaultError::StoreExists.into()),
            FolderState::LedgerMissing => return Err(VaultError::LedgerMissing.into()),
            FolderState::KeysMissing => return Err(VaultError::KeysMissing.into()),
        }
        for leftover in [KEYS, KEYS_COPY, TRIES] {
            self.remove(leftover)?;
        }
        // Before the unfinished ledger goes: keys without either would read as a store that lost
        // its ledger.
        self.disk.sync_folder().map_err(|error| VaultError::of_disk(KEYS, error))?;
        self.install_ledger_after(data_key, write_ledger, || self.save(keyring).map(|_| ()))
    }

    /// Puts a newly written ledger in the place of the one that is here, as `restore` and
    /// compaction do.
    ///
    /// # Errors
    /// Those of the disk and of `write_ledger`; the old ledger then stays.
    pub fn replace_ledger<E: From<VaultError>>(
        &self,
        data_key: &DataKey,
        write_ledger: impl FnOnce(EncryptedBackend) -> Result<(), E>,
    ) -> Result<(), E> {
        self.install_ledger_after(data_key, write_ledger, || Ok(()))
    }

    fn install_ledger_after<E: From<VaultError>>(
        &self,
        data_key: &DataKey,
        write_ledger: impl FnOnce(EncryptedBackend) -> Result<(), E>,
        before_its_name: impl FnOnce() -> Result<(), VaultError>,
    ) -> Result<(), E> {
        let new = new_name(LEDGER);
        self.remove(&new)?;
        let backend = self.backend(&new)?;
        write_ledger(EncryptedBackend::new(backend, &data_key.storage_key()))?;
        let sentence = |error| VaultError::of_disk(LEDGER, error);
        // Opened anew, because `write_ledger` consumed the first handle.
        self.backend(&new)?.sync_data().map_err(sentence)?;
        self.disk.sync_folder().map_err(sentence)?;
        before_its_name()?;
        settle(self.disk.as_ref(), &new, LEDGER).map_err(sentence)?;
        Ok(())
    }

    /// The ledger that is here, decrypted under `data_key`.
    ///
    /// # Errors
    /// [`VaultError::LedgerMissing`]; what the disk said.
    pub fn ledger(&self, data_key: &DataKey) -> Result<EncryptedBackend, VaultError> {
        let name = self.ledger_name()?.ok_or(VaultError::LedgerMissing)?;
        Ok(EncryptedBackend::new(self.backend(name)?, &data_key.storage_key()))
    }

    /// The ledger, or the earlier backup if the power went while a new one took its place.
    fn ledger_name(&self) -> Result<Option<&'static str>, VaultError> {
        for name in [LEDGER, EARLIER_LEDGER] {
            if self.exists(name)? {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    /// Takes a backup into this folder, which is not the store's own: ledger and keys, so that it
    /// opens like any other. The backup before it stays as [`EARLIER_LEDGER`]; at each moment at
    /// least one of the two is whole.
    ///
    /// # Errors
    /// [`VaultError::StoreExists`] if the folder holds another store; those of the disk and of
    /// `write_ledger`.
    pub fn keep_backup<E: From<VaultError>>(
        &self,
        keyring: &Keyring,
        data_key: &DataKey,
        write_ledger: impl FnOnce(EncryptedBackend) -> Result<(), E>,
    ) -> Result<(), E> {
        if self.state()? == FolderState::Ready && self.keyring()?.store() != keyring.store() {
            return Err(VaultError::StoreExists.into());
        }
        self.install_ledger_after(data_key, write_ledger, || {
            copies::write_both(self.disk(), keyring)?;
            if self.exists(LEDGER)? {
                settle(self.disk(), LEDGER, EARLIER_LEDGER)
                    .map_err(|error| VaultError::of_disk(EARLIER_LEDGER, error))?;
            }
            Ok(())
        })
    }

    /// Removes what an interrupted write left. Only for who holds the ledger's lock: another
    /// program may be writing just now.
    ///
    /// # Errors
    /// What the disk said.
    pub fn tidy(&self) -> Result<(), VaultError> {
        [LEDGER, KEYS, KEYS_COPY, TRIES].iter().try_for_each(|file| self.remove(&new_name(file)))
    }

    /// Reads the keys, and writes a damaged or older copy anew from the good one.
    ///
    /// # Errors
    /// [`VaultError::NoStore`], [`VaultError::LedgerMissing`], [`VaultError::KeysMissing`],
    /// [`VaultError::KeysDamaged`], [`VaultError::OtherVersion`]; what the disk said.
    pub fn keyring(&self) -> Result<Keyring, VaultError> {
        match self.state()? {
            FolderState::Empty => return Err(VaultError::NoStore),
            FolderState::LedgerMissing => return Err(VaultError::LedgerMissing),
            FolderState::KeysMissing => return Err(VaultError::KeysMissing),
            FolderState::Ready => {}
        }
        copies::load(self.disk())
    }

    /// Saves a changed keyring in both copies; gives it back as saved.
    ///
    /// # Errors
    /// What the disk said; the keys are then the old or the new ones.
    pub fn save(&self, keyring: &Keyring) -> Result<Keyring, VaultError> {
        copies::save(self.disk(), keyring)
    }

    /// A try at the login: counted durably first, forgiven if the password is right. `waited` are
    /// the seconds since the last try or, if this is the first, since the program's start, by a
    /// monotonic clock.
    ///
    /// # Errors
    /// [`VaultError::WrongNameOrPassword`], [`VaultError::MustWait`], [`VaultError::TooManyTries`],
    /// [`VaultError::OutOfMemory`]; what the disk said.
    pub fn unlock(
        &self,
        keyring: &Keyring,
        name_or_number: &str,
        password: &Password,
        waited: u32,
    ) -> Result<Unlocked, VaultError> {
        let slot = keyring.find(name_or_number).ok_or(VaultError::WrongNameOrPassword)?;
        Tries::load(self.disk())?.count(self.disk(), slot.number, waited)?;
        let unlocked = keyring.unlock(name_or_number, password)?;
        self.forgive(slot.number)?;
        Ok(unlocked)
    }

    /// Forgets the failed tries of a user, after [`Keyring::replace_key`].
    ///
    /// # Errors
    /// What the disk said.
    pub fn forgive(&self, number: u32) -> Result<(), VaultError> {
        Tries::load(self.disk())?.forgive(self.disk(), number)
    }

    fn backend(&self, name: &str) -> Result<Box<dyn StorageBackend>, VaultError> {
        self.disk.open(name).map_err(|error| VaultError::of_disk(LEDGER, error))
    }

    fn exists(&self, name: &str) -> Result<bool, VaultError> {
        self.disk.exists(name).map_err(|error| VaultError::of_disk(name, error))
    }

    fn remove(&self, name: &str) -> Result<(), VaultError> {
        self.disk.remove(name).map_err(|error| VaultError::of_disk(name, error))
    }
}

#[cfg(test)]
mod tests {
    use super::super::disk::RealDisk;
    use super::super::entropy::Counted;
    use super::super::keyring::{Created, Founding, NewUser};
    use super::super::password::KdfCost;
    use super::*;

    const TREE: &str = "羊圈门口有三棵老枣树";

    struct Office {
        folder: TerminalFolder,
        created: Created,
        _kept: tempfile::TempDir,
    }

    fn office() -> Office {
        let kept = tempfile::tempdir().unwrap();
        let folder = TerminalFolder::new(Arc::new(RealDisk::new(kept.path()).unwrap()));
        let founding = Founding { practice: true, office: "枣林镇", cost: KdfCost::FLOOR };
        let password = Password::new(TREE);
        let first = NewUser { name: "段建国", label: "管理员", password: &password };
        let created = Keyring::create(&founding, &first, &mut Counted(0)).unwrap();
        Office { folder, created, _kept: kept }
    }

    fn write_ledger(backend: EncryptedBackend) -> Result<(), VaultError> {
        let backend: Box<dyn StorageBackend> = Box::new(backend);
        backend.set_len(8192).and_then(|()| backend.write(4096, b"sixteen bytes ..")).unwrap();
        backend.close().map_err(|error| VaultError::of_disk(LEDGER, error))
    }

    fn founded() -> Office {
        let office = office();
        office
            .folder
            .found(&office.created.keyring, &office.created.unlocked.data_key, write_ledger)
            .unwrap();
        office
    }

    #[test]
    fn a_store_is_founded_once_and_opened_by_its_password() {
        let Office { folder, created, .. } = &founded();
        assert_eq!(folder.state().unwrap(), FolderState::Ready);
        let again = folder.found(&created.keyring, &created.unlocked.data_key, write_ledger);
        assert!(matches!(again, Err(VaultError::StoreExists)));
        let keyring = folder.keyring().unwrap();
        let unlocked = folder.unlock(&keyring, "段建国", &Password::new(TREE), 0).unwrap();
        let mut found = [0; 16];
        folder.ledger(&unlocked.data_key).unwrap().read(4096, &mut found).unwrap();
        assert_eq!(&found, b"sixteen bytes ..");
    }

    #[test]
    fn a_backup_folder_opens_like_a_store_and_keeps_two() {
        let Office { created, .. } = &founded();
        let Office { folder: stick, .. } = &office();
        let data_key = &created.unlocked.data_key;
        for _ in 0..3 {
            stick.keep_backup(&created.keyring, data_key, write_ledger).unwrap();
            assert_eq!(stick.state().unwrap(), FolderState::Ready);
        }
        assert!(stick.disk().exists(EARLIER_LEDGER).unwrap());
        stick.disk().remove(LEDGER).unwrap();
        let keyring = stick.keyring().unwrap();
        assert_eq!(keyring, created.keyring);
        let mut found = [0; 16];
        stick.ledger(data_key).unwrap().read(4096, &mut found).unwrap();
        assert_eq!(&found, b"sixteen bytes ..");
    }

    #[test]
    fn a_backup_never_covers_another_stores() {
        let first = &founded();
        let password = Password::new(TREE);
        let founding = Founding { practice: true, office: "枣林镇", cost: KdfCost::FLOOR };
        let user = NewUser { name: "段建国", label: "管理员", password: &password };
        let other = Keyring::create(&founding, &user, &mut Counted(500)).unwrap();
        let refused =
            first.folder.keep_backup(&other.keyring, &other.unlocked.data_key, write_ledger);
        assert!(matches!(refused, Err(VaultError::StoreExists)));
    }

    #[test]
    fn an_unfinished_creation_can_be_begun_again() {
        let Office { folder, created, .. } = &office();
        assert!(matches!(folder.keyring(), Err(VaultError::NoStore)));
        let failed = folder
            .found(&created.keyring, &created.unlocked.data_key, |_| Err(VaultError::OutOfMemory));
        assert!(matches!(failed, Err(VaultError::OutOfMemory)));
        folder.save(&created.keyring).unwrap();
        assert_eq!(folder.state().unwrap(), FolderState::Empty);
        folder.found(&created.keyring, &created.unlocked.data_key, write_ledger).unwrap();
        assert_eq!(folder.state().unwrap(), FolderState::Ready);
    }

    #[test]
    fn one_damaged_or_lost_copy_of_the_keys_is_healed_from_the_other() {
        for (name, other) in [(KEYS, KEYS_COPY), (KEYS_COPY, KEYS)] {
            let Office { folder, .. } = &founded();
            let disk = folder.disk();
            let before = folder.keyring().unwrap();
            for broken in [
                None,
                Some(Vec::new()),
                disk.read(name).unwrap().map(|bytes| bytes[..200].to_vec()),
            ] {
                disk.remove(name).unwrap();
                if let Some(bytes) = broken {
                    disk.write_synced(name, &bytes).unwrap();
                }
                assert_eq!(folder.keyring().unwrap(), before);
                assert_eq!(disk.read(name).unwrap(), disk.read(other).unwrap());
            }
        }
    }

    #[test]
    fn of_two_good_copies_the_newer_one_counts() {
        let Office { folder, .. } = &founded();
        let disk = folder.disk();
        let old = folder.disk().read(KEYS).unwrap().unwrap();
        let newer = folder.save(&folder.keyring().unwrap()).unwrap();
        for name in [KEYS, KEYS_COPY] {
            disk.write_synced(name, &old).unwrap();
            assert_eq!(folder.keyring().unwrap(), newer);
        }
    }

    #[test]
    fn missing_parts_and_other_versions_have_their_own_sentences() {
        let Office { folder, .. } = &founded();
        let disk = folder.disk();
        let file = String::from_utf8(disk.read(KEYS).unwrap().unwrap()).unwrap();
        disk.write_synced(KEYS, file.replace("cunbang/keys/1", "cunbang/keys/2").as_bytes())
            .unwrap();
        assert!(matches!(folder.keyring(), Err(VaultError::OtherVersion { .. })));
        disk.write_synced(KEYS, b"{}").unwrap();
        disk.write_synced(KEYS_COPY, b"").unwrap();
        assert!(matches!(folder.keyring(), Err(VaultError::KeysDamaged)));
        disk.rename(LEDGER, "away").unwrap();
        assert!(matches!(folder.keyring(), Err(VaultError::LedgerMissing)));
        disk.rename("away", LEDGER).unwrap();
        disk.remove(KEYS).unwrap();
        disk.remove(KEYS_COPY).unwrap();
        assert!(matches!(folder.keyring(), Err(VaultError::KeysMissing)));
    }

    #[test]
    fn failed_tries_slow_down_and_a_right_password_forgives() {
        let Office { folder, .. } = &founded();
        let keyring = folder.keyring().unwrap();
        let try_with = |typed: &str, waited| {
            folder.unlock(&keyring, "1", &Password::new(typed), waited).map(|_| ())
        };
        for _ in 0..3 {
            assert!(matches!(
                try_with("错误的密码错误的密码", 0),
                Err(VaultError::WrongNameOrPassword)
            ));
        }
        assert!(matches!(try_with(TREE, 0), Err(VaultError::MustWait { seconds: 2 })));
        try_with(TREE, 2).unwrap();
        try_with(TREE, 0).unwrap();
    }
}
