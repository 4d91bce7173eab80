//! What a cell holds, and what a column is like.
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use std::borrow::Cow;

/// One cell. Its type decides how it is written; see [`CellFormat`] for how it looks.
#[derive(Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Names, remarks, and every number that is not counted with: IDs, accounts, telephones, codes.
    Text(Cow<'a, str>),
    /// Money.
    Amount(Fen),
    /// 亩, 人, 月 ...
    Quantity(Quantity),
    /// Yuan per unit.
    Rate(Rate),
    /// A number of things.
    Count(u32),
    /// A civil day.
    Date(Date),
}

impl std::fmt::Debug for Cell<'_> {
    /// Never shows the content: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cell(..)")
    }
}

impl<'a> Cell<'a> {
    /// A text cell; an empty text is an empty cell.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// The cell as a field of a machine's csv: plain decimals, `2021-07-12`, no separators.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Amount(fen) => Cow::Owned(fen.to_string()),
            Self::Quantity(quantity) => Cow::Owned(quantity.to_string()),
            Self::Rate(rate) => Cow::Owned(rate.to_string()),
            Self::Count(count) => Cow::Owned(count.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
        }
    }
}

/// How a column's cells look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellFormat {
    /// Format `@`: what is typed over it stays text.
    Text,
    /// `#,##0.00`
    Amount,
    /// Two to four decimals.
    Quantity,
    /// Two to eight decimals.
    Rate,
    /// Whole numbers.
    Count,
    /// `yyyy-mm-dd`
    Date,
}

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column<'a> {
    /// Printed in the header row.
    pub title: &'a str,
    /// Printed in a row above it, over all neighbours with the same words; empty = nothing.
    pub group: &'a str,
    /// Look of its cells.
    pub kind: CellFormat,
    /// In half-width characters.
    pub width: u8,
}

impl<'a> Column<'a> {
    /// A column.
    #[must_use]
    pub const fn new(title: &'a str, kind: CellFormat, width: u8) -> Self {
        Self { title, group: "", kind, width }
    }

    /// The same below a common head.
    #[must_use]
    pub const fn under(self, group: &'a str) -> Self {
        Self { group, ..self }
    }
}
