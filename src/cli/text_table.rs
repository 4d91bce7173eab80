//! Columns aligned by terminal cells: a Chinese character is two wide. Data passes the door for
//! foreign text here.
use crate::domain::text::display::visible;
use unicode_width::UnicodeWidthStr;

/// Where a column's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Rows of cells, aligned when drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    columns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// An empty sheet with these columns.
    #[must_use]
    pub fn new(columns: impl IntoIterator<Item = Align>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// One more row; cells beyond the columns are left out.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells = cells.into_iter().take(self.columns.len());
        self.rows.push(cells.map(|cell| visible(&cell).into_owned()).collect());
    }

    /// The lines, without spaces at their ends.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let widest = |place: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(place))
                .map(|cell| cell.width())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.columns.len()).map(widest).collect();
        self.rows.iter().map(|row| self.line(row, &widths)).collect()
    }

    fn line(&self, row: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for ((cell, align), width) in row.iter().zip(&self.columns).zip(widths) {
            let gap = " ".repeat(width.saturating_sub(cell.width()));
            match align {
                Align::Left => line.extend([cell.as_str(), &gap]),
                Align::Right => line.extend([gap.as_str(), cell]),
            }
            line.push_str("  ");
        }
        line.truncate(line.trim_end().len());
        line
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::text_table::*;

    #[test]
    fn chinese_columns_stand_under_each_other() {
        let mut sheet = Sheet::new([Align::Left, Align::Right]);
        sheet.row(["段村村".to_owned(), "68,701.80".to_owned()]);
        sheet.row(["Dun".to_owned(), "0.67".to_owned()]);
        assert_eq!(sheet.lines(), ["段村村  68,701.80", "Dun          0.67"]);
    }

    #[test]
    fn a_name_cannot_move_the_cursor() {
        let mut sheet = Sheet::new([Align::Left]);
        sheet.row(["张\u{1b}[2J\n军".to_owned()]);
        assert_eq!(sheet.lines(), ["张␛[2J␊军"]);
    }
}
