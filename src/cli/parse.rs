//! From arguments to a [`Call`]: lexopt splits, the table decides what is allowed, sentences say
//! what is wrong.
use super::command::{Call, Command, Globals};
use super::given::Given;
use super::table::{self, Behind, GLOBAL, Opt, Spec};
use super::usage::UsageError;
use crate::domain::text::words::Lang;
use crate::domain::values::timestamp::Timestamp;
use lexopt::{Arg, Parser};
use std::collections::BTreeMap;
use std::ffi::OsString;

/// What has been read so far.
#[derive(Default)]
struct Reading {
    globals: Globals,
    /// Words until they name a command.
    lead: Vec<String>,
    spec: Option<&'static Spec>,
    words: Vec<String>,
    options: BTreeMap<&'static str, String>,
    seen: Vec<&'static str>,
    help: bool,
    version: bool,
}

/// Reads the arguments (without the program's name).
///
/// # Errors
/// [`UsageError`]: the first thing that is wrong.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Call, UsageError> {
    let mut parser = Parser::from_args(arguments);
    let mut reading = Reading::default();
    while let Some(argument) = parser.next().map_err(|error| usage(&error))? {
        match argument {
            Arg::Value(word) => reading.word(text(word)?)?,
            Arg::Short('h') => reading.help = true,
            Arg::Short('V') => reading.version = true,
            Arg::Short(letter) => return Err(reading.unknown(format!("-{letter}"))),
            Arg::Long(name) => {
                let name = name.to_owned();
                reading.long(&name, &mut parser)?;
            }
        }
    }
    reading.finish()
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

fn usage(error: &lexopt::Error) -> UsageError {
    match error {
        lexopt::Error::MissingValue { option: Some(option) } => UsageError::NoValue(option.clone()),
        lexopt::Error::UnexpectedValue { option, .. } => UsageError::NeedlessValue(option.clone()),
        lexopt::Error::MissingValue { option: None }
        | lexopt::Error::UnexpectedOption(_)
        | lexopt::Error::UnexpectedArgument(_)
        | lexopt::Error::ParsingFailed { .. }
        | lexopt::Error::NonUnicodeValue(_)
        | lexopt::Error::Custom(_) => UsageError::NotText,
    }
}

fn text(word: OsString) -> Result<String, UsageError> {
    word.into_string().map_err(|_bytes: OsString| UsageError::NotText)
}

/// A word that may be repeated in a sentence: no digits, so no number of a person.
fn repeatable(word: &str) -> String {
    let harmless = word.len() <= 30 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    if harmless { word.to_owned() } else { "...".to_owned() }
}

impl Reading {
    /// A word is part of the command's name until it is complete.
    fn word(&mut self, word: String) -> Result<(), UsageError> {
        if self.spec.is_some() {
            self.words.push(word);
            return Ok(());
        }
        self.lead.push(word);
        self.spec = table::find(&self.lead);
        let first = self.lead.first().map(String::as_str).unwrap_or_default();
        let parts = table::parts_of(first);
        if self.spec.is_some() || (self.lead.len() == 1 && !parts.is_empty()) {
            return Ok(());
        }
        if self.lead.len() == 1 {
            return Err(UsageError::UnknownCommand(repeatable(first)));
        }
        Err(UsageError::UnknownPart { group: first.to_owned(), parts: parts.join(", ") })
    }

    fn long(&mut self, name: &str, parser: &mut Parser) -> Result<(), UsageError> {
        if name == "version" {
            self.version = true;
            return Ok(());
        }
        // a command's own option comes first: `init --name` is the office's
        let own = self.spec.and_then(|spec| spec.option(name));
        let Some(option) = own.or_else(|| GLOBAL.iter().find(|option| option.name == name)) else {
            return Err(self.unknown(format!("--{}", repeatable(name))));
        };
        let written = format!("--{}", option.name);
        let value = if option.value.is_some() {
            text(parser.value().map_err(|error| usage(&error))?)?
        } else if parser.optional_value().is_some() {
            return Err(UsageError::NeedlessValue(written));
        } else {
            String::new()
        };
        if self.seen.contains(&option.name) {
            return Err(UsageError::Twice(written));
        }
        self.seen.push(option.name);
        if own.is_some() {
            self.options.insert(option.name, value);
            return Ok(());
        }
        self.global(option, value)
    }

    fn global(&mut self, option: &Opt, value: String) -> Result<(), UsageError> {
        let form = |form| UsageError::Form { option: format!("--{}", option.name), form };
        match option.name {
            "data" => self.globals.data = Some(value.into()),
            "lang" => self.globals.lang = Lang::parse(&value).ok_or_else(|| form("zh, en"))?,
            "as" => self.globals.user = Some(value),
            "password-file" => self.globals.password_file = Some(value.into()),
            "now" => {
                self.globals.now = Some(
                    Timestamp::parse(&value)
                        .ok()
                        .ok_or_else(|| form("2026-11-22, 2026-11-22T09:15"))?,
                )
            }
            "json" => self.globals.json = true,
            _ => self.help = true,
        }
        Ok(())
    }

    fn unknown(&self, option: String) -> UsageError {
        let Some(spec) = self.spec else { return UsageError::OptionFirst(option) };
        UsageError::UnknownOption { command: spec.name(), option }
    }

    fn finish(self) -> Result<Call, UsageError> {
        if self.help {
            let about = (!self.lead.is_empty()).then(|| self.lead.join(" "));
            return Ok(Call { globals: self.globals, command: Command::Help(about) });
        }
        if self.version {
            return Ok(Call { globals: self.globals, command: Command::Version });
        }
        let Some(spec) = self.spec else {
            let Some(group) = self.lead.first() else {
                return Ok(Call { globals: self.globals, command: Command::Screens });
            };
            return Err(UsageError::UnknownPart {
                group: group.clone(),
                parts: table::parts_of(group).join(", "),
            });
        };
        let given = Given { spec, words: self.words, options: self.options };
        complete(&given)?;
        Ok(Call { globals: self.globals, command: (spec.make)(&given)? })
    }
}

/// Are all words and options there that the command needs, and none too many?
fn complete(given: &Given) -> Result<(), UsageError> {
    let spec = given.spec;
    let (least, most) = match spec.behind {
        Behind::Nothing => (0, 0),
        Behind::Each(names) => (names.len(), names.len()),
        Behind::Many(_) => (1, usize::MAX),
    };
    if given.words.len() < least {
        return Err(UsageError::MissingWord {
            command: spec.name(),
            word: spec.word_name(given.words.len()),
        });
    }
    if given.words.len() > most {
        return Err(UsageError::TooManyWords(spec.name()));
    }
    spec.options
        .iter()
        .filter(|option| option.needed)
        .try_for_each(|option| given.needed(option.name).map(|_| ()))
}
