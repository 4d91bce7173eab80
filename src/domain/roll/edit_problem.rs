//! Why a text cannot stand in a cell, or an edit cannot be taken by a draft.
use crate::domain::people::name::NameProblem;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::money::AmountError;
use crate::domain::values::quantity::NumberError;

/// Why an edit cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EditProblem {
    /// No line has this number.
    #[error("no line {line}")]
    NoSuchLine {
        /// The number.
        line: u32,
    },
    /// The number of a new line is taken.
    #[error("line {line} is there already")]
    LineExists {
        /// The number.
        line: u32,
    },
    /// Not a name.
    #[error(transparent)]
    Name(#[from] NameProblem),
    /// Not an amount.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// Not a quantity or rate.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// Not a number of months.
    #[error("months are 1 to 120")]
    Months,
    /// Not a day.
    #[error("not a day")]
    Date,
    /// Longer than the cell holds.
    #[error("longer than {longest} characters")]
    TooLong {
        /// Characters.
        longest: usize,
    },
    /// A reason without words, or for no line.
    #[error("a reason needs words and lines")]
    NoReason,
}

impl Spoken for EditProblem {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NoSuchLine { line } => Sentence::plain("edit-no-such-line").with("line", line),
            Self::LineExists { line } => Sentence::plain("edit-line-exists").with("line", line),
            Self::Name(problem) => problem.sentence(),
            Self::Amount(problem) => problem.sentence(),
            Self::Number(problem) => problem.sentence(),
            Self::Months => Sentence::plain("edit-months"),
            Self::Date => Sentence::plain("edit-date"),
            Self::TooLong { longest } => Sentence::plain("edit-too-long").with("longest", longest),
            Self::NoReason => Sentence::plain("edit-no-reason"),
        }
    }
}
