//! What a person does at the terminal, free of terminal types: `runtime::input` makes these.
use crate::domain::values::money::half_width;
use jiff::civil::DateTime;

/// One thing that happened at the terminal.
#[derive(Clone, PartialEq, Eq)]
pub enum Input {
    /// A key went down.
    Key(Key),
    /// Text came in one piece (bracketed paste, or a burst of keys).
    Paste(String),
    /// The terminal has a new size.
    Resize(Size),
    /// Time went on: whole seconds of a monotonic clock, and what the wall says for the head line.
    Tick {
        /// Seconds since some fixed moment; never goes back.
        seconds: u64,
        /// The civil time at +08:00.
        wall: DateTime,
    },
}

impl std::fmt::Debug for Input {
    /// Never shows what was typed: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Key(_) => "Key(..)",
            Self::Paste(_) => "Paste(..)",
            Self::Resize(_) => "Resize(..)",
            Self::Tick { .. } => "Tick(..)",
        })
    }
}

/// Columns and rows of the terminal, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Cells across; a Chinese character takes two.
    pub columns: u16,
    /// Lines.
    pub rows: u16,
}

impl Default for Size {
    fn default() -> Self {
        Self { columns: 80, rows: 24 }
    }
}

/// A key as the command table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character as typed.
    Char(char),
    /// Control and a small letter.
    Ctrl(char),
    /// F1 to F12.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// Insert.
    Insert,
    /// Delete.
    Delete,
    /// Backspace.
    Backspace,
}

impl Key {
    /// The key that a command was meant by: an input method types `／`, `、` and `？` for `/` and
    /// `?`.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "only characters have a full-width form")]
    pub fn folded(self) -> Self {
        match self {
            Self::Char('、') => Self::Char('/'),
            Self::Char(c) => Self::Char(half_width(c)),
            key => key,
        }
    }

    /// Would an input method swallow or change it? Then it can only be a second key of a command.
    #[must_use]
    pub const fn is_letter(self) -> bool {
        matches!(self, Self::Char(c) if c != ' ' && c != '/')
    }
}

/// Reads `<down><f5>ab<enter>`: the language of the tests, and of nothing else.
#[cfg(test)]
pub(crate) fn keys(text: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|tail| tail.split_once('>'));
        if let Some((name, tail)) = named {
            keys.push(named_key(name));
            rest = tail;
        } else {
            keys.push(Key::Char(first));
            rest = rest.get(first.len_utf8()..).unwrap();
        }
    }
    keys
}

#[cfg(test)]
fn named_key(name: &str) -> Key {
    match name {
        "enter" => Key::Enter,
        "esc" => Key::Esc,
        "tab" => Key::Tab,
        "backtab" => Key::BackTab,
        "up" => Key::Up,
        "down" => Key::Down,
        "left" => Key::Left,
        "right" => Key::Right,
        "pgup" => Key::PageUp,
        "pgdn" => Key::PageDown,
        "home" => Key::Home,
        "end" => Key::End,
        "ins" => Key::Insert,
        "del" => Key::Delete,
        "back" => Key::Backspace,
        "space" => Key::Char(' '),
        other => match (other.strip_prefix("ctrl-"), other.strip_prefix('f')) {
            (Some(letter), _) => Key::Ctrl(letter.chars().next().unwrap()),
            (None, Some(number)) => Key::F(number.parse().unwrap()),
            (None, None) => unreachable!("no key is called {other}"),
        },
    }
}
