//! The cells of one sheet of an old workbook, in the order of its rows.
use super::super::fault::FileFault;
use super::book::Book;
use super::bytes::{f64_at, packed_at, u16_at, u32_at};
use super::records::{Record, Records, kind};
use crate::intake::row_buffer::{Building, Kept, Merge, RowSink};

/// The last row that such a sheet can have, 0-based: more may have been cut off when it was saved.
const LAST_ROW: u16 = 65_535;
/// Options of a formula that was to be computed when the file is next opened.
const TO_BE_COMPUTED: u16 = 3;

/// Reads the sheet that begins at byte `at`; `true` = it is filled to its last row.
pub(super) fn read<T: RowSink>(
    stream: &[u8],
    at: usize,
    book: &Book,
    table: &mut T,
) -> Result<bool, FileFault> {
    let mut records = Records::new(stream, at).ok_or(FileFault::BrokenWorkbook)?;
    records.next().filter(|first| first.kind == kind::BOF).ok_or(FileFault::BrokenWorkbook)?;
    let mut reading = Reading {
        book,
        table,
        building: Building::new(merges(stream, at)),
        full: false,
        waiting: None,
    };
    // Charts inside the sheet are sheets of their own between two marks.
    let mut inside = 0_u32;
    for record in records {
        match record.kind {
            kind::BOF => inside += 1,
            kind::EOF if inside == 0 => {
                reading.settle();
                let Reading { building, table, full, .. } = reading;
                building.end(table);
                return Ok(full);
            }
            kind::EOF => inside -= 1,
            _ if inside > 0 => {}
            _ => reading.see(&record).ok_or(FileFault::BrokenWorkbook)?,
        }
    }
    Err(FileFault::BrokenWorkbook)
}

/// The merged cells of the sheet; they stand behind its cells.
fn merges(stream: &[u8], at: usize) -> Vec<Merge> {
    let mut found = Vec::new();
    let mut inside = 0_i32;
    // Read in a pass of its own: rows are handed on before the merges behind them are reached.
    for record in Records::new(stream, at).into_iter().flatten() {
        match record.kind {
            kind::BOF => inside += 1,
            kind::EOF if inside == 1 => break,
            kind::EOF => inside -= 1,
            kind::MERGED_CELLS if inside == 1 => {
                let regions = record.data.get(2..).unwrap_or_default().as_chunks::<8>().0;
                found.extend(regions.iter().filter_map(|region| {
                    let corner = |byte| u16_at(region, byte).map(u32::from);
                    Merge::of((corner(0)?, corner(4)?), (corner(2)?, corner(6)?))
                }));
            }
            _ => {}
        }
    }
    found
}

struct Reading<'r, T> {
    book: &'r Book,
    table: &'r mut T,
    building: Building,
    full: bool,
    /// Row and column of a formula whose text comes in a later record.
    waiting: Option<(u16, u16)>,
}

impl<T: RowSink> Reading<'_, T> {
    fn see(&mut self, record: &Record<'_>) -> Option<()> {
        let data = record.data;
        match record.kind {
            kind::STRING => {
                if let Some((row, column)) = self.waiting.take() {
                    self.put(row, column, Kept::Text(record.pieces(0)?.text()?));
                }
            }
            kind::MUL_RK => self.several(data)?,
            kind::LABEL_SST
            | kind::LABEL
            | kind::R_STRING
            | kind::NUMBER
            | kind::RK
            | kind::BOOL_ERR
            | kind::FORMULA => {
                self.settle();
                let row = u16_at(data, 0)?;
                let column = u16_at(data, 2)?;
                let format = u16_at(data, 4)?;
                if record.kind == kind::FORMULA {
                    return self.formula(row, column, data, format);
                }
                let cell = match record.kind {
                    kind::LABEL_SST => {
                        Kept::Text(self.book.texts.get(u32_at(data, 6)? as usize)?.clone())
                    }
                    kind::LABEL | kind::R_STRING => Kept::Text(record.pieces(6)?.text()?),
                    kind::NUMBER => self.number(f64_at(data, 6)?, format),
                    kind::RK => self.number(packed_at(data, 6)?, format),
                    _ => Kept::Error,
                };
                self.put(row, column, cell);
            }
            _ => {}
        }
        Some(())
    }

    fn put(&mut self, row: u16, column: u16, cell: Kept) {
        self.full |= row == LAST_ROW;
        self.building.put(self.table, u32::from(row), u32::from(column), cell);
    }

    /// A formula that should have had a text and has none.
    fn settle(&mut self) {
        if let Some((row, column)) = self.waiting.take() {
            self.put(row, column, Kept::Unfilled);
        }
    }

    fn number(&self, number: f64, format: u16) -> Kept {
        if self.book.formats.is_date(format) {
            Kept::Date(number + self.book.shift)
        } else {
            Kept::Number(number)
        }
    }

    /// Several packed numbers side by side.
    fn several(&mut self, data: &[u8]) -> Option<()> {
        self.settle();
        let row = u16_at(data, 0)?;
        let mut column = u16_at(data, 2)?;
        let numbers = data.get(4..data.len().checked_sub(2)?)?;
        // Each has two bytes of format and four of number; a row has at most 256 columns.
        for (one, _) in numbers.as_chunks::<6>().0.iter().zip(0..256) {
            let cell = self.number(packed_at(one, 2)?, u16_at(one, 0)?);
            self.put(row, column, cell);
            column = column.checked_add(1)?;
        }
        Some(())
    }

    /// A formula counts by the value that it was saved with; a text comes in a later record.
    fn formula(&mut self, row: u16, column: u16, data: &[u8], format: u16) -> Option<()> {
        let value = data.get(6..14)?;
        if value.ends_with(&[0xFF, 0xFF]) {
            // Not a number; the first byte tells what: 0 a text, 3 an empty text, else a truth
            // value or an error.
            match value.first()? {
                0 => self.waiting = Some((row, column)),
                3 => self.put(row, column, Kept::Empty),
                _ => self.put(row, column, Kept::Error),
            }
            return Some(());
        }
        let number = f64_at(value, 0)?;
        let never_computed = number == 0.0 && u16_at(data, 14)? & TO_BE_COMPUTED != 0;
        let cell = if never_computed { Kept::Unfilled } else { self.number(number, format) };
        self.put(row, column, cell);
        Some(())
    }
}
