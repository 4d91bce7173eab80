//! The one command table: key map, footer, help and palette are all made from it.
mod row;
mod table;

pub use row::{Command, CommandRow, Danger, Focus};
pub use table::TABLE;

use super::input::Key;
use crate::domain::people::user::Role;

use Focus as At;
use Key::{
    BackTab, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right,
    Tab, Up,
};

/// The command that `key` means at `place`, for a user with these rights.
///
/// Two commands may share a key at a place if two different roles own them (F8 in the list of
/// batches); the first whose role the user holds is meant, else the first.
#[must_use]
pub fn meant(place: Focus, key: Key, holds: impl Fn(Role) -> bool) -> Option<&'static CommandRow> {
    let key = if takes_text(place) { key } else { key.folded() };
    let bound =
        || TABLE.iter().filter(move |row| row.places.contains(&place) && row.keys.contains(&key));
    bound().find(|row| row.role.is_none_or(&holds)).or_else(|| bound().next())
}

/// Does a field have the keyboard there? Then characters are text, never commands.
#[must_use]
pub const fn takes_text(place: Focus) -> bool {
    matches!(
        place,
        At::SetUp | At::Login | At::Search | At::Line | At::Form | At::Palette | At::Import
    )
}

/// The rows of a place that this user may use, in the table's order.
pub fn at(place: Focus, holds: impl Fn(Role) -> bool) -> impl Iterator<Item = &'static CommandRow> {
    TABLE.iter().filter(move |row| row.places.contains(&place) && row.role.is_none_or(&holds))
}

/// A key as it is printed on keyboards; the same in both languages but for the four named ones of
/// `ui`.
#[must_use]
pub fn key_name(key: Key) -> String {
    match key {
        Char(' ') => "Space".into(),
        Char(c) => c.to_string(),
        Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
        F(n) => format!("F{n}"),
        Enter => "Enter".into(),
        Esc => "Esc".into(),
        Tab => "Tab".into(),
        BackTab => "Shift+Tab".into(),
        Up => "Up".into(),
        Down => "Down".into(),
        Left => "Left".into(),
        Right => "Right".into(),
        PageUp => "PgUp".into(),
        PageDown => "PgDn".into(),
        Home => "Home".into(),
        End => "End".into(),
        Key::Insert => "Ins".into(),
        Delete => "Del".into(),
        Key::Backspace => "Backspace".into(),
    }
}
