//! 村务公开栏: the boards of a village and their care.
use super::form::{BodyError, read, written};
use super::kinds::{OfSubject, bodies};
use crate::domain::board::{Condition, Particulars, Photo, QuietColumn};
use crate::domain::journal::ActKind;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What becomes of a board.
    BoardBody {
        /// A board is set up, or changes.
        BoardDescribed = "board-described" => "act-board-described",
        /// Somebody looked at the board.
        BoardInspected = "board-inspected" => "act-board-inspected",
        /// 本期无事项.
        NothingToReport = "nothing-to-report" => "act-nothing-to-report",
        /// The board is no longer used.
        BoardRetired = "board-retired" => "act-board-retired",
    }
}

impl BoardBody {
    pub(super) const fn act(&self) -> ActKind {
        match self {
            Self::BoardDescribed(_) => ActKind::DescribeBoard,
            Self::BoardInspected(_) => ActKind::InspectBoard,
            Self::NothingToReport(_) => ActKind::NothingToReport,
            Self::BoardRetired(_) => ActKind::RetireBoard,
        }
    }

    /// The day that a person confirms with it.
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        match self {
            Self::BoardDescribed(body) => body.0.since,
            Self::BoardInspected(body) => Some(body.on),
            Self::NothingToReport(body) => Some(body.0.on),
            Self::BoardRetired(body) => Some(body.on),
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::BoardDescribed(_)
            | Self::BoardInspected(_)
            | Self::NothingToReport(_)
            | Self::BoardRetired(_) => None,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::BoardInspected(body) => Photo::contents(&body.photos),
            Self::BoardDescribed(_) | Self::NothingToReport(_) | Self::BoardRetired(_) => {
                Vec::new()
            }
        }
    }
}

/// A board is set up, or its particulars change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BoardDescribed(pub Particulars);

/// Somebody looked at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardInspected {
    /// The day.
    pub on: Date,
    /// What it was like.
    pub condition: Condition,
    /// Blobs with the photos; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// 本期无事项: nothing to disclose, said on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NothingToReport(pub QuietColumn);

/// The board is no longer used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardRetired {
    /// The day.
    pub on: Date,
}
