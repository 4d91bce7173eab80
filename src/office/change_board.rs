//! 修改公开栏: new particulars of a board; what is not named stays as it was.
use super::ActName;
use super::act::{Act, Demand, Done, Door, Outcome, Plan, Spec};
use super::allowed::on_board;
use super::board_act::{board_door, board_outcome, is_free, onto};
use super::facts::Facts;
use super::field::Field;
use super::set_up_board::{COLUMNS, KIND, NAME, PLACE, SINCE};
use super::target::{BoardRef, Target};
use super::values::{FieldError, Values};
use crate::domain::board::{BoardColumn, BoardKind};
use crate::domain::dossier::{Refusal, free_text};
use crate::domain::journal::BoardDescribed;
use crate::domain::values::date::Date;

/// What changes; `None` = stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeBoard {
    /// Which board.
    pub board: BoardRef,
    /// Its name.
    pub name: Option<String>,
    /// Where it stands.
    pub place: Option<String>,
    /// What it is.
    pub kind: Option<BoardKind>,
    /// Its columns.
    pub columns: Option<Vec<BoardColumn>>,
    /// The first day of its use.
    pub since: Option<Date>,
}

impl Act for ChangeBoard {
    const SPEC: Spec = Spec {
        fields: &[
            Field { needed: false, ..NAME },
            Field { needed: false, ..PLACE },
            Field { help: "cli-option-board-new-kind", ..KIND },
            Field { needed: false, ..COLUMNS },
            Field { help: "cli-option-board-new-since", ..SINCE },
        ],
        private: None,
        doors: &[Door {
            demand: Demand::AnyOf(&["name", "place", "columns", "kind", "since"]),
            ..board_door(&["board", "change"], "cli-help-board-change")
        }],
    };

    fn read(target: Target, values: &Values) -> Result<Self, FieldError> {
        Ok(Self {
            board: target.board(),
            name: values.given("name"),
            place: values.given("place"),
            kind: values.choice("kind", BoardKind::parse)?,
            columns: values.marks("columns", BoardColumn::parse)?,
            since: values.open_day("since")?,
        })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let known = facts.seen_board(&self.board)?;
        on_board(facts, ActName::ChangeBoard, &known)?;
        let there = known.described().ok_or(Refusal::NothingThere)?;
        let body = BoardDescribed {
            division: there.division,
            name: self.name.clone().unwrap_or_else(|| there.name.clone()),
            place: self.place.clone().unwrap_or_else(|| there.place.clone()),
            kind: self.kind.unwrap_or(there.kind),
            columns: self.columns.clone().unwrap_or_else(|| there.columns.clone()),
            since: self.since.or(there.since),
        };
        is_free(facts, &body, Some(known.subject))?;
        free_text::of_board(&body)?;
        Ok(onto(known, body, Vec::new()))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        board_outcome("runtime-board-changed", done)
    }
}
