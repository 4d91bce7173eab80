//! What waits there.
use super::{as_role, seen};
use crate::app::views::{DueKind, DueRow};
use crate::domain::dossier::pending::Waiting;
use crate::domain::people::user::Role;
use crate::office::Possibilities;
use jiff::civil::date;

pub(crate) fn counts() -> Waiting {
    Waiting {
        cases: 1,
        nearest: Some(date(2026, 7, 3)),
        recalls: 1,
        unposted: 1,
        boards: 1,
        ..Waiting::default()
    }
}

pub(crate) fn due(role: Role) -> Vec<DueRow> {
    let row = |title: &str, kind: DueKind, days_left| DueRow {
        possible: as_role(role, &Possibilities::yes(&[kind.act()])),
        seen: seen("6"),
        title: title.into(),
        kind,
        days_left,
    };
    vec![
        row("枣林西村 耕地地力保护补贴 2026", DueKind::Result(date(2026, 6, 29)), Some(-2)),
        row("枣林东村 耕地地力保护补贴 2025", DueKind::Lists(2), None),
        row("段村村 耕地地力保护补贴 2020", DueKind::Erase(date(2026, 6, 30)), None),
    ]
}
