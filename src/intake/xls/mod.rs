//! Old workbooks: `.xls` of Excel 97 to 2003 (BIFF8), and the `.et` of WPS that are the same
//! inside.
//!
//! The file is read here and not by calamine, which follows broken tables without end, asks for the
//! memory that a file claims to need, and panics on cut records; offices send such files.
//! Deliberately absent: formulas (their stored values are read), everything a roll does not need,
//! and what was written before Excel 97, which has its own sentence.
mod book;
mod bytes;
mod cells;
mod compound;
mod formats;
mod records;

use super::asked::ReadSeek;
use super::collect::Collector;
use super::fault::FileFault;
use super::row_buffer::RowSink;
use super::sheet::{Setting, Sheet};
use super::sheet_choice;
use super::template_reader::StrictSheet;
use crate::domain::text::sentence::Sentence;
use book::Book;
use compound::Compound;
use std::io::{Read, SeekFrom};

/// Bytes at most: 65,536 rows of thirty columns are 40 MB.
const LARGEST: u64 = 64 << 20;
/// Reads all visible sheets of an old workbook.
pub(super) fn read(
    source: &mut dyn ReadSeek,
    setting: &Setting<'_>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    source.seek(SeekFrom::Start(0))?;
    let mut file = Vec::new();
    // One byte more shows that the file is too large.
    source.take(LARGEST + 1).read_to_end(&mut file)?;
    if file.len() as u64 > LARGEST {
        return Err(FileFault::TooBig);
    }
    let stream = workbook_stream(&file)?;
    // The stream is a copy, and both together would take twice the memory.
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

#[cfg(test)]
mod tests;
