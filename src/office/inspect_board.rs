//! 巡查: somebody looked at a board and writes down what it was like.
use super::ActName;
use super::act::{Act, Done, Outcome, Plan, Spec};
use super::allowed::on_board;
use super::board_act::{board_door, board_outcome, onto};
use super::facts::Facts;
use super::field::{FAR, Field, FieldKind, NEAR, ON};
use super::photos::Photos;
use super::target::{BoardRef, Target};
use super::values::{FieldError, Values};
use crate::domain::board::Condition;
use crate::domain::journal::BoardInspected;
use crate::domain::values::date::Date;

/// What it was like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectBoard {
    /// Which board.
    pub board: BoardRef,
    /// The day; `None` = today.
    pub on: Option<Date>,
    /// Good, damaged, ...
    pub condition: Condition,
    /// Photos.
    pub photos: Photos,
}

impl Act for InspectBoard {
    const SPEC: Spec = Spec {
        fields: &[
            Field::needed(
                "condition",
                FieldKind::Choice(Condition::CHOICES),
                "app-field-condition",
                "cli-option-condition",
            ),
            ON,
            NEAR,
            FAR,
        ],
        private: None,
        doors: &[board_door(&["board", "inspect"], "cli-help-board-inspect")],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        let condition = values.needed_choice("condition", Condition::parse)?;
        let on = values.day("on")?;
        Ok(Self { board: target.board(), on, condition, photos: Photos::of(values) })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_board(&self.board)?;
        on_board(facts, ActName::InspectBoard, &known)?;
        let (photos, blobs) = self.photos.taken(facts)?;
        let on = self.on.unwrap_or_else(|| facts.today());
        Ok(onto(known, BoardInspected { on, condition: self.condition, photos }, blobs))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        board_outcome("runtime-board-inspected", done)
    }
}
