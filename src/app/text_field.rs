//! A one-line field: text, cursor, and whether it is shown. Drawing it is `ui`'s work.
use super::input::Key;
use tui_input::InputRequest;

/// The longest text that a field takes, in characters: a path is the longest thing typed.
pub const LONGEST: usize = 400;

/// What a clerk types into. Moves and deletes by grapheme.
#[derive(Clone, Default)]
pub struct TextField {
    input: tui_input::Input,
    hidden: bool,
}

impl std::fmt::Debug for TextField {
    /// Never shows the text: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TextField({} chars)", self.input.value().chars().count())
    }
}

impl TextField {
    /// A field that already holds `text`, cursor behind it.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self { input: tui_input::Input::new(text.to_owned()), hidden: false }
    }

    /// A field that shows `*` for each character.
    #[must_use]
    pub fn hidden() -> Self {
        Self { hidden: true, ..Self::default() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Nothing typed but blanks?
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text().trim().is_empty()
    }

    /// What may stand on the screen.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.hidden { "*".repeat(self.text().chars().count()) } else { self.text().to_owned() }
    }

    /// Characters before the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// Gives it another text.
    pub fn set(&mut self, text: &str) {
        self.input = tui_input::Input::new(text.to_owned());
    }

    /// A key that no command took. Is the text another one now?
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "a field knows the keys that change it, the rest is nobody's"
    )]
    pub fn press(&mut self, key: Key) -> bool {
        let request = match key {
            Key::Char(c) if !c.is_control() && self.text().chars().count() < LONGEST => {
                InputRequest::InsertChar(c)
            }
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
            Key::End => InputRequest::GoToEnd,
            Key::Backspace => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Ctrl('u') => InputRequest::DeleteLine,
            Key::Ctrl('k') => InputRequest::DeleteTillEnd,
            _ => return false,
        };
        self.input.handle(request).is_some_and(|change| change.value)
    }

    /// Text in one piece: line ends and tabs become blanks, control characters go.
    pub fn paste(&mut self, text: &str) -> bool {
        let one_line = text.trim_end_matches(['\r', '\n']).replace("\r\n", " ");
        let mut changed = false;
        for c in one_line.chars() {
            let c = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
            changed |= self.press(Key::Char(c));
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::secret::Secret;

    #[test]
    fn a_rare_character_goes_as_a_whole() {
        let mut field = TextField::with("赵𬭎");
        assert!(field.press(Key::Backspace));
        assert_eq!((field.text(), field.cursor()), ("赵", 1));
    }

    #[test]
    fn pasted_lines_become_one_line_and_bring_no_control_characters() {
        let mut field = TextField::default();
        field.paste("甲\r\n乙\u{1b}[2J\n");
        assert_eq!(field.text(), "甲 乙[2J");
    }

    #[test]
    fn a_password_is_neither_shown_nor_printed() {
        let mut field = TextField::hidden();
        field.paste("secret");
        assert_eq!(field.shown(), "******");
        assert!(!format!("{field:?} {:?}", Secret::new("secret")).contains("secret"));
    }
}
