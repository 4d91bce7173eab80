//! The one table of commands: words, options, help and how each becomes a [`Command`]. Parser,
//! help, completions and manual are made from it.
mod care;
mod cases;
mod lists;
mod office;
mod papers;
mod rolls;
mod walls;

use super::args::Args;
use super::command::Command;
use super::spec::{OptionSpec, Positionals, Spec, needed, option, switch, words};
use super::usage::UsageError;
use crate::domain::text::words::Lang;

/// One row: what the command looks like, and how what was typed becomes its typed form.
#[derive(Debug)]
pub struct Row {
    /// What it looks like.
    pub spec: Spec,
    /// To its typed form.
    pub make: Make,
}

type Make = fn(&Args) -> Result<Command, UsageError>;

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

const BATCH: Positionals = Positionals::Each(&["BATCH"]);
const OUT_FILE: OptionSpec = needed("out", "FILE", "cli-option-out-file");
const OUT_FOLDER: OptionSpec = needed("out", "DIR", "cli-option-out-folder");
const ON: OptionSpec = option("on", "DATE", "cli-option-on");
const REASON: OptionSpec = needed("reason", "TEXT", "cli-option-reason");

/// All commands, in the order of the help.
const TABLE: [&[Row]; 7] = [
    &office::COMMANDS,
    &lists::COMMANDS,
    &rolls::COMMANDS,
    &papers::COMMANDS,
    &walls::COMMANDS,
    &cases::COMMANDS,
    &care::COMMANDS,
];

/// Every command, in the order of the help.
pub fn commands() -> impl Iterator<Item = &'static Spec> {
    rows().map(|row| &row.spec)
}

fn rows() -> impl Iterator<Item = &'static Row> {
    TABLE.into_iter().flatten()
}

/// A command without options of its own.
const fn plain(
    words: &'static [&'static str],
    positionals: Positionals,
    help: &'static str,
    json: &'static str,
    make: Make,
) -> Row {
    Row { spec: Spec { words, positionals, options: &[], help, json }, make }
}

/// A paper of one batch.
const fn rendering(
    words: &'static [&'static str],
    options: &'static [OptionSpec],
    help: &'static str,
    make: Make,
) -> Row {
    Row { spec: Spec { words, positionals: BATCH, options, help, json: "cli-json-file" }, make }
}

/// The command with exactly these words.
#[must_use]
pub fn find(words: &[String]) -> Option<&'static Row> {
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
