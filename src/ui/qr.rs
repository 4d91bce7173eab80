//! A QR code in explicit black and white, with its quiet zone, on whatever background.
//!
//! Where there is room a module is two blanks; else two modules share a cell as the half block, the one glyph here
//! that is not ASCII (no code of version 4 fits 24 lines without it).
use super::pen::Pen;
use crate::app::views::QrView;
use crate::domain::sentence::Sentence;
use ratatui::layout::Rect;

/// Modules of white around the code that a reader wants.
const QUIET: usize = 4;

/// Draws the code in the middle, its words below where there is room.
pub fn draw(pen: &mut Pen, area: Rect, view: &QrView) {
    pen.veil(area);
    let side = view.side + 2 * QUIET;
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    if side * 2 <= width && side < height {
        whole_cells(pen, area, view);
        words(pen, area, view, side);
    } else if side <= width && side.div_ceil(2) <= height {
        half_blocks(pen, area, view);
        words(pen, area, view, side.div_ceil(2));
    } else {
        let said = pen.say(&Sentence::plain("app-qr-too-small").with("columns", side).with("rows", side.div_ceil(2) + 3));
        pen.paragraph(area, &said, pen.theme.block);
        words(pen, area, view, 3);
    }
}

fn words(pen: &mut Pen, area: Rect, view: &QrView, used: usize) {
    let row = u16::try_from(used).unwrap_or(u16::MAX);
    let said = Sentence::plain("app-qr-words").with("code", &view.check_code).with("address", &view.address);
    let said = pen.say(&said);
    pen.text(area, row, &format!(" {} {said}", view.title), pen.theme.text);
}

/// Is the module dark? The quiet zone is light.
fn is_dark(view: &QrView, x: usize, y: usize) -> bool {
    let inside = |n: usize| n.checked_sub(QUIET).filter(|n| *n < view.side);
    let place = inside(x).zip(inside(y)).map(|(x, y)| y * view.side + x);
    place.and_then(|place| view.dark.get(place)).copied().unwrap_or(false)
}

fn whole_cells(pen: &mut Pen, area: Rect, view: &QrView) {
    let side = view.side + 2 * QUIET;
    for (y, row) in (0..side).zip(area.y..) {
        for (x, column) in (0..side).zip((area.x..).step_by(2)) {
            let look = if is_dark(view, x, y) { pen.theme.dark } else { pen.theme.light };
            pen.cell(column, row, " ", look);
            pen.cell(column + 1, row, " ", look);
        }
    }
}

fn half_blocks(pen: &mut Pen, area: Rect, view: &QrView) {
    let side = view.side + 2 * QUIET;
    let left = (usize::from(area.width) - side) / 2;
    for (y, row) in (0..side).step_by(2).zip(area.y..) {
        for (x, column) in (0..side).zip(area.x + u16::try_from(left).unwrap_or(0)..) {
            let (symbol, look) = match (is_dark(view, x, y), is_dark(view, x, y + 1)) {
                (false, false) => (" ", pen.theme.light),
                (true, true) => (" ", pen.theme.dark),
                (true, false) => ("\u{2580}", pen.theme.dark_over_light),
                (false, true) => ("\u{2580}", pen.theme.light_over_dark),
            };
            pen.cell(column, row, symbol, look);
        }
    }
}
