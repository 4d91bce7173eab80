//! 汇总: one row a batch, by village.
use super::{FinanceError, PaidBatch, pay_list};
use crate::documents::sheets::{Cell, CellFormat, Column};
use crate::domain::roll::Totals;
use crate::domain::values::quantity::Quantity;

/// Titles and widths.
pub(super) const COLUMNS: [Column; 10] = [
    Column::new("序号", CellFormat::Count, 6),
    Column::new("乡(镇)", CellFormat::Text, 14),
    Column::new("村", CellFormat::Text, 18),
    Column::new("所属期", CellFormat::Text, 14),
    Column::new("批次", CellFormat::Text, 26),
    Column::new("笔数", CellFormat::Count, 8),
    Column::new("户数", CellFormat::Count, 8),
    Column::new("人数", CellFormat::Count, 8),
    Column::new("数量", CellFormat::Quantity, 14),
    Column::new("金额(元)", CellFormat::Amount, 18),
];

/// Rows in the order of the villages' codes, and the row of sums.
pub(super) struct Summary<'a> {
    pub(super) rows: Vec<Vec<Cell<'a>>>,
    pub(super) total: Vec<Cell<'a>>,
    /// Of all batches; households and persons are counted per batch.
    pub(super) totals: Totals,
}

/// Counts `batches`.
pub(super) fn of<'a>(batches: &[&'a PaidBatch]) -> Result<Summary<'a>, FinanceError> {
    let mut sorted = batches.to_vec();
    sorted.sort_by_key(|batch| (batch.village.code, batch.period));
    let counted: Vec<_> = sorted.iter().map(|batch| (*batch, Totals::of(&batch.lines))).collect();
    let totals = Totals {
        lines: counted.iter().map(|(_, t)| t.lines).sum(),
        households: counted.iter().map(|(_, t)| t.households).sum(),
        persons: counted.iter().map(|(_, t)| t.persons).sum(),
        quantity: counted.iter().fold(Quantity::ZERO, |sum, (_, t)| sum.plus(t.quantity)),
        fen: pay_list::sum(counted.iter().map(|(_, t)| t.fen))?,
    };
    let rows =
        (1_u32..).zip(&counted).map(|(no, (batch, of_batch))| row(no, batch, of_batch)).collect();
    let mut total = vec![Cell::Empty, Cell::text("合计"), Cell::Empty, Cell::Empty, Cell::Empty];
    total.extend(figures(&totals));
    Ok(Summary { rows, total, totals })
}

fn row<'a>(no: u32, batch: &'a PaidBatch, totals: &Totals) -> Vec<Cell<'a>> {
    let mut cells = vec![
        Cell::Count(no),
        Cell::text(&batch.village.township),
        Cell::text(&batch.village.name),
        Cell::text(batch.period.in_chinese()),
        Cell::text(&batch.label),
    ];
    cells.extend(figures(totals));
    cells
}

const fn figures<'a>(totals: &Totals) -> [Cell<'a>; 5] {
    [
        Cell::Count(totals.lines),
        Cell::Count(totals.households),
        Cell::Count(totals.persons),
        Cell::Quantity(totals.quantity),
        Cell::Amount(totals.fen),
    ]
}
