//! What each step leaves behind: the submission, its review, approval or return, the pay list and the
//! payment.
use crate::domain::journal::{self, EntryId, Submitted};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// What a clerk handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Its entry.
    pub entry: EntryId,
    /// Who submitted.
    pub author: Option<EntryId>,
    /// What the entry says.
    pub body: Submitted,
    /// When the clock said it was.
    pub at: Timestamp,
}

/// A return, while it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Blob with the reason.
    pub reason: Hash,
    /// The lines meant; may be empty.
    pub lines: Vec<u32>,
}

/// The first of two steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its entry.
    pub entry: EntryId,
    /// The rows.
    pub rows: Hash,
    /// Keyed hash of who did it.
    pub person: Hash,
}

/// The approval: 审核 where one step decides, else 签发.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Its entry.
    pub entry: EntryId,
    /// The rows.
    pub rows: Hash,
}

/// The pay list that holds the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayList {
    /// Its entry.
    pub entry: EntryId,
    /// `L-...`
    pub list: String,
    /// Rows handed over.
    pub rows: Hash,
    /// Their sum.
    pub fen: Fen,
    /// The day on which it was made.
    pub made_on: Date,
}

/// The payment, as booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booked {
    /// Its entry.
    pub entry: EntryId,
    /// What the entry says.
    pub body: journal::Paid,
}
