//! 草稿: what the store keeps of a roll being mended, without its rows; and what an act changes in
//! it.
use super::{Edit, RollKey, Totals};
use crate::domain::journal::Subject;
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A draft, without its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftRecord {
    /// Shown as `D-12`.
    pub number: u32,
    /// Programme, village, period.
    pub key: RollKey,
    /// The batch, once the first official act has founded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// Blob with the rows that the edits start from.
    pub base: Hash,
    /// How many edits follow.
    #[serde(default)]
    pub edits: u32,
    /// Keyed hashes of those who entered or mended it.
    #[serde(default)]
    pub entered_by: Vec<Hash>,
    /// When it was taken in or last changed.
    pub at: Timestamp,
    /// Where it came from: file and sheet, or `typed`, or the former batch.
    #[serde(default)]
    pub source: String,
    /// Counts and sums at the last check.
    pub totals: Totals,
    /// Findings at the last check.
    #[serde(default)]
    pub found: FindingTotals,
    /// Its rows were destroyed at the end of their time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

/// How many findings the last check left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FindingTotals {
    /// They block.
    pub block: u32,
    /// They need a reason and have none.
    pub unexplained: u32,
    /// They have their reason.
    pub explained: u32,
    /// They inform.
    pub inform: u32,
}

/// What an act changes in the draft it was made from.
#[derive(Debug, Clone)]
pub struct DraftChange {
    /// The draft.
    pub number: u32,
    /// The rows with all edits in them become the new base.
    pub base: Option<Hash>,
    /// Edits to keep on the new base: the written reasons.
    pub kept: Vec<Edit>,
}
