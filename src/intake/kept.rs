//! Cells of a workbook gathered into rows and given to the sheet.
use super::cells::{Cell, Cells};
use super::sheet::Sheet;
use super::values;

/// Columns at most; a roll has thirty.
const COLUMNS: u32 = 256;

/// A cell that outlives the reader's buffer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kept {
    Empty,
    Text(String),
    Number(f64),
    Date(f64),
    Unfilled,
    Error,
}

/// One row of a workbook.
struct Row(Vec<Kept>);

impl Cells for Row {
    fn at(&self, column: usize) -> Cell<'_> {
        match self.0.get(column) {
            None | Some(Kept::Empty) => Cell::Empty,
            Some(Kept::Text(text)) => Cell::Text(text),
            Some(Kept::Number(number)) => Cell::Number(*number),
            Some(Kept::Date(serial)) => values::serial_day(*serial).map_or(Cell::Number(*serial), Cell::Date),
            Some(Kept::Unfilled) => Cell::Unfilled,
            Some(Kept::Error) => Cell::Error,
        }
    }

    fn count(&self) -> usize {
        self.0.len()
    }
}

/// The row that is being gathered, cell by cell from the top.
pub(super) struct Building {
    row: Row,
    number: u32,
}

impl Building {
    pub(super) const fn new() -> Self {
        Self { row: Row(Vec::new()), number: 0 }
    }

    /// One more cell (0-based row and column); the row before it is given on when another one begins.
    pub(super) fn put(&mut self, table: &mut Sheet<'_, '_, '_>, row: u32, column: u32, cell: Kept) {
        if row != self.number {
            self.give(table);
            self.number = row;
        }
        if column >= COLUMNS || table.is_over() {
            return;
        }
        let column = column as usize;
        if self.row.0.len() <= column {
            self.row.0.resize(column + 1, Kept::Empty);
        }
        if let Some(place) = self.row.0.get_mut(column) {
            *place = cell;
        }
    }

    /// The last cell was put.
    pub(super) fn end(mut self, table: &mut Sheet<'_, '_, '_>) {
        self.give(table);
    }

    fn give(&mut self, table: &mut Sheet<'_, '_, '_>) {
        if !self.row.0.is_empty() {
            table.row(self.number.saturating_add(1), &self.row);
            self.row.0.clear();
        }
    }
}
