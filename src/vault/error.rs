//! What can go wrong with passwords, keys and the terminal's folder, and what is then said.
use super::password_weakness::Weakness;
use crate::domain::text::sentence::{Sentence, Spoken};
use std::io;

/// Why the vault refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// No such user, or not that password: it is not said which.
    #[error("the user or the password is wrong")]
    WrongNameOrPassword,
    /// Failed tries must be followed by a pause.
    #[error("wait {seconds} s before the next try")]
    MustWait {
        /// Left to wait.
        seconds: u32,
    },
    /// More failed tries than [`crate::vault::login_attempts::LAST_TRY`]: an administrator gives a
    /// new password.
    #[error("too many failed tries")]
    TooManyTries,
    /// The password would be guessed.
    #[error("the password is too easy to guess: {0:?}")]
    WeakPassword(Weakness),
    /// Another user has this name.
    #[error("the user's name is taken")]
    NameTaken,
    /// No user has this number.
    #[error("there is no user with number {number}")]
    UnknownUser {
        /// What was asked for.
        number: u32,
    },
    /// The only user cannot be removed: nobody could open the store.
    #[error("the last user cannot be removed")]
    LastUser,
    /// The recovery code has a slip of the pen: length, character or check character.
    #[error("the recovery code is mistyped")]
    MistypedCode,
    /// A well-formed recovery code, but of another store.
    #[error("this is not the recovery code of this store")]
    WrongCode,
    /// The data key handed in is not this store's.
    #[error("the key belongs to another store")]
    ForeignKey,
    /// Both copies of the keys are damaged.
    #[error("both copies of the keys file are damaged")]
    KeysDamaged,
    /// The folder has a ledger, but no keys.
    #[error("the keys file is missing")]
    KeysMissing,
    /// The folder has keys, but no ledger.
    #[error("the ledger is missing")]
    LedgerMissing,
    /// The folder has neither: nothing was founded here.
    #[error("there is no store in this folder")]
    NoStore,
    /// The folder already has a store.
    #[error("there is a store in this folder already")]
    StoreExists,
    /// The keys file was written by another version of the program.
    #[error("the keys file has the format {found}")]
    OtherVersion {
        /// Its format word.
        found: String,
    },
    /// The key derivation got no memory; its cost is never lowered instead.
    #[error("not enough memory to check the password")]
    OutOfMemory,
    /// The system gave no random bytes.
    #[error("the system gives no random numbers")]
    NoRandomness,
    /// The disk is full.
    #[error("the disk is full ({file})")]
    DiskFull {
        /// Name inside the folder.
        file: String,
    },
    /// The folder or file may not be written.
    #[error("{file} may not be written")]
    NotWritable {
        /// Name inside the folder.
        file: String,
    },
    /// Another trouble of the disk.
    #[error("{file}: {source}")]
    Disk {
        /// Name inside the folder.
        file: String,
        /// What the disk said.
        source: io::Error,
    },
}

impl VaultError {
    /// What the disk said about `file`.
    #[must_use]
    pub fn of_disk(file: &str, source: io::Error) -> Self {
        let file = file.to_owned();
        let kind = source.kind();
        if kind == io::ErrorKind::StorageFull {
            Self::DiskFull { file }
        } else if matches!(
            kind,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        ) {
            Self::NotWritable { file }
        } else {
            Self::Disk { file, source }
        }
    }
}

impl Spoken for VaultError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::WrongNameOrPassword => Sentence::plain("vault-wrong-name-or-password"),
            Self::MustWait { seconds } => {
                Sentence::plain("vault-must-wait").with("seconds", seconds)
            }
            Self::TooManyTries => Sentence::plain("vault-too-many-tries"),
            Self::WeakPassword(weakness) => weakness.sentence(),
            Self::NameTaken => Sentence::plain("vault-name-taken"),
            Self::UnknownUser { number } => {
                Sentence::plain("vault-unknown-user").with("number", number)
            }
            Self::LastUser => Sentence::plain("vault-last-user"),
            Self::MistypedCode => Sentence::plain("vault-mistyped-code"),
            Self::WrongCode => Sentence::plain("vault-wrong-code"),
            Self::ForeignKey => Sentence::plain("vault-foreign-key"),
            Self::KeysDamaged => Sentence::plain("vault-keys-damaged"),
            Self::KeysMissing => Sentence::plain("vault-keys-missing"),
            Self::LedgerMissing => Sentence::plain("vault-ledger-missing"),
            Self::NoStore => Sentence::plain("vault-no-store"),
            Self::StoreExists => Sentence::plain("vault-store-exists"),
            Self::OtherVersion { found } => {
                Sentence::plain("vault-other-version").with("found", found)
            }
            Self::OutOfMemory => Sentence::plain("vault-out-of-memory"),
            Self::NoRandomness => Sentence::plain("vault-no-randomness"),
            Self::DiskFull { file } => Sentence::plain("vault-disk-full").with("file", file),
            Self::NotWritable { file } => Sentence::plain("vault-not-writable").with("file", file),
            Self::Disk { file, source } => {
                Sentence::plain("vault-disk").with("file", file).with("said", source)
            }
        }
    }
}
