//! One row of the table, and the parts that rows share.
use crate::cli::args::Args;
use crate::cli::command::Command;
use crate::cli::spec::{OptionSpec, Positionals, Spec, needed, option};
use crate::cli::usage::UsageError;
use crate::office::{ActName, Door};

/// One row: what the command looks like, and how what was typed becomes its typed form.
#[derive(Debug)]
pub struct CommandLineRow {
    /// What it looks like.
    pub spec: Spec,
    /// To its typed form.
    pub read: Read,
}

/// How what was typed is read.
#[derive(Debug, Clone, Copy)]
pub enum Read {
    /// By a function of the command's own.
    Own(Reading),
    /// As the office's act asks it.
    Act(ActName, &'static Door),
}

/// From what was typed to the typed form.
pub type Reading = fn(&Args) -> Result<Command, UsageError>;

pub const BATCH: Positionals = Positionals::Each(&["BATCH"]);
pub const OUT_FILE: OptionSpec = needed("out", "FILE", "cli-option-out-file");
pub const OUT_FOLDER: OptionSpec = needed("out", "DIR", "cli-option-out-folder");
pub const ON: OptionSpec = option("on", "DATE", "cli-option-on");

/// A command without options of its own.
pub const fn plain(
    words: &'static [&'static str],
    positionals: Positionals,
    help: &'static str,
    json: &'static str,
    read: Reading,
) -> CommandLineRow {
    CommandLineRow {
        spec: Spec { words, positionals, options: &[], help, json },
        read: Read::Own(read),
    }
}

/// A paper of one batch.
pub const fn rendering(
    words: &'static [&'static str],
    options: &'static [OptionSpec],
    help: &'static str,
    read: Reading,
) -> CommandLineRow {
    let spec = Spec { words, positionals: BATCH, options, help, json: "cli-json-file" };
    CommandLineRow { spec, read: Read::Own(read) }
}
