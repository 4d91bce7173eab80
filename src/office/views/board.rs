//! Boards.
use super::possible_acts::PossibleActs;
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::journal::Subject;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use crate::office::board::KnownBoard;
use schemars::JsonSchema;
use serde::Serialize;

/// A board. What its particulars say is null while they are not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoardView {
    /// Its number (W-...).
    pub board: Subject,
    /// The village.
    pub village: String,
    /// Its name.
    pub name: Option<String>,
    /// Where it stands.
    pub place: Option<String>,
    /// What kind of board.
    pub kind: Option<BoardKind>,
    /// Its columns.
    pub columns: Option<Vec<BoardColumn>>,
    /// The first day of its use.
    pub since: Option<Date>,
    /// The day of the last inspection; null if nobody looked.
    pub inspected_on: Option<Date>,
    /// What it was like then; null if nobody looked.
    pub condition: Option<Condition>,
    /// The day on which it was given up; null while it is in use.
    pub retired_on: Option<Date>,
    /// Columns that have nothing to report, said on purpose.
    pub nothing: Vec<NothingView>,
}

/// A column that has nothing to report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NothingView {
    /// Which column.
    pub column: BoardColumn,
    /// For which period.
    pub period: Period,
    /// The day on which it was posted.
    pub on: Date,
}

impl BoardView {
    /// Of this board.
    #[must_use]
    pub fn of(known: &KnownBoard) -> Self {
        let board = &known.board;
        let described = known.described();
        let nothing = board.nothing.iter();
        Self {
            board: known.subject,
            village: known.village.clone(),
            name: described.map(|described| described.name.clone()),
            place: described.map(|described| described.place.clone()),
            kind: described.map(|described| described.kind),
            columns: described.map(|described| described.columns.clone()),
            since: board.since,
            inspected_on: board.inspected.map(|(on, _)| on),
            condition: board.inspected.map(|(_, condition)| condition),
            retired_on: board.retired_on,
            nothing: nothing
                .map(|it| NothingView { column: it.column, period: it.period, on: it.on })
                .collect(),
        }
    }
}

/// A board in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoardRow {
    /// The board.
    #[serde(flatten)]
    pub board: BoardView,
    /// How many disclosures hang there.
    pub hanging: usize,
    /// What the user may do with it today.
    pub possible: PossibleActs,
}

/// The boards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BoardList {
    /// The boards.
    pub boards: Vec<BoardRow>,
}
