//! From arguments to a [`Call`]: clap reads, the table makes the typed form, sentences of ours say
//! what is wrong.
use super::act;
use super::args::Args;
use super::command::{Call, Command, Globals};
use super::parser;
use super::spec::{OptionSpec, Positionals};
use super::table::{self, CommandLineRow, GLOBAL, Read};
use super::usage::UsageError;
use crate::domain::text::words::Lang;
use crate::domain::values::timestamp::Timestamp;
use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::collections::BTreeMap;
use std::ffi::OsString;

/// Reads the arguments (without the program's name).
///
/// # Errors
/// [`UsageError`]: the first thing that is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Call, UsageError> {
    let texts: Vec<String> = arguments
        .into_iter()
        .map(|argument| argument.into_string().map_err(|_bytes: OsString| UsageError::NotText))
        .collect::<Result<_, _>>()?;
    match parser::syntax().try_get_matches_from(&texts) {
        Ok(matches) => Line::read(&matches)?.call(),
        Err(error) => {
            // the same once more, as far as it goes: which command, was help asked for?
            let lenient = parser::syntax().ignore_errors(true);
            let line = Line::read(&lenient.try_get_matches_from(&texts).unwrap_or_default())?;
            if line.has("help") { line.call() } else { Err(line.wrong(&error, &texts)) }
        }
    }
}

/// The language wished for, even on a command line that is wrong elsewhere.
#[must_use]
pub fn language_of(arguments: &[OsString]) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let apart = texts.windows(2).filter_map(|pair| {
        (pair.first() == Some(&"--lang")).then(|| pair.get(1).copied()).flatten()
    });
    let joined = texts.iter().filter_map(|text| text.strip_prefix("--lang="));
    apart.chain(joined).find_map(Lang::parse).unwrap_or_default()
}

/// What clap has read, by the names of the table.
#[derive(Debug, Default)]
struct Line {
    /// The command's words, as far as they go.
    lead: Vec<String>,
    row: Option<&'static CommandLineRow>,
    words: Vec<String>,
    /// The command's own options; switches have an empty value.
    options: BTreeMap<&'static str, String>,
    globals: BTreeMap<&'static str, String>,
}

impl Line {
    /// Walks from the program to the command; global options may stand at each level.
    fn read(matches: &ArgMatches) -> Result<Self, UsageError> {
        let mut line = Self::default();
        let mut level = Some(matches);
        while let Some(matches) = level {
            line.row = table::find(&line.lead);
            if let Some(row) = line.row {
                let typed = |option: &OptionSpec| Some((option.name, value(matches, option)?));
                line.options = row.spec.options.iter().filter_map(typed).collect();
                line.words = words(matches, &row.spec.positionals);
            }
            line.globals_of(matches)?;
            let below = matches.subcommand();
            line.lead.extend(below.map(|(name, _)| name.to_owned()));
            level = below.map(|(_, matches)| matches);
        }
        Ok(line)
    }

    fn globals_of(&mut self, matches: &ArgMatches) -> Result<(), UsageError> {
        for option in &GLOBAL {
            let is_own = self.row.is_some_and(|row| row.spec.option(option.name).is_some());
            let Some(value) = value(matches, option).filter(|_| !is_own) else { continue };
            if self.globals.insert(option.name, value).is_some() {
                return Err(UsageError::Twice(format!("--{}", option.name)));
            }
        }
        Ok(())
    }

    /// Does the global switch stand there?
    fn has(&self, switch: &str) -> bool {
        self.globals.contains_key(switch)
    }

    fn call(self) -> Result<Call, UsageError> {
        let globals = globals(&self.globals)?;
        let command = if self.has("help") {
            Command::Help((!self.lead.is_empty()).then(|| self.lead.join(" ")))
        } else if self.has("version") {
            Command::Version
        } else if let Some(row) = self.row {
            let args = Args { spec: &row.spec, words: self.words, options: self.options };
            match row.read {
                Read::Own(read) => read(&args)?,
                Read::Act(act, door) => Command::Act(act::read(&args, act, door)?),
            }
        } else {
            Command::Screens
        };
        Ok(Call { globals, command })
    }

    /// What clap objects to, without any value that was typed: it may be a person's number.
    fn wrong(&self, error: &clap::Error, texts: &[String]) -> UsageError {
        let argument = context(error, ContextKind::InvalidArg);
        // clap names an argument as `--out <FILE>`
        let option = || argument.split_whitespace().next().unwrap_or_default().to_owned();
        match error.kind() {
            ErrorKind::InvalidSubcommand => {
                self.unknown_word(context(error, ContextKind::InvalidSubcommand))
            }
            ErrorKind::UnknownArgument => self.unknown(argument, texts),
            ErrorKind::MissingSubcommand | ErrorKind::MissingRequiredArgument => self.missing(),
            ErrorKind::ArgumentConflict => UsageError::Twice(option()),
            ErrorKind::TooManyValues => UsageError::NeedlessValue(option()),
            // any value passes `parser`: what is invalid is that there is none
            ErrorKind::InvalidValue
            | ErrorKind::NoEquals
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues => UsageError::NoValue(option()),
            ErrorKind::InvalidUtf8 => UsageError::NotText,
            // these do not arise: help and version are options like any other
            ErrorKind::ValueValidation
            | ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion
            | ErrorKind::Io
            | ErrorKind::Format
            | _ => UsageError::Unreadable,
        }
    }

    /// A word where a command is expected.
    fn unknown_word(&self, word: &str) -> UsageError {
        match self.lead.first() {
            None => UsageError::UnknownCommand(repeatable(word)),
            Some(group) => UsageError::UnknownPart {
                group: group.clone(),
                parts: table::parts_of(group).join(", "),
            },
        }
    }

    /// An option that is not there, or a word too many.
    fn unknown(&self, argument: &str, texts: &[String]) -> UsageError {
        let behind_dashes =
            texts.iter().skip_while(|text| *text != "--").any(|text| text == argument);
        let name = argument.trim_start_matches('-');
        if name.is_empty() || name.len() == argument.len() || behind_dashes {
            return match self.row {
                Some(row) => UsageError::TooManyWords(row.spec.name()),
                None => self.unknown_word(argument),
            };
        }
        let hyphens = if argument.starts_with("--") { "--" } else { "-" };
        let option = format!("{hyphens}{}", repeatable(name));
        match self.row {
            Some(row) => UsageError::UnknownOption { command: row.spec.name(), option },
            None => UsageError::OptionFirst(option),
        }
    }

    /// The first thing that the command needs and does not have.
    fn missing(&self) -> UsageError {
        let Some(row) = self.row else { return self.unknown_word("") };
        let spec = &row.spec;
        let least = match spec.positionals {
            Positionals::Nothing => 0,
            Positionals::Each(names) => names.len(),
            Positionals::Many(_) | Positionals::OneOf(..) => 1,
        };
        let have = self.words.len();
        if have < least {
            return UsageError::MissingWord { command: spec.name(), word: spec.word_name(have) };
        }
        let lacks = |name| !self.options.contains_key(name);
        spec.options.iter().find(|option| option.needed && lacks(option.name)).map_or(
            UsageError::Unreadable,
            |option| UsageError::MissingOption { command: spec.name(), option: option.written() },
        )
    }
}

/// The value of an option that was typed; empty for a switch.
fn value(matches: &ArgMatches, option: &OptionSpec) -> Option<String> {
    if option.value.is_some() {
        return matches.try_get_one::<String>(option.name).ok().flatten().cloned();
    }
    let is_on = matches.try_get_one::<bool>(option.name).ok().flatten().copied();
    is_on.unwrap_or_default().then(String::new)
}

fn words(matches: &ArgMatches, positionals: &Positionals) -> Vec<String> {
    let names: &[&str] = match positionals {
        Positionals::Nothing => &[],
        Positionals::Each(names) => names,
        Positionals::Many(name) | Positionals::OneOf(name, _) => &[name],
    };
    let values =
        names.iter().filter_map(|name| matches.try_get_many::<String>(name).ok().flatten());
    values.flatten().cloned().collect()
}

fn globals(texts: &BTreeMap<&'static str, String>) -> Result<Globals, UsageError> {
    let form =
        |name, form: &str| UsageError::Form { option: format!("--{name}"), form: form.to_owned() };
    let text = |name| texts.get(name).cloned();
    let lang = text("lang").map(|text| Lang::parse(&text).ok_or_else(|| form("lang", "zh, en")));
    let now = text("now").map(|text| {
        Timestamp::parse(&text).ok().ok_or_else(|| form("now", "2026-11-22, 2026-11-22T09:15"))
    });
    Ok(Globals {
        data: text("data").map(Into::into),
        lang: lang.transpose()?.unwrap_or_default(),
        user: text("as"),
        password_file: text("password-file").map(Into::into),
        json: texts.contains_key("json"),
        now: now.transpose()?,
    })
}

fn context(error: &clap::Error, kind: ContextKind) -> &str {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text,
        _ => "",
    }
}

/// A word that may be repeated in a sentence: no digits, so no number of a person.
fn repeatable(word: &str) -> String {
    let harmless = word.len() <= 30 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    if harmless { word.to_owned() } else { "...".to_owned() }
}
