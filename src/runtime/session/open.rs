//! Logging in: folder, keys, password, the user's entry; and the open session itself.
use super::error::Failure;
use super::known::Known;
use super::open_drafts::DraftsByRoll;
use super::unclean_shutdown::UncleanShutdown;
use crate::domain::journal::Author;
use crate::domain::journal::OfficeFounded;
use crate::domain::people::cross_match::CrossLists;
use crate::domain::people::user::Role;
use crate::domain::reference::Reference;
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use crate::runtime::clock::Clock;
use crate::store::{PAGE_CACHE, People, Signer, Store, StoreError, User};
use crate::vault::{
    DataKey, Keyring, Password, RealDisk, SigningKey, TerminalFolder, UserSlot, VaultError,
};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A logged-in user at an open store.
pub struct Session {
    pub(super) store: Store,
    pub(super) folder: TerminalFolder,
    pub(super) place: PathBuf,
    pub(super) keyring: Keyring,
    pub(super) data_key: DataKey,
    pub(super) signing_key: SigningKey,
    pub(super) user: User,
    pub(super) office: OfficeFounded,
    pub(super) reference: Reference,
    /// What decisions name of it.
    pub(super) rules: Option<Hash>,
    pub(super) clock: Clock,
    pub(super) people: Option<People>,
    pub(super) known: OnceLock<Known>,
    /// Open drafts as far as they were read; until one of them changes.
    pub(super) drafts: DraftsByRoll,
    pub(super) lists: OnceLock<CrossLists>,
    /// Last, so that the file goes after the store is closed.
    presence: UncleanShutdown,
}

/// Who is logged in, without the key.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The user's name, for the head line.
    pub name: String,
    /// What the user may do.
    pub roles: Vec<Role>,
}

/// Seconds since the last try, by a monotonic clock.
pub type Waited = u32;

/// The folder of a store on the real disk.
pub(super) fn terminal_folder(place: &Path) -> Result<TerminalFolder, Failure> {
    let disk = RealDisk::new(place).map_err(|error| VaultError::of_disk("", error))?;
    Ok(TerminalFolder::new(Arc::new(disk)))
}

/// The key slots of a store, for the login screen.
///
/// # Errors
/// No store there, or its keys are damaged.
pub fn users_of(place: &Path) -> Result<Vec<UserSlot>, Failure> {
    if !place.exists() {
        return Err(VaultError::NoStore.into());
    }
    Ok(terminal_folder(place)?.keyring()?.users().to_vec())
}

/// Only a practice store accepts another time than the computer's.
pub(super) const fn must_be_real(clock: Clock, practice: bool) -> Result<(), Failure> {
    if matches!(clock, Clock::Fixed(_)) && !practice { Err(Failure::NotPractice) } else { Ok(()) }
}

impl Session {
    /// Logs in: `user` is a name or a slot number.
    ///
    /// # Errors
    /// Wrong name or password, a wait, or trouble with the folder; `--now` outside a practice
    /// store.
    pub fn open(
        place: &Path,
        user: &str,
        password: &Password,
        waited: Waited,
        clock: Clock,
    ) -> Result<Self, Failure> {
        if !place.exists() {
            return Err(VaultError::NoStore.into());
        }
        let folder = terminal_folder(place)?;
        Self::open_in(folder, place, (user, password), waited, clock, PAGE_CACHE)
    }

    /// The same in a folder on any disk, with so many bytes of page cache; `place` is only what it
    /// is called. For tests with a disk that fails, and for measurements.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn open_in(
        folder: TerminalFolder,
        place: &Path,
        (user, password): (&str, &Password),
        waited: Waited,
        clock: Clock,
        cache: usize,
    ) -> Result<Self, Failure> {
        let keyring = folder.keyring()?;
        must_be_real(clock, keyring.practice())?;
        let unlocked = folder.unlock(&keyring, user, password, waited)?;
        let store = Store::open_existing_with(folder.ledger(&unlocked.data_key)?, cache)?;
        folder.tidy()?;
        Self::at(store, folder, place, keyring, (unlocked.data_key, unlocked.signing_key), clock)
    }

    pub(super) fn at(
        mut store: Store,
        folder: TerminalFolder,
        place: &Path,
        keyring: Keyring,
        keys: (DataKey, SigningKey),
        clock: Clock,
    ) -> Result<Self, Failure> {
        let (data_key, signing_key) = keys;
        let presence = UncleanShutdown::begin(&folder, &mut store)?;
        let reading = store.read()?;
        let public = signing_key.public().to_string();
        // slot first, then the user's entry: a slot without an entry opens nothing
        let user = reading
            .users()?
            .into_iter()
            .find(|user| user.body.public_key == public)
            .ok_or(Failure::NotEnrolled)?;
        let office = reading.office()?;
        let reference = reading.reference()?;
        let rules = reading.rules_mark()?;
        drop(reading);
        let place = place.to_path_buf();
        let unfinished = store.read()?.rewrite_is_due()?;
        let mut session = Self {
            store,
            folder,
            place,
            keyring,
            data_key,
            signing_key,
            user,
            office,
            reference,
            rules,
            clock,
            people: None,
            known: OnceLock::new(),
            drafts: DraftsByRoll::default(),
            lists: OnceLock::new(),
            presence,
        };
        // the power went between an erasure and the new file
        if unfinished {
            session.rewrite()?;
            session.renew_backups()?;
        }
        Ok(session)
    }

    /// Who is logged in.
    #[must_use]
    pub fn signed_in(&self) -> SignedIn {
        SignedIn { name: self.user.name.clone(), roles: self.user.body.roles.iter().collect() }
    }

    /// The office.
    #[must_use]
    pub const fn office(&self) -> &OfficeFounded {
        &self.office
    }

    /// The reference data in force.
    #[must_use]
    pub const fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The store, for measuring.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// What the clock says.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Does the clock seem wrong? The screen then asks the clerk to look.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn clock_is_doubtful(&self) -> Result<bool, Failure> {
        Ok(self.clock.is_doubtful(self.store.read()?.chain()?.at))
    }

    /// After an act: what was read of people is read again when next asked for.
    pub(super) fn forget_people(&mut self) {
        self.people = None;
        self.known = OnceLock::new();
        self.forget_drafts();
    }

    /// After a change of a draft.
    pub(super) fn forget_drafts(&mut self) {
        self.drafts = DraftsByRoll::default();
    }

    pub(super) fn pen(&self) -> Result<Signer<'_>, Failure> {
        let clock_doubtful = self.clock_is_doubtful()?;
        Ok(Signer {
            author: self.user.entry,
            key: &self.signing_key,
            at: self.now(),
            clock_doubtful,
        })
    }

    pub(super) fn author(&self) -> Author {
        Author { roles: self.user.body.roles.clone(), person: self.user.body.person }
    }

    pub(super) fn needs(&self, role: Role) -> Result<(), Failure> {
        if self.author().roles.has(role) {
            Ok(())
        } else {
            Err(StoreError::from(crate::domain::dossier::Refusal::Role(role)).into())
        }
    }

    /// Closes the store and says what plain dropping would swallow.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn close(self) -> Result<(), Failure> {
        let Self { store, presence, .. } = self;
        store.close()?;
        drop(presence);
        Ok(())
    }
}
