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
mod asked;
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
mod report;
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

pub use asked::{Asked, HeaderPolicy, ReadSeek};
pub use decoding::text_of;
pub use fault::{ColumnPlace, IntakeError};
pub use report::{Report, RollChunk, Skipped};

use crate::domain::text::sentence::{Sentence, Spoken};
use collect::Collector;
use fault::FileFault;
use std::io::{Read, SeekFrom};
use std::ops::ControlFlow;

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
    let fixed_width = kind == kind::FileKind::Csv;
    let template = (asked.manner == HeaderPolicy::Template)
        .then(|| template_reader::asked(&places))
        .transpose()?;
    if template.is_some() && fixed_width {
        return Err(FileFault::TemplateKind);
    }
    let reference = asked.reference;
    let today = asked.today;
    let despite_title = asked.manner != HeaderPolicy::TitlesFit;
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
        kind::FileKind::Workbook => {
            "xlsx".clone_into(&mut out.report.encoding);
            from_xlsx::read(source, &setting, out)?;
        }
        kind::FileKind::OldWorkbook => {
            "xls".clone_into(&mut out.report.encoding);
            xls::read(source, &setting, out)?;
        }
        kind::FileKind::Csv => from_csv::read(source, &start, &setting, out)?,
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
