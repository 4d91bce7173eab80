//! Roll files -> lines: what offices send, as xlsx, xls or csv, with every error by sheet, row and
//! column.
//!
//! [`take`] streams a file through `kind` (what is it?), `from_csv`, `from_xlsx` or `xls` (rows of
//! cells), `sheet` (titles, head, lines, totals), `line` and `values` (cells -> values) and
//! `collect` (rolls, one for each programme, village and period).
//!
//! Deliberately absent: paths, the store, and judgement. What cannot be read is an error here and
//! keeps the whole file out; what is only doubtful (check digits, duplicates, ages, rates) comes
//! in, and `domain::checks` finds it.
mod cells;
mod collect;
mod columns;
mod decoding;
mod fault;
mod from_csv;
mod from_xlsx;
mod head_meaning;
mod head_words;
mod header;
mod hints;
mod kind;
mod line;
mod mapping;
mod normalise;
mod roll_key;
mod row_buffer;
mod rows;
mod sheet;
mod sheet_choice;
mod template_reader;
mod titles;
mod values;
mod village;
mod xls;

pub use decoding::text_of;
pub use fault::{ColumnPlace, IntakeError};

use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::column_profile::{ColumnMeaning, Profile};
use crate::domain::roll::{Line, RollKey};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use collect::Collector;
use fault::FileFault;
use std::io::{Read, Seek, SeekFrom};
use std::ops::ControlFlow;

/// A file that can be looked at twice.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// What a file's own head and titles count for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeaderPolicy {
    /// Any head; titles must not name another village, programme or period than was asked for.
    #[default]
    TitlesFit,
    /// Any head; such titles are only noted.
    DespiteTitles,
    /// The head is that of the collection template of the programme and period asked for; nothing
    /// is mended.
    Template,
}

/// What the clerk said about the file; what is `None` is read from columns, else from titles.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Programme by code, name or alias.
    pub programme: Option<&'a str>,
    /// A village; or a township, which then holds every village of the file.
    pub division: Option<DivisionCode>,
    /// The period paid for.
    pub period: Option<Period>,
    /// What columns mean whose heads nobody knows; goes before every other word.
    pub columns: &'a [ColumnMeaning],
    /// Profiles that speak for the heads they were saved for.
    pub profiles: &'a [Profile],
    /// What the file's own head and titles count for.
    pub manner: HeaderPolicy,
    /// Today at +08:00: no day of payment is after it.
    pub today: Date,
    /// Villages and programmes.
    pub reference: &'a Reference,
    /// Hand on good lines although others are at fault: a dry run shows faults and findings at
    /// once.
    pub dry_run: bool,
}

impl<'a> Asked<'a> {
    /// Nothing said: everything is read from the file.
    #[must_use]
    pub const fn of(reference: &'a Reference, today: Date) -> Self {
        let (programme, division, period) = (None, None, None);
        Self {
            programme,
            division,
            period,
            columns: &[],
            profiles: &[],
            manner: HeaderPolicy::TitlesFit,
            today,
            reference,
            dry_run: false,
        }
    }
}

/// Lines of one roll, in the order of the file. The same key may come again: then its lines go on,
/// with numbers that go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollChunk {
    /// Programme, village and period.
    pub key: RollKey,
    /// At least one line.
    pub lines: Vec<Line>,
    /// Name of the sheet; empty for csv.
    pub sheet: String,
}

/// What was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Why nothing of the file comes in, at most 500; empty = all of it came.
    pub errors: Vec<IntakeError>,
    /// Errors beyond those.
    pub more_errors: u64,
    /// Lines without error.
    pub lines: u64,
    /// Rolls (distinct keys) among them.
    pub rolls: u64,
    /// The total that the file states itself, if any.
    pub file_total: Option<Fen>,
    /// The sum of the lines without error.
    pub lines_total: Fen,
    /// Rows that are no lines.
    pub skipped: Skipped,
    /// `xlsx`, `xls`, `UTF-8`, `UTF-8 (BOM)`, `UTF-16` or `GB18030`.
    pub encoding: String,
    /// The heads of which the clerk named columns, normalised: what a profile is saved for.
    pub told_heads: Vec<Vec<String>>,
    /// What the clerk should know though nothing is wrong.
    pub notes: Vec<Sentence>,
}

/// Rows below a head that are no lines, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    /// 本页小计 and the like.
    pub subtotals: u64,
    /// 合计.
    pub totals: u64,
    /// The head again on a new page.
    pub heads: u64,
    /// Rows with nothing in them.
    pub empty: u64,
    /// Signatures and notes.
    pub signatures: u64,
}

impl Report {
    fn note(&mut self, note: Sentence) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

/// Reads a roll file and hands each roll to `sink` as soon as it is whole; `Break` ends the
/// reading.
///
/// All or nothing: if [`Report::errors`] is not empty, the receiver drops what it was given. Memory
/// does not grow with the number of lines. `file_name` is only looked at for programme, village and
/// period, last of all.
pub fn take(
    source: &mut dyn ReadSeek,
    file_name: &str,
    asked: &Asked<'_>,
    sink: &mut dyn FnMut(RollChunk) -> ControlFlow<()>,
) -> Report {
    let mut out = Collector::new(sink, asked.dry_run);
    if let Err(fault) = read(source, file_name, asked, &mut out) {
        out.error("", 0, None, fault.sentence());
    }
    out.report
}

fn read(
    source: &mut dyn ReadSeek,
    file_name: &str,
    asked: &Asked<'_>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    let mut start = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.take(decoding::LOOKED_AT as u64).read_to_end(&mut start)?;
    let kind = kind::of(&start)?;
    if !kind.fits(file_name) {
        out.report.note(Sentence::plain("intake-note-other-kind"));
    }
    let mapping = mapping::Mapping::new(asked)?;
    let places = roll_key::Places::new(asked)?;
    let fixed_width = kind == kind::Kind::Csv;
    let template = (asked.manner == HeaderPolicy::Template)
        .then(|| template_reader::asked(&places))
        .transpose()?;
    if template.is_some() && fixed_width {
        return Err(FileFault::TemplateKind);
    }
    let (reference, today, despite_title) =
        (asked.reference, asked.today, asked.manner != HeaderPolicy::TitlesFit);
    let setting = sheet::Setting {
        places,
        mapping,
        reference,
        file_name,
        today,
        fixed_width,
        template,
        despite_title,
    };
    match kind {
        kind::Kind::Workbook => {
            "xlsx".clone_into(&mut out.report.encoding);
            from_xlsx::read(source, &setting, out)?;
        }
        kind::Kind::OldWorkbook => {
            "xls".clone_into(&mut out.report.encoding);
            xls::read(source, &setting, out)?;
        }
        kind::Kind::Csv => from_csv::read(source, &start, &setting, out)?,
    }
    let heads = std::mem::take(&mut out.report.told_heads);
    for word in setting.mapping.missed(&heads) {
        out.error("", 0, None, Sentence::plain("intake-column-missed").with("column", word));
    }
    out.report.told_heads = heads;
    if out.report.lines == 0 && out.report.errors.is_empty() {
        Err(FileFault::NoLines)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod workbook_tests;
