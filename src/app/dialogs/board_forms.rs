//! Forms for acts on a board: set up, change, inspect, 本期无事项, give up.
use super::Purpose;
use super::ask::{Ask, Asked, Ready};
use super::filled::{Filled, Wrong, wrong};
use crate::app::effect::Effect;
use crate::app::orders::BoardOrder;
use crate::app::update::Go;
use crate::app::views::{BoardRow, SeenBoard, VillageRow};
use crate::app::world::World;
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::journal::BoardDescribed;
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::sentence::Sentence;

/// Which act, and on what.
#[derive(Debug, Clone)]
pub enum BoardForm {
    /// Set one up in one of these villages: village, name, place, kind, columns, in use since.
    Add(Vec<VillageRow>),
    /// The same particulars but the village.
    Change(SeenBoard, DivisionCode),
    /// Condition, day, photos.
    Inspect(SeenBoard),
    /// Column, period, day.
    Nothing(SeenBoard, Vec<BoardColumn>),
    /// Day.
    Retire(SeenBoard, String),
}

impl BoardForm {
    /// What the entries lead to, or which of them is wrong.
    ///
    /// # Errors
    /// [`Wrong`].
    pub fn ready(&self, filled: &Filled) -> Result<Ready, Wrong> {
        let order = match self {
            Self::Add(villages) => {
                let village = village(villages, &filled.needed(0)?)
                    .ok_or_else(|| wrong(0, "app-wrong-village"))?;
                BoardOrder::Add(described(village, filled, 1)?)
            }
            Self::Change(seen, division) => {
                BoardOrder::Change(seen.clone(), described(*division, filled, 0)?)
            }
            Self::Inspect(seen) => BoardOrder::Inspect {
                board: seen.clone(),
                condition: filled.chosen(0, Condition::ALL)?,
                on: filled.day(1)?,
                photos: filled.photos(2),
            },
            Self::Nothing(seen, columns) => BoardOrder::Nothing {
                board: seen.clone(),
                column: filled.chosen(0, columns)?,
                period: filled.period(1)?,
                on: filled.day(2)?,
            },
            Self::Retire(seen, name) => {
                let on = filled.day(0)?;
                let facts = vec![
                    Sentence::plain("app-ask-retire").with("name", name).with("on", on),
                    Sentence::plain("app-ask-signature"),
                ];
                return Ok(Ready::Confirm(
                    Effect::OnBoard(BoardOrder::Retire { board: seen.clone(), on }),
                    facts,
                ));
            }
        };
        Ok(Ready::Order(Effect::OnBoard(order)))
    }
}

/// A village by name or code.
fn village(villages: &[VillageRow], typed: &str) -> Option<DivisionCode> {
    let code = DivisionCode::parse(typed).ok();
    villages
        .iter()
        .find(|village| village.name == typed || Some(village.code) == code)
        .map(|village| village.code)
}

fn described(
    division: DivisionCode,
    filled: &Filled,
    first: usize,
) -> Result<BoardDescribed, Wrong> {
    Ok(BoardDescribed {
        division,
        name: filled.needed(first)?,
        place: filled.needed(first + 1)?,
        kind: filled.chosen(first + 2, BoardKind::ALL)?,
        columns: filled.marked(first + 3, BoardColumn::ALL)?,
        since: if filled.text(first + 4).is_empty() { None } else { Some(filled.day(first + 4)?) },
    })
}

fn particulars(
    name: &str,
    place: &str,
    kind: BoardKind,
    columns: &[BoardColumn],
    since: &str,
) -> Vec<Asked> {
    let chosen = BoardKind::ALL.iter().position(|one| *one == kind).unwrap_or(0);
    let marked = BoardColumn::ALL.iter().map(|column| columns.contains(column)).collect();
    vec![
        Asked::text("app-field-board-name", name),
        Asked::text("app-field-board-place", place),
        Asked::word("app-field-board-kind", BoardKind::ALL, BoardKind::key, chosen),
        Asked::marks("app-field-board-columns", BoardColumn::ALL, BoardColumn::key, marked),
        Asked::text("app-field-board-since", since),
    ]
}

/// `段村/村委会门口栏`, as people name it.
#[must_use]
pub fn name(row: &BoardRow) -> String {
    format!("{}/{}", row.village, row.described.name)
}

/// Sets a board up; the village of the chosen one, or the only one, is offered.
#[must_use]
pub fn add(villages: &[VillageRow], chosen: Option<&BoardRow>, world: &World) -> Go {
    let only = villages.first().filter(|_| villages.len() == 1).map(|village| village.name.clone());
    let offered = chosen.map(|row| row.village.clone()).or(only).unwrap_or_default();
    let mut fields = vec![Asked::text("app-field-board-village", offered)];
    fields.extend(particulars(
        "",
        "",
        BoardKind::Fixed,
        &[BoardColumn::Village, BoardColumn::Finance],
        &world.today(),
    ));
    Ask::open(
        Purpose::Board(BoardForm::Add(villages.to_vec())),
        Sentence::plain("app-title-add-board"),
        fields,
    )
}

/// Changes its particulars.
#[must_use]
pub fn change(row: &BoardRow) -> Go {
    let there = &row.described;
    let form = BoardForm::Change(row.seen.clone(), there.division);
    let title = Sentence::plain("app-title-change-board").with("name", name(row));
    let since = there.since.map(|since| since.to_string()).unwrap_or_default();
    Ask::open(
        Purpose::Board(form),
        title,
        particulars(&there.name, &there.place, there.kind, &there.columns, &since),
    )
}

/// Writes down what it was like.
#[must_use]
pub fn inspect(row: &BoardRow, world: &World) -> Go {
    let fields = vec![
        Asked::word("app-field-condition", Condition::ALL, Condition::key, 0),
        Asked::text("app-field-day", world.today()),
        Asked::text("app-field-photo-near", ""),
        Asked::text("app-field-photo-far", ""),
    ];
    let title = Sentence::plain("app-title-inspect").with("name", name(row));
    Ask::open(Purpose::Board(BoardForm::Inspect(row.seen.clone())), title, fields)
}

/// 本期无事项 in one of its columns.
#[must_use]
pub fn nothing(row: &BoardRow, world: &World) -> Go {
    let columns = row.described.columns.clone();
    let fields = vec![
        Asked::word("app-field-column", &columns, BoardColumn::key, 0),
        Asked::text("app-field-period", ""),
        Asked::text("app-field-day", world.today()),
    ];
    let title = Sentence::plain("app-title-nothing").with("name", name(row));
    Ask::open(Purpose::Board(BoardForm::Nothing(row.seen.clone(), columns)), title, fields)
}

/// Gives it up.
#[must_use]
pub fn retire(row: &BoardRow, world: &World) -> Go {
    let title = Sentence::plain("app-title-retire").with("name", name(row));
    let form = BoardForm::Retire(row.seen.clone(), name(row));
    Ask::open(Purpose::Board(form), title, vec![Asked::text("app-field-day", world.today())])
}
