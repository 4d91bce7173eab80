//! Lines of a table: cells of a fixed width with one blank between, one of them taking what is
//! left.
use super::width::{fit, left, right};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Words, so many cells wide.
    Words(usize),
    /// A number, at the right.
    Number(usize),
    /// Words, what is left of the line.
    Rest,
    /// Not on a terminal as narrow as this one.
    Gone,
}

/// Columns on lines of one width.
#[derive(Debug, Clone)]
pub struct Sheet {
    columns: Vec<Column>,
    rest: usize,
}

impl Sheet {
    /// For lines of `width` cells.
    #[must_use]
    pub fn new(columns: Vec<Column>, width: u16) -> Self {
        let taken: usize = columns
            .iter()
            .map(|column| match column {
                Column::Words(cells) | Column::Number(cells) => cells + 1,
                Column::Rest => 1,
                Column::Gone => 0,
            })
            .sum();
        Self { columns, rest: usize::from(width).saturating_sub(taken) }
    }

    /// Cells of the column that takes what is left.
    #[must_use]
    pub const fn rest(&self) -> usize {
        self.rest
    }

    /// The line of the columns' names: a name that does not fit is cut, where a number would show
    /// `#`.
    #[must_use]
    pub fn head<const N: usize>(&self, names: [&str; N]) -> String {
        let mut line = String::new();
        for (column, name) in self.columns.iter().zip(names) {
            line += &match column {
                Column::Words(width) => left(name, *width),
                Column::Number(width) => right(&fit(name, *width), *width),
                Column::Rest => left(name, self.rest),
                Column::Gone => continue,
            };
            line.push(' ');
        }
        line
    }

    /// One line.
    #[must_use]
    pub fn line<const N: usize>(&self, cells: [&str; N]) -> String {
        let mut line = String::new();
        for (column, cell) in self.columns.iter().zip(cells) {
            line += &match column {
                Column::Words(width) => left(cell, *width),
                Column::Number(width) => right(cell, *width),
                Column::Rest => left(cell, self.rest),
                Column::Gone => continue,
            };
            line.push(' ');
        }
        line
    }
}
