//! What is wrong with a command line, as one sentence with what to do. Values are never repeated:
//! they may be a person's number.
use crate::domain::text::sentence::{Sentence, Spoken};

/// A command line that cannot be understood; exit status 2.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UsageError {
    /// No command begins with this word.
    #[error("there is no command {0}")]
    UnknownCommand(String),
    /// A group without its second word, or with a wrong one.
    #[error("{group} is followed by one of: {parts}")]
    UnknownPart {
        /// The first word.
        group: String,
        /// Its second words.
        parts: String,
    },
    /// An option before the command that it belongs to.
    #[error("write the command before {0}")]
    OptionFirst(String),
    /// An option that the command does not have.
    #[error("{command} has no option {option}")]
    UnknownOption {
        /// The command's words.
        command: String,
        /// As typed, with hyphens.
        option: String,
    },
    /// The same option twice.
    #[error("{0} is given twice")]
    Twice(String),
    /// An option at the end of the line that needs a value.
    #[error("{0} needs a value")]
    NoValue(String),
    /// A switch with a value.
    #[error("{0} takes no value")]
    NeedlessValue(String),
    /// An option that the command needs.
    #[error("{command} needs {option}")]
    MissingOption {
        /// The command's words.
        command: String,
        /// With hyphens and what follows.
        option: String,
    },
    /// A word that the command needs.
    #[error("{command} needs {word}")]
    MissingWord {
        /// The command's words.
        command: String,
        /// Its name in the help, e.g. `BATCH`.
        word: String,
    },
    /// More words than the command takes.
    #[error("{0} takes fewer words")]
    TooManyWords(String),
    /// A value of the wrong form.
    #[error("{option} is written like {form}")]
    Form {
        /// The option or word.
        option: String,
        /// An example, or the right words.
        form: String,
    },
    /// A value that does not go with the others.
    #[error("{}", .0.key)]
    Misfit(Sentence),
    /// The roles cannot be held by one person.
    #[error("one person cannot hold these roles")]
    Roles,
    /// Options of which exactly one is needed.
    #[error("{command} needs exactly one of {options}")]
    OneOf {
        /// The command's words.
        command: String,
        /// The options.
        options: String,
    },
    /// Options of which one or more are needed.
    #[error("{command} needs at least one of {options}")]
    AnyOf {
        /// The command's words.
        command: String,
        /// The options.
        options: String,
    },
    /// Not text.
    #[error("an argument is not UTF-8")]
    NotText,
    /// Anything else that cannot be read.
    #[error("the command line is not readable")]
    Unreadable,
}

impl Spoken for UsageError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::UnknownCommand(word) => {
                Sentence::plain("usage-unknown-command").with("word", word)
            }
            Self::UnknownPart { group, parts } => {
                Sentence::plain("usage-unknown-part").with("group", group).with("parts", parts)
            }
            Self::OptionFirst(option) => {
                Sentence::plain("usage-option-first").with("option", option)
            }
            Self::UnknownOption { command, option } => Sentence::plain("usage-unknown-option")
                .with("command", command)
                .with("option", option),
            Self::Twice(option) => Sentence::plain("usage-twice").with("option", option),
            Self::NoValue(option) => Sentence::plain("usage-no-value").with("option", option),
            Self::NeedlessValue(option) => {
                Sentence::plain("usage-needless-value").with("option", option)
            }
            Self::MissingOption { command, option } => Sentence::plain("usage-missing-option")
                .with("command", command)
                .with("option", option),
            Self::MissingWord { command, word } => {
                Sentence::plain("usage-missing-word").with("command", command).with("word", word)
            }
            Self::TooManyWords(command) => {
                Sentence::plain("usage-too-many-words").with("command", command)
            }
            Self::Form { option, form } => {
                Sentence::plain("usage-form").with("option", option).with("form", form)
            }
            Self::Misfit(sentence) => sentence.clone(),
            Self::Roles => Sentence::plain("usage-roles"),
            Self::OneOf { command, options } => {
                Sentence::plain("usage-one-of").with("command", command).with("options", options)
            }
            Self::AnyOf { command, options } => {
                Sentence::plain("usage-any-of").with("command", command).with("options", options)
            }
            Self::NotText => Sentence::plain("usage-not-text"),
            Self::Unreadable => Sentence::plain("usage-unreadable"),
        }
    }
}
