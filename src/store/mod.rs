//! The store: journal, blobs, views, indexes, drafts and search over redb.
//!
//! Invariants: no view is written except by folding (`fold`, `index`); every official act is one
//! entry and one transaction; nothing above this room knows of redb or of encryption. What is
//! absent here: rules (asked of `domain`), passwords, files and clocks.
mod act;
mod backups;
mod blobs;
mod codec;
mod copy;
mod cross_lists;
mod draft_acts;
mod drafts;
mod erase;
mod error;
mod fold;
mod folded;
mod found;
mod import;
mod index;
mod journal;
mod posting;
mod profiles;
pub mod rows;
mod search;
#[expect(clippy::module_inception, reason = "the file is about the open database itself")]
mod store;
mod tables;
mod take_in;
mod verify;
mod views;

pub use act::{DraftChange, Pen, Request};
pub use copy::{Backup, RawRow, Restored};
pub use cross_lists::ImportedList;
pub use draft_acts::NewDraft;
pub use drafts::{Draft, Found};
pub use error::{StoreError, from_io};
pub use found::{OfficeKeys, User};
pub use import::{Import, PackedRows, RowsPacker, Submission, running_number};
pub use index::Total;
pub use journal::{Chain, Entry, Target, signed_bytes};
pub use posting::{Posting, programme_mark};
pub use search::{FoundPerson, KnownPeople, People};
pub use store::{Reading, Store};
pub use take_in::{Parcel, TakenIn};
pub use verify::{Fault, FaultKind, Verified};
pub use views::TotalRow;

#[cfg(test)]
mod tests;
