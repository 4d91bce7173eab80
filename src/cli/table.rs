//! The one table of commands: words, options, help and how each becomes a [`Command`]. Parser and
//! help are made from it.
mod care;
mod cases;
mod lists;
mod office;
mod papers;
mod rolls;
mod walls;

use super::command::Command;
use super::given::Given;
use super::usage::UsageError;

/// One command.
#[derive(Debug)]
pub struct Spec {
    /// `["batch", "list"]`
    pub words: &'static [&'static str],
    /// What follows, by its name in the help.
    pub behind: Behind,
    /// Its own options.
    pub options: &'static [Opt],
    /// Key of what it does, in one line.
    pub help: &'static str,
    /// Key of the description of its JSON document.
    pub json: &'static str,
    /// To its typed form.
    pub make: fn(&Given) -> Result<Command, UsageError>,
}

/// Words behind a command.
#[derive(Debug, Clone, Copy)]
pub enum Behind {
    /// None.
    Nothing,
    /// Exactly these.
    Each(&'static [&'static str]),
    /// One or more of this.
    Many(&'static str),
}

/// An option of one command.
#[derive(Debug, Clone, Copy)]
pub struct Opt {
    /// Without hyphens.
    pub name: &'static str,
    /// What follows, by its name in the help; `None` = a switch.
    pub value: Option<&'static str>,
    /// The command cannot do without.
    pub needed: bool,
    /// Key of its description.
    pub help: &'static str,
}

const fn needed(name: &'static str, value: &'static str, help: &'static str) -> Opt {
    Opt { name, value: Some(value), needed: true, help }
}

const fn option(name: &'static str, value: &'static str, help: &'static str) -> Opt {
    Opt { name, value: Some(value), needed: false, help }
}

const fn switch(name: &'static str, help: &'static str) -> Opt {
    Opt { name, value: None, needed: false, help }
}

/// Options of every command.
pub const GLOBAL: [Opt; 7] = [
    option("data", "DIR", "cli-option-data"),
    option("lang", "zh|en", "cli-option-lang"),
    option("as", "USER", "cli-option-as"),
    option("password-file", "FILE", "cli-option-password-file"),
    option("now", "DATE[THH:MM]", "cli-option-now"),
    switch("json", "cli-option-json"),
    switch("help", "cli-option-help"),
];

const BATCH: Behind = Behind::Each(&["BATCH"]);
const OUT_FILE: Opt = needed("out", "FILE", "cli-option-out-file");
const OUT_FOLDER: Opt = needed("out", "DIR", "cli-option-out-folder");
const ON: Opt = option("on", "DATE", "cli-option-on");
const REASON: Opt = needed("reason", "TEXT", "cli-option-reason");

/// All commands, in the order of the help.
const TABLE: [&[Spec]; 7] = [
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
    TABLE.into_iter().flatten()
}

type Make = fn(&Given) -> Result<Command, UsageError>;

/// A command without options of its own.
const fn plain(
    words: &'static [&'static str],
    behind: Behind,
    help: &'static str,
    json: &'static str,
    make: Make,
) -> Spec {
    Spec { words, behind, options: &[], help, json, make }
}

/// A paper of one batch.
const fn rendering(
    words: &'static [&'static str],
    options: &'static [Opt],
    help: &'static str,
    make: Make,
) -> Spec {
    Spec { words, behind: BATCH, options, help, json: "cli-json-file", make }
}

impl Spec {
    /// The words with spaces: `batch list`.
    #[must_use]
    pub fn name(&self) -> String {
        self.words.join(" ")
    }

    /// The option of this command or of all.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name == name)
    }

    /// `--out FILE`, as sentences show it.
    #[must_use]
    pub fn written(&self, name: &str) -> String {
        self.option(name).map_or_else(|| format!("--{name}"), Opt::written)
    }

    /// The help's name of the word at `place`.
    #[must_use]
    pub fn word_name(&self, place: usize) -> String {
        let name = match self.behind {
            Behind::Nothing => None,
            Behind::Each(names) => names.get(place).copied(),
            Behind::Many(name) => Some(name),
        };
        name.unwrap_or_default().to_owned()
    }

    /// `batch return BATCH --reason TEXT [--lines N,...]`
    #[must_use]
    pub fn usage(&self) -> String {
        let mut text = self.name();
        match self.behind {
            Behind::Nothing => {}
            Behind::Each(names) => names.iter().for_each(|name| text.extend([" ", name])),
            Behind::Many(name) => text.extend([" ", name, "..."]),
        }
        for option in self.options {
            let written = option.written();
            let (before, after) = if option.needed { (" ", "") } else { (" [", "]") };
            text.extend([before, &written, after]);
        }
        text
    }
}

impl Opt {
    /// `--out FILE`
    #[must_use]
    pub fn written(&self) -> String {
        self.value
            .map_or_else(|| format!("--{}", self.name), |value| format!("--{} {value}", self.name))
    }
}

/// The command with exactly these words.
#[must_use]
pub fn find(words: &[String]) -> Option<&'static Spec> {
    commands().find(|spec| spec.words == words)
}

/// The second words of a group, in the order of the table; empty if `first` is no group.
#[must_use]
pub fn parts_of(first: &str) -> Vec<&'static str> {
    let in_group = commands().filter(|spec| spec.words.first() == Some(&first));
    in_group.filter_map(|spec| spec.words.get(1).copied()).collect()
}
