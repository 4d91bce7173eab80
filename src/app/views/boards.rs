//! Boards of the villages, what must come down from them, and what hangs where.
use super::{BatchId, Seen};
use crate::domain::board::Condition;
use crate::domain::board::{Particulars, QuietColumn};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::RecallReason;
use crate::domain::dossier::coverage::{CoverageTotals, DownState};
use crate::domain::journal::{EntryId, Subject};
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::office::{BoardRef, Possibilities, Target};

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

impl SeenBoard {
    /// What an act on it is about.
    #[must_use]
    pub fn target(&self) -> Target {
        Target::Board(BoardRef { name: self.board.to_string(), seen: Some(self.heads.clone()) })
    }
}

/// A board of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// The board and its heads.
    pub seen: SeenBoard,
    /// `段村`
    pub village: String,
    /// Its particulars.
    pub described: Particulars,
    /// What hangs there now, newest first: title and day.
    pub hanging: Vec<(String, Date)>,
    /// Day and condition of the last inspection.
    pub inspected: Option<(Date, Condition)>,
    /// Nobody looked for longer than the county allows.
    pub overdue: bool,
    /// 本期无事项, newest first.
    pub nothing: Vec<QuietColumn>,
    /// The day on which it was given up.
    pub retired_on: Option<Date>,
    /// What this user may do with it.
    pub possible: Possibilities,
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
    /// What this user may do with it.
    pub possible: Possibilities,
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
