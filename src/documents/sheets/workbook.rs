//! Sheets -> xlsx, in the library's constant-memory mode: rows go to an unnamed work file as they
//! come, and texts stand in their cells. Almost every text of a roll occurs once, so the table of
//! shared strings would cost 20 MB and gain nothing. The work file is as readable as the workbook
//! and goes when it is finished; whoever asks for one accepts both.
//!
//! A4 landscape, header repeated on every page and frozen on the screen. What is left out on
//! purpose: formulas (a sum is written as its value), links, comments, hidden things, author names,
//! the clock.
use super::format::Formats;
use super::{About, Cell, CellFormat, Sheet, SheetError};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Excel's number for A4.
const A4: u8 = 9;
/// Digits that every spreadsheet program keeps of a number.
const KEPT_DIGITS: u32 = 15;
/// Said above each practice sheet and on its pages.
const PRACTICE: &str = "练习 · 不作支付依据";

/// Writes the workbook; the same input gives the same bytes.
///
/// # Errors
/// [`SheetError`]; what was written until then is no workbook.
pub fn workbook<W: Write + Send>(
    sheets: Vec<Sheet<'_>>,
    about: &About,
    out: W,
) -> Result<(), SheetError> {
    // The library panics where it cannot answer: a clock before 1970, a full disk under its work
    // file.
    let written = catch_unwind(AssertUnwindSafe(|| {
        let mut book = Workbook::new();
        book.set_properties(&properties(about)?);
        let formats = Formats::new();
        for sheet in sheets {
            let worksheet = book
                .add_worksheet_with_constant_memory()
                .map_err(|error| SheetError::from_library(&error, sheet.name, 0, 0))?;
            OpenSheet { worksheet, formats: &formats, name: sheet.name, row: 0 }
                .write(sheet, about)?;
        }
        book.save_to_writer(out)
            .map_err(|error| SheetError::from_library(&error, &about.title, 0, 0))
    }));
    written.unwrap_or_else(|_| Err(SheetError::Unfinished("rust_xlsxwriter".to_owned())))
}

fn properties(about: &About) -> Result<DocProperties, SheetError> {
    let day = excel_day(about.made_on)
        .map_err(|error| SheetError::from_library(&error, &about.title, 0, 0))?;
    Ok(DocProperties::new().set_title(&about.title).set_creation_datetime(&day))
}

/// The sheet being written, and its next row (0-based).
struct OpenSheet<'w> {
    worksheet: &'w mut Worksheet,
    formats: &'w Formats,
    name: &'w str,
    row: u32,
}

impl OpenSheet<'_> {
    fn write(mut self, sheet: Sheet<'_>, about: &About) -> Result<(), SheetError> {
        let place = self.set_up(&sheet, about);
        self.or_refuse(0, place)?;
        let last_column = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
        let practice = about.practice.then(|| PRACTICE.to_owned());
        for (place, heading) in practice.iter().chain(&sheet.headings).enumerate() {
            let is_title = place == usize::from(about.practice);
            self.line(heading, last_column, is_title)?;
        }
        self.header(&sheet)?;
        for cells in sheet.rows {
            self.cells(&cells, Formats::row)?;
        }
        for cells in &sheet.totals {
            self.cells(cells, Formats::total)?;
        }
        sheet.footings.iter().try_for_each(|footing| self.line(footing, last_column, false))
    }

    /// Name, paper and columns.
    fn set_up(&mut self, sheet: &Sheet<'_>, about: &About) -> Result<(), XlsxError> {
        self.worksheet.set_name(sheet.name)?;
        self.worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        self.worksheet.set_footer("&C第 &P 页 共 &N 页");
        if about.practice {
            self.worksheet.set_header(format!("&C{PRACTICE}"));
        }
        for (number, column) in (0_u16..).zip(sheet.columns) {
            self.worksheet.set_column_width(number, f64::from(column.width))?;
            self.worksheet.set_column_format(number, self.formats.row(column.kind))?;
        }
        Ok(())
    }

    /// One line of words over the whole width.
    fn line(&mut self, words: &str, last_column: u16, is_title: bool) -> Result<(), SheetError> {
        let format = if is_title { &self.formats.title } else { &self.formats.small };
        let words = printable(words);
        let done = if last_column == 0 {
            self.worksheet.write_string_with_format(self.row, 0, words, format).map(drop)
        } else {
            self.worksheet.merge_range(self.row, 0, self.row, last_column, &words, format).map(drop)
        };
        self.or_refuse(0, done)?;
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    /// The column titles, frozen and repeated.
    fn header(&mut self, sheet: &Sheet<'_>) -> Result<(), SheetError> {
        let first = self.row;
        self.groups(sheet)?;
        for (number, column) in (0_u16..).zip(sheet.columns) {
            let done = self
                .worksheet
                .write_string_with_format(self.row, number, column.title, &self.formats.header)
                .map(drop);
            self.or_refuse(number, done)?;
        }
        let repeated = self.worksheet.set_repeat_rows(first, self.row).map(drop);
        self.or_refuse(0, repeated)?;
        self.row = self.row.saturating_add(1);
        let frozen = self.worksheet.set_freeze_panes(self.row, 0).map(drop);
        self.or_refuse(0, frozen)
    }

    /// The row above the titles, if any column has a group: each stands over all its columns.
    fn groups(&mut self, sheet: &Sheet<'_>) -> Result<(), SheetError> {
        if sheet.columns.iter().all(|column| column.group.is_empty()) {
            return Ok(());
        }
        let mut first = 0_u16;
        for run in sheet.columns.chunk_by(|a, b| a.group == b.group) {
            let last = first
                .saturating_add(u16::try_from(run.len()).unwrap_or(u16::MAX))
                .saturating_sub(1);
            let group = run.first().map_or("", |column| column.group);
            let format = &self.formats.header;
            let done = if first == last || group.is_empty() {
                (first..=last).try_for_each(|column| {
                    self.worksheet
                        .write_string_with_format(self.row, column, group, format)
                        .map(drop)
                })
            } else {
                self.worksheet.merge_range(self.row, first, self.row, last, group, format).map(drop)
            };
            self.or_refuse(first, done)?;
            first = last.saturating_add(1);
        }
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn cells(
        &mut self,
        cells: &[Cell<'_>],
        look: fn(&Formats, CellFormat) -> &Format,
    ) -> Result<(), SheetError> {
        for (number, cell) in (0_u16..).zip(cells) {
            let done = self.cell(number, cell, look);
            self.or_refuse(number, done)?;
        }
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn cell(
        &mut self,
        column: u16,
        cell: &Cell<'_>,
        look: fn(&Formats, CellFormat) -> &Format,
    ) -> Result<(), XlsxError> {
        let row = self.row;
        let formats = self.formats;
        let mut number = |value: f64, kind| {
            self.worksheet
                .write_number_with_format(row, column, value, look(formats, kind))
                .map(drop)
        };
        match cell {
            Cell::Empty => {
                self.worksheet.write_blank(row, column, look(formats, CellFormat::Text)).map(drop)
            }
            Cell::Amount(fen) => number(yuan(*fen), CellFormat::Amount),
            Cell::Count(count) => number(f64::from(*count), CellFormat::Count),
            Cell::Quantity(quantity) => {
                self.decimal(column, quantity.decimal(), look(formats, CellFormat::Quantity))
            }
            Cell::Rate(rate) => {
                self.decimal(column, rate.decimal(), look(formats, CellFormat::Rate))
            }
            Cell::Text(text) => self
                .worksheet
                .write_string_with_format(
                    row,
                    column,
                    printable(text),
                    look(formats, CellFormat::Text),
                )
                .map(drop),
            Cell::Date(day) => self
                .worksheet
                .write_datetime_with_format(
                    row,
                    column,
                    excel_day(*day)?,
                    look(formats, CellFormat::Date),
                )
                .map(drop),
        }
    }

    /// A decimal as a number, or as text where a float would bend it.
    fn decimal(&mut self, column: u16, value: Decimal, format: &Format) -> Result<(), XlsxError> {
        let text = value.normalize().to_string();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        match text.parse::<f64>() {
            // At most 15 digits: the nearest float is written back as the same decimal.
            Ok(number) if digits <= KEPT_DIGITS as usize => {
                self.worksheet.write_number_with_format(self.row, column, number, format).map(drop)
            }
            Ok(_) | Err(_) => {
                self.worksheet.write_string_with_format(self.row, column, text, format).map(drop)
            }
        }
    }

    fn or_refuse(&self, column: u16, done: Result<(), XlsxError>) -> Result<(), SheetError> {
        done.map_err(|error| SheetError::from_library(&error, self.name, self.row, column))
    }
}

/// The only place where money becomes a float. Exact to the cent: fen are whole and at most 10^15,
/// below 2^53, so the float of fen is exact; the division rounds once, to the float nearest the
/// decimal; and the file holds the shortest decimal that leads back to that float, which for at
/// most 15 digits is the amount itself.
fn yuan(amount: Fen) -> f64 {
    amount.fen().to_f64().unwrap_or_default() / 100.0
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let out_of_range = || XlsxError::DateTimeRangeError(day.to_string());
    let year = u16::try_from(day.year()).ok().ok_or_else(out_of_range)?;
    ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs())
}

/// Without the characters that a workbook cannot hold or that nobody can see.
fn printable(text: &str) -> Cow<'_, str> {
    let kept = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.chars().all(kept) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|&c| kept(c)).collect())
    }
}
