//! Drawing, pure: looks at the state, decides nothing, keeps nothing.
//!
//! Designed at 80x24 cells, usable at 60x20, with a pane at the right from 100 columns. One
//! reversed line on top, one line of keys below, no boxes. What is absent: the store, the clock,
//! decisions, and colours outside [`theme`].
pub mod canvas;
pub mod theme;
pub mod width;

mod detail;
mod dialogs;
mod forms;
mod keys;
mod layout;
mod qr;
mod screens;
mod sections;
mod sheet;

#[cfg(test)]
mod tests;

use crate::app::State;
use crate::domain::text::sentence::Sentence;
use crate::domain::text::words::Words;
use canvas::Canvas;
use pinyin::ToPinyin;
use ratatui::Frame;
use theme::Theme;

/// The smallest terminal on which the screens make sense.
pub const FLOOR: (u16, u16) = (48, 14);

/// Draws one frame of `state`.
pub fn draw(frame: &mut Frame, state: &State, words: &Words, theme: &Theme) {
    let area = frame.area();
    let mut pen = Canvas::new(frame.buffer_mut(), words, theme);
    if area.width < FLOOR.0 || area.height < FLOOR.1 {
        let sentence = Sentence::plain("app-too-small")
            .with("columns", area.width)
            .with("rows", area.height)
            .with("least_columns", FLOOR.0)
            .with("least_rows", FLOOR.1);
        let sentence = pen.say(&sentence);
        pen.paragraph(area, &sentence, theme.text);
    } else {
        let body = layout::draw(&mut pen, area, state);
        match &state.locked {
            Some(login) => screens::login(&mut pen, body.whole(), login, &state.world),
            None => screens::draw(&mut pen, body, state),
        }
        if let Some(dialog) = &state.dialog {
            dialogs::draw(&mut pen, body, dialog, &state.world);
        }
        keys::draw(&mut pen, body.keys, state);
    }
    if let Some(cursor) = pen.cursor {
        frame.set_cursor_position(cursor);
    }
}

/// What each row of the command table is called, for the palette: its words and their pinyin
/// initials.
#[must_use]
pub fn vocabulary(words: &Words) -> Vec<String> {
    let named = |key| {
        let text = words.text(key).to_lowercase();
        let initials: String =
            text.as_str().to_pinyin().flatten().map(pinyin::Pinyin::first_letter).collect();
        format!("{text} {initials}")
    };
    crate::app::command::TABLE.iter().map(|row| named(row.words)).collect()
}
