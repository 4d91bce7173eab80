//! Yes or no before a final act. No is chosen until a person moves to Yes; letters never answer.
use super::Dialog;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::update::Go;
use crate::app::world::World;
use crate::domain::sentence::Sentence;

/// A question that waits for an answer; holds what was seen when it was asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// What will happen, with counts and sums.
    pub facts: Vec<Sentence>,
    /// Is Yes chosen?
    pub yes: bool,
    effect: Effect,
}

impl Question {
    /// Asks before `effect`.
    #[must_use]
    pub fn before(effect: Effect, facts: Vec<Sentence>) -> Go {
        Go::Open(Box::new(Dialog::Question(Self { facts, yes: false, effect })))
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Left | Command::Right | Command::NextField | Command::PreviousField => self.yes = !self.yes,
            Command::Open => {
                if self.yes {
                    world.order(self.effect.clone());
                }
                return Go::Close;
            }
            Command::Back => return Go::Close,
            _ => {}
        }
        Go::Stay
    }
}
