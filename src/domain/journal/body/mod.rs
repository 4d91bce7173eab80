//! The bodies: versioned JSON without personal data. Names, rows, photos and free text are blobs.
mod batch;
mod board;
mod case;
mod office;
mod wall;

pub use batch::{
    Approved, FindingCount, Paid, PayListed, Published, Returned, ReviewSteps, Signed, Submitted,
    Unsubmitted, Withdrawn,
};
pub use board::{BoardDescribed, BoardInspected, BoardRetired, NothingToReport};
pub use case::{Answered, Escalated, Investigated, Raised};
pub use office::{
    CrossMatchImported, OfficeFounded, ReferenceImported, TerminalFounded, UserEnrolled,
};
pub use wall::{DisclosureWithdrawn, Erased, ListsEnded, Posted, TakenDown};

use crate::domain::board::Photo;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// The kinds, once: the enum, the header's words, reading and writing are made from this list.
macro_rules! bodies {
    ($($(#[doc = $doc:literal])* $word:literal => $kind:ident,)*) => {
        /// What an entry says.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Body {
            $($(#[doc = $doc])* $kind($kind),)*
            /// A kind that this version does not know: kept, without effect.
            Unknown,
        }

        impl Body {
            /// The words of all kinds that this version knows.
            pub const KINDS: &[&str] = &[$($word),*];

            /// The header's `kind` word.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $word,)*
                    Self::Unknown => "unknown",
                }
            }

            /// The bytes as they stand in the entry: what cannot be written must not be signed.
            ///
            /// # Errors
            /// [`BodyError::Form`]; [`BodyError::Unknown`], for what is not known is not written.
            pub fn to_bytes(&self) -> Result<Vec<u8>, BodyError> {
                match self {
                    $(Self::$kind(body) => written(body),)*
                    Self::Unknown => Err(BodyError::Unknown),
                }
            }

            /// Reads the bytes of a body of `kind`.
            ///
            /// # Errors
            /// [`BodyError`]; an unknown kind is no error but [`Body::Unknown`].
            pub fn from_bytes(kind: &str, bytes: &[u8]) -> Result<Self, BodyError> {
                Ok(match kind {
                    $($word => Self::$kind(read(bytes)?),)*
                    _ => Self::Unknown,
                })
            }
        }
    };
}

bodies! {
    /// An office begins its journal.
    "office-founded" => OfficeFounded,
    /// A further terminal begins its chain, e.g. after a restore.
    "terminal-founded" => TerminalFounded,
    /// A user gets roles and a key.
    "user-enrolled" => UserEnrolled,
    /// A reference set is taken in.
    "reference-imported" => ReferenceImported,
    /// A list of keyed hashes to match rolls against is taken in.
    "cross-match-imported" => CrossMatchImported,
    /// A disclosure becomes public.
    "published" => Published,
    /// A roll is handed to the township.
    "submitted" => Submitted,
    /// The clerk takes the submission back.
    "unsubmitted" => Unsubmitted,
    /// The township approves (审核).
    "approved" => Approved,
    /// The second step (签发).
    "signed" => Signed,
    /// The township sends back.
    "returned" => Returned,
    /// The batch and its disclosures are taken back.
    "withdrawn" => Withdrawn,
    /// The batch's lines are in a pay list.
    "pay-listed" => PayListed,
    /// The money has been credited.
    "paid" => Paid,
    /// A disclosure hangs on a board.
    "posted" => Posted,
    /// It hangs there no longer.
    "taken-down" => TakenDown,
    /// Disclosures are taken back, the batch stands.
    "disclosure-withdrawn" => DisclosureWithdrawn,
    /// The public time of lists has ended.
    "lists-ended" => ListsEnded,
    /// Blobs are gone.
    "erased" => Erased,
    /// An objection or enquiry is registered.
    "raised" => Raised,
    /// Two people looked into it.
    "investigated" => Investigated,
    /// It is answered.
    "answered" => Answered,
    /// Another unit answers.
    "escalated" => Escalated,
    /// A board is set up, or changes.
    "board-described" => BoardDescribed,
    /// Somebody looked at the board.
    "board-inspected" => BoardInspected,
    /// 本期无事项.
    "nothing-to-report" => NothingToReport,
    /// The board is no longer used.
    "board-retired" => BoardRetired,
}

/// The body does not fit its kind or version.
#[derive(Debug, thiserror::Error)]
pub enum BodyError {
    /// Not the JSON of this kind.
    #[error("the body is not readable or writable")]
    Form(#[from] serde_json::Error),
    /// Written by a later version.
    #[error("the body has version {0}")]
    Version(u64),
    /// A kind that this version does not know cannot be written by it.
    #[error("the body is of an unknown kind")]
    Unknown,
}

/// The version in front of the fields.
#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    v: u64,
    #[serde(flatten)]
    body: T,
}

fn written<T: Serialize>(body: &T) -> Result<Vec<u8>, BodyError> {
    Ok(serde_json::to_vec(&Versioned { v: 1, body })?)
}

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

impl Body {
    /// Hashes of the blobs that it names, sorted, as the header lists them.
    #[must_use]
    pub fn blobs(&self) -> Vec<Hash> {
        let mut blobs = self.named_blobs();
        blobs.sort_unstable();
        blobs.dedup();
        blobs
    }

    /// The rules that it says it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference
    /// sets that were in force.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "all other kinds name no rules")]
    pub const fn rules(&self) -> Option<Hash> {
        match self {
            Self::Published(body) => body.rules,
            Self::Submitted(body) => body.rules,
            Self::Approved(body) => body.rules,
            Self::Signed(body) => body.rules,
            Self::PayListed(body) => body.rules,
            Self::Paid(body) => body.rules,
            Self::Posted(body) => body.rules,
            Self::Erased(body) => body.rules,
            Self::Raised(body) => body.rules,
            Self::Answered(body) => body.rules,
            _ => None,
        }
    }

    fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::UserEnrolled(body) => vec![body.name],
            Self::ReferenceImported(ReferenceImported { content, .. })
            | Self::CrossMatchImported(CrossMatchImported { content, .. }) => {
                vec![*content]
            }
            Self::Published(body) => [Some(body.content), body.paper_names, Some(body.rows)]
                .into_iter()
                .flatten()
                .collect(),
            Self::Submitted(body) => {
                [Some(body.rows), body.reasons].into_iter().flatten().collect()
            }
            Self::Returned(body) => vec![body.rows, body.reason],
            Self::Withdrawn(body) => body.remains.iter().copied().chain([body.reason]).collect(),
            Self::Approved(Approved { rows, .. })
            | Self::Signed(Signed { rows, .. })
            | Self::Unsubmitted(Unsubmitted { rows })
            | Self::PayListed(PayListed { rows, .. }) => vec![*rows],
            Self::Posted(Posted { photos, .. }) | Self::TakenDown(TakenDown { photos, .. }) => {
                hashes(photos)
            }
            Self::BoardInspected(body) => hashes(&body.photos),
            Self::DisclosureWithdrawn(body) => {
                body.remains.iter().copied().chain([body.reason]).collect()
            }
            Self::ListsEnded(body) => body.remains.clone(),
            Self::Raised(body) => vec![body.text],
            Self::Investigated(body) => vec![body.facts],
            Self::Answered(body) => vec![body.reply],
            Self::OfficeFounded(_)
            | Self::TerminalFounded(_)
            | Self::Paid(_)
            | Self::Erased(_)
            | Self::Escalated(_)
            | Self::BoardDescribed(_)
            | Self::NothingToReport(_)
            | Self::BoardRetired(_)
            | Self::Unknown => Vec::new(),
        }
    }
}

fn hashes(photos: &[Photo]) -> Vec<Hash> {
    photos.iter().map(|photo| photo.content).collect()
}
