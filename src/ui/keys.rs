//! The line of keys and the help page, both made from the command table and nothing else.
use super::canvas::Canvas;
use super::width::cells;
use crate::app::State;
use crate::app::command::{Command, CommandRow, Focus, at, key_name};
use crate::app::input::Key;
use crate::app::readiness::Readiness;
use crate::app::world::World;
use ratatui::layout::Rect;

/// A key's name in this language.
#[must_use]
#[expect(clippy::wildcard_enum_match_arm, reason = "the other keys are called the same everywhere")]
pub fn name(pen: &Canvas, key: Key) -> String {
    match key {
        Key::Enter => pen.word("app-key-enter"),
        Key::Char(' ') => pen.word("app-key-space"),
        Key::Right => pen.word("app-key-right"),
        other => key_name(other),
    }
}

fn hint(pen: &Canvas, row: &CommandRow) -> Option<(String, String)> {
    row.keys.first().map(|key| (name(pen, *key), pen.word(row.words)))
}

/// As many as fit, in the table's order; leaving and help are never crowded out.
pub fn draw(pen: &mut Canvas, line: Rect, state: &State) {
    let place = state.focus();
    let rows: Vec<&CommandRow> = at(place, |role| state.world.holds(role))
        .filter(|row| row.in_bar && offered(state, row))
        .collect();
    let (last, first): (Vec<&CommandRow>, Vec<&CommandRow>) = rows
        .into_iter()
        .partition(|row| matches!(row.id, Command::Help | Command::Back | Command::Leave));
    // The key for leaving is shown only where Esc does not lead back to another screen.
    let last: Vec<_> =
        last.into_iter().filter(|row| row.id != Command::Leave || !is_inside(place)).collect();
    let hints =
        |rows: &[&CommandRow]| rows.iter().filter_map(|row| hint(pen, row)).collect::<Vec<_>>();
    let first = hints(&first);
    let last = hints(&last);
    let width = |hints: &[(String, String)]| {
        hints.iter().map(|(key, words)| cells(key) + cells(words) + 3).sum::<usize>()
    };
    let mut room = usize::from(line.width).saturating_sub(width(&last) + 1);
    let mut shown = Vec::new();
    for (key, words) in first {
        let wanted = cells(&key) + cells(&words) + 3;
        if wanted <= room {
            room -= wanted;
            shown.push((key, words));
        }
    }
    let mut x = 1;
    for (key, words) in shown.into_iter().chain(last) {
        let rest = |x: u16| Rect {
            x: line.x + x.min(line.width),
            width: line.width.saturating_sub(x),
            ..line
        };
        x += pen.text(rest(x), 0, &key, pen.theme.key) + 1;
        x += pen.text(rest(x), 0, &words, pen.theme.text) + 2;
    }
}

/// A dialog takes all its keys; of a screen's only those are shown that would do something with
/// what is chosen, as far as somebody has looked.
fn offered(state: &State, row: &CommandRow) -> bool {
    state.dialog.is_some()
        || state.locked.is_some()
        || state.screens.top.readiness(row.id, &state.world) == Readiness::Yes
}

const fn is_inside(place: Focus) -> bool {
    !matches!(place, Focus::Today | Focus::Waiting | Focus::Login | Focus::SetUp)
}

/// The lines of a place's help.
#[must_use]
pub fn help(pen: &Canvas, place: Focus, world: &World) -> Vec<String> {
    let line = |row: &CommandRow| {
        let keys: Vec<String> = row.keys.iter().map(|key| name(pen, *key)).collect();
        let ask = if row.danger == crate::app::command::Danger::Final {
            pen.word("app-help-asks")
        } else {
            String::new()
        };
        format!("  {} {} {ask}", super::width::left(&keys.join("  "), 18), pen.word(row.words))
    };
    at(place, |role| world.holds(role)).map(line).collect()
}
