//! What all screens draw with: text, rules, lists and fields on one buffer. Nothing outside the
//! buffer is touched, whatever the size.
use super::theme::Theme;
use super::width::{cells, fit};
pub use crate::app::listed::first_shown;
use crate::app::text_field::TextField;
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::Words;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_width::UnicodeWidthChar;

/// One frame's pen.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// The language.
    pub words: &'a Words,
    /// The looks.
    pub theme: &'a Theme,
    /// Where the real cursor stands: in the field with the keyboard.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    /// For one frame.
    pub const fn new(buffer: &'a mut Buffer, words: &'a Words, theme: &'a Theme) -> Self {
        Self { buffer, words, theme, cursor: None }
    }

    /// The word for a key of `app.ftl`.
    #[must_use]
    pub fn word(&self, key: &'static str) -> String {
        self.words.text(key)
    }

    /// A sentence.
    #[must_use]
    pub fn say(&self, sentence: &Sentence) -> String {
        self.words.say(sentence)
    }

    /// Text at the left of line `row` of `area`, cut to its width. Returns the cells used.
    pub fn text(&mut self, area: Rect, row: u16, text: &str, style: Style) -> u16 {
        let area = area.intersection(self.buffer.area);
        if row >= area.height || area.width == 0 {
            return 0;
        }
        let text = fit(text, usize::from(area.width));
        self.buffer.set_stringn(area.x, area.y + row, &text, usize::from(area.width), style);
        u16::try_from(cells(&text)).unwrap_or(u16::MAX)
    }

    /// Text at the right of line `row`.
    pub fn text_right(&mut self, area: Rect, row: u16, text: &str, style: Style) {
        let used = u16::try_from(cells(text)).unwrap_or(u16::MAX).min(area.width);
        self.text(Rect { x: area.x + area.width - used, width: used, ..area }, row, text, style);
    }

    /// A line of dashes: no box glyph is one cell wide everywhere.
    pub fn rule(&mut self, area: Rect, row: u16) {
        self.text(area, row, &"-".repeat(usize::from(area.width)), self.theme.text);
    }

    /// Empties whole lines, edge to edge: so no half of a Chinese character is left beside a
    /// dialog.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for row in 0..area.height {
            self.text(area, row, &" ".repeat(usize::from(area.width)), self.theme.text);
            self.buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, Style::reset());
        }
    }

    /// `text` over the whole line, in `style` from edge to edge.
    pub fn fill(&mut self, area: Rect, row: u16, text: &str, style: Style) {
        self.text(area, row, &crate::ui::width::left(text, usize::from(area.width)), style);
    }

    /// A list of `count` lines around the chosen one; `line` gives the text and look of each.
    pub fn list(
        &mut self,
        area: Rect,
        count: usize,
        chosen: usize,
        mut line: impl FnMut(usize) -> (String, Style),
    ) {
        let height = usize::from(area.height);
        let first = first_shown(count, chosen, height);
        for (row, place) in (first..count).take(height).enumerate() {
            let (text, style) = line(place);
            let mark = if place == chosen { ">" } else { " " };
            let style = if place == chosen { style.patch(self.theme.chosen) } else { style };
            self.fill(
                area,
                u16::try_from(row).unwrap_or(u16::MAX),
                &format!("{mark}{text}"),
                style,
            );
        }
    }

    /// Sentences broken to the width, from `scroll` on; returns the lines used.
    pub fn paragraph(&mut self, area: Rect, text: &str, style: Style) -> u16 {
        let mut row = 0;
        for line in crate::ui::width::broken(text, usize::from(area.width)) {
            if row >= area.height {
                break;
            }
            self.text(area, row, &line, style);
            row += 1;
        }
        row
    }

    /// A field `[text ]` of `area`'s width on line `row`. With the keyboard, the real cursor stands
    /// in it, and a text that is too long shows the part around the cursor.
    pub fn field(&mut self, area: Rect, row: u16, field: &TextField, has_keyboard: bool) {
        let room = usize::from(area.width.saturating_sub(2));
        let shown = field.shown();
        let before: usize =
            shown.chars().take(field.cursor()).map(|c| c.width().unwrap_or(0)).sum();
        let (text, column) =
            if has_keyboard { window(&shown, before, room) } else { (fit(&shown, room), 0) };
        let style = if has_keyboard { self.theme.field } else { self.theme.text };
        self.text(area, row, "[", self.theme.key);
        let inside =
            Rect { x: area.x.saturating_add(1), width: area.width.saturating_sub(2), ..area };
        self.fill(inside, row, &text, style);
        self.text_right(area, row, "]", self.theme.key);
        let cursor = Position::new(inside.x + u16::try_from(column).unwrap_or(0), area.y + row);
        if has_keyboard && row < area.height && self.buffer.area.contains(cursor) {
            self.cursor = Some(cursor);
        }
    }

    /// The real cursor, in the field with the keyboard.
    pub fn set_cursor(&mut self, x: u16, y: u16) {
        let cursor = Position::new(x, y);
        if self.buffer.area.contains(cursor) {
            self.cursor = Some(cursor);
        }
    }

    /// One cell, for QR codes.
    pub fn cell(&mut self, x: u16, y: u16, symbol: &str, style: Style) {
        if let Some(cell) = self.buffer.cell_mut(Position::new(x, y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// The part of `text` around the cursor (`before` cells stand left of it), and the cursor's column
/// in it.
fn window(text: &str, before: usize, room: usize) -> (String, usize) {
    let hidden = (before + 1).saturating_sub(room);
    let mut skipped = 0;
    let mut used = 0;
    let mut shown = String::new();
    for c in crate::domain::text::display::visible(text).chars() {
        let width = c.width().unwrap_or(0);
        if skipped < hidden {
            skipped += width;
        } else if used + width <= room {
            used += width;
            shown.push(c);
        } else {
            break;
        }
    }
    (shown, before.saturating_sub(skipped))
}
