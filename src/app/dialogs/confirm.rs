//! Yes or no before a final act. No is chosen until a person moves to Yes; letters never answer.
use super::form::Form;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;

/// A question that waits for an answer; holds what was seen when it was asked.
#[derive(Debug, Clone)]
pub struct Confirm {
    /// What will happen, with counts and sums.
    pub facts: Vec<Sentence>,
    /// Is Yes chosen?
    pub yes: bool,
    effect: Effect,
    /// The form that led here: No leads back to it, and a refusal is told there.
    form: Option<Box<Form>>,
}

impl Confirm {
    /// Asks before `effect`, for which `form` was filled in, if there was one.
    #[must_use]
    pub const fn before(effect: Effect, facts: Vec<Sentence>, form: Option<Box<Form>>) -> Self {
        Self { facts, yes: false, effect, form }
    }

    /// The form that led here takes its place again.
    pub(super) const fn form(&mut self) -> Option<Box<Form>> {
        self.form.take()
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Left | Command::Right | Command::NextField | Command::PreviousField => {
                self.yes = !self.yes;
            }
            Command::Open if self.yes => {
                match &mut self.form {
                    Some(form) => {
                        form.order(self.effect.clone(), world);
                    }
                    None => {
                        world.order(self.effect.clone());
                    }
                }
                return Go::Close;
            }
            Command::Open | Command::Back => return Go::Close,
            _ => {}
        }
        Go::Stay
    }
}
