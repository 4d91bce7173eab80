//! The looks of a workbook: one format per kind and place, made once.
use super::CellFormat;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// All looks.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) small: Format,
    pub(super) header: Format,
    rows: [Format; 6],
    totals: [Format; 6],
}

/// The six kinds in the order of the arrays above.
const KINDS: [CellFormat; 6] = [
    CellFormat::Text,
    CellFormat::Amount,
    CellFormat::Quantity,
    CellFormat::Rate,
    CellFormat::Count,
    CellFormat::Date,
];

impl Formats {
    pub(super) fn new() -> Self {
        let bordered = Format::new().set_border(FormatBorder::Thin);
        let bold = bordered.clone().set_bold();
        let header =
            bold.clone().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        Self {
            title: Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            small: Format::new().set_align(FormatAlign::Left),
            header: header.set_text_wrap().set_num_format("@"),
            rows: KINDS.map(|kind| of_kind(&bordered, kind)),
            totals: KINDS.map(|kind| of_kind(&bold, kind)),
        }
    }

    /// The look of a cell below the header.
    pub(super) fn row(&self, kind: CellFormat) -> &Format {
        pick(&self.rows, kind)
    }

    /// The look of a cell in a row of sums.
    pub(super) fn total(&self, kind: CellFormat) -> &Format {
        pick(&self.totals, kind)
    }
}

const fn pick(formats: &[Format; 6], kind: CellFormat) -> &Format {
    let [text, amount, quantity, rate, count, date] = formats;
    match kind {
        CellFormat::Text => text,
        CellFormat::Amount => amount,
        CellFormat::Quantity => quantity,
        CellFormat::Rate => rate,
        CellFormat::Count => count,
        CellFormat::Date => date,
    }
}

fn of_kind(base: &Format, kind: CellFormat) -> Format {
    let code = match kind {
        CellFormat::Text => "@",
        CellFormat::Amount => "#,##0.00",
        CellFormat::Quantity => "0.00##",
        CellFormat::Rate => "0.00######",
        CellFormat::Count => "0",
        CellFormat::Date => "yyyy-mm-dd",
    };
    base.clone().set_num_format(code)
}
