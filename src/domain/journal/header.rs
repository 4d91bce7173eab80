//! The header: the bytes that are hashed, chained and signed.
use super::EntryId;
use super::subject::Subject;
use super::terminal::TerminalId;
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// The header's form.
pub const VERSION: u8 = 1;
/// SHA-256, Ed25519, AES (room for SM2, SM3, SM4).
pub const SUITE: u8 = 1;

/// The header of an entry. The order of the fields is the order of the bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// [`VERSION`].
    pub v: u8,
    /// [`SUITE`].
    pub suite: u8,
    /// Who wrote it.
    pub terminal: TerminalId,
    /// 1, 2, 3 ... without holes.
    pub seq: u64,
    /// Id of this terminal's previous entry; `None` for the first.
    pub prev: Option<EntryId>,
    /// What the clock said, never bent.
    pub at: Timestamp,
    /// The clock was before the build or the last entry, or a day ahead of all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clock_doubtful: bool,
    /// Id of the user entry that holds the author's key and roles; `None` = the terminal itself,
    /// while it founds.
    pub author: Option<EntryId>,
    /// Word for the body's form, e.g. `submitted`.
    pub kind: String,
    /// What it is about.
    pub subject: Subject,
    /// Sorted heads of the subject that the author had on screen.
    pub saw: Vec<EntryId>,
    /// [`body_hash`] of the body.
    pub body: Hash,
    /// Hashes of the blobs that the body names, sorted.
    pub blobs: Vec<Hash>,
}

impl Header {
    /// The bytes to be hashed and signed; made once.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// Reads header bytes.
    ///
    /// # Errors
    /// Not a header of this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}

/// The id of an entry: SHA-256 of `cunbang/entry/1\n` and the header bytes.
#[must_use]
pub fn entry_id(header_bytes: &[u8]) -> EntryId {
    Hash::of("cunbang/entry/1\n", &[header_bytes])
}

/// SHA-256 of `cunbang/body/1\n` and the body bytes.
#[must_use]
pub fn body_hash(body_bytes: &[u8]) -> Hash {
    Hash::of("cunbang/body/1\n", &[body_bytes])
}
