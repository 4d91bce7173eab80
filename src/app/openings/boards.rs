//! Acts on a board: set up, change, inspect, 本期无事项, give up.
use crate::app::dialogs::{Fact, FormOpening};
use crate::app::go::Go;
use crate::app::views::{BoardRow, VillageRow};
use crate::app::world::World;
use crate::domain::board::{BoardColumn, BoardKind};
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Offer, Target};

/// `段村/村委会门口栏`, as people name it.
fn name(row: &BoardRow) -> String {
    format!("{}/{}", row.village, row.described.name)
}

/// Sets a board up in a village of the office; the village of the chosen one, or the only one, is
/// offered.
#[must_use]
pub fn set_up(villages: &[VillageRow], chosen: Option<&BoardRow>, world: &World) -> Go {
    let only = villages.first().filter(|_| villages.len() == 1).map(|village| village.name.clone());
    let offered = chosen.map(|row| row.village.clone()).or(only).unwrap_or_default();
    let names = villages.iter().flat_map(|village| {
        let code = village.code.to_string();
        [(village.name.clone(), code.clone()), (code.clone(), code)]
    });
    let offer = Offer::default()
        .names("division", names.collect(), "app-wrong-village")
        .value("division", offered)
        .value("kind", BoardKind::Fixed.word())
        .value("columns", columns(&[BoardColumn::Village, BoardColumn::Finance]))
        .value("since", world.today());
    let title = Sentence::plain("app-title-add-board");
    Go::form(FormOpening::act(ActName::SetUpBoard, Target::Nothing, title).offer(offer))
}

/// Changes its particulars.
#[must_use]
pub fn change(row: &BoardRow) -> Go {
    let there = &row.described;
    let since = there.since.map(|since| since.to_string()).unwrap_or_default();
    let offer = Offer::default()
        .value("name", &there.name)
        .needed("name")
        .value("place", &there.place)
        .needed("place")
        .value("kind", there.kind.word())
        .value("columns", columns(&there.columns))
        .value("since", since);
    Go::form(opening(ActName::ChangeBoard, row, "app-title-change-board").offer(offer))
}

/// Writes down what it was like.
#[must_use]
pub fn inspect(row: &BoardRow) -> Go {
    Go::form(opening(ActName::InspectBoard, row, "app-title-inspect"))
}

/// 本期无事项 in one of its columns.
#[must_use]
pub fn nothing(row: &BoardRow) -> Go {
    let columns = row.described.columns.iter().map(|column| column.word());
    let offer = Offer::default().possible("column", columns);
    Go::form(opening(ActName::ReportNothing, row, "app-title-nothing").offer(offer))
}

/// Gives it up.
#[must_use]
pub fn retire(row: &BoardRow) -> Go {
    let asked = Sentence::plain("app-ask-retire").with("name", name(row));
    let facts = vec![Fact::from(asked).naming("on"), Fact::plain("app-ask-signature")];
    Go::form(opening(ActName::RetireBoard, row, "app-title-retire").confirm(facts))
}

fn opening(act: ActName, row: &BoardRow, title: &'static str) -> FormOpening {
    let title = Sentence::plain(title).with("name", name(row));
    FormOpening::act(act, row.seen.target(), title)
}

/// As the form's marks hold them.
fn columns(columns: &[BoardColumn]) -> String {
    let words: Vec<&str> = columns.iter().map(|column| column.word()).collect();
    words.join(",")
}
