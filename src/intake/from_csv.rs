//! csv, streamed: one record at a time, with the physical line on which it begins.
//!
//! The mark between the cells is a comma, tab or semicolon: whichever makes a table head out of one
//! of the first lines.
use super::asked::ReadSeek;
use super::cells::{Cell, Cells};
use super::collect::Collector;
use super::decoding::{Encoding, LOOKED_AT, Text};
use super::fault::FileFault;
use super::header;
use super::mapping::Mapping;
use super::row_buffer::RowSink;
use super::sheet::{HEAD_WITHIN, Setting, Sheet};
use crate::domain::text::sentence::Spoken;
use csv::{ByteRecord, ErrorKind, ReaderBuilder, Terminator};
use std::io::{Read, SeekFrom};

/// Line feeds in one record from which on a quotation mark must have been left open.
const OPEN_QUOTE: usize = 200;
/// Marks between cells that are known.
const MARKS: [u8; 3] = [b',', b'\t', b';'];

/// A record whose fields were all checked at once to be text.
struct CsvRow<'r> {
    fields: &'r ByteRecord,
    text: &'r str,
}

impl<'r> CsvRow<'r> {
    fn new(fields: &'r ByteRecord) -> Option<Self> {
        let text = std::str::from_utf8(fields.as_slice()).ok()?;
        Some(Self { fields, text })
    }
}

impl Cells for CsvRow<'_> {
    fn at(&self, column: usize) -> Cell<'_> {
        let Some(field) = self.fields.range(column).and_then(|range| self.text.get(range)) else {
            return Cell::Empty;
        };
        // What is left of `\r\n`, of which only the `\n` ended the record.
        let field = if column + 1 == self.fields.len() {
            field.strip_suffix('\r').unwrap_or(field)
        } else {
            field
        };
        if field.is_empty() { Cell::Empty } else { Cell::Text(field) }
    }

    fn count(&self) -> usize {
        self.fields.len()
    }
}

/// Reads a csv whose first bytes are `start`.
pub(super) fn read(
    source: &mut dyn ReadSeek,
    start: &[u8],
    setting: &Setting<'_>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    let encoding = Encoding::of(start, start.len() < LOOKED_AT);
    encoding.name().clone_into(&mut out.report.encoding);
    source.seek(SeekFrom::Start(encoding.mark() as u64))?;
    let top = encoding.glance(start);
    let mut plain = SourceOnly(source);
    let text = Text::new(&mut plain, encoding);
    // A line feed alone ends a record, so that `line()` counts physical lines; `\r` before it is
    // dropped with the cell.
    let mut builder = ReaderBuilder::new();
    builder
        .delimiter(mark_between_cells(&top, &setting.mapping))
        .has_headers(false)
        .flexible(true)
        .terminator(Terminator::Any(b'\n'))
        .buffer_capacity(1 << 18);
    let mut reader = builder.from_reader(text);
    let mut record = ByteRecord::new();
    let mut sheet = Sheet::new("", setting, out);
    while !sheet.is_over() {
        let before = reader.position().line();
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                sheet.fault(row_number(before), fault(&error).sentence());
                break;
            }
        }
        // Physical lines that were read: those of the record (a quoted cell may hold line feeds)
        // and blank ones before it, which the csv reader passes over in silence.
        let passed = usize::try_from(reader.position().line() - before).unwrap_or(usize::MAX);
        let inside =
            if passed > 1 { record.as_slice().split(|byte| *byte == b'\n').count() - 1 } else { 0 };
        let blank = passed.saturating_sub(1 + inside);
        sheet.empty_lines(blank);
        let row = row_number(before.saturating_add(blank as u64));
        if inside > OPEN_QUOTE {
            sheet.fault(row, FileFault::OpenQuote.sentence());
            break;
        }
        let Some(checked) = CsvRow::new(&record) else {
            sheet.fault(row, FileFault::Encoding.sentence());
            break;
        };
        sheet.row(row, &checked);
    }
    if sheet.end() { Ok(()) } else { Err(without_head(&top)) }
}

/// The mark with which the lines at the top hold a head of a table; a comma if none does.
fn mark_between_cells(top: &str, mapping: &Mapping<'_>) -> u8 {
    MARKS.into_iter().find(|mark| has_head(top, *mark, mapping)).unwrap_or(b',')
}

fn has_head(top: &str, mark: u8, mapping: &Mapping<'_>) -> bool {
    let mut reader = ReaderBuilder::new()
        .delimiter(mark)
        .has_headers(false)
        .flexible(true)
        .from_reader(top.as_bytes());
    let mut above: Option<Vec<String>> = None;
    for record in reader.byte_records().map_while(Result::ok).take(HEAD_WITHIN) {
        let Some(words) = CsvRow::new(&record).map(|row| header::words(&row)) else { return false };
        if header::find(&words, above.as_deref(), mapping).is_some() {
            return true;
        }
        above = Some(words);
    }
    false
}

fn row_number(line: u64) -> u32 {
    // For messages only; no office has four billion lines.
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn fault(error: &csv::Error) -> FileFault {
    let undecoded = matches!(error.kind(), ErrorKind::Io(error) if error.kind() == std::io::ErrorKind::InvalidData);
    if undecoded { FileFault::Encoding } else { FileFault::Unreadable }
}

/// No head was found: is it because something else separates the cells?
fn without_head(top: &str) -> FileFault {
    let count = |mark: char| top.chars().take(4096).filter(|c| *c == mark).count();
    let known = MARKS.map(|mark| count(char::from(mark))).into_iter().max().unwrap_or(0);
    if ['，', '；', '|', '、'].iter().any(|mark| count(*mark) > known) {
        FileFault::Separator
    } else {
        FileFault::NoHeader
    }
}

/// `dyn ReadSeek` as a plain reader.
struct SourceOnly<'r>(&'r mut dyn ReadSeek);

impl Read for SourceOnly<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        self.0.read(out)
    }
}
