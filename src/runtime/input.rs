//! From the terminal's events to `app::Input`: only keys going down, and pasted bursts in one
//! piece.
//!
//! Where bracketed paste is missing (the old console of Windows) a paste arrives as many keys at
//! once, each line end an Enter. A burst of them becomes one paste, so that no line of a pasted
//! list ever confirms anything.
use crate::app::input::{Input, Key, Size};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// So many characters waiting at once were not typed by fingers.
const BURST: usize = 4;

/// What the events that are waiting mean, in order. `bursts`: may a paste arrive as keys?
#[must_use]
pub fn inputs(events: Vec<Event>, bursts: bool) -> Vec<Input> {
    let mut inputs = Vec::with_capacity(events.len());
    let mut run: Vec<Key> = Vec::new();
    for event in events {
        let press = event.as_key_press_event();
        if let Some(key) = press.and_then(key_of) {
            if press.is_some_and(escaped) {
                settle(&mut run, &mut inputs);
                inputs.push(Input::Key(Key::Esc));
            }
            if bursts && typed(key).is_some() {
                run.push(key);
                continue;
            }
            settle(&mut run, &mut inputs);
            inputs.push(Input::Key(key));
            continue;
        }
        settle(&mut run, &mut inputs);
        match event {
            Event::Paste(text) => inputs.push(Input::Paste(text)),
            Event::Resize(columns, rows) => inputs.push(Input::Resize(Size { columns, rows })),
            Event::Key(_) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => {}
        }
    }
    settle(&mut run, &mut inputs);
    inputs
}

/// On Unix a quick Esc and the next key arrive as that key with Alt; no command has Alt.
fn escaped(event: KeyEvent) -> bool {
    !cfg!(windows) && event.modifiers.contains(KeyModifiers::ALT)
}

/// A run of printable keys: a paste if it is long and has a line end inside, else what was typed.
fn settle(run: &mut Vec<Key>, inputs: &mut Vec<Input>) {
    let keys = std::mem::take(run);
    // An Enter at the very end is a person who types fast and confirms.
    let ends_inside = keys.iter().rev().skip(1).any(|key| matches!(key, Key::Enter | Key::Tab));
    if keys.len() >= BURST && ends_inside {
        inputs.push(Input::Paste(keys.into_iter().filter_map(typed).collect()));
    } else {
        inputs.extend(keys.into_iter().map(Input::Key));
    }
}

/// The character that a key of a paste stands for.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other key types a character")]
const fn typed(key: Key) -> Option<char> {
    match key {
        Key::Char(c) => Some(c),
        Key::Enter => Some('\n'),
        Key::Tab => Some('\t'),
        _ => None,
    }
}

/// The key as the command table names it; `None` = one that means nothing here.
#[expect(clippy::wildcard_enum_match_arm, reason = "keyboards have keys that mean nothing here")]
fn key_of(event: KeyEvent) -> Option<Key> {
    // On Windows AltGr arrives as Control and Alt, and types characters.
    let types = cfg!(windows) && event.modifiers.contains(KeyModifiers::ALT);
    let control = event.modifiers.contains(KeyModifiers::CONTROL) && !types;
    match event.code {
        KeyCode::Char(c) if control => Some(Key::Ctrl(c.to_ascii_lowercase())),
        KeyCode::Char(c) => Some(Key::Char(c)),
        KeyCode::F(n) => Some(Key::F(n)),
        KeyCode::Enter => Some(Key::Enter),
        KeyCode::Esc => Some(Key::Esc),
        KeyCode::Tab => Some(Key::Tab),
        KeyCode::BackTab => Some(Key::BackTab),
        KeyCode::Up => Some(Key::Up),
        KeyCode::Down => Some(Key::Down),
        KeyCode::Left => Some(Key::Left),
        KeyCode::Right => Some(Key::Right),
        KeyCode::PageUp => Some(Key::PageUp),
        KeyCode::PageDown => Some(Key::PageDown),
        KeyCode::Home => Some(Key::Home),
        KeyCode::End => Some(Key::End),
        KeyCode::Insert => Some(Key::Insert),
        KeyCode::Delete => Some(Key::Delete),
        KeyCode::Backspace => Some(Key::Backspace),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyEventKind, KeyEventState};

    fn press(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    fn pressed(text: &str) -> Vec<Event> {
        text.chars()
            .map(|c| press(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) }))
            .collect()
    }

    #[test]
    fn a_key_that_goes_up_again_is_no_second_key() {
        let mut up = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        up.kind = KeyEventKind::Release;
        up.state = KeyEventState::NONE;
        assert_eq!(
            inputs(vec![press(KeyCode::Enter), Event::Key(up)], true),
            [Input::Key(Key::Enter)]
        );
    }

    #[test]
    fn pasted_lines_confirm_nothing() {
        assert_eq!(inputs(pressed("张三\n李四\n"), true), [Input::Paste("张三\n李四\n".into())]);
    }

    #[test]
    fn where_pastes_are_bracketed_quick_keys_stay_keys() {
        assert_eq!(inputs(pressed("张三\n李四\n"), false).len(), 6);
    }

    #[test]
    fn a_word_of_an_input_method_and_enter_stay_keys() {
        let keys = inputs(pressed("欧阳春梅\n"), true);
        assert_eq!(keys.len(), 5);
        assert_eq!(keys.last(), Some(&Input::Key(Key::Enter)));
    }

    #[cfg(unix)]
    #[test]
    fn a_quick_esc_before_a_key_is_not_lost() {
        let event = Event::Key(KeyEvent::new(
            KeyCode::Char('u'),
            KeyModifiers::CONTROL | KeyModifiers::ALT,
        ));
        assert_eq!(inputs(vec![event], false), [Input::Key(Key::Esc), Input::Key(Key::Ctrl('u'))]);
    }

    #[test]
    fn control_and_a_capital_letter_are_the_same_command() {
        let event = Event::Key(KeyEvent::new(
            KeyCode::Char('Z'),
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
        ));
        assert_eq!(inputs(vec![event], false), [Input::Key(Key::Ctrl('z'))]);
    }
}
