//! What happens to a disclosure on the wall and after it: posting, taking down, the end of its
//! time, withdrawal, erasure.
use crate::domain::board::Photo;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{EntryId, Subject};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

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

/// Disclosures are taken back at any stage of the batch; their postings are under recall from then
/// on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureWithdrawn {
    /// Which disclosures.
    pub codes: Vec<Code>,
    /// The public class of the reason.
    pub class: WithdrawalReason,
    /// Blob with the office's words.
    pub reason: Hash,
    /// The day, confirmed by a person.
    pub on: Date,
    /// What stays public of each, in the order of `codes`: blobs with the disclosure without its
    /// rows.
    pub remains: Vec<Hash>,
}

/// 下架: the public time of the lists has ended; the pages stay without their rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListsEnded {
    /// Which disclosures.
    pub codes: Vec<Code>,
    /// The day.
    pub on: Date,
    /// What stays public of each, in the order of `codes`: blobs with the disclosure without its
    /// rows.
    pub remains: Vec<Hash>,
}

/// 销毁: blobs of this batch or enquiry are gone, wherever this entry arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Their hashes, sorted.
    pub blobs: Vec<Hash>,
    /// Why.
    pub reason: ErasureReason,
    /// The day.
    pub on: Date,
    /// The rules by which the time of keeping was counted: [`mark`](crate::domain::reference::rule::mark) of
    /// the reference sets in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}
