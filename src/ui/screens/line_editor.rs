//! The editor of the row being mended: labels and fields flowing over a few lines, the one with the
//! keyboard in sight.
use super::super::width::cells;
use crate::app::screens::LineEditor;
use crate::app::text_field::TextField;
use crate::domain::roll::Field;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;

/// Draws it; returns the lines used.
pub fn draw(pen: &mut Canvas, area: Rect, form: &LineEditor) -> u16 {
    let places = flow(pen, area.width, form);
    let focused = places.get(form.focus).map_or(0, |place| place.0);
    let last = places.last().map_or(0, |place| place.0);
    let height = area.height.saturating_sub(1).max(1);
    let first = focused.saturating_sub(height / 2).min((last + 1).saturating_sub(height));
    for (n, (cell, (line, x))) in form.line.cells.iter().zip(places).enumerate() {
        let Some(row) = line.checked_sub(first).filter(|row| *row < height) else { continue };
        let at = Rect { x: area.x + x, width: area.width.saturating_sub(x), ..area };
        let has_keyboard = n == form.focus;
        let label = pen.word(label(cell.field));
        let used =
            pen.text(at, row, &label, if has_keyboard { pen.theme.key } else { pen.theme.text });
        let room = Rect {
            x: at.x + used + 1,
            width: width(cell.field).min(at.width.saturating_sub(used + 1)),
            ..at
        };
        if cell.computed {
            let value = pen.say(&Sentence::plain("app-computed").with("value", &cell.value));
            pen.text(room, row, &value, pen.theme.text);
        } else if has_keyboard {
            pen.field(room, row, &form.field, true);
        } else {
            pen.field(room, row, &TextField::with(&cell.value), false);
        }
    }
    let used = (last + 1).min(height);
    if let Some(before) = &form.line.last {
        let quantity =
            before.quantity.map_or_else(|| "-".to_owned(), |quantity| quantity.to_string());
        let sentence = Sentence::plain("app-last-time")
            .with("quantity", quantity)
            .with("amount", before.amount.grouped())
            .with("id", &before.id);
        let sentence = pen.say(&sentence);
        pen.text(area, used, &sentence, pen.theme.text);
        return used + 1;
    }
    used
}

/// Line and column of each cell.
fn flow(pen: &Canvas, room: u16, form: &LineEditor) -> Vec<(u16, u16)> {
    let mut line = 0_u16;
    let mut x = 0_u16;
    let mut places = Vec::with_capacity(form.line.cells.len());
    for cell in &form.line.cells {
        let label = u16::try_from(cells(&pen.word(label(cell.field)))).unwrap_or(8);
        let wanted = label + 1 + width(cell.field);
        if x > 0 && x + wanted > room {
            line += 1;
            x = 0;
        }
        places.push((line, x));
        x += wanted + 2;
    }
    places
}

/// Cells that the field of a cell takes, brackets included.
const fn width(field: Field) -> u16 {
    match field {
        Field::Name
        | Field::BeneficiaryName
        | Field::PayeeName
        | Field::Household
        | Field::PaidOn
        | Field::Amount => 14,
        Field::Id | Field::BeneficiaryId | Field::PayeeId => 21,
        Field::Card => 23,
        Field::Bank | Field::Remark => 24,
        Field::Phone => 15,
        Field::Group | Field::Quantity | Field::Rate => 10,
        Field::Months => 6,
    }
}

/// Key of a cell's label.
pub const fn label(field: Field) -> &'static str {
    match field {
        Field::Name => "app-field-name",
        Field::Id => "app-field-id",
        Field::BeneficiaryName => "app-field-beneficiary-name",
        Field::BeneficiaryId => "app-field-beneficiary-id",
        Field::PayeeName => "app-field-payee-name",
        Field::PayeeId => "app-field-payee-id",
        Field::Household => "app-field-household",
        Field::Group => "app-field-group",
        Field::Bank => "app-field-bank",
        Field::Card => "app-field-card",
        Field::Phone => "app-field-phone",
        Field::Quantity => "app-field-quantity",
        Field::Rate => "app-field-rate",
        Field::Months => "app-field-months",
        Field::Amount => "app-field-amount",
        Field::PaidOn => "app-field-paid-on",
        Field::Remark => "app-field-remark",
    }
}
