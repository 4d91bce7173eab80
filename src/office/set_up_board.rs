//! 设置公开栏: a village gets a board.
use super::ActName;
use super::act::{Act, Done, Door, Outcome, Plan, Spec};
use super::allowed::elsewhere;
use super::board_act::{board_outcome, is_free};
use super::facts::Facts;
use super::field::{Field, FieldKind};
use super::target::{Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::board::{Board, BoardColumn, BoardKind};
use crate::domain::dossier::{Past, Refusal, free_text};
use crate::domain::journal::{BoardDescribed, EntrySubject, NewEntry, SubjectKind};
use crate::domain::reference::division::Level;
use crate::domain::values::date::Date;

/// What the board is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpBoard {
    /// The village, by name or code.
    pub village: String,
    /// E.g. `村委会门口栏`.
    pub name: String,
    /// Where it stands.
    pub place: String,
    /// What it is.
    pub kind: BoardKind,
    /// Its columns.
    pub columns: Vec<BoardColumn>,
    /// The first day of its use; `None` = today.
    pub since: Option<Date>,
}

pub(super) const NAME: Field =
    Field::needed("name", FieldKind::Text, "app-field-board-name", "cli-option-board-name")
        .called("NAME");
pub(super) const PLACE: Field =
    Field::needed("place", FieldKind::Text, "app-field-board-place", "cli-option-board-place");
pub(super) const KIND: Field = Field::open(
    "kind",
    FieldKind::Choice(BoardKind::CHOICES),
    "app-field-board-kind",
    "cli-option-board-kind",
)
.called("KIND");
pub(super) const COLUMNS: Field = Field::needed(
    "columns",
    FieldKind::Marks(BoardColumn::CHOICES),
    "app-field-board-columns",
    "cli-option-board-columns",
)
.called("COLUMN,...");
pub(super) const SINCE: Field =
    Field::open("since", FieldKind::OpenDay, "app-field-board-since", "cli-option-board-since");

impl Act for SetUpBoard {
    const SPEC: Spec = Spec {
        fields: &[
            Field::needed(
                "division",
                FieldKind::Text,
                "app-field-board-village",
                "cli-option-board-division",
            )
            .called("CODE"),
            NAME,
            PLACE,
            KIND,
            COLUMNS,
            SINCE,
        ],
        private: None,
        doors: &[Door::new(
            &["board", "add"],
            TargetKind::Nothing,
            "cli-help-board-add",
            "cli-json-board",
        )],
    };

    fn read(_: Target, values: &Values) -> Result<Self, FieldError> {
        let columns = values.marks("columns", BoardColumn::parse)?;
        Ok(Self {
            village: values.needed("division")?,
            name: values.needed("name")?,
            place: values.needed("place")?,
            kind: values.choice("kind", BoardKind::parse)?.unwrap_or(BoardKind::Fixed),
            columns: columns.ok_or(FieldError::new("columns", "app-wrong-no-mark"))?,
            since: values.open_day("since")?,
        })
    }

    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error> {
        let new = Board::default();
        elsewhere(facts, ActName::SetUpBoard, Past::Board(&new), None)?;
        let village = facts.reference().place_named(&self.village, facts.today());
        let village = village.filter(|division| division.level() == Level::Village);
        let body = BoardDescribed {
            division: village.ok_or(Refusal::UnknownDivision)?,
            name: self.name.clone(),
            place: self.place.clone(),
            kind: self.kind,
            columns: self.columns.clone(),
            since: self.since,
        };
        is_free(facts, &body, None)?;
        free_text::of_board(&body)?;
        let target = EntrySubject::New(SubjectKind::Board);
        Ok(Plan::Entries(vec![NewEntry::new(target, Vec::new(), body, Vec::new())]))
    }

    fn outcome(&self, done: &Done<'_>) -> Outcome {
        board_outcome("runtime-board-added", done)
    }
}
