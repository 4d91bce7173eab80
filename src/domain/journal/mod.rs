//! 记录: the words of the journal. What an entry is, byte by byte; what may follow what stands in
//! `dossier`.
//!
//! An entry = header (JSON bytes, kept exactly as written), signature, body (JSON without personal
//! data) and blobs (named by salted hash). These forms are golden bytes: see `tests/office/golden.rs`.
mod acts;
mod blob;
mod body;
mod fold_entry;
pub(in crate::domain) mod fold_order;
mod header;
mod subject;

pub use acts::act_key;
pub use blob::{NewBlob, blob_hash};
pub use body::{
    Answered, Approved, BoardDescribed, BoardInspected, BoardRetired, Body, BodyError,
    CrossMatchImported, DisclosureWithdrawn, Erased, Escalated, FindingCount, Investigated,
    ListsEnded, NothingToReport, OfficeFounded, Paid, PayListed, Posted, Published, Raised,
    ReferenceImported, Returned, ReviewSteps, Signed, Submitted, TakenDown, TerminalFounded,
    Unsubmitted, UserEnrolled, Withdrawn,
};
pub use fold_entry::{Author, Event, FoldEntry};
pub use header::{Header, SUITE, TERMINAL_LENGTH, TerminalId, VERSION, body_hash, entry_id};
pub use subject::{Subject, SubjectError, SubjectKind};

/// The id of an entry: the hash of its header bytes.
pub type EntryId = crate::domain::values::hash::Hash;
