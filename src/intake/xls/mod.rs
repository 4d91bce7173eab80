//! Old workbooks: `.xls` of Excel 97 to 2003 (BIFF8), and the `.et` of WPS that are the same
//! inside.
//!
//! The file is read here and not by calamine, which follows broken tables without end, asks for the
//! memory that a file claims to need, and panics on cut records; offices send such files.
//! Deliberately absent: formulas (their stored values are read), everything a roll does not need,
//! and what was written before Excel 97, which has its own sentence.
mod bytes;
mod cells;
mod compound;
mod formats;
mod records;

use super::ReadSeek;
use super::collect::Collector;
use super::fault::FileFault;
use super::row_buffer::RowSink;
use super::sheet::{Setting, Sheet};
use super::sheet_choice::{self, Listed};
use super::template_reader::StrictSheet;
use crate::domain::text::sentence::Sentence;
use bytes::{u16_at, u32_at};
use compound::Compound;
use formats::Formats;
use records::{Record, Records, kind};
use std::io::{Read, SeekFrom};

/// Bytes at most: 65,536 rows of thirty columns are 40 MB.
const LARGEST: u64 = 64 << 20;
/// The version that a stream of Excel 97 and later begins with.
const BIFF8: u16 = 0x0600;
/// Days between the calendars of Excel for Windows and of old Excel for the Macintosh.
const MAC_DAYS: f64 = 1462.0;

/// What all sheets share.
#[derive(Default)]
struct Book {
    sheets: Vec<Listed<usize>>,
    texts: Vec<String>,
    formats: Formats,
    /// Added to dates.
    shift: f64,
}

/// Reads all visible sheets of an old workbook.
pub(super) fn read(
    source: &mut dyn ReadSeek,
    setting: &Setting<'_>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    source.seek(SeekFrom::Start(0))?;
    let mut file = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut file)?;
    if file.len() as u64 > LARGEST {
        return Err(FileFault::TooBig);
    }
    let stream = workbook_stream(&file)?;
    drop(file);
    let mut book = Book::read(&stream)?;
    let mut tables = 0;
    for listed in sheet_choice::of_lines(std::mem::take(&mut book.sheets), &mut out.report) {
        let (found, full) = match &setting.template {
            None => whole(&stream, listed.at, &book, Sheet::new(&listed.name, setting, out)),
            Some(template) => whole(
                &stream,
                listed.at,
                &book,
                StrictSheet::new(&listed.name, template.clone(), setting, out),
            ),
        };
        tables += usize::from(found);
        if full {
            out.report.note(
                Sentence::plain("intake-note-full-sheet").with("sheet", listed.name.as_str()),
            );
        }
    }
    if tables == 0 { Err(FileFault::NoHeader) } else { Ok(()) }
}

/// Was a table found; is the sheet filled to its last row?
fn whole(stream: &[u8], at: usize, book: &Book, mut table: impl RowSink) -> (bool, bool) {
    let full = cells::read(stream, at, book, &mut table).unwrap_or_else(|fault| {
        table.broken(&fault);
        false
    });
    (table.end(), full)
}

fn workbook_stream(file: &[u8]) -> Result<Vec<u8>, FileFault> {
    let compound = Compound::new(file).ok_or(FileFault::BrokenWorkbook)?;
    if compound.has("EncryptedPackage") {
        Err(FileFault::Protected)
    } else if compound.has("Workbook") {
        compound.stream("Workbook").ok_or(FileFault::BrokenWorkbook)
    } else {
        Err(FileFault::OldWorkbook)
    }
}

impl Book {
    fn read(stream: &[u8]) -> Result<Self, FileFault> {
        let mut records = Records::new(stream, 0).ok_or(FileFault::BrokenWorkbook)?;
        let first = records
            .next()
            .filter(|first| first.kind == kind::BOF)
            .ok_or(FileFault::BrokenWorkbook)?;
        if u16_at(first.data, 0) != Some(BIFF8) {
            return Err(FileFault::OldWorkbook);
        }
        let mut book = Self::default();
        for record in records {
            match record.kind {
                kind::FILE_PASS => return Err(FileFault::Protected),
                kind::EOF => return Ok(book),
                _ => book.see(&record).ok_or(FileFault::BrokenWorkbook)?,
            }
        }
        Err(FileFault::BrokenWorkbook)
    }

    fn see(&mut self, record: &Record<'_>) -> Option<()> {
        match record.kind {
            kind::SST => self.texts = records::shared_texts(record)?,
            kind::FORMAT | kind::XF => self.formats.see(record)?,
            kind::DATE_MODE if u16_at(record.data, 0)? == 1 => self.shift = MAC_DAYS,
            kind::BOUND_SHEET => {
                let (state, sort) = (*record.data.get(4)?, *record.data.get(5)?);
                let name = record.pieces(6)?.short_text()?;
                // Charts and macros are sheets too.
                if sort == 0 {
                    self.sheets.push(Listed {
                        name,
                        hidden: state & 3 != 0,
                        at: u32_at(record.data, 0)? as usize,
                    });
                }
            }
            _ => {}
        }
        Some(())
    }
}

#[cfg(test)]
mod tests;
