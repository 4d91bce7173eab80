//! The store: journal, blobs, views, indexes, drafts and search over redb.
//!
//! Invariants: no view is written except by folding (`fold`, `index`); every official act is one
//! entry and one transaction; nothing above this room knows of redb or of encryption. What is
//! absent here: rules (asked of `domain`), passwords, files and clocks.
mod append;
mod backup;
mod backups;
mod blobs;
mod bootstrap;
mod codec;
mod cross_lists;
mod dossier_rows;
mod draft_acts;
mod drafts;
mod erase;
mod error;
mod fold;
mod import;
mod index;
mod ingest;
mod journal;
mod payment;
mod profiles;
mod queries;
mod row_facts;
pub mod rows;
mod search;
#[expect(clippy::module_inception, reason = "the file is about the open database itself")]
mod store;
mod tables;
mod verify;

pub use append::{Acted, Signer};
pub use backup::{Backup, RawRow, Restored};
pub use bootstrap::{OfficeKeys, User};
pub use cross_lists::ImportedList;
pub use draft_acts::NewDraft;
pub use error::{StoreError, from_io};
pub use import::{Import, PackedRows, RowsPacker};
pub use index::Total;
pub use ingest::{Parcel, TakenIn};
pub use journal::{Chain, Entry, signed_bytes};
pub use payment::{Posting, programme_mark};
pub use queries::TotalRow;
pub use row_facts::{MarkedFacts, RowsMark};
pub use search::{FoundPerson, KnownPeople, People};
pub use store::{PAGE_CACHE, Reading, Store};
pub use verify::{Fault, FaultKind, Verified};

#[cfg(test)]
mod exchange_tests;
#[cfg(test)]
mod tests;
