//! Everything that happened to a batch and its disclosures.
use super::{CaseRow, NoticeView, Seen, Standing};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::journal::EntryId;
use crate::domain::values::date::Date;
use crate::office::Possibilities;

/// A disclosure of the batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosedRow {
    /// Notice or result.
    pub stage: DisclosureStage,
    /// Its revision.
    pub revision: u32,
    /// Its code.
    pub code: Code,
    /// Its notice; `None` for a result.
    pub notice: Option<NoticeView>,
    /// The day on which it was published.
    pub on: Date,
    /// Neither replaced nor withdrawn.
    pub live: bool,
    /// When and why it was withdrawn.
    pub withdrawn: Option<(Date, WithdrawalReason)>,
    /// When its list left the public.
    pub ended_on: Option<Date>,
    /// Last day on which its list is shown.
    pub list_until: Option<Date>,
    /// Rows that it corrects, and why.
    pub changed: Option<(u32, ChangeReason)>,
}

/// A posting of the batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingRow {
    /// Which.
    pub posting: EntryId,
    /// `段村/村委会门口栏`
    pub board: String,
    /// 核对码 of what hangs there.
    pub check_code: String,
    /// Revision of what hangs there.
    pub revision: u32,
    /// The day.
    pub on: Date,
    /// Last day of the notice as counted from this posting.
    pub through: Option<Date>,
    /// The day on which it came down.
    pub down_on: Option<Date>,
    /// It hangs and must not.
    pub recalled: bool,
    /// Photos of posting and take-down together.
    pub photos: usize,
    /// What this user may do with it.
    pub possible: Possibilities,
}

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Day and time as printed.
    pub at: String,
    /// Key of the act's name.
    pub act: &'static str,
    /// Who.
    pub author: String,
    /// Key of the reason why it has no effect.
    pub without_effect: Option<String>,
}

/// Everything that happened to a batch and its disclosures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierView {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// How far it has come.
    pub standing: Standing,
    /// What the next publication would be: result after payment, else notice.
    pub next: DisclosureStage,
    /// Changes of the draft: another number is another state to be looked at.
    pub edits: u32,
    /// What this user may do with it.
    pub possible: Possibilities,
    /// Disclosures, oldest first.
    pub disclosures: Vec<DisclosedRow>,
    /// Postings, oldest first.
    pub postings: Vec<PostingRow>,
    /// Cases, in the order of the register.
    pub cases: Vec<CaseRow>,
    /// The journal, oldest first.
    pub events: Vec<EventRow>,
    /// Boards in use of its village, `段村/村委会门口栏`.
    pub boards: Vec<String>,
}
