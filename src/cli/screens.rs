//! The screens: without a command, and at the end of a demo. Needs a terminal at both ends.
use super::exit::Exit;
use super::invocation::Invocation;
use crate::domain::text::sentence::Sentence;
use crate::runtime::tui::{self, Wishes};
use std::path::PathBuf;

/// Runs the screens over the store in `place` until the person leaves.
pub fn run(invocation: &mut Invocation<'_, '_>, place: PathBuf) -> Exit {
    if !tui::is_possible() {
        return invocation.output.trouble(&Sentence::plain("cli-screens-no-terminal"), Exit::Usage);
    }
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let wishes =
        Wishes { place, words: invocation.output.words.clone(), plain, clock: invocation.clock() };
    match tui::run(wishes) {
        Ok(()) => Exit::Done,
        Err(_) => invocation.output.trouble(&Sentence::plain("cli-screens-lost"), Exit::Trouble),
    }
}
