//! What can go wrong with the store, each with its own sentence and what to do.
use crate::domain::dossier::Refusal;
use crate::domain::text::sentence::{Sentence, Spoken};

/// Trouble with the store, or a refusal of the rules.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The rules say no; nothing was written.
    #[error("refused")]
    Refused(#[from] Refusal),
    /// Another window or program has the store open.
    #[error("the store is open elsewhere")]
    OpenElsewhere,
    /// There is no store in this folder.
    #[error("there is no store here")]
    Missing,
    /// The file is no store of ours, or the key does not fit.
    #[error("the file is not a cunbang store")]
    NotAStore,
    /// The file is empty or was cut off.
    #[error("the file was cut off")]
    CutOff,
    /// A folder stands where the file should be.
    #[error("a folder stands where the file should be")]
    IsAFolder,
    /// The system does not let us write.
    #[error("no permission to write the store")]
    NoPermission,
    /// Read-only disk.
    #[error("the disk is read-only")]
    ReadOnlyDisk,
    /// The disk is full; nothing of this act was kept.
    #[error("the disk is full")]
    DiskFull,
    /// An earlier write failed: close and open again.
    #[error("an earlier write failed")]
    PreviousTrouble,
    /// Checksums, hashes or signatures do not agree.
    #[error("the store is damaged: {0}")]
    Damaged(&'static str),
    /// Written by a later version of the program.
    #[error("the store was written by a later version")]
    LaterVersion,
    /// Written by an earlier version, whose form is no longer read.
    #[error("the store was written by an earlier version")]
    EarlierForm,
    /// No such batch, draft, user or pay list.
    #[error("nothing is known under that name")]
    Unknown,
    /// A roll of this programme, village and period is a draft already.
    #[error("the roll is here already")]
    AlreadyHere(u32),
    /// A restored copy must begin its own chain where nothing stands yet.
    #[error("there is a store here already")]
    Exists,
    /// An entry from elsewhere does not verify: form, chain or signature.
    #[error("entry {0} does not verify")]
    Unverified(u64),
    /// Another entry has its place in the chain: two machines work under one terminal's key.
    #[error("entry {0} stands twice")]
    Forked(u64),
    /// The work was stopped by the user; nothing was kept.
    #[error("stopped")]
    Stopped,
    /// Anything else that the disk or redb said.
    #[error("the store could not be read or written")]
    Disk(#[source] Box<redb::Error>),
}

impl Spoken for StoreError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Refused(refusal) => refusal.sentence(),
            Self::OpenElsewhere => Sentence::plain("store-open-elsewhere"),
            Self::Missing => Sentence::plain("store-missing"),
            Self::NotAStore => Sentence::plain("store-not-a-store"),
            Self::CutOff => Sentence::plain("store-cut-off"),
            Self::IsAFolder => Sentence::plain("store-is-a-folder"),
            Self::NoPermission => Sentence::plain("store-no-permission"),
            Self::ReadOnlyDisk => Sentence::plain("store-read-only-disk"),
            Self::DiskFull => Sentence::plain("store-disk-full"),
            Self::PreviousTrouble => Sentence::plain("store-previous-trouble"),
            Self::Damaged(what) => Sentence::plain("store-damaged").with("what", what),
            Self::LaterVersion => Sentence::plain("store-later-version"),
            Self::EarlierForm => Sentence::plain("store-earlier-form"),
            Self::Unknown => Sentence::plain("store-unknown"),
            Self::AlreadyHere(draft) => {
                Sentence::plain("store-already-here").with("draft", format!("D-{draft}"))
            }
            Self::Exists => Sentence::plain("store-exists"),
            Self::Unverified(seq) => Sentence::plain("store-unverified").with("seq", seq),
            Self::Forked(seq) => Sentence::plain("store-forked").with("seq", seq),
            Self::Stopped => Sentence::plain("store-stopped"),
            Self::Disk(_) => Sentence::plain("store-disk"),
        }
    }
}

impl<E: Into<redb::Error>> From<E> for StoreError {
    fn from(error: E) -> Self {
        sorted(error.into())
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "redb may add errors; these have their own sentence"
)]
fn sorted(error: redb::Error) -> StoreError {
    match &error {
        redb::Error::DatabaseAlreadyOpen => StoreError::OpenElsewhere,
        // redb has no kind of its own for a file that was cut off; only its text says so.
        redb::Error::Corrupted(text) if text.contains("truncated") => StoreError::CutOff,
        redb::Error::Corrupted(_) => StoreError::Damaged("redb"),
        redb::Error::RepairAborted => StoreError::Damaged("repair"),
        redb::Error::PreviousIo => StoreError::PreviousTrouble,
        redb::Error::UpgradeRequired(_) => StoreError::LaterVersion,
        redb::Error::Io(io) => from_io(io).unwrap_or_else(|| StoreError::Disk(Box::new(error))),
        _ => StoreError::Disk(Box::new(error)),
    }
}

/// The sentence for an I/O error, if there is a special one.
#[must_use]
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system may say anything; these have their own sentence"
)]
pub fn from_io(io: &std::io::Error) -> Option<StoreError> {
    use std::io::ErrorKind;
    match io.kind() {
        ErrorKind::NotFound => Some(StoreError::Missing),
        ErrorKind::PermissionDenied => Some(StoreError::NoPermission),
        ErrorKind::ReadOnlyFilesystem => Some(StoreError::ReadOnlyDisk),
        ErrorKind::StorageFull => Some(StoreError::DiskFull),
        ErrorKind::IsADirectory => Some(StoreError::IsAFolder),
        ErrorKind::UnexpectedEof => Some(StoreError::CutOff),
        ErrorKind::InvalidData if io.to_string().contains("empty") => Some(StoreError::CutOff),
        ErrorKind::InvalidData => Some(StoreError::NotAStore),
        _ => None,
    }
}
