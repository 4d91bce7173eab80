//! What folding knows of an entry: who wrote it, after which others, and what stays of it in a
//! subject's history.
use super::{Body, EntryId, TerminalId};
use crate::domain::people::user::Roles;
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// What the user entry of an author says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Roles at that time.
    pub roles: Roles,
    /// Keyed hash of the ID number.
    pub person: Hash,
}

/// An entry of one subject, as far as folding needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldEntry {
    /// Its id.
    pub id: EntryId,
    /// Who wrote it.
    pub terminal: TerminalId,
    /// Number on that terminal.
    pub seq: u64,
    /// What the author had on screen.
    pub saw: Vec<EntryId>,
    /// The clock.
    pub at: Timestamp,
    /// Id of the author's user entry.
    pub author: Option<EntryId>,
    /// What that user entry says; `None` = nobody known.
    pub known: Option<Author>,
    /// What it says.
    pub body: Body,
    /// The kind word as written.
    pub kind: String,
}

/// One entry in a subject's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub entry: EntryId,
    /// Its kind word.
    pub kind: String,
    /// Who.
    pub author: Option<EntryId>,
    /// When the clock said it was.
    pub at: Timestamp,
    /// The refusal's key, if its own causal past did not permit it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_effect: Option<String>,
}

impl FoldEntry {
    /// Its line in the history of its subject; `without_effect`: the key of what refused it.
    #[must_use]
    pub fn event(&self, without_effect: Option<String>) -> Event {
        Event {
            entry: self.id,
            kind: self.kind.clone(),
            author: self.author,
            at: self.at,
            without_effect,
        }
    }
}
