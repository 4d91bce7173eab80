//! The line that names the parts of the public side, the present one in brackets; and lists that
//! come from the world.
use super::canvas::{Canvas, first_shown};
use super::layout::Body;
use crate::app::listed::Listed;
use crate::app::section::Section;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the line; gives what is left of the body.
pub fn draw(pen: &mut Canvas, body: Body, here: Section) -> Body {
    let mut x = 0;
    for section in Section::ALL {
        let word = pen.word(section.key());
        let (text, style) = if section == here {
            (format!("[{word}]"), pen.theme.chosen)
        } else {
            (format!(" {word} "), pen.theme.text)
        };
        let at = Rect { x: body.main.x + x, width: body.main.width.saturating_sub(x), ..body.main };
        x += pen.text(at, 0, &text, style);
    }
    let main = Rect { y: body.main.y + 1, height: body.main.height.saturating_sub(1), ..body.main };
    Body { main, ..body }
}

/// A head and the rows below it, as far as they are seen; one sentence where there is none.
pub fn list<T>(
    pen: &mut Canvas,
    body: Body,
    head: &str,
    listed: &Listed<T>,
    none: &'static str,
    line: impl Fn(&Canvas, &T) -> (String, Style),
) {
    let area = Rect { y: body.main.y + 1, height: body.main.height.saturating_sub(1), ..body.main };
    let Some(rows) = &listed.rows else {
        let sentence = pen.word("app-loading");
        pen.text(area, 0, &format!(" {sentence}"), pen.theme.text);
        return;
    };
    if rows.is_empty() {
        let sentence = pen.word(none);
        pen.paragraph(
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area },
            &sentence,
            pen.theme.text,
        );
        return;
    }
    pen.text(body.main, 0, &format!(" {head}"), pen.theme.key);
    let height = usize::from(area.height);
    let first = first_shown(rows.len(), listed.cursor, height);
    let shown: Vec<(String, Style)> =
        rows.iter().skip(first).take(height).map(|row| line(pen, row)).collect();
    pen.list(area, rows.len(), listed.cursor, |place| {
        place.checked_sub(first).and_then(|row| shown.get(row).cloned()).unwrap_or_default()
    });
}
