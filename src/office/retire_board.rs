//! 停用: a board is no longer used.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::on_board;
use super::board_act::{board_door, board_outcome, onto};
use super::facts::Facts;
use super::field::ON;
use super::target::{BoardRef, Target};
use super::values::{FieldError, Values};
use crate::domain::journal::BoardRetired;
use crate::domain::values::date::Date;

/// Which board, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetireBoard {
    /// Which board.
    pub board: BoardRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
}

impl Act for RetireBoard {
    const SPEC: Spec = Spec {
        fields: &[ON],
        private: None,
        doors: &[board_door(&["board", "retire"], "cli-help-board-retire")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        Ok(Self { board: target.board(), on: values.day("on")? })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_board(&self.board)?;
        on_board(facts, ActName::RetireBoard, &known)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        Ok(onto(known, BoardRetired { on }, Vec::new()))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        board_outcome("runtime-board-retired", done)
    }
}
