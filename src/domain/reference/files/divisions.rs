//! `divisions.csv`: one division and its time a row, `code,name,from,to,predecessors,note`.
//!
//! Empty `from` or `to` = open; predecessors are codes with spaces between; `note` is for people.
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::reference::files::ReferenceError;
use crate::domain::values::date::Date;

const FILE: &str = "divisions.csv";
const TITLES: [&str; 6] = ["code", "name", "from", "to", "predecessors", "note"];

/// A division and the line of the file where it stands.
pub(super) struct DivisionRow {
    /// 1-based.
    pub(super) line: u64,
    pub(super) division: Division,
}

/// A table without rows, for a set that brings no divisions.
pub(super) fn empty() -> Vec<u8> {
    TITLES.join(",").into_bytes()
}

/// Reads the table; a BOM, as Excel writes it, is accepted.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<DivisionRow>, ReferenceError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).ok().ok_or(ReferenceError::NotUtf8 { file: FILE })?;
    let mut table =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let wrong_titles = || ReferenceError::Titles { file: FILE, expected: TITLES.join(",") };
    let titles = table.headers().ok().ok_or_else(wrong_titles)?;
    if titles.iter().ne(TITLES) {
        return Err(wrong_titles());
    }
    table.records().enumerate().map(|(place, record)| row(place, record)).collect()
}

fn row(
    place: usize,
    record: Result<csv::StringRecord, csv::Error>,
) -> Result<DivisionRow, ReferenceError> {
    // Without a position (it never lacks one for a parsed record) the place in the file still
    // helps.
    let fallback = u64::try_from(place).unwrap_or(u64::MAX).saturating_add(2);
    let line_of = |position: Option<&csv::Position>| position.map_or(fallback, csv::Position::line);
    let record = record.map_err(|error| cell(line_of(error.position()), "code"))?;
    let line = line_of(record.position());
    let text = |column: usize| record.get(column).unwrap_or_default();
    let code = DivisionCode::parse(text(0)).ok().ok_or(cell(line, "code"))?;
    if text(1).is_empty() {
        return Err(cell(line, "name"));
    }
    let predecessors =
        text(4).split_whitespace().map(DivisionCode::parse).collect::<Result<Vec<_>, _>>();
    let division = Division {
        code,
        name: text(1).to_owned(),
        from: day(text(2)).ok_or(cell(line, "from"))?,
        to: day(text(3)).ok_or(cell(line, "to"))?,
        predecessors: predecessors.ok().ok_or(cell(line, "predecessors"))?,
    };
    Ok(DivisionRow { line, division })
}

/// An empty cell is an open end; `None` = not a date.
#[expect(
    clippy::option_option,
    reason = "the two absences differ: nothing written, nothing readable"
)]
fn day(text: &str) -> Option<Option<Date>> {
    if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) }
}

const fn cell(line: u64, column: &'static str) -> ReferenceError {
    ReferenceError::Cell { file: FILE, line, column }
}
