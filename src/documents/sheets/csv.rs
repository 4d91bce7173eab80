//! The machine's csv: GB18030, CRLF, every field quoted, no BOM; what a bank or bureau imports.
//!
//! Nothing is altered on the way: a field that a spreadsheet would run, or that has no bytes in
//! GB18030, is refused with its place. The copy for people is the workbook, never this file.
//!
//! The bytes are those of the 2022 edition. A receiver with the table of 2005 reads 20 code points
//! otherwise: eight Han characters (U+9FB4 ..= U+9FBB), ten vertical punctuation marks, `ḿ` and one
//! of private use; every other one is the same.
use super::{Cell, SheetError};
use crate::domain::text::half_width::half_width;
use encoding_rs::{Encoder, EncoderResult, GB18030};
use std::io::Write;

/// Bytes of UTF-8 that are gathered before they are encoded.
const CHUNK: usize = 64 * 1024;

/// Writes records; [`CsvTable::finish`] must be called.
pub struct CsvTable<W> {
    out: W,
    encoder: Encoder,
    /// Whole records in UTF-8, not yet encoded.
    waiting: String,
    encoded: Vec<u8>,
    /// Records begun so far.
    row: u64,
    /// The first record of `waiting`.
    first_waiting: u64,
}

impl<W: Write> CsvTable<W> {
    /// An empty table.
    pub fn new(out: W) -> Self {
        let waiting = String::with_capacity(CHUNK * 2);
        let encoded = vec![0; CHUNK * 2];
        Self { out, encoder: GB18030.new_encoder(), waiting, encoded, row: 0, first_waiting: 1 }
    }

    /// One record of plain fields.
    ///
    /// # Errors
    /// [`SheetError`] with row and column; nothing more should be written then.
    pub fn record<T: AsRef<str>>(
        &mut self,
        fields: impl IntoIterator<Item = T>,
    ) -> Result<(), SheetError> {
        self.row += 1;
        for (place, field) in fields.into_iter().enumerate() {
            if place > 0 {
                self.waiting.push(',');
            }
            self.field(place, field.as_ref())?;
        }
        self.waiting.push_str("\r\n");
        if self.waiting.len() >= CHUNK { self.encode(false) } else { Ok(()) }
    }

    /// One record of typed cells.
    ///
    /// # Errors
    /// As [`CsvTable::record`].
    pub fn cells(&mut self, cells: &[Cell<'_>]) -> Result<(), SheetError> {
        self.record(cells.iter().map(Cell::plain))
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// As [`CsvTable::record`].
    pub fn finish(mut self) -> Result<W, SheetError> {
        self.encode(true)?;
        self.out.flush().map_err(|error| SheetError::Disk(error.to_string()))?;
        Ok(self.out)
    }

    fn field(&mut self, place: usize, field: &str) -> Result<(), SheetError> {
        let row = self.row;
        let column = place + 1;
        if begins_like_a_formula(field) {
            return Err(SheetError::Formula { row, column });
        }
        if field.chars().any(char::is_control) {
            return Err(SheetError::Control { row, column });
        }
        self.waiting.push('"');
        if field.contains('"') {
            self.waiting.push_str(&field.replace('"', "\"\""));
        } else {
            self.waiting.push_str(field);
        }
        self.waiting.push('"');
        Ok(())
    }

    /// Encodes and writes the waiting records.
    fn encode(&mut self, last: bool) -> Result<(), SheetError> {
        let mut rest = self.waiting.as_str();
        loop {
            let (result, read, written) =
                self.encoder.encode_from_utf8_without_replacement(rest, &mut self.encoded, last);
            let ready = self.encoded.get(..written).unwrap_or_default();
            self.out.write_all(ready).map_err(|error| SheetError::Disk(error.to_string()))?;
            let done = self.waiting.len() - rest.len() + read;
            match result {
                EncoderResult::InputEmpty => break,
                EncoderResult::OutputFull => rest = rest.get(read..).unwrap_or_default(),
                EncoderResult::Unmappable(_) => {
                    // Fields hold no line feeds, so each one before the character ended a record.
                    let before = self.waiting.as_bytes().get(..done).unwrap_or_default();
                    let records =
                        before.iter().filter(|&&byte| byte == b'\n').map(|_| 1_u64).sum::<u64>();
                    return Err(SheetError::Unmappable { row: self.first_waiting + records });
                }
            }
        }
        self.waiting.clear();
        self.first_waiting = self.row + 1;
        Ok(())
    }
}

/// Would Excel or WPS take the field for a formula when the file is opened by hand?
fn begins_like_a_formula(field: &str) -> bool {
    field.chars().next().is_some_and(|first| {
        matches!(half_width(first), '=' | '+' | '-' | '@' | '\t' | '\r' | '\n')
    })
}
