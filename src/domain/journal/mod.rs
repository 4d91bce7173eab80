//! 记录: the words of the journal. What an entry is, byte by byte; what may follow what stands in `dossier`.
//!
//! An entry = header (JSON bytes, kept exactly as written), signature, body (JSON without personal
//! data) and blobs (named by salted hash). These forms are golden bytes: see `tests/golden.rs`.
mod blob;
mod body;
mod header;
mod subject;

pub use blob::{NewBlob, blob_hash};
pub use body::{
    Approved, Body, BodyError, FindingCount, OfficeFounded, PayListed, Published, ReferenceImported, Returned, Submitted, TerminalFounded,
    UserEnrolled, Withdrawn,
};
pub use header::{Header, SUITE, TERMINAL_LENGTH, TerminalId, VERSION, body_hash, entry_id};
pub use subject::{Subject, SubjectError, SubjectKind};

/// The id of an entry: the hash of its header bytes.
pub type EntryId = super::hash::Hash;
