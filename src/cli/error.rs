//! Why a command was not done: the session's answer, a file, or a secret that nobody could be asked
//! for.
use super::exit::Exit;
use super::secret::SecretError;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::runtime::files::FileError;
use crate::runtime::session::{Class, Failure};

/// A command that was not done.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// The session refused or failed.
    #[error(transparent)]
    Session(#[from] Failure),
    /// A file of the user.
    #[error(transparent)]
    File(#[from] FileError),
    /// A password, ID number or code.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// A field of an act, as its private file fills it.
    #[error("{}", .0.key)]
    Field(Sentence),
    /// A file with words in none of the known encodings.
    #[error("{0} is no text")]
    NotText(String),
    /// A file with names where the words should be, or with nothing.
    #[error("{0} says nothing below its second line")]
    NoWords(String),
    /// The recovery code was not typed back rightly; nothing was written.
    #[error("the recovery code was not typed back")]
    CodeNotProved,
}

impl CommandError {
    /// The exit status.
    #[must_use]
    pub const fn exit(&self) -> Exit {
        match self {
            Self::Session(error) => match error.class() {
                Class::Refused => Exit::Refused,
                Class::Trouble => Exit::Trouble,
                Class::Locked => Exit::Locked,
            },
            Self::File(_) | Self::NotText(_) => Exit::Trouble,
            Self::Field(_)
            | Self::Secret(SecretError::NoTerminal { .. } | SecretError::EmptyFile { .. }) => {
                Exit::Usage
            }
            Self::Secret(SecretError::Differ) | Self::NoWords(_) | Self::CodeNotProved => {
                Exit::Refused
            }
        }
    }
}

impl Spoken for CommandError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Session(error) => error.sentence(),
            Self::File(error) => error.sentence(),
            Self::Secret(error) => error.sentence(),
            Self::Field(sentence) => sentence.clone(),
            Self::NotText(file) => Sentence::plain("cli-not-text").with("file", file),
            Self::NoWords(file) => Sentence::plain("cli-no-words").with("file", file),
            Self::CodeNotProved => Sentence::plain("cli-code-not-proved"),
        }
    }
}
