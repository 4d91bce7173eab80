//! The office, its terminals and users, and the reference data that it took in.
use super::form::{BodyError, read, written};
use super::kinds::{OfSubject, bodies};
use crate::domain::journal::{EntryId, Subject};
use crate::domain::people::cross_match::ListKind;
use crate::domain::people::user::Roles;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What an office is and works with.
    OfficeBody {
        /// An office begins its journal.
        OfficeFounded = "office-founded" => "act-office-founded",
        /// A further terminal begins its chain, e.g. after a restore.
        TerminalFounded = "terminal-founded" => "act-terminal-founded",
        /// A user gets roles and a key.
        UserEnrolled = "user-enrolled" => "act-user-enrolled",
        /// A reference set is taken in.
        ReferenceImported = "reference-imported" => "act-reference-imported",
        /// A list of keyed hashes to match rolls against is taken in.
        CrossMatchImported = "cross-match-imported" => "act-cross-match-imported",
    }
}

impl OfficeBody {
    pub(super) fn terminal_key(&self) -> Option<&str> {
        match self {
            Self::OfficeFounded(body) => Some(&body.terminal_key),
            Self::TerminalFounded(body) => Some(&body.terminal_key),
            Self::UserEnrolled(_) | Self::ReferenceImported(_) | Self::CrossMatchImported(_) => {
                None
            }
        }
    }

    /// The day that a person confirms with it.
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        match self {
            Self::OfficeFounded(_)
            | Self::TerminalFounded(_)
            | Self::UserEnrolled(_)
            | Self::ReferenceImported(_)
            | Self::CrossMatchImported(_) => None,
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::OfficeFounded(_)
            | Self::TerminalFounded(_)
            | Self::UserEnrolled(_)
            | Self::ReferenceImported(_)
            | Self::CrossMatchImported(_) => None,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::UserEnrolled(body) => vec![body.name],
            Self::ReferenceImported(body) => vec![body.content],
            Self::CrossMatchImported(body) => vec![body.content],
            Self::OfficeFounded(_) | Self::TerminalFounded(_) => Vec::new(),
        }
    }
}

/// An office, its host and keys; the first entry of a store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeFounded {
    /// Township or village.
    pub division: DivisionCode,
    /// As printed, e.g. `枣林镇人民政府`.
    pub name: String,
    /// Host and prefix of the site, e.g. `GONGSHI.EXAMPLE/CB`.
    pub host: String,
    /// Born a practice store, and stays so.
    pub practice: bool,
    /// The terminal's public key, Crockford.
    pub terminal_key: String,
    /// The publication key, Crockford; signs disclosures.
    pub publication_key: String,
}

/// A terminal that continues an office's work under its own chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerminalFounded {
    /// The terminal's public key, Crockford.
    pub terminal_key: String,
    /// The office.
    pub office: Subject,
    /// The last entry of the backup that it was restored from.
    pub restored_from: Option<EntryId>,
}

/// A user: roles, key, and the keyed hash of the ID number (nobody approves their own).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserEnrolled {
    /// Number of the key slot.
    pub slot: u32,
    /// What the user may do.
    pub roles: Roles,
    /// Public key, Crockford.
    pub public_key: String,
    /// Keyed hash of the normalised ID number.
    pub person: Hash,
    /// Blob with the name.
    pub name: Hash,
}

/// A reference set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceImported {
    /// Its short name.
    pub set: String,
    /// Blob with the whole set as JSON.
    pub content: Hash,
    /// How many divisions it holds.
    pub divisions: u32,
    /// How many programmes it holds.
    pub programmes: u32,
}

/// A list to match rolls against: keyed hashes of ID numbers, never the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrossMatchImported {
    /// What kind of list.
    pub list: ListKind,
    /// Of which programme, for a register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Blob with the hashes.
    pub content: Hash,
    /// How many.
    pub count: u32,
    /// The day for which the list is right.
    pub as_of: Date,
}
