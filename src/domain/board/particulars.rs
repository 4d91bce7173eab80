//! What a board is like, and for which periods a column of it has nothing to report.
use super::vocabulary::{BoardColumn, BoardKind};
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use serde::{Deserialize, Serialize};

/// The particulars of a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// The village.
    pub division: DivisionCode,
    /// E.g. `村委会门口栏`.
    pub name: String,
    /// Where it stands.
    pub place: String,
    /// Fixed board, screen, query point, web column.
    pub kind: BoardKind,
    /// Which columns it has.
    pub columns: Vec<BoardColumn>,
    /// The first day of its use, confirmed by a person; `None` = the day of the entry, or as it was
    /// said before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

/// 本期无事项: a column has nothing to disclose, said on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietColumn {
    /// Which column.
    pub column: BoardColumn,
    /// For which period.
    pub period: Period,
    /// The day on which it was posted.
    pub on: Date,
}
