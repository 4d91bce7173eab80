//! Rows of a collection template -> xlsx, in the template's own columns: numbers as numbers,
//! everything else as text.
use crate::documents::sheets::{About, Cell, CellFormat, Column, Sheet, SheetError, workbook};
use crate::domain::roll::template::{ColumnKind, Template};
use crate::domain::values::date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Quantity;

/// The workbook with `rows`, one text for each column; without rows it is the empty template.
///
/// # Errors
/// [`SheetError`].
pub fn template_sheet(
    template: &Template,
    rows: &[Vec<String>],
    about: &About,
) -> Result<Vec<u8>, SheetError> {
    let columns: Vec<_> = template.columns().iter().map(shown).collect();
    let cells = rows.iter().map(|row| {
        template.columns().iter().zip(row).map(|(column, text)| cell(column.kind, text)).collect()
    });
    let sheet = Sheet {
        name: template.sheet(),
        headings: Vec::new(),
        columns: &columns,
        rows: Box::new(cells),
        totals: Vec::new(),
        footings: Vec::new(),
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    workbook(vec![sheet], about, &mut bytes)?;
    Ok(bytes.into_inner())
}

/// The Excel row of the first line: a practice mark, the groups and the labels stand above.
#[must_use]
pub fn first_row(template: &Template, about: &About) -> u32 {
    let has_groups = template.columns().iter().any(|column| !column.group.is_empty());
    2 + u32::from(has_groups) + u32::from(about.practice)
}

fn shown(column: &crate::domain::roll::template::Column) -> Column<'_> {
    let (kind, width) = match column.kind {
        ColumnKind::Text => (CellFormat::Text, 14),
        ColumnKind::Id => (CellFormat::Text, 20),
        ColumnKind::Integer => (CellFormat::Count, 7),
        ColumnKind::Decimal => (CellFormat::Quantity, 10),
        ColumnKind::Amount => (CellFormat::Amount, 14),
        ColumnKind::Date => (CellFormat::Date, 12),
    };
    Column::new(&column.label, kind, width).under(&column.group)
}

/// A text that is not a number of the right kind is written as text: an earlier check has already
/// reported it.
fn cell(kind: ColumnKind, text: &str) -> Cell<'_> {
    let typed = match kind {
        ColumnKind::Text | ColumnKind::Id => None,
        ColumnKind::Integer => text.parse().ok().map(Cell::Count),
        ColumnKind::Decimal => Quantity::parse(text).ok().map(Cell::Quantity),
        ColumnKind::Amount => Fen::parse(text).ok().map(Cell::Amount),
        ColumnKind::Date => date::parse(text).map(Cell::Date),
    };
    typed.unwrap_or_else(|| Cell::text(text))
}
