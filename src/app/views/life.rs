//! What happens to a disclosure after it is made: boards, recalls, the register, coverage, what is
//! due, a batch's life.
use super::{BatchId, NoticeView, Seen, Standing};
use crate::domain::board::Condition;
use crate::domain::case::Case;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::RecallReason;
use crate::domain::dossier::coverage::{CoverageTotals, DownState};
use crate::domain::journal::{BoardDescribed, EntryId, NothingToReport, Subject};
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;

/// A village as forms offer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageRow {
    /// 12 digits.
    pub code: DivisionCode,
    /// `段村`
    pub name: String,
}

/// A board and the heads that were on the screen: every act on it carries them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenBoard {
    /// `W-...`
    pub board: Subject,
    /// Its heads, sorted.
    pub heads: Vec<Hash>,
}

/// A board of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// The board and its heads.
    pub seen: SeenBoard,
    /// `段村`
    pub village: String,
    /// Its particulars.
    pub described: BoardDescribed,
    /// What hangs there now, newest first: title and day.
    pub hanging: Vec<(String, Date)>,
    /// Day and condition of the last inspection.
    pub inspected: Option<(Date, Condition)>,
    /// Nobody looked for longer than the county allows.
    pub overdue: bool,
    /// 本期无事项, newest first.
    pub nothing: Vec<NothingToReport>,
    /// The day on which it was given up.
    pub retired_on: Option<Date>,
}

/// All boards, and the villages where one may be set up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardsView {
    /// The boards, by village.
    pub boards: Vec<BoardRow>,
    /// Villages of the office.
    pub villages: Vec<VillageRow>,
}

/// A posting that must come down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecallRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// Which posting.
    pub posting: EntryId,
    /// `段村/村委会门口栏`
    pub board: String,
    /// Village, programme and period in one.
    pub title: String,
    /// Revision of the disclosure that hangs there.
    pub revision: u32,
    /// 核对码 on the paper.
    pub check_code: String,
    /// Since which day it must not hang.
    pub since: Date,
    /// Why.
    pub because: RecallReason,
}

/// A case and the heads of its subject that were on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenCase {
    /// `140923104-2026-YY-0003`
    pub no: String,
    /// Heads of the batch or enquiry, sorted.
    pub heads: Vec<Hash>,
}

/// A case of the register. Whoever raised it is not named here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case and the heads of its subject.
    pub seen: SeenCase,
    /// The batch that it is about.
    pub batch: Option<BatchId>,
    /// Village, programme and period in one; empty = about no batch.
    pub title: String,
    /// As folded.
    pub case: Case,
    /// The money of its batch has gone: only another batch corrects it.
    pub handed: bool,
    /// Days until the answer is due; below zero = overdue.
    pub days_left: i32,
}

/// A case with its private words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    /// As in the list.
    pub row: CaseRow,
    /// Who raised it; empty = anonymous.
    pub name: Secret,
    /// How to reach them.
    pub reach: Secret,
    /// What was said.
    pub text: Secret,
    /// The two who looked into it.
    pub investigators: Vec<Secret>,
    /// What they found.
    pub facts: Option<Secret>,
    /// Their words are gone: the time of keeping is over.
    pub erased: bool,
}

/// One disclosure of one village on its boards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageLine {
    /// The batch.
    pub batch: BatchId,
    /// `段村`
    pub village: String,
    /// Programme's name.
    pub programme: String,
    /// Notice or result.
    pub stage: DisclosureStage,
    /// Its revision.
    pub revision: u32,
    /// Boards on which it has to hang.
    pub required: u32,
    /// Boards on which it hangs or hung.
    pub posted: u32,
    /// Days too late; 0 = in time.
    pub late_days: u32,
    /// How it came down, or why it has not.
    pub down: DownState,
    /// Boards whose recall nobody has confirmed.
    pub recalls_open: u32,
    /// It ought to be public and is not published at all.
    pub owed: bool,
}

/// 张贴情况 of today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoverageView {
    /// One for each disclosure that has to hang, hangs or hung.
    pub lines: Vec<CoverageLine>,
    /// Counts.
    pub totals: CoverageTotals,
    /// Columns of which a village said nothing at all this quarter.
    pub silent: u32,
}

/// What an office has to do by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// 结果公开: paid, the result is not public; last day.
    Result(Date),
    /// 下架: so many lists have had their time.
    Lists(usize),
    /// 销毁: the rows have been kept long enough; last day of keeping.
    Erase(Date),
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// What.
    pub kind: DueKind,
    /// Days until the last day; below zero = overdue.
    pub days_left: Option<i32>,
}

/// A disclosure in the life of its batch.
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

/// A posting in the life of its batch.
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

/// A board of the batch's village, as forms offer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardChoice {
    /// `W-...`
    pub board: Subject,
    /// `段村/村委会门口栏`
    pub name: String,
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
    /// What the next publication would be: result after payment, else notice; with the last day of
    /// its notice from today.
    pub next: (DisclosureStage, Option<Date>),
    /// Disclosures, oldest first.
    pub disclosures: Vec<DisclosedRow>,
    /// Postings, oldest first.
    pub postings: Vec<PostingRow>,
    /// Cases, in the order of the register.
    pub cases: Vec<CaseRow>,
    /// The journal, oldest first.
    pub events: Vec<EventRow>,
    /// Boards in use of its village.
    pub boards: Vec<BoardChoice>,
}
