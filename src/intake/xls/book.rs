//! What all sheets of an old workbook share: their names, the texts, the formats of dates.
use super::bytes::{u16_at, u32_at};
use super::formats::Formats;
use super::records::{self, Record, Records, kind};
use crate::intake::fault::FileFault;
use crate::intake::sheet_choice::Listed;

/// The version that a stream of Excel 97 and later begins with.
const BIFF8: u16 = 0x0600;
/// Days between the calendars of Excel for Windows and of old Excel for the Macintosh.
const MAC_DAYS: f64 = 1462.0;

/// What all sheets share.
#[derive(Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Listed<usize>>,
    pub(super) texts: Vec<String>,
    pub(super) formats: Formats,
    /// Added to dates.
    pub(super) shift: f64,
}

impl Book {
    pub(super) fn read(stream: &[u8]) -> Result<Self, FileFault> {
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
                let state = *record.data.get(4)?;
                let sort = *record.data.get(5)?;
                let name = record.pieces(6)?.short_text()?;
                // Charts and macros are sheets too.
                if sort == 0 {
                    self.sheets.push(Listed {
                        name,
                        // 1 is hidden, 2 is hidden even from the menu.
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
