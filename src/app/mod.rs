//! The terminal's state machine, pure: `(State, Message) -> (State, effects as data)`.
//!
//! It knows the field (`domain`) and nothing else: no store, no terminal, no clock.
//! `runtime::worker` does the effects and answers by ticket; `ui` draws the state. Time comes in
//! with [`input::Input::Tick`].
//!
//! # A key's way
//! [`command::meant`] asks the one table what the key means where the keyboard is; what is no
//! command is text for the field that has the keyboard. [`update::update`] is total: every message
//! is met in every state.
pub mod command;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a dialog meets the commands that the table gives it, not all of them"
)]
pub mod dialogs;
pub mod effect;
pub mod input;
pub mod listed;
pub mod message;
pub mod orders;
pub mod requests;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a screen meets the commands that the table gives it, not all of them"
)]
pub mod screens;
pub mod text_field;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "commands and answers that are everybody's stand first, the rest goes to the screen"
)]
pub mod update;
pub mod views;
pub mod world;

#[cfg(test)]
pub(crate) mod sample_life;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use command::Place;
use dialogs::Dialog;
use effect::Effect;
use screens::{Login, Screen};
use text_field::TextField;
use world::World;

/// Screens one above the other; there is always one on top.
#[derive(Debug, Clone)]
pub struct Screens {
    /// Where Esc leads, the nearest last.
    pub below: Vec<Screen>,
    /// What is seen.
    pub top: Screen,
}

impl Screens {
    /// Only this one.
    pub fn reset(&mut self, screen: Screen) {
        self.below.clear();
        self.top = screen;
    }
}

/// All that the terminal shows.
#[derive(Debug, Clone)]
pub struct State {
    /// The screens.
    pub screens: Screens,
    /// The dialog over them.
    pub dialog: Option<Dialog>,
    /// The lock over everything.
    pub locked: Option<Login>,
    /// The form that was open when the desk was locked; hidden until the same person is back.
    pub set_aside: Option<Dialog>,
    /// Keys pressed after an act, before its screen was made anew: met when that has come, so that
    /// they meet what is true.
    pub typed_ahead: Option<Vec<input::Key>>,
    /// What they share.
    pub world: World,
}

impl State {
    /// Before the first message; asks who is there. `vocabulary`: what each row of
    /// [`command::TABLE`] is called.
    #[must_use]
    pub fn start(vocabulary: Vec<String>) -> (Self, Vec<effect::Request>) {
        let mut world = World { vocabulary, ..World::default() };
        world.post.ask(Effect::Knock);
        let sent = world.post.take();
        let screens = Screens { below: Vec::new(), top: Screen::Waiting };
        (
            Self { screens, dialog: None, locked: None, set_aside: None, typed_ahead: None, world },
            sent,
        )
    }

    /// Where the keyboard is.
    #[must_use]
    pub fn place(&self) -> Place {
        update::place(self)
    }

    /// Is somebody at work here (neither at the door nor locked)?
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.world.session.is_some() && self.locked.is_none()
    }

    /// The field with the keyboard.
    fn field(&mut self) -> Option<&mut TextField> {
        match (&mut self.dialog, &mut self.locked) {
            (Some(dialog), _) => dialog.field(),
            (None, Some(login)) => Some(login.field()),
            (None, None) => self.screens.top.field(),
        }
    }

    /// The field's text has changed.
    fn typed(&mut self) {
        match (&mut self.dialog, &mut self.locked) {
            (Some(dialog), _) => dialog.typed(&self.world),
            (None, Some(login)) => login.typed(&self.world),
            (None, None) => self.screens.top.typed(&mut self.world),
        }
    }
}
