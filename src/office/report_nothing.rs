//! 本期无事项: a column of a board has nothing to report for a period.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::on_board;
use super::board_act::{board_door, board_outcome, onto};
use super::facts::Facts;
use super::field::{Field, FieldKind, ON};
use super::target::{BoardRef, Target};
use super::values::{FieldError, Values};
use crate::domain::board::BoardColumn;
use crate::domain::journal::NothingToReport;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;

/// Which column has nothing, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportNothing {
    /// Which board.
    pub board: BoardRef,
    /// In which column.
    pub column: BoardColumn,
    /// For which period.
    pub period: Period,
    /// The day; `None` = today.
    pub on: Option<Date>,
}

impl Act for ReportNothing {
    const SPEC: Spec = Spec {
        fields: &[
            Field::needed(
                "column",
                FieldKind::Choice(BoardColumn::CHOICES),
                "app-field-column",
                "cli-option-column",
            )
            .called("COLUMN"),
            Field::needed(
                "period",
                FieldKind::Period,
                "app-field-period",
                "cli-option-nothing-period",
            ),
            ON,
        ],
        private: None,
        doors: &[board_door(&["board", "nothing"], "cli-help-board-nothing")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let column = values.needed_choice("column", BoardColumn::parse)?;
        let period = values.period("period")?;
        Ok(Self { board: target.board(), column, period, on: values.day("on")? })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_board(&self.board)?;
        on_board(facts, ActName::ReportNothing, &known)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        let body = NothingToReport { column: self.column, period: self.period, on };
        Ok(onto(known, body, Vec::new()))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        board_outcome("runtime-nothing-said", done)
    }
}
