//! The bodies: versioned JSON without personal data. Names, rows and free text are blobs.
use super::EntryId;
use super::subject::Subject;
use crate::domain::date::Date;
use crate::domain::disclosure::{Code, DisclosureStage, IssuerKind, NoticePeriod};
use crate::domain::division::DivisionCode;
use crate::domain::finding::{Check, Level};
use crate::domain::hash::Hash;
use crate::domain::money::Fen;
use crate::domain::programme::NoticeTime;
use crate::domain::roll::{RollKey, Totals};
use crate::domain::user::Roles;
use serde::{Deserialize, Serialize};

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// An office begins its journal.
    OfficeFounded(OfficeFounded),
    /// A further terminal begins its chain, e.g. after a restore.
    TerminalFounded(TerminalFounded),
    /// A user gets roles and a key.
    UserEnrolled(UserEnrolled),
    /// A reference set is taken in.
    ReferenceImported(ReferenceImported),
    /// A disclosure becomes public.
    Published(Published),
    /// A roll is handed to the township.
    Submitted(Submitted),
    /// The township approves.
    Approved(Approved),
    /// The township sends back.
    Returned(Returned),
    /// The batch or its disclosures are taken back.
    Withdrawn(Withdrawn),
    /// The batch's lines are in a pay list.
    PayListed(PayListed),
    /// A kind that this version does not know: kept, without effect.
    Unknown,
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

/// A disclosure: its code, bytes and signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Programme, village, period.
    pub key: RollKey,
    /// The office's running number.
    pub label: String,
    /// Notice or result.
    pub stage: DisclosureStage,
    /// Village committee or township.
    pub issuer: IssuerKind,
    /// 1 for the first.
    pub revision: u32,
    /// Code of the revision before.
    pub replaces: Option<Code>,
    /// 公开码.
    pub code: Code,
    /// Blob with the public bytes.
    pub content: Hash,
    /// Publication key's signature over the bytes, Crockford.
    pub signature: String,
    /// Blob with the names of the paper.
    pub paper_names: Option<Hash>,
    /// Blob with the rows that it was made of.
    pub rows: Hash,
    /// Days of the notice.
    pub notice: Option<NoticePeriod>,
    /// When the programme wants its notice.
    pub when: NoticeTime,
    /// Counts and sums.
    pub totals: Totals,
}

/// A roll handed to the township, with what the checks found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted {
    /// Programme, village, period.
    pub key: RollKey,
    /// The office's running number.
    pub label: String,
    /// Blob with the rows.
    pub rows: Hash,
    /// Counts and sums.
    pub totals: Totals,
    /// What the checks found.
    pub findings: Vec<FindingCount>,
    /// Blob with the clerk's reasons.
    pub reasons: Option<Hash>,
    /// Keyed hashes of those who entered or mended it.
    pub entered_by: Vec<Hash>,
    /// When the programme wants its notice.
    pub when: NoticeTime,
    /// The published entry that it rests on, where the notice comes first.
    pub notice: Option<EntryId>,
}

/// How many findings of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCount {
    /// Which check.
    pub check: Check,
    /// How serious.
    pub level: Level,
    /// How many findings.
    pub count: u32,
    /// How many of them have no written reason (only `explain`).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub open: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if hands a reference")]
fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// An approval; names the rows, so other rows are another submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approved {
    /// Blob with the approved rows.
    pub rows: Hash,
}

/// A return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Blob with the returned rows.
    pub rows: Hash,
    /// Blob with the reason.
    pub reason: Hash,
    /// The lines meant; may be empty.
    pub lines: Vec<u32>,
}

/// A withdrawal of the submission and of all live disclosures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Blob with the reason.
    pub reason: Hash,
}

/// The lines of an approved batch are in a pay list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayListed {
    /// `L-<terminal>-<seq of its first entry>`.
    pub list: String,
    /// Blob with the rows.
    pub rows: Hash,
    /// Counts and sums.
    pub lines: u32,
    /// Sum.
    pub fen: Fen,
    /// The day on which it was made, confirmed by a person.
    pub made_on: Date,
}

/// The body does not fit its kind or version.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// Not the JSON of this kind.
    #[error("the body is not readable")]
    Form(#[from] serde_json::Error),
    /// Written by a later version.
    #[error("the body has version {0}")]
    Version(u64),
}

/// The version in front of the fields.
#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    v: u64,
    #[serde(flatten)]
    body: T,
}

impl Body {
    /// The header's `kind` word.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::OfficeFounded(_) => "office-founded",
            Self::TerminalFounded(_) => "terminal-founded",
            Self::UserEnrolled(_) => "user-enrolled",
            Self::ReferenceImported(_) => "reference-imported",
            Self::Published(_) => "published",
            Self::Submitted(_) => "submitted",
            Self::Approved(_) => "approved",
            Self::Returned(_) => "returned",
            Self::Withdrawn(_) => "withdrawn",
            Self::PayListed(_) => "pay-listed",
            Self::Unknown => "unknown",
        }
    }

    /// The bytes as they stand in the entry.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        fn bytes<T: Serialize>(body: &T) -> Vec<u8> {
            serde_json::to_vec(&Versioned { v: 1, body }).unwrap_or_default()
        }
        match self {
            Self::OfficeFounded(body) => bytes(body),
            Self::TerminalFounded(body) => bytes(body),
            Self::UserEnrolled(body) => bytes(body),
            Self::ReferenceImported(body) => bytes(body),
            Self::Published(body) => bytes(body),
            Self::Submitted(body) => bytes(body),
            Self::Approved(body) => bytes(body),
            Self::Returned(body) => bytes(body),
            Self::Withdrawn(body) => bytes(body),
            Self::PayListed(body) => bytes(body),
            Self::Unknown => Vec::new(),
        }
    }

    /// Reads the bytes of a body of `kind`.
    ///
    /// # Errors
    /// [`BodyError`]; an unknown kind is no error but [`Body::Unknown`].
    pub fn from_bytes(kind: &str, bytes: &[u8]) -> Result<Self, BodyError> {
        fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, BodyError> {
            #[derive(Deserialize)]
            struct Version {
                v: u64,
            }
            let version: Version = serde_json::from_slice(bytes)?;
            if version.v != 1 {
                return Err(BodyError::Version(version.v));
            }
            Ok(serde_json::from_slice(bytes)?)
        }
        Ok(match kind {
            "office-founded" => Self::OfficeFounded(read(bytes)?),
            "terminal-founded" => Self::TerminalFounded(read(bytes)?),
            "user-enrolled" => Self::UserEnrolled(read(bytes)?),
            "reference-imported" => Self::ReferenceImported(read(bytes)?),
            "published" => Self::Published(read(bytes)?),
            "submitted" => Self::Submitted(read(bytes)?),
            "approved" => Self::Approved(read(bytes)?),
            "returned" => Self::Returned(read(bytes)?),
            "withdrawn" => Self::Withdrawn(read(bytes)?),
            "pay-listed" => Self::PayListed(read(bytes)?),
            _ => Self::Unknown,
        })
    }

    /// Hashes of the blobs that it names, sorted, as the header lists them.
    #[must_use]
    pub fn blobs(&self) -> Vec<Hash> {
        let mut blobs = match self {
            Self::UserEnrolled(body) => vec![body.name],
            Self::ReferenceImported(body) => vec![body.content],
            Self::Published(body) => [Some(body.content), body.paper_names, Some(body.rows)].into_iter().flatten().collect(),
            Self::Submitted(body) => [Some(body.rows), body.reasons].into_iter().flatten().collect(),
            Self::Returned(body) => vec![body.rows, body.reason],
            Self::Withdrawn(body) => vec![body.reason],
            Self::Approved(Approved { rows }) | Self::PayListed(PayListed { rows, .. }) => vec![*rows],
            Self::OfficeFounded(_) | Self::TerminalFounded(_) | Self::Unknown => Vec::new(),
        };
        blobs.sort_unstable();
        blobs.dedup();
        blobs
    }
}
