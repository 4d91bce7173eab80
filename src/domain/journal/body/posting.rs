//! 张贴: a disclosure hangs on a board, and hangs there no longer.
use super::form::{BodyError, read, written};
use super::kinds::{OfSubject, bodies};
use crate::domain::board::Photo;
use crate::domain::disclosure::Code;
use crate::domain::journal::{ActKind, EntryId, RestsOn, Subject};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What hangs on boards.
    PostingBody {
        /// A disclosure hangs on a board.
        Posted = "posted" => "act-posted",
        /// It hangs there no longer.
        TakenDown = "taken-down" => "act-taken-down",
    }
}

impl PostingBody {
    pub(super) const fn act(&self) -> ActKind {
        match self {
            Self::Posted(_) => ActKind::Post,
            Self::TakenDown(_) => ActKind::TakeDown,
        }
    }

    /// The posting that it ends; `None` = it begins one.
    pub(super) const fn posting(&self) -> Option<EntryId> {
        match self {
            Self::Posted(_) => None,
            Self::TakenDown(body) => Some(body.posting),
        }
    }

    /// The day that a person confirms with it.
    #[expect(clippy::unnecessary_wraps, reason = "the bodies of all subjects are asked alike")]
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        match self {
            Self::Posted(body) => Some(body.on),
            Self::TakenDown(body) => Some(body.on),
        }
    }

    pub(super) const fn rests_on(&self) -> RestsOn<'_> {
        match self {
            Self::Posted(body) => {
                RestsOn::Notice { code: &body.code, on: body.on, through: body.through }
            }
            Self::TakenDown(_) => RestsOn::Nothing,
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::Posted(body) => body.rules,
            Self::TakenDown(_) => None,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::Posted(body) => Photo::contents(&body.photos),
            Self::TakenDown(body) => Photo::contents(&body.photos),
        }
    }
}

/// 张贴: a disclosure hangs on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// The board.
    pub board: Subject,
    /// Which disclosure.
    pub code: Code,
    /// The day, confirmed by a person.
    pub on: Date,
    /// Last day of the notice if its days are counted from this posting; `None` for a result.
    pub through: Option<Date>,
    /// Blobs with the photos; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
    /// The rules by which the last day was counted: [`mark`](crate::domain::reference::rule::mark) of the
    /// reference sets in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// 撤下: it hangs there no longer. Answers a recall order, then with a photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenDown {
    /// The posting.
    pub posting: EntryId,
    /// The day, confirmed by a person.
    pub on: Date,
    /// Blobs with the photos of the empty place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}
