//! A form over the lower part of the screen: labels, fields and choices, one under the other, the
//! one with the keyboard in sight.
use super::canvas::Canvas;
use super::layout::{Body, bottom};
use super::width::{broken, cells, fit, left};
use crate::app::dialogs::{FieldEntry, Form, FormField};
use crate::app::text_field::TextField;
use crate::domain::text::sentence::Sentence;
use crate::office::{Choosable, Label};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthChar;

/// Cells of a label.
const LABEL: usize = 18;
/// Lines of a longer text.
const LONG: u16 = 3;

/// Draws the form.
pub fn draw(pen: &mut Canvas, body: Body, form: &Form) {
    let width = usize::from(body.whole().width.saturating_sub(2));
    let title: Vec<String> = broken(&pen.say(&form.title), width).into_iter().take(2).collect();
    let head = u16::try_from(title.len()).unwrap_or(2);
    let entries: u16 = form.fields.iter().map(height).sum();
    let area = bottom(pen, body, head + entries + 2);
    for (row, line) in (0..).zip(&title) {
        pen.text(area, row, line, pen.theme.key);
    }
    // The last line says what is wrong.
    let list = Rect { y: area.y + head + 1, height: area.height.saturating_sub(head + 2), ..area };
    fields(pen, list, form);
    let (sentence, style) = match &form.wrong {
        Some(wrong) => (pen.say(wrong), pen.theme.block),
        None if form.sent => (pen.word("app-at-work"), pen.theme.inform),
        None => (count(pen, form), pen.theme.inform),
    };
    pen.text(area, area.height.saturating_sub(1), &sentence, style);
}

/// Where one is in a form of several entries.
fn count(pen: &Canvas, form: &Form) -> String {
    if form.fields.len() < 2 {
        return String::new();
    }
    pen.say(
        &Sentence::plain("app-form-place")
            .with("place", form.focus + 1)
            .with("count", form.fields.len()),
    )
}

const fn height(asked: &FormField) -> u16 {
    match asked.entry {
        FieldEntry::Long(_) => LONG,
        FieldEntry::Text(_) | FieldEntry::Choice { .. } | FieldEntry::Marks { .. } => 1,
    }
}

fn fields(pen: &mut Canvas, area: Rect, form: &Form) {
    let first = first_shown(form, area.height);
    let mut row = 0;
    for (place, asked) in form.fields.iter().enumerate().skip(first) {
        if row + height(asked) > area.height {
            break;
        }
        let has_keyboard = place == form.focus && !form.sent;
        let label = left(&pen.word(asked.label), LABEL);
        let style = if has_keyboard { pen.theme.key } else { pen.theme.text };
        let used = pen.text(area, row, &label, style);
        let room = Rect {
            x: area.x + used,
            y: area.y + row,
            width: area.width.saturating_sub(used),
            height: height(asked),
        };
        entry(pen, room, asked, has_keyboard);
        row += height(asked);
    }
}

/// The first entry shown, so that the one with the keyboard has room.
fn first_shown(form: &Form, room: u16) -> usize {
    let mut first = 0;
    let needed =
        |first: usize| form.fields.iter().take(form.focus + 1).skip(first).map(height).sum::<u16>();
    while first < form.focus && needed(first) > room {
        first += 1;
    }
    first
}

fn entry(pen: &mut Canvas, room: Rect, asked: &FormField, has_keyboard: bool) {
    match &asked.entry {
        FieldEntry::Text(field) => pen.field(room, 0, field, has_keyboard),
        FieldEntry::Long(field) => long(pen, room, field, has_keyboard),
        FieldEntry::Choice { options, chosen } => {
            let marks: Vec<bool> = (0..options.len()).map(|place| place == *chosen).collect();
            choice(pen, room, options, &marks, *chosen, has_keyboard);
        }
        FieldEntry::Marks { options, marked, at } => {
            marks(pen, room, options, marked, *at, has_keyboard);
        }
    }
}

fn name(pen: &Canvas, label: &Label) -> String {
    match label {
        Label::Key(key) => pen.word(key),
        Label::Said(sentence) => sentence.clone(),
    }
}

/// All options in a line, the chosen one in brackets; where they do not fit, the chosen one and how
/// many there are.
fn choice(
    pen: &mut Canvas,
    room: Rect,
    options: &[Choosable],
    marks: &[bool],
    chosen: usize,
    has_keyboard: bool,
) {
    let names: Vec<String> = options.iter().map(|option| name(pen, &option.label)).collect();
    let wanted: usize = names.iter().map(|name| cells(name) + 3).sum();
    let look =
        |marked: bool| if marked && has_keyboard { pen.theme.chosen } else { pen.theme.text };
    if wanted > usize::from(room.width) {
        let name = names.get(chosen).map_or("", String::as_str);
        let place = format!("  {}/{}", chosen + 1, names.len());
        let name = fit(name, usize::from(room.width).saturating_sub(cells(&place) + 2));
        pen.text(room, 0, &format!("[{name}]{place}"), look(true));
        return;
    }
    let mut x = 0;
    for (name, marked) in names.iter().zip(marks) {
        let text = if *marked { format!("[{name}]") } else { format!(" {name} ") };
        let at = Rect { x: room.x + x, width: room.width.saturating_sub(x), ..room };
        x += pen.text(at, 0, &text, look(*marked)) + 1;
    }
}

/// Each option with its mark; the one at the keyboard reversed.
fn marks(
    pen: &mut Canvas,
    room: Rect,
    options: &[Choosable],
    marked: &[bool],
    at: usize,
    has_keyboard: bool,
) {
    let mut x = 0;
    for (place, (option, mark)) in options.iter().zip(marked).enumerate() {
        let text = format!("[{}]{}", if *mark { "x" } else { " " }, name(pen, &option.label));
        let style = if has_keyboard && place == at { pen.theme.chosen } else { pen.theme.text };
        let area = Rect { x: room.x + x, width: room.width.saturating_sub(x), ..room };
        x += pen.text(area, 0, &text, style) + 1;
    }
}

/// A longer text over a few lines, broken at cells, the line with the cursor in sight.
fn long(pen: &mut Canvas, room: Rect, field: &TextField, has_keyboard: bool) {
    let inside = Rect { x: room.x + 1, width: room.width.saturating_sub(2), ..room };
    let (lines, cursor) = wrapped(&field.shown(), field.cursor(), usize::from(inside.width));
    let first = cursor.0.saturating_sub(usize::from(room.height).saturating_sub(1));
    let style: Style = if has_keyboard { pen.theme.field } else { pen.theme.text };
    for row in 0..room.height {
        let line = lines.get(first + usize::from(row)).map_or("", String::as_str);
        pen.text(room, row, "[", pen.theme.key);
        pen.fill(inside, row, line, style);
        pen.text_right(room, row, "]", pen.theme.key);
    }
    if has_keyboard {
        let line = cursor.0.saturating_sub(first);
        let column = cursor.1.min(usize::from(inside.width.saturating_sub(1)));
        pen.set_cursor(
            inside.x + u16::try_from(column).unwrap_or(0),
            room.y + u16::try_from(line).unwrap_or(0),
        );
    }
}

/// Lines of at most `columns` cells, and line and column of the character place `cursor`.
fn wrapped(text: &str, cursor: usize, columns: usize) -> (Vec<String>, (usize, usize)) {
    let mut lines = vec![String::new()];
    let mut used = 0;
    let mut at = (0, 0);
    for (place, c) in text.chars().enumerate() {
        let width = c.width().unwrap_or(0);
        if used + width > columns && used > 0 {
            lines.push(String::new());
            used = 0;
        }
        if place == cursor {
            at = (lines.len() - 1, used);
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
        used += width;
    }
    if cursor >= text.chars().count() {
        at = if used >= columns && columns > 0 {
            lines.push(String::new());
            (lines.len() - 1, 0)
        } else {
            (lines.len() - 1, used)
        };
    }
    (lines, at)
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_long_text_is_broken_at_cells_and_the_cursor_stands_where_it_is_typed() {
        assert_eq!(
            wrapped("面积少登了两亩", 7, 8),
            (vec!["面积少登".to_owned(), "了两亩".to_owned()], (1, 6))
        );
        assert_eq!(wrapped("面积少登", 4, 8), (vec!["面积少登".to_owned(), String::new()], (1, 0)));
        assert_eq!(wrapped("面积少登了", 4, 8).1, (1, 0));
        assert_eq!(wrapped("", 0, 0), (vec![String::new()], (0, 0)));
    }
}
