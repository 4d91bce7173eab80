//! One cell of a template: what may stand in it. Strict: the platform mends nothing.
use crate::domain::roll::EditProblem;
use crate::domain::roll::template::{Column, ColumnKind};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date;
use rust_decimal::Decimal;

/// Why the platform would refuse a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellProblem {
    /// Empty although it must not be.
    #[error("empty")]
    Missing,
    /// None of the words allowed; these are some of them.
    #[error("not one of {0}")]
    Choice(String),
    /// Not 18 characters of an ID number.
    #[error("not 18 characters of an ID number")]
    Id,
    /// Not a whole number.
    #[error("not a whole number")]
    Integer,
    /// Not a number of at most four decimals.
    #[error("not a plain decimal")]
    Decimal,
    /// Not an amount as the platform takes it.
    #[error("not a plain amount")]
    Amount,
    /// Not a day.
    #[error("not a day")]
    Date,
    /// The amount is another than the template's formula gives.
    #[error("not what the formula gives")]
    Formula,
    /// Not the full name of a village.
    #[error("not the full name of a village")]
    Village,
    /// What a line cannot hold.
    #[error(transparent)]
    Cell(#[from] EditProblem),
}

impl Spoken for CellProblem {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Missing => Sentence::plain("template-missing"),
            Self::Choice(choices) => Sentence::plain("template-choice").with("choices", choices),
            Self::Id => Sentence::plain("template-id"),
            Self::Integer => Sentence::plain("template-integer"),
            Self::Decimal => Sentence::plain("template-decimal"),
            Self::Amount => Sentence::plain("template-amount"),
            Self::Date => Sentence::plain("template-date"),
            Self::Formula => Sentence::plain("template-differs"),
            Self::Village => Sentence::plain("template-village"),
            Self::Cell(problem) => problem.sentence(),
        }
    }
}

impl Column {
    /// Would the platform take `text`? Columns with a formula are not asked.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, text: &str) -> Result<(), CellProblem> {
        if text.is_empty() {
            return if self.required { Err(CellProblem::Missing) } else { Ok(()) };
        }
        if !self.choices.is_empty() && !self.choices.iter().any(|choice| choice == text) {
            let some: Vec<_> = self.choices.iter().take(8).map(String::as_str).collect();
            return Err(CellProblem::Choice(some.join("、")));
        }
        let plain = |whole: usize, decimals: usize| {
            let (before, after) = text.split_once('.').unwrap_or((text, "0"));
            let digits = |part: &str, most| {
                !part.is_empty()
                    && part.len() <= most
                    && part.bytes().all(|byte| byte.is_ascii_digit())
            };
            digits(before, whole) && digits(after, decimals)
        };
        let (fits, problem) = match self.kind {
            ColumnKind::Text => (true, CellProblem::Missing),
            ColumnKind::Id => (is_id(text), CellProblem::Id),
            ColumnKind::Integer => {
                (plain(9, 0) || (plain(9, 1) && !text.contains('.')), CellProblem::Integer)
            }
            ColumnKind::Decimal => (plain(10, 4), CellProblem::Decimal),
            ColumnKind::Amount => (plain(10, 2), CellProblem::Amount),
            ColumnKind::Date => (
                text.len() == 10 && date::parse(text).is_some_and(|day| day.to_string() == text),
                CellProblem::Date,
            ),
        };
        if fits { Ok(()) } else { Err(problem) }
    }

    /// Decimals that a formula is rounded to.
    pub(super) const fn decimals(&self) -> u32 {
        match self.kind {
            ColumnKind::Amount => 2,
            ColumnKind::Decimal => 4,
            ColumnKind::Text | ColumnKind::Id | ColumnKind::Integer | ColumnKind::Date => 0,
        }
    }
}

fn is_id(text: &str) -> bool {
    let Some((last, head)) = text.as_bytes().split_last() else { return false };
    head.len() == 17
        && head.iter().all(u8::is_ascii_digit)
        && (last.is_ascii_digit() || *last == b'X')
}

/// The number in a cell that was checked.
pub(super) fn number(text: &str) -> Option<Decimal> {
    text.parse().ok()
}
