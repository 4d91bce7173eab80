//! The table of commands as clap's commands: for reading a command line, for completion scripts and
//! for the manual.
//!
//! The global options may stand before, between and behind the command's words, so each level has
//! them; a command's own option takes the place of a global one of the same name.
use super::spec::{Choices, OptionSpec, Positionals, Spec};
use super::table::{GLOBAL, commands, groups, parts_of};
use crate::domain::text::words::Words;
use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, Error, ValueHint};
use std::ffi::OsStr;

/// The program's name.
pub const NAME: &str = "cunbang";

/// Finds the text of a key.
type Say<'a> = &'a dyn Fn(&'static str) -> String;

/// All commands without their descriptions: enough to read a command line.
pub fn syntax() -> Command {
    program(&|_| String::new()).no_binary_name(true)
}

/// All commands with their descriptions.
pub fn described(words: &Words) -> Command {
    program(&|key| words.text(key))
}

fn program(say: Say<'_>) -> Command {
    let single = commands().filter_map(|spec| match spec.words {
        [name] => Some(leaf(name, spec, say)),
        _ => None,
    });
    let groups = groups().into_iter().map(|name| group(name, say));
    Command::new(NAME)
        .about(say("cli-help-what"))
        .override_usage(format!("{NAME} [COMMAND]"))
        .args(globals(None, say))
        .subcommands(single)
        .subcommands(groups)
        // for this level and all below: help and version are options of the table
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
}

fn group(name: &'static str, say: Say<'_>) -> Command {
    let parts = commands().filter_map(|spec| match spec.words {
        [first, part] if *first == name => Some(leaf(part, spec, say)),
        _ => None,
    });
    Command::new(name)
        .about(parts_of(name).join(", "))
        .override_usage(format!("{NAME} {name} COMMAND"))
        .subcommand_required(true)
        .args(globals(None, say))
        .subcommands(parts)
}

fn leaf(name: &'static str, spec: &'static Spec, say: Say<'_>) -> Command {
    Command::new(name)
        .about(say(spec.help))
        .override_usage(format!("{NAME} {}", spec.usage()))
        .args(spec.options.iter().map(|option| argument(option, say)))
        .args(globals(Some(spec), say))
        .args(positionals(&spec.positionals))
}

/// The global options that `spec` does not replace by its own.
fn globals(spec: Option<&Spec>, say: Say<'_>) -> Vec<Arg> {
    let is_own = |name| spec.is_some_and(|spec| spec.option(name).is_some());
    let free = GLOBAL.iter().filter(|option| !is_own(option.name));
    free.map(|option| argument(option, say)).collect()
}

fn argument(option: &OptionSpec, say: Say<'_>) -> Arg {
    let argument =
        Arg::new(option.name).long(option.name).help(say(option.help)).required(option.needed);
    let argument = match option.name {
        "help" => argument.short('h'),
        "version" => argument.short('V'),
        _ => argument,
    };
    let Some(value) = option.value else { return argument.action(ArgAction::SetTrue) };
    // what follows the option is its value, also if it begins with a hyphen
    let argument = argument.action(ArgAction::Set).value_name(value).allow_hyphen_values(true);
    valued(argument, value, option.choices)
}

fn positionals(positionals: &Positionals) -> Vec<Arg> {
    let word = |name: &'static str| Arg::new(name).value_name(name).required(true);
    match *positionals {
        Positionals::Nothing => Vec::new(),
        Positionals::Each(names) => {
            names.iter().map(|name| valued(word(name), name, None)).collect()
        }
        Positionals::Many(name) => {
            vec![valued(word(name).num_args(1..).action(ArgAction::Append), name, None)]
        }
        Positionals::OneOf(name, choices) => vec![valued(word(name), name, Some(choices))],
    }
}

/// An argument with the completion of its values: these words, or files, or folders.
fn valued(argument: Arg, value: &str, choices: Option<Choices>) -> Arg {
    match (choices, value) {
        (Some(choices), _) => argument.value_parser(OneOf(choices)),
        (None, "FILE") => argument.value_hint(ValueHint::FilePath),
        (None, "DIR") => argument.value_hint(ValueHint::DirPath),
        (None, _) => argument.value_hint(ValueHint::Other),
    }
}

/// A text of which clap knows the usual words, for completion. Any text passes: the typed form
/// decides, which knows the other spellings too.
#[derive(Debug, Clone, Copy)]
struct OneOf(Choices);

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(
        &self,
        _command: &Command,
        _argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<String, Error> {
        value.to_str().map(str::to_owned).ok_or_else(|| Error::new(ErrorKind::InvalidUtf8))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.words().into_iter().map(PossibleValue::new)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::words::Lang;

    #[test]
    fn clap_finds_nothing_wrong_with_the_commands() {
        syntax().debug_assert();
        described(&Words::new(Lang::Zh)).debug_assert();
    }

    #[test]
    fn every_row_of_the_table_is_a_command() {
        let program = syntax();
        for spec in commands() {
            let command = spec.words.iter().try_fold(&program, |at, word| at.find_subcommand(word));
            let Some(command) = command else { unreachable!("{} is missing", spec.name()) };
            for option in spec.options.iter().chain(&GLOBAL) {
                let same = |argument: &&Arg| argument.get_long() == Some(option.name);
                assert_eq!(command.get_arguments().filter(same).count(), 1, "{}", option.name);
            }
        }
    }

    #[test]
    fn a_commands_own_option_replaces_the_global_one() {
        const OWN: OptionSpec = super::super::spec::needed("data", "FILE", "cli-option-paper");
        const SPEC: Spec = Spec {
            words: &["own"],
            positionals: Positionals::Nothing,
            options: &[OWN],
            help: "cli-help-demo",
            json: "cli-json-demo",
        };
        static ROW: Spec = SPEC;
        let command = leaf("own", &ROW, &|_| String::new()).no_binary_name(true);
        command.clone().debug_assert();
        let data: Vec<&Arg> =
            command.get_arguments().filter(|it| it.get_long() == Some("data")).collect();
        assert!(matches!(data.as_slice(), [own] if own.is_required_set()));
    }

    #[test]
    fn words_of_the_domain_are_offered() {
        let program = syntax();
        let board = program.find_subcommand("board").and_then(|it| it.find_subcommand("add"));
        let kind = board.unwrap().get_arguments().find(|it| it.get_id() == "kind").unwrap();
        let offered: Vec<String> =
            kind.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
        assert_eq!(offered, ["fixed", "screen", "query-point", "web"]);
    }
}
