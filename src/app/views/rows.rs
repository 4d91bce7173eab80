//! The sheet of a batch, its findings, and the row being mended.
use super::{BatchId, Seen, Standing};
use crate::domain::roll::finding::{Check, Level};
use crate::domain::roll::{Field, Totals};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use crate::office::Possibilities;

/// One line of a roll's sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Its number.
    pub no: u32,
    /// 户主 (or 享受人 in a per-person programme).
    pub name: String,
    /// ID number, masked.
    pub id: String,
    /// Card, masked.
    pub card: String,
    /// 村民小组
    pub group: String,
    /// Quantity.
    pub quantity: Option<Quantity>,
    /// Rate.
    pub rate: Option<Rate>,
    /// Amount.
    pub amount: Fen,
    /// Places in [`RowsView::findings`] of the findings that name this line, the gravest first.
    pub findings: Vec<usize>,
}

impl std::fmt::Debug for LineRow {
    /// Shows the line's number only: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LineRow({})", self.no)
    }
}

/// A finding as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// Which check.
    pub check: Check,
    /// How serious.
    pub level: Level,
    /// The lines meant.
    pub lines: Vec<u32>,
    /// The cell to mend.
    pub field: Option<Field>,
    /// What is wrong and what to do.
    pub sentence: Sentence,
    /// The clerk's reason.
    pub reason: Option<String>,
}

/// A roll as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsView {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// How far it has come.
    pub standing: Standing,
    /// What this user may do with it.
    pub possible: Possibilities,
    /// The programme's unit.
    pub unit: String,
    /// The lines, in order of number.
    pub lines: Vec<LineRow>,
    /// All findings, the gravest first.
    pub findings: Vec<FindingRow>,
    /// Counts and sums.
    pub totals: Totals,
    /// The number a new line gets: one more than the largest ever used.
    pub next_line: u32,
    /// When the last edit was saved, as `09:20:31`.
    pub saved_at: Option<String>,
}

/// One cell of the row being mended, unmasked.
#[derive(Clone, PartialEq, Eq)]
pub struct CellView {
    /// Which cell.
    pub field: Field,
    /// What stands there.
    pub value: String,
    /// Does the program compute it? Then it is shown and not entered.
    pub computed: bool,
}

impl std::fmt::Debug for CellView {
    /// Never shows the value: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CellView({:?})", self.field)
    }
}

/// The row being mended: the only view with full numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineForm {
    /// The batch.
    pub batch: BatchId,
    /// The line.
    pub line: u32,
    /// Its cells, in the order of the form.
    pub cells: Vec<CellView>,
    /// The same person in the batch before.
    pub last: Option<LastTime>,
}

/// What the same person had last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTime {
    /// Quantity then.
    pub quantity: Option<Quantity>,
    /// Amount then.
    pub amount: Fen,
    /// ID number then, masked.
    pub id: String,
}
