//! Coverage: which village has posted what, in time or not; which boards nobody looked at; who is
//! silent.
use crate::domain::board::{BoardColumn, Condition};
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::coverage::{
    BoardRow, Coverage, CoverageRow, CoverageTotals, DownState,
};
use crate::domain::journal::Subject;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use schemars::JsonSchema;
use serde::Serialize;

/// The report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageView {
    /// Counts.
    pub totals: CoverageSums,
    /// One for each disclosure that has to hang, hangs or hung, and each that is owed.
    pub rows: Vec<CoverageLine>,
    /// One for each board in use.
    pub boards: Vec<BoardCare>,
    /// Codes of villages without a board.
    pub boardless: Vec<DivisionCode>,
    /// Columns of which a village said nothing in this quarter.
    pub silent: Vec<SilentColumn>,
}

impl CoverageView {
    /// Of this report.
    #[must_use]
    pub fn of(report: &Coverage) -> Self {
        let silent = report.silent.iter();
        Self {
            totals: CoverageSums::of(&report.totals),
            rows: report.rows.iter().map(CoverageLine::of).collect(),
            boards: report.boards.iter().map(BoardCare::of).collect(),
            boardless: report.boardless.clone(),
            silent: silent
                .map(|it| SilentColumn {
                    division: it.division,
                    column: it.column,
                    period: it.period,
                })
                .collect(),
        }
    }
}

/// Counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageSums {
    /// Disclosures that are published.
    pub disclosures: u32,
    /// Posted on every board on which they had to hang.
    pub complete: u32,
    /// Published, and on no board at all.
    pub unposted: u32,
    /// Posted late, published late, or still owed after the last day.
    pub late: u32,
    /// Taken down too early somewhere.
    pub early_down: u32,
    /// Taken down too late, or hanging too long.
    pub late_down: u32,
    /// Recall orders that nobody has confirmed.
    pub recalls_open: u32,
    /// Boards that nobody looked at in time.
    pub boards_overdue: u32,
    /// Villages without any board.
    pub villages_without_board: u32,
    /// Owed and not published at all.
    pub unpublished: u32,
}

impl CoverageSums {
    const fn of(totals: &CoverageTotals) -> Self {
        Self {
            disclosures: totals.disclosures,
            complete: totals.complete,
            unposted: totals.unposted,
            late: totals.late,
            early_down: totals.early_down,
            late_down: totals.late_down,
            recalls_open: totals.recalls_open,
            boards_overdue: totals.boards_overdue,
            villages_without_board: totals.villages_without_board,
            unpublished: totals.unpublished,
        }
    }
}

/// One disclosure of one village, or the lack of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageLine {
    /// The village.
    pub division: DivisionCode,
    /// The running number of the batch.
    pub label: String,
    /// notice or result.
    pub stage: DisclosureStage,
    /// Its revision; of one that is owed the next.
    pub revision: u32,
    /// Its code; null if it is owed and not published.
    pub code: Option<Code>,
    /// Since when it is owed; null if it is published.
    pub owed_since: Option<Date>,
    /// The last day for publishing it; null if there is none.
    pub due: Option<Date>,
    /// Boards on which it has to hang.
    pub required: u32,
    /// Boards on which it hangs or hung.
    pub posted: u32,
    /// The day on which the last of them was posted.
    pub posted_on: Option<Date>,
    /// By how many days it was late; 0 = it is not.
    pub late_days: u32,
    /// The day on which the last of them came down.
    pub down_on: Option<Date>,
    /// not-posted, hanging, in-time, early, late, overdue or recalled.
    pub down: &'static str,
    /// How many days early, late or overdue.
    pub down_days: u32,
    /// Boards whose recall nobody has confirmed.
    pub recalls_open: u32,
}

impl CoverageLine {
    fn of(row: &CoverageRow) -> Self {
        let (down, down_days) = down(row.down);
        Self {
            division: row.division,
            label: row.label.clone(),
            stage: row.stage,
            revision: row.revision,
            code: row.code.clone(),
            owed_since: row.owed.map(|owed| owed.since),
            due: row.owed.and_then(|owed| owed.due),
            required: row.required,
            posted: row.posted,
            posted_on: row.posted_on,
            late_days: row.late_days,
            down_on: row.down_on,
            down,
            down_days,
            recalls_open: row.recalls_open,
        }
    }
}

/// A fixed word, and how many days early, late or overdue.
const fn down(state: DownState) -> (&'static str, u32) {
    match state {
        DownState::NotPosted => ("not-posted", 0),
        DownState::Hanging => ("hanging", 0),
        DownState::InTime => ("in-time", 0),
        DownState::Early(days) => ("early", days),
        DownState::Late(days) => ("late", days),
        DownState::Overdue(days) => ("overdue", days),
        DownState::Recalled => ("recalled", 0),
    }
}

/// A board in use, and when somebody looked at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoardCare {
    /// Its number (W-...).
    pub board: Subject,
    /// The village.
    pub division: DivisionCode,
    /// Its name.
    pub name: String,
    /// The day of the last inspection; null if nobody looked.
    pub inspected_on: Option<Date>,
    /// What it was like then; null if nobody looked.
    pub condition: Option<Condition>,
    /// Nobody looked for longer than the county allows.
    pub overdue: bool,
    /// How many disclosures hang there.
    pub hanging: u32,
}

impl BoardCare {
    fn of(row: &BoardRow) -> Self {
        Self {
            board: row.subject,
            division: row.division,
            name: row.name.clone(),
            inspected_on: row.inspected.map(|(on, _)| on),
            condition: row.inspected.map(|(_, condition)| condition),
            overdue: row.overdue,
            hanging: row.hanging,
        }
    }
}

/// A column of which a village said nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SilentColumn {
    /// The village.
    pub division: DivisionCode,
    /// Which column.
    pub column: BoardColumn,
    /// The quarter.
    pub period: Period,
}
