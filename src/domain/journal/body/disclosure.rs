//! 公示: a disclosure becomes public, is taken back, or its time ends.
use super::form::{BodyError, is_zero, read, written};
use super::kinds::{OfSubject, bodies};
use super::taken_back::{TakenBack, Unpaired, apart, paired, remains};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage, IssuerKind, NoticePeriod};
use crate::domain::journal::{ActKind, EntryId, RestsOn};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::{RollKey, Totals};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What becomes public of a batch, and what leaves the public again.
    DisclosureBody {
        /// A disclosure becomes public.
        Published = "published" => "act-published",
        /// Disclosures are taken back, the batch stands.
        DisclosureWithdrawn = "disclosure-withdrawn" => "act-disclosure-withdrawn",
        /// The public time of lists has ended.
        ListsEnded = "lists-ended" => "act-lists-ended",
    }
}

impl DisclosureBody {
    pub(super) const fn act(&self) -> ActKind {
        match self {
            Self::Published(body) => match (body.stage, body.when) {
                (DisclosureStage::Result, _) => ActKind::PublishResult,
                (DisclosureStage::Notice, NoticeTime::AfterReview) => ActKind::PublishReviewed,
                (DisclosureStage::Notice, NoticeTime::BeforeSubmission | NoticeTime::None) => {
                    ActKind::PublishFirst
                }
            },
            Self::DisclosureWithdrawn(_) => ActKind::WithdrawDisclosure,
            Self::ListsEnded(_) => ActKind::EndLists,
        }
    }

    /// When the programme wanted its notice.
    pub(super) const fn notice_time(&self) -> Option<NoticeTime> {
        match self {
            Self::Published(body) => Some(body.when),
            Self::DisclosureWithdrawn(_) | Self::ListsEnded(_) => None,
        }
    }

    /// The day that a person confirms with it.
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        match self {
            Self::Published(_) => None,
            Self::DisclosureWithdrawn(body) => Some(body.on),
            Self::ListsEnded(body) => Some(body.on),
        }
    }

    pub(super) const fn rests_on(&self) -> RestsOn<'_> {
        match self {
            Self::Published(_) => RestsOn::ItsDay,
            Self::DisclosureWithdrawn(_) | Self::ListsEnded(_) => RestsOn::Nothing,
        }
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        match self {
            Self::Published(body) => body.rules,
            Self::DisclosureWithdrawn(_) | Self::ListsEnded(_) => None,
        }
    }

    pub(super) fn named_blobs(&self) -> Vec<Hash> {
        match self {
            Self::Published(body) => [Some(body.content), body.paper_names, Some(body.rows)]
                .into_iter()
                .flatten()
                .collect(),
            Self::DisclosureWithdrawn(body) => remains(&body.lists).chain([body.reason]).collect(),
            Self::ListsEnded(body) => remains(&body.lists).collect(),
        }
    }
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

/// Disclosures are taken back at any stage of the batch; their postings are under recall from then
/// on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "DisclosureWithdrawnBytes", into = "DisclosureWithdrawnBytes")]
pub struct DisclosureWithdrawn {
    /// Which disclosures.
    pub lists: Vec<TakenBack>,
    /// The public class of the reason.
    pub class: WithdrawalReason,
    /// Blob with the office's words.
    pub reason: Hash,
    /// The day, confirmed by a person.
    pub on: Date,
}

#[derive(Serialize, Deserialize)]
struct DisclosureWithdrawnBytes {
    codes: Vec<Code>,
    class: WithdrawalReason,
    reason: Hash,
    on: Date,
    remains: Vec<Hash>,
}

impl TryFrom<DisclosureWithdrawnBytes> for DisclosureWithdrawn {
    type Error = Unpaired;
    fn try_from(bytes: DisclosureWithdrawnBytes) -> Result<Self, Unpaired> {
        let lists = paired(bytes.codes, bytes.remains)?;
        Ok(Self { lists, class: bytes.class, reason: bytes.reason, on: bytes.on })
    }
}

impl From<DisclosureWithdrawn> for DisclosureWithdrawnBytes {
    fn from(body: DisclosureWithdrawn) -> Self {
        let (codes, remains) = apart(body.lists);
        Self { codes, class: body.class, reason: body.reason, on: body.on, remains }
    }
}

/// 下架: the public time of the lists has ended; the pages stay without their rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "ListsEndedBytes", into = "ListsEndedBytes")]
pub struct ListsEnded {
    /// Which disclosures.
    pub lists: Vec<TakenBack>,
    /// The day.
    pub on: Date,
}

#[derive(Serialize, Deserialize)]
struct ListsEndedBytes {
    codes: Vec<Code>,
    on: Date,
    remains: Vec<Hash>,
}

impl TryFrom<ListsEndedBytes> for ListsEnded {
    type Error = Unpaired;
    fn try_from(bytes: ListsEndedBytes) -> Result<Self, Unpaired> {
        Ok(Self { lists: paired(bytes.codes, bytes.remains)?, on: bytes.on })
    }
}

impl From<ListsEnded> for ListsEndedBytes {
    fn from(body: ListsEnded) -> Self {
        let (codes, remains) = apart(body.lists);
        Self { codes, on: body.on, remains }
    }
}
