//! The folded state of one batch.
use crate::domain::journal::{EntryId, Published, Submitted};
use crate::domain::moment::Moment;
use crate::domain::money::Fen;
use crate::domain::roll::RollKey;
use crate::domain::{date::Date, hash::Hash};
use serde::{Deserialize, Serialize};

/// Where a batch stands. The order is the order of care: in a conflict the first holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 已撤回
    Withdrawn,
    /// 已退回
    Returned,
    /// 草稿: nothing handed in yet (it may be published).
    #[default]
    Open,
    /// 待审
    Submitted,
    /// 已审核
    Approved,
    /// 已报财政
    Handed,
}

impl Stage {
    /// May the clerk change the draft?
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Returned | Self::Withdrawn)
    }
}

/// A batch as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dossier {
    /// Entries that nobody has answered yet, sorted. First in the row: a view with other heads is stale.
    pub heads: Vec<EntryId>,
    /// Entries that were seen by their authors and are missing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<EntryId>,
    /// Two desks decided apart: no forward act until an entry names all heads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conflict: bool,
    /// Where it stands.
    pub stage: Stage,
    /// Programme, village, period; from the first entry that says so.
    pub key: Option<RollKey>,
    /// The office's running number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// All disclosures, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disclosures: Vec<Disclosed>,
    /// The submission that counts: the last one.
    pub submission: Option<Submission>,
    /// Entry and rows of the approval in force.
    pub approval: Option<(EntryId, Hash)>,
    /// Reason and lines of the last return, while it stands.
    pub returned: Option<(Hash, Vec<u32>)>,
    /// The pay list.
    pub paid: Option<Paid>,
    /// Everything that happened, in fold order.
    pub history: Vec<Event>,
}

/// A disclosure of the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// Its entry.
    pub entry: EntryId,
    /// What the entry says.
    pub said: Published,
    /// Neither replaced nor withdrawn.
    pub live: bool,
    /// The day on which it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<Date>,
    /// When the clock said it was published.
    pub at: Moment,
}

/// The submission that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Its entry.
    pub entry: EntryId,
    /// Who submitted.
    pub author: Option<EntryId>,
    /// What the entry says.
    pub said: Submitted,
    /// When the clock said it was.
    pub at: Moment,
}

/// The pay list that holds the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// Its entry.
    pub entry: EntryId,
    /// `L-...`
    pub list: String,
    /// Rows handed over.
    pub rows: Hash,
    /// Their sum.
    pub fen: Fen,
    /// The day on which it was made.
    pub made_on: Date,
}

/// One entry in the batch's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub entry: EntryId,
    /// Its kind word.
    pub kind: String,
    /// Who.
    pub author: Option<EntryId>,
    /// When the clock said it was.
    pub at: Moment,
    /// The refusal's key, if its own causal past did not permit it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_effect: Option<String>,
}

impl Dossier {
    /// The newest disclosure that is neither replaced nor withdrawn.
    #[must_use]
    pub fn live_disclosure(&self) -> Option<&Disclosed> {
        self.disclosures.iter().rev().find(|disclosed| disclosed.live)
    }

    /// Number of the next revision.
    #[must_use]
    pub fn next_revision(&self) -> u32 {
        self.disclosures.iter().map(|disclosed| disclosed.said.revision).max().unwrap_or(0).saturating_add(1)
    }

    /// The rows that were handed in last.
    #[must_use]
    pub fn rows(&self) -> Option<Hash> {
        self.submission.as_ref().map(|submission| submission.said.rows)
    }
}
