//! 记录: the words of the journal. What an entry is, byte by byte. Which entry may follow which is
//! decided in `dossier`.
//!
//! An entry = header (JSON bytes, kept exactly as written), signature, body (JSON without personal
//! data) and blobs (named by salted hash). These forms are golden bytes: see
//! `tests/office/golden.rs`.
mod act_kind;
mod acts;
mod blob;
mod body;
mod fold_entry;
pub(in crate::domain) mod fold_order;
mod header;
mod new_entry;
mod rests_on;
mod subject;
mod terminal;

pub use act_kind::ActKind;
pub use acts::act_key;
pub use blob::{NewBlob, blob_hash};
pub use body::*;
pub use fold_entry::{Author, Event, FoldEntry};
pub use header::{Header, SUITE, VERSION, body_hash, entry_id};
pub use new_entry::{EntrySubject, NewEntry};
pub use rests_on::RestsOn;
pub use subject::{Subject, SubjectError, SubjectKind};
pub use terminal::{TERMINAL_LENGTH, TerminalId};

/// The id of an entry: the hash of its header bytes.
pub type EntryId = crate::domain::values::hash::Hash;
