//! 批次: a roll is handed in and decided about, or taken back.
use super::form::{BodyError, is_zero, read, written};
use super::kinds::{OfSubject, bodies};
use super::taken_back::{TakenBack, Unpaired, apart, paired, remains};
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{ActKind, EntryId, RestsOn};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::finding::{Check, Level};
use crate::domain::roll::{RollKey, Totals};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What is decided about a batch.
    BatchBody {
        /// A roll is handed to the township.
        Submitted = "submitted" => "act-submitted",
        /// The clerk takes the submission back.
        Unsubmitted = "unsubmitted" => "act-unsubmitted",
        /// The township approves (审核).
        Approved = "approved" => "act-approved",
        /// The second step (签发).
        Signed = "signed" => "act-signed",
        /// The township sends back.
        Returned = "returned" => "act-returned",
        /// The batch and its disclosures are taken back.
        Withdrawn = "withdrawn" => "act-withdrawn",
    }
}

impl BatchBody {
    /// By the entry alone: whether an approval is the first of two steps and whether a withdrawal
    /// meets a decision, only the batch knows.
    pub(super) const fn act(&self) -> ActKind {
        match self {
            Self::Submitted(_) => ActKind::Submit,
            Self::Unsubmitted(_) => ActKind::Unsubmit,
            Self::Approved(_) => ActKind::Approve,
            Self::Signed(_) => ActKind::Sign,
            Self::Returned(_) => ActKind::Return,
            Self::Withdrawn(_) => ActKind::WithdrawUndecided,
        }
    }

    /// When the programme wanted its notice.
    pub(super) const fn notice_time(&self) -> Option<NoticeTime> {
        match self {
            Self::Submitted(body) => Some(body.when),
            Self::Unsubmitted(_)
            | Self::Approved(_)
            | Self::Signed(_)
            | Self::Returned(_)
            | Self::Withdrawn(_) => None,
        }
    }

    /// The day that a person confirms with it.
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        match self {
            Self::Submitted(_)
            | Self::Unsubmitted(_)
            | Self::Approved(_)
            | Self::Signed(_)
            | Self::Returned(_)
            | Self::Withdrawn(_) => None,
        }
    }

    pub(super) const fn rests_on(&self) -> RestsOn<'_> {
        match self {
            Self::Submitted(_) | Self::Approved(_) | Self::Signed(_) => RestsOn::ItsDay,
            Self::Unsubmitted(_) | Self::Returned(_) | Self::Withdrawn(_) => RestsOn::Nothing,
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::Submitted(body) => body.rules,
            Self::Approved(body) => body.rules,
            Self::Signed(body) => body.rules,
            Self::Unsubmitted(_) | Self::Returned(_) | Self::Withdrawn(_) => None,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::Submitted(body) => {
                [Some(body.rows), body.reasons].into_iter().flatten().collect()
            }
            Self::Unsubmitted(body) => vec![body.rows],
            Self::Approved(body) => vec![body.rows],
            Self::Signed(body) => vec![body.rows],
            Self::Returned(body) => vec![body.rows, body.reason],
            Self::Withdrawn(body) => remains(&body.lists).chain([body.reason]).collect(),
        }
    }
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
    /// 审核 only, or 审核 and 签发: by the policy of that day.
    #[serde(default, skip_serializing_if = "ReviewSteps::is_one")]
    pub steps: ReviewSteps,
    /// The rules that it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// How many desks decide.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ReviewSteps {
    /// 审核
    #[default]
    One,
    /// 审核, 签发
    Two,
}

impl ReviewSteps {
    /// Is it one step? (For serde.)
    #[must_use]
    pub const fn is_one(&self) -> bool {
        matches!(self, Self::One)
    }
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

/// 取消送审: the clerk takes the submission back before the next desk has acted; the notice stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsubmitted {
    /// Blob with the rows that were handed in.
    pub rows: Hash,
}

/// An approval (审核); names the rows, so other rows are another submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approved {
    /// Blob with the approved rows.
    pub rows: Hash,
    /// The rules that it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// 签发: the second step, where the policy has two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// Blob with the rows.
    pub rows: Hash,
    /// The rules that it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
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
#[serde(try_from = "WithdrawnBytes", into = "WithdrawnBytes")]
pub struct Withdrawn {
    /// Blob with the reason.
    pub reason: Hash,
    /// What the public may know of it.
    pub class: WithdrawalReason,
    /// The disclosures that it takes back, as far as something stays public of them.
    pub lists: Vec<TakenBack>,
}

#[derive(Serialize, Deserialize)]
struct WithdrawnBytes {
    reason: Hash,
    #[serde(default, skip_serializing_if = "WithdrawalReason::is_unstated")]
    class: WithdrawalReason,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    codes: Vec<Code>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    remains: Vec<Hash>,
}

impl TryFrom<WithdrawnBytes> for Withdrawn {
    type Error = Unpaired;
    fn try_from(bytes: WithdrawnBytes) -> Result<Self, Unpaired> {
        let lists = paired(bytes.codes, bytes.remains)?;
        Ok(Self { reason: bytes.reason, class: bytes.class, lists })
    }
}

impl From<Withdrawn> for WithdrawnBytes {
    fn from(body: Withdrawn) -> Self {
        let (codes, remains) = apart(body.lists);
        Self { reason: body.reason, class: body.class, codes, remains }
    }
}
