//! Disclosures: published, posted, recalled.
use super::batch::BatchNames;
use crate::domain::journal::{EntryId, Subject};
use crate::domain::values::date::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// A disclosure that has become public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PublicationView {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// Its revision.
    pub revision: u32,
    /// Its code.
    pub code: String,
    /// The check code that stands on the paper.
    pub check_code: String,
    /// The page behind the QR code.
    pub url: String,
    /// First day of the notice; null of a result.
    pub notice_from: Option<Date>,
    /// Last day of the notice; null of a result.
    pub notice_to: Option<Date>,
    /// Its entry.
    pub entry: EntryId,
}

/// A disclosure that was hung on a board or taken down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PostingView {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The board.
    pub board: Subject,
    /// The code of the disclosure.
    pub code: String,
    /// Its revision.
    pub revision: u32,
    /// The day on which it was hung or taken down.
    pub on: Date,
    /// The entry of the posting.
    pub posting: EntryId,
    /// Last day of the notice; null where there is none.
    pub through: Option<Date>,
}

/// A posting that must come down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecallView {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The board.
    pub board: Subject,
    /// The village and the name of the board.
    pub board_name: String,
    /// The revision that hangs there.
    pub revision: u32,
    /// Its code.
    pub code: String,
    /// Since which day it must not hang.
    pub since: Date,
    /// corrected, privacy, mistake, wrong-place, ordered or unstated.
    pub because: &'static str,
}

/// Recalls that nobody has confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RecallList {
    /// The postings, oldest batch first.
    pub recalls: Vec<RecallView>,
}
