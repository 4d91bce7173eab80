//! A row of cells, whatever file it came from.
use crate::domain::values::date::Date;

/// One cell as the file holds it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell<'a> {
    /// Nothing in it.
    Empty,
    /// Text as it stands.
    Text(&'a str),
    /// An Excel number; money goes through its decimal text, never through float arithmetic.
    Number(f64),
    /// An Excel date.
    Date(Date),
    /// A formula whose value the program that wrote it did not store.
    Unfilled,
    /// `#REF!` and the like.
    Error,
}

impl Cell<'_> {
    /// Nothing but padding?
    pub(super) fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.chars().all(crate::intake::normalise::is_padding),
            Self::Number(_) | Self::Date(_) | Self::Unfilled | Self::Error => false,
        }
    }
}

/// A row that can be asked for its cells.
pub(super) trait Cells {
    /// The cell of a 0-based column; [`Cell::Empty`] beyond the last one.
    fn at(&self, column: usize) -> Cell<'_>;
    /// Number of cells.
    fn count(&self) -> usize;
    /// If this cell is a lower part of a merged one: what the merged cell shows. Else
    /// [`Cell::Empty`].
    fn merged(&self, _column: usize) -> Cell<'_> {
        Cell::Empty
    }

    /// The cell, or the merged one that reaches down to it.
    fn filled_down(&self, column: usize) -> Cell<'_> {
        let own = self.at(column);
        if own.is_blank() { self.merged(column) } else { own }
    }

    /// All cells from the left.
    fn each(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.count()).map(|column| self.at(column))
    }
}

/// Excel's name of a 0-based column: 0 = `A`, 26 = `AA`.
pub(super) fn letter(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        // Letters count from 1: there is no zero, so `Z` is followed by `AA`.
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_are_named_as_excel_names_them() {
        assert_eq!([0, 25, 26, 701].map(super::letter), ["A", "Z", "AA", "ZZ"]);
    }
}
