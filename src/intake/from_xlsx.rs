//! xlsx, streamed cell by cell; sizes are checked before anything is unpacked into memory.
use super::asked::ReadSeek;
use super::collect::Collector;
use super::fault::FileFault;
use super::row_buffer::{Building, Kept, Merge, RowSink};
use super::sheet::{Setting, Sheet};
use super::sheet_choice::{self, Listed};
use super::template_reader::StrictSheet;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::io::{BufReader, Read, SeekFrom};

/// Unpacked bytes at most, all parts together.
const UNPACKED: u64 = 200 << 20;
/// Unpacked to packed at most, once a part is larger than [`SMALL`].
const RATIO: u64 = 100;
const SMALL: u64 = 4 << 20;
/// Parts at most.
const PARTS: usize = 2_000;

/// Reads all visible sheets of a workbook.
pub(super) fn read(
    source: &mut dyn ReadSeek,
    setting: &Setting<'_>,
    out: &mut Collector<'_>,
) -> Result<(), FileFault> {
    check_sizes(source)?;
    source.seek(SeekFrom::Start(0))?;
    let mut workbook = Xlsx::new(BufReader::new(source))?;
    let sheets =
        workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let listed = sheets.map(|sheet| Listed {
        name: sheet.name.clone(),
        hidden: sheet.visible != SheetVisible::Visible,
        at: (),
    });
    let mut tables = 0;
    for sheet in sheet_choice::of_lines(listed.collect(), &mut out.report) {
        let found = match &setting.template {
            None => whole(&mut workbook, &sheet.name, Sheet::new(&sheet.name, setting, out)),
            // Each sheet begins the template anew.
            Some(template) => whole(
                &mut workbook,
                &sheet.name,
                StrictSheet::new(&sheet.name, template.clone(), setting, out),
            ),
        };
        tables += usize::from(found);
    }
    if tables == 0 { Err(FileFault::NoHeader) } else { Ok(()) }
}

fn whole(
    workbook: &mut Xlsx<BufReader<&mut dyn ReadSeek>>,
    name: &str,
    mut table: impl RowSink,
) -> bool {
    if let Err(fault) = read_sheet(workbook, name, &mut table) {
        table.broken(&fault);
    }
    table.end()
}

fn read_sheet(
    workbook: &mut Xlsx<BufReader<&mut dyn ReadSeek>>,
    name: &str,
    table: &mut impl RowSink,
) -> Result<(), FileFault> {
    let merges = workbook.merge_cells_by_sheet_name(name)?;
    let merges = merges.iter().filter_map(|region| Merge::of(region.start, region.end)).collect();
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A chart on a sheet of its own has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let mut building = Building::new(merges);
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        building.put(table, row, column, kept(&record.value, record.formula.is_some()));
    }
    building.end(table);
    Ok(())
}

/// Programs that write formulas without computing them store nothing or 0 as their value.
fn kept(value: &DataRef<'_>, has_formula: bool) -> Kept {
    let zero = matches!(value, DataRef::Float(number) if *number == 0.0)
        || matches!(value, DataRef::Int(0));
    let nothing = zero
        || matches!(value, DataRef::Empty)
        || matches!(value, DataRef::String(text) if text.is_empty());
    if has_formula && nothing {
        return Kept::Unfilled;
    }
    match value {
        DataRef::Empty => Kept::Empty,
        DataRef::String(text) => Kept::Text(text.clone()),
        DataRef::SharedString(text) => Kept::Text((*text).to_owned()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            // The day is the first ten characters; the time of day has no use here.
            Kept::Text(text.get(..10).unwrap_or(text).to_owned())
        }
        DataRef::Int(number) => Kept::Text(number.to_string()),
        DataRef::Float(number) => Kept::Number(*number),
        DataRef::DateTime(moment) if moment.is_datetime() => Kept::Date(moment.as_f64()),
        DataRef::DateTime(moment) => Kept::Number(moment.as_f64()),
        DataRef::Bool(_) | DataRef::Error(_) => Kept::Error,
    }
}

/// Refuses what would unpack to more than a roll can be; what a part declares may be a lie, so it
/// is unpacked once and counted.
fn check_sizes(source: &mut dyn ReadSeek) -> Result<(), FileFault> {
    source.seek(SeekFrom::Start(0))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(source))?;
    if archive.len() > PARTS {
        return Err(FileFault::TooBig);
    }
    let mut left = UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number)?;
        let packed = part.compressed_size();
        let declared = part.size();
        if declared > left {
            return Err(FileFault::TooBig);
        }
        // One byte more than allowed is enough to know that it is too much.
        let counted = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let unpacked = counted.or(Err(FileFault::BrokenWorkbook))?;
        if unpacked > left || (unpacked > SMALL && unpacked / RATIO > packed) {
            return Err(FileFault::TooBig);
        }
        left -= unpacked;
    }
    let of_excel =
        |name: Result<std::borrow::Cow<'_, str>, _>| name.is_ok_and(|name| name.starts_with("xl/"));
    let is_workbook =
        // `workbook.bin` makes it an xlsb, which is another format.
        archive.file_names().any(of_excel) && archive.index_for_name("xl/workbook.bin").is_none();
    if is_workbook { Ok(()) } else { Err(FileFault::NotAWorkbook) }
}

impl From<zip::result::ZipError> for FileFault {
    fn from(_: zip::result::ZipError) -> Self {
        Self::BrokenWorkbook
    }
}

impl From<XlsxError> for FileFault {
    fn from(error: XlsxError) -> Self {
        if matches!(error, XlsxError::Password) { Self::Protected } else { Self::BrokenWorkbook }
    }
}
