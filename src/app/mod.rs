//! The terminal's state machine, pure: `(State, Message) -> (State, effects as data)`.
//!
//! It knows the field (`domain`), the acts (`office`) and nothing else: no store, no terminal, no clock.
//! `runtime::worker` does the effects and answers by ticket; `ui` draws the state. Time comes in
//! with [`input::Input::Tick`].
//!
//! # A key's way
//! [`command::meant`] asks the one table what the key means where the keyboard is; what is no
//! command is text for the field that has the keyboard. [`update::update`] is total: every message
//! is met in every state.
//!
//! # A form's way
//! A screen says which act it means, about what, and what it knows (`openings`). The form
//! (`dialogs::form`) is made from what the office says the act asks; what was typed goes back to the
//! office by the fields' names and becomes the request that [`effect::Effect::Perform`] carries out.
//!
//! # No circles
//! Screens and dialogs name one another by [`screen_target::ScreenTarget`] and [`go::Go`]; only
//! `update` makes them.
pub mod command;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a dialog meets the commands that the table gives it, not all of them"
)]
pub mod dialogs;
pub mod effect;
pub mod go;
pub mod input;
pub mod listed;
pub mod looked;
pub mod message;
pub mod openings;
pub mod paper;
pub mod pending;
pub mod readiness;
pub mod requests;
pub mod screen_target;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a screen meets the commands that the table gives it, not all of them"
)]
pub mod screens;
pub mod section;
mod state;
pub mod text_field;
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "commands and answers that are everybody's stand first, the rest goes to the screen"
)]
pub mod update;
pub mod views;
pub mod world;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use state::{Screens, State};
