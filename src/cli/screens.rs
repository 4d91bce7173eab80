//! The screens: without a command, and at the end of a demo. Needs a terminal at both ends.
use super::exit::Exit;
use super::session::Session;
use crate::domain::text::sentence::Sentence;
use crate::runtime::tui::{self, Wishes};
use std::path::PathBuf;

/// Runs the screens over the store in `place` until the person leaves.
pub fn run(session: &mut Session<'_, '_>, place: PathBuf) -> Exit {
    if !tui::is_possible() {
        return session.output.trouble(&Sentence::plain("cli-screens-no-terminal"), Exit::Usage);
    }
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let wishes =
        Wishes { place, words: session.output.words.clone(), plain, clock: session.clock() };
    match tui::run(wishes) {
        Ok(()) => Exit::Done,
        Err(_) => session.output.trouble(&Sentence::plain("cli-screens-lost"), Exit::Trouble),
    }
}
