//! A QR code in explicit black and white, with its quiet zone, on whatever background.
//!
//! Where there is room a module is two blanks; else two modules share a cell as the half block, the
//! one glyph here that is not ASCII (no code of version 4 fits 24 lines without it).
use super::canvas::Canvas;
use crate::app::views::QrView;
use crate::domain::text::sentence::Sentence;
use ratatui::layout::Rect;

/// Modules of white around the code that a reader wants.
const QUIET: usize = 4;
/// Cells beside the code for its words.
const WORDS: usize = 20;

/// Draws the code at the right, its words beside it.
pub fn draw(pen: &mut Canvas, area: Rect, view: &QrView) {
    pen.clear(area);
    let side = view.side + 2 * QUIET;
    let width = usize::from(area.width);
    let height = usize::from(area.height);
    if side * 2 + WORDS <= width && side <= height {
        whole_cells(pen, at_right(area, side * 2), view);
        words(pen, area, view, side * 2);
    } else if side <= width && side.div_ceil(2) <= height {
        half_blocks(pen, at_right(area, side), view);
        words(pen, area, view, side);
    } else {
        let sentence = pen.say(
            &Sentence::plain("app-qr-too-small")
                .with("columns", side + WORDS)
                .with("rows", side.div_ceil(2) + 3),
        );
        pen.paragraph(area, &sentence, pen.theme.block);
    }
}

/// Title, check code and address, in what the code leaves free.
fn words(pen: &mut Canvas, area: Rect, view: &QrView, taken: usize) {
    let width = usize::from(area.width).saturating_sub(taken + 2);
    let mut room = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: u16::try_from(width).unwrap_or(0),
        height: area.height.saturating_sub(1),
    };
    let code = pen.say(&Sentence::plain("app-qr-code").with("code", &view.check_code));
    for text in [&view.title, &code, &view.address] {
        let used = pen.paragraph(room, text, pen.theme.text) + 1;
        room = Rect {
            y: room.y + used.min(room.height),
            height: room.height.saturating_sub(used),
            ..room
        };
    }
}

/// The right end of `area`, `width` cells of it.
fn at_right(area: Rect, width: usize) -> Rect {
    let width = u16::try_from(width).unwrap_or(area.width).min(area.width);
    Rect { x: area.x + area.width - width, width, ..area }
}

/// Is the module dark? The quiet zone is light.
fn is_dark(view: &QrView, x: usize, y: usize) -> bool {
    let inside = |n: usize| n.checked_sub(QUIET).filter(|n| *n < view.side);
    let place = inside(x).zip(inside(y)).map(|(x, y)| y * view.side + x);
    place.and_then(|place| view.dark.get(place)).copied().unwrap_or(false)
}

fn whole_cells(pen: &mut Canvas, area: Rect, view: &QrView) {
    let side = view.side + 2 * QUIET;
    for (y, row) in (0..side).zip(area.y..) {
        for (x, column) in (0..side).zip((area.x..).step_by(2)) {
            let look = if is_dark(view, x, y) { pen.theme.dark } else { pen.theme.light };
            pen.cell(column, row, " ", look);
            pen.cell(column + 1, row, " ", look);
        }
    }
}

fn half_blocks(pen: &mut Canvas, area: Rect, view: &QrView) {
    let side = view.side + 2 * QUIET;
    for (y, row) in (0..side).step_by(2).zip(area.y..) {
        for (x, column) in (0..side).zip(area.x..) {
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
