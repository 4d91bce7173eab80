//! The folded state of one batch.
use super::former::Former;
use super::posting::Posting;
use super::progress::Progress;
use super::stage::Stage;
use super::steps::{Approval, Booked, PayList, Submission};
use crate::domain::case::{Case, CaseKind};
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::journal::{EntryId, Event, Published};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::RollKey;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// A batch as folded from its entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dossier {
    /// The newest entries, those that no other entry has seen; sorted. They stand first in the
    /// stored row: a view with other heads is out of date.
    pub heads: Vec<EntryId>,
    /// Entries that were seen by their authors and are missing here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<EntryId>,
    /// Two desks decided apart: no forward act until an entry names all heads.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub conflict: bool,
    /// Where it stands, with what it has by then.
    pub progress: Progress,
    /// What stays known of a batch that went back.
    #[serde(default, skip_serializing_if = "Former::is_empty")]
    pub former: Former,
    /// What it is called, from the first entry that says so.
    pub founding: Option<Founding>,
    /// All disclosures, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disclosures: Vec<Disclosed>,
    /// What hung on boards, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postings: Vec<Posting>,
    /// Objections and enquiries, in the order of the register.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Case>,
    /// Blobs that were erased, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<Hash>,
    /// Everything that happened, in fold order.
    pub history: Vec<Event>,
}

/// What a batch is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// Programme, village, period.
    pub key: RollKey,
    /// The office's running number.
    pub label: String,
}

/// A disclosure of the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// Its entry.
    pub entry: EntryId,
    /// What the entry says.
    pub body: Published,
    /// Neither replaced nor withdrawn.
    pub live: bool,
    /// The day on which it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_on: Option<Date>,
    /// Why it was withdrawn, as far as the public may know.
    #[serde(default, skip_serializing_if = "WithdrawalReason::is_unstated")]
    pub class: WithdrawalReason,
    /// The day on which its list left the public at the end of its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// Blob with what stays public of it: the disclosure without its rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remains: Option<Hash>,
    /// When the clock said it was published.
    pub at: Timestamp,
}

impl Disclosed {
    /// Is its list still to be seen?
    #[must_use]
    pub const fn shows_list(&self) -> bool {
        self.withdrawn_on.is_none() && self.ended_on.is_none()
    }
}

impl Dossier {
    /// Where it stands, in one word.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.progress.stage()
    }

    /// Programme, village, period.
    #[must_use]
    pub fn key(&self) -> Option<&RollKey> {
        self.founding.as_ref().map(|founding| &founding.key)
    }

    /// The office's running number; none before the first act.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.founding.as_ref().map(|founding| founding.label.as_str())
    }

    /// What was handed in last, also after it was taken back or returned.
    #[must_use]
    pub fn submission(&self) -> Option<&Submission> {
        self.progress.submission().or(self.former.submission.as_ref())
    }

    /// The approval in force.
    #[must_use]
    pub const fn approval(&self) -> Option<Approval> {
        self.progress.approval()
    }

    /// The pay list that holds the batch. It stays known even if another desk, which did not know
    /// of it, sent the batch back.
    #[must_use]
    pub fn pay_list(&self) -> Option<&PayList> {
        self.progress.pay_list().or(self.former.pay_list.as_ref())
    }

    /// The payment as booked; it stays known as the pay list does.
    #[must_use]
    pub fn booked(&self) -> Option<&Booked> {
        self.progress.booked().or(self.former.booked.as_ref())
    }

    /// Moves to another stage. What was handed in or paid and has no field there is kept in
    /// `former`.
    pub(super) fn move_to(&mut self, next: Progress) {
        let before = std::mem::replace(&mut self.progress, next);
        self.former.keep(&before, &self.progress);
    }

    /// Two desks decided without knowing of each other: `careful` is the stage after the more
    /// careful decision. Of all submissions, approvals and payments the last in fold order counts.
    pub(super) fn hold_at(&mut self, careful: Progress) {
        let held = careful.with(self.submission(), self.approval(), self.pay_list(), self.booked());
        self.move_to(held);
    }

    /// The newest notice that is neither replaced nor withdrawn.
    #[must_use]
    pub fn live_notice(&self) -> Option<&Disclosed> {
        self.live(DisclosureStage::Notice)
    }

    /// The newest disclosure of a stage that is neither replaced nor withdrawn.
    #[must_use]
    pub fn live(&self, stage: DisclosureStage) -> Option<&Disclosed> {
        self.disclosures
            .iter()
            .rev()
            .find(|disclosed| disclosed.live && disclosed.body.stage == stage)
    }

    /// What a resident finds: the live result, else the live notice.
    #[must_use]
    pub fn live_disclosure(&self) -> Option<&Disclosed> {
        self.live(DisclosureStage::Result).or_else(|| self.live_notice())
    }

    /// The disclosure with this code.
    #[must_use]
    pub fn disclosure(&self, code: &Code) -> Option<&Disclosed> {
        self.disclosures.iter().find(|disclosed| disclosed.body.code == *code)
    }

    /// What one withdrawal takes back: the disclosure with this code, or without a code all whose
    /// lists are still shown. For reasons of privacy it is always all of them.
    pub fn withdrawn_with<'a>(
        &'a self,
        code: Option<&'a Code>,
        class: WithdrawalReason,
    ) -> impl Iterator<Item = &'a Disclosed> {
        let shown = move |disclosed: &Disclosed| {
            disclosed.shows_list() && (code.is_none() || class.reaches_all())
        };
        self.disclosures
            .iter()
            .filter(move |disclosed| shown(disclosed) || code == Some(&disclosed.body.code))
    }

    /// What the withdrawal of the batch takes back: what is live; for privacy all lists that are
    /// still shown.
    pub fn withdrawn_with_batch(
        &self,
        class: WithdrawalReason,
    ) -> impl Iterator<Item = &Disclosed> {
        self.disclosures.iter().filter(move |disclosed| {
            disclosed.live || (class.reaches_all() && disclosed.shows_list())
        })
    }

    /// Where a resident who holds this disclosure is led: to the next revision of its stage. A
    /// revision after a withdrawal does not say that it replaces anything, so that it tells nothing
    /// of the withdrawn list.
    #[must_use]
    pub fn successor(&self, disclosed: &Disclosed) -> Option<&Disclosed> {
        let later = |other: &&Disclosed| {
            other.body.stage == disclosed.body.stage
                && other.body.revision > disclosed.body.revision
        };
        self.disclosures.iter().filter(later).min_by_key(|other| other.body.revision)
    }

    /// Number of the next revision of a stage.
    #[must_use]
    pub fn next_revision(&self, stage: DisclosureStage) -> u32 {
        let of_stage = self.disclosures.iter().filter(|disclosed| disclosed.body.stage == stage);
        of_stage.map(|disclosed| disclosed.body.revision).max().unwrap_or(0).saturating_add(1)
    }

    /// The rows that were handed in last.
    #[must_use]
    pub fn rows(&self) -> Option<Hash> {
        self.submission().map(|submission| submission.body.rows)
    }

    /// Does the programme, as it was when the rows were handed in, want a notice of them?
    #[must_use]
    pub fn wants_notice(&self) -> bool {
        self.submission().is_some_and(|submission| submission.body.when != NoticeTime::None)
    }

    /// Do the entries alone say that the live notice shows the submitted rows? It was made of them,
    /// or the submission rests on it. Rows that were handed in again unchanged are another blob:
    /// then only their content can tell.
    #[must_use]
    pub fn rests_on_its_notice(&self) -> bool {
        let both = self.live_notice().zip(self.submission());
        both.is_some_and(|(live, submission)| {
            live.body.rows == submission.body.rows || submission.body.notice == Some(live.entry)
        })
    }

    /// Objections that are not answered.
    #[must_use]
    pub fn open_objections(&self) -> u32 {
        let open = self.objections().filter(|case| case.is_open());
        u32::try_from(open.count()).unwrap_or(u32::MAX)
    }

    /// The objections among the cases.
    pub fn objections(&self) -> impl Iterator<Item = &Case> {
        self.cases.iter().filter(|case| case.raised.case == CaseKind::Objection)
    }

    /// Last day of the live notice, counted from the first posting that was not cut short where
    /// that was late; `None` = no live notice.
    #[must_use]
    pub fn notice_through(&self) -> Option<Date> {
        let live = self.live_notice()?;
        let through = self
            .live_postings()
            .filter(|posting| !posting.was_cut_short())
            .filter_map(|posting| posting.through)
            .min();
        live.body.notice.map(|notice| through.map_or(notice.to, |through| through.max(notice.to)))
    }
}
