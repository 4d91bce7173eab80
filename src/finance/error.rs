//! Why a pay list gives no files.
use crate::documents::sheets::SheetError;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::money::Fen;

/// Why a pay list was not written. Names batches and rows, never a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FinanceError {
    /// No batch in it.
    #[error("the pay list is empty")]
    Empty,
    /// The same batch twice.
    #[error("batch {label} stands in the list twice")]
    Twice {
        /// Its running number.
        label: String,
    },
    /// Lines are missing or too many.
    #[error("batch {label} has {found} lines, its entry says {expected}")]
    Lines {
        /// Its running number.
        label: String,
        /// As the entry says.
        expected: u32,
        /// As there are.
        found: usize,
    },
    /// The lines' sum is not what was approved.
    #[error("batch {label} does not sum to {expected}")]
    Sum {
        /// Its running number.
        label: String,
        /// As the entry says.
        expected: Fen,
    },
    /// More than 10^13 yuan.
    #[error("the sum is too large")]
    TooLarge,
    /// A table that cannot be written.
    #[error("{file}: {why}")]
    Sheet {
        /// The file's name.
        file: String,
        /// Why.
        why: SheetError,
    },
}

impl Spoken for FinanceError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Empty => Sentence::plain("finance-empty"),
            Self::Twice { label } => Sentence::plain("finance-twice").with("label", label),
            Self::Lines { label, expected, found } => Sentence::plain("finance-lines")
                .with("label", label)
                .with("said", expected)
                .with("found", found),
            Self::Sum { label, expected } => {
                Sentence::plain("finance-sum").with("label", label).with("said", expected.grouped())
            }
            Self::TooLarge => Sentence::plain("finance-too-large"),
            Self::Sheet { why, .. } => why.sentence(),
        }
    }
}
