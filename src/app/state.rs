//! All that the terminal shows, and what it waits for.
use super::command::Focus;
use super::dialogs::Dialog;
use super::effect::{Effect, TicketedEffect};
use super::input::Key;
use super::screens::{Login, Screen};
use super::text_field::TextField;
use super::world::World;

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
    pub typed_ahead: Option<Vec<Key>>,
    /// What they share.
    pub world: World,
}

impl State {
    /// Before the first message; asks who is there. `vocabulary`: what each row of
    /// [`super::command::TABLE`] is called.
    #[must_use]
    pub fn start(vocabulary: Vec<String>) -> (Self, Vec<TicketedEffect>) {
        let mut world = World { vocabulary, ..World::default() };
        world.requests.ask(Effect::ProbeStore);
        let sent = world.requests.take();
        let screens = Screens { below: Vec::new(), top: Screen::Waiting };
        (
            Self { screens, dialog: None, locked: None, set_aside: None, typed_ahead: None, world },
            sent,
        )
    }

    /// Where the keyboard is.
    #[must_use]
    pub fn focus(&self) -> Focus {
        match (&self.dialog, &self.locked) {
            (Some(dialog), _) => dialog.focus(),
            (None, Some(_)) => Focus::Login,
            (None, None) => self.screens.top.focus(),
        }
    }

    /// Is somebody at work here (neither at the door nor locked)?
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.world.session.is_some() && self.locked.is_none()
    }

    /// The field with the keyboard.
    pub(super) fn field(&mut self) -> Option<&mut TextField> {
        match (&mut self.dialog, &mut self.locked) {
            (Some(dialog), _) => dialog.field(),
            (None, Some(login)) => Some(login.field()),
            (None, None) => self.screens.top.field(),
        }
    }

    /// The field's text has changed.
    pub(super) fn typed(&mut self) {
        match (&mut self.dialog, &mut self.locked) {
            (Some(dialog), _) => dialog.typed(&self.world),
            (None, Some(login)) => login.typed(&self.world),
            (None, None) => self.screens.top.typed(&mut self.world),
        }
    }
}
