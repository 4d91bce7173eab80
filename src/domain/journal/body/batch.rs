//! The official acts on a batch: publishing, submitting, deciding, paying.
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage, IssuerKind, NoticePeriod};
use crate::domain::journal::EntryId;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::finding::{Check, Level};
use crate::domain::roll::{RollKey, Totals};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use serde::{Deserialize, Serialize};

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
    /// Last day on which the list is shown; `None` = no end was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_until: Option<Date>,
    /// The upheld objection that this revision answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<EntryId>,
    /// Further ones, where it answers several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers_too: Vec<EntryId>,
    /// How many rows it changes against the revision before.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub changed: u32,
    /// Their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed_rows: Vec<u32>,
    /// Why it changes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_reason: Option<ChangeReason>,
    /// The rules that it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

impl Published {
    /// All upheld objections that this revision answers.
    pub fn all_answers(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.answers.iter().chain(&self.answers_too).copied()
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

/// 取消送审: the clerk takes the submission back before the next desk has acted; the notice stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsubmitted {
    /// Blob with the rows that were handed in.
    pub rows: Hash,
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

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if hands a reference"
)]
fn is_zero(count: &u32) -> bool {
    *count == 0
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
pub struct Withdrawn {
    /// Blob with the reason.
    pub reason: Hash,
    /// What the public may know of it.
    #[serde(default, skip_serializing_if = "WithdrawalReason::is_unstated")]
    pub class: WithdrawalReason,
    /// The disclosures that it takes back, as far as something stays public of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// What stays public of each, in the order of `codes`: blobs with the disclosure without its
    /// rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remains: Vec<Hash>,
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
    /// The rules that it rests on: [`mark`](crate::domain::reference::rule::mark) of the reference sets in
    /// force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}

/// The money of the pay list has been credited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// The pay list.
    pub list: String,
    /// The day of payment, confirmed by a person.
    pub on: Date,
    /// Last day for the result disclosure (20 working days, 10 for relief), counted when it was
    /// booked.
    pub result_due: Date,
    /// The rules by which the last day was counted: [`mark`](crate::domain::reference::rule::mark) of the
    /// reference sets in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}
