//! Typed tables -> bytes: [`workbook`] for people (xlsx), [`csv`] for machines (GB18030).
//!
//! What a cell may hold is a type of the field, so an ID number cannot become a float and an amount
//! cannot become text by accident. No paths and no store here; and no formulas, hidden sheets,
//! comments or author names anywhere.
mod cell;
pub mod csv;
mod error;
mod format;
mod workbook;

pub use cell::{Cell, CellFormat, Column};
pub use error::SheetError;
pub use workbook::workbook;

use crate::domain::values::date::Date;

/// One sheet of a workbook. Rows are drawn one by one, so 100,000 of them need no memory.
pub struct Sheet<'a> {
    /// At most 31 characters, unique in the workbook.
    pub name: &'a str,
    /// Lines above the table; the first is the title, the others are small.
    pub headings: Vec<String>,
    /// The table's columns; their titles are repeated on each printed page.
    pub columns: &'a [Column<'a>],
    /// The rows; each has as many cells as there are columns, or fewer.
    pub rows: Box<dyn Iterator<Item = Vec<Cell<'a>>> + 'a>,
    /// Rows below the others, in bold: sums.
    pub totals: Vec<Vec<Cell<'a>>>,
    /// Lines below the table: who signs.
    pub footings: Vec<String>,
}

impl std::fmt::Debug for Sheet<'_> {
    /// Never shows a row: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sheet({})", self.name)
    }
}

/// What holds for the whole workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Title in the file's properties; without personal data.
    pub title: String,
    /// The day written into the file as its creation, so that the same input gives the same bytes.
    pub made_on: Date,
    /// 练习: every sheet says so above its title and on each printed page.
    pub practice: bool,
}

#[cfg(test)]
mod tests;
