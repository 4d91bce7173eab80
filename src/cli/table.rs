//! The one table of commands: words, options, help and how each is read. Parser, help, completions
//! and manual are made from it. Commands that are acts of the office are its doors.
mod acts;
mod boards;
mod cases;
mod lists;
mod maintenance;
mod office;
mod order;
mod papers;
mod rolls;
mod row;

use super::spec::{OptionSpec, Spec, option, switch, words};
use crate::domain::text::words::Lang;
pub use row::{CommandLineRow, Read};
use std::sync::LazyLock;

/// Options of every command.
pub const GLOBAL: [OptionSpec; 8] = [
    option("data", "DIR", "cli-option-data"),
    option("lang", "LANG", "cli-option-lang").one_of(|| words(&[Lang::Zh, Lang::En], Lang::code)),
    option("as", "USER", "cli-option-as"),
    option("password-file", "FILE", "cli-option-password-file"),
    option("now", "DATE", "cli-option-now"),
    switch("json", "cli-option-json"),
    switch("help", "cli-option-help"),
    switch("version", "cli-option-version"),
];

/// Commands that are no acts.
static OTHERS: [&[CommandLineRow]; 7] = [
    &office::COMMANDS,
    &lists::COMMANDS,
    &rolls::COMMANDS,
    &papers::COMMANDS,
    &boards::COMMANDS,
    &cases::COMMANDS,
    &maintenance::COMMANDS,
];

/// All commands, in the order of the help.
static ROWS: LazyLock<Vec<&'static CommandLineRow>> = LazyLock::new(|| {
    let mut rows: Vec<&CommandLineRow> = OTHERS.into_iter().flatten().chain(acts::rows()).collect();
    rows.sort_by_key(|row| order::place_of(&row.spec.name()));
    rows
});

/// Every command, in the order of the help.
pub fn commands() -> impl Iterator<Item = &'static Spec> {
    rows().map(|row| &row.spec)
}

fn rows() -> impl Iterator<Item = &'static CommandLineRow> {
    ROWS.iter().copied()
}

/// The command with exactly these words.
#[must_use]
pub fn find(words: &[String]) -> Option<&'static CommandLineRow> {
    rows().find(|row| row.spec.words == words)
}

/// First words that stand before a second one, in the order of the table.
#[must_use]
pub fn groups() -> Vec<&'static str> {
    let mut groups = Vec::new();
    for group in
        commands().filter(|spec| spec.words.len() > 1).filter_map(|spec| spec.words.first())
    {
        if !groups.contains(group) {
            groups.push(*group);
        }
    }
    groups
}

/// The second words of a group, in the order of the table; empty if `first` is no group.
#[must_use]
pub fn parts_of(first: &str) -> Vec<&'static str> {
    let in_group = commands().filter(|spec| spec.words.first() == Some(&first));
    in_group.filter_map(|spec| spec.words.get(1).copied()).collect()
}
