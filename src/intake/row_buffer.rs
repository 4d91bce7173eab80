//! Cells of a workbook gathered into rows and handed to a reader, with what merged cells show in
//! the rows below.
use super::cells::{Cell, Cells};
use super::fault::FileFault;
use crate::intake::values;

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

impl Kept {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Date(serial) => {
                values::serial_day(*serial).map_or(Cell::Number(*serial), Cell::Date)
            }
            Self::Unfilled => Cell::Unfilled,
            Self::Error => Cell::Error,
        }
    }
}

/// Whoever is given the rows, from the first to the last.
pub(super) trait RowSink {
    /// One row; `row` as Excel numbers it.
    fn row(&mut self, row: u32, cells: &impl Cells);
    /// Is there nothing to be read any more?
    fn is_over(&self) -> bool;
    /// The sheet cannot be read beyond the rows that were given.
    fn broken(&mut self, fault: &FileFault);
    /// The last row was given. `true` = a table was found, or an error was reported.
    fn end(self) -> bool;
}

/// Cells of one column merged over several rows (all 0-based).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) column: u32,
}

impl Merge {
    /// Of a region's corners; nothing if it is not higher than one row. A wide one counts for its
    /// left column.
    pub(super) fn of(start: (u32, u32), end: (u32, u32)) -> Option<Self> {
        let tall = end.0 > start.0 && start.1 < COLUMNS;
        if tall { Some(Self { first: start.0, last: end.0, column: start.1 }) } else { None }
    }
}

/// A merged cell that reaches further down.
struct Reaching {
    last: u32,
    column: usize,
    shows: Kept,
}

/// One row of a workbook.
struct WorkbookRow {
    cells: Vec<Kept>,
    from_above: Vec<Reaching>,
}

impl Cells for WorkbookRow {
    fn at(&self, column: usize) -> Cell<'_> {
        self.cells.get(column).map_or(Cell::Empty, Kept::cell)
    }

    fn count(&self) -> usize {
        self.cells.len()
    }

    fn merged(&self, column: usize) -> Cell<'_> {
        self.from_above
            .iter()
            .find(|merged| merged.column == column)
            .map_or(Cell::Empty, |merged| merged.shows.cell())
    }
}

/// The row that is being gathered, cell by cell from the top.
pub(super) struct Building {
    row: WorkbookRow,
    number: u32,
    /// Those that begin below the rows given so far, the topmost last.
    merges: Vec<Merge>,
}

impl Building {
    pub(super) fn new(mut merges: Vec<Merge>) -> Self {
        // Backwards, so that the topmost is taken from the end.
        merges.sort_unstable_by_key(|merge| std::cmp::Reverse(merge.first));
        Self { row: WorkbookRow { cells: Vec::new(), from_above: Vec::new() }, number: 0, merges }
    }

    /// One more cell (0-based row and column); the row before it is given on when another one
    /// begins.
    pub(super) fn put(&mut self, table: &mut impl RowSink, row: u32, column: u32, cell: Kept) {
        if row != self.number {
            self.give(table);
            self.number = row;
        }
        if column >= COLUMNS || table.is_over() {
            return;
        }
        let column = column as usize;
        if self.row.cells.len() <= column {
            self.row.cells.resize(column + 1, Kept::Empty);
        }
        if let Some(place) = self.row.cells.get_mut(column) {
            *place = cell;
        }
    }

    /// The last cell was put.
    pub(super) fn end(mut self, table: &mut impl RowSink) {
        self.give(table);
    }

    fn give(&mut self, table: &mut impl RowSink) {
        if self.row.cells.is_empty() {
            return;
        }
        let number = self.number;
        self.row.from_above.retain(|merged| merged.last >= number);
        table.row(number.saturating_add(1), &self.row);
        while let Some(merge) = self.merges.pop_if(|merge| merge.first <= number) {
            let column = merge.column as usize;
            let shows = self
                .row
                .cells
                .get(column)
                // A merge that began in a row without cells shows nothing.
                .filter(|_| merge.first == number)
                .cloned()
                .unwrap_or(Kept::Empty);
            self.row.from_above.push(Reaching { last: merge.last, column, shows });
        }
        self.row.cells.clear();
    }
}
