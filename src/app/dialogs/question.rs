//! Yes or no before a final act. No is chosen until a person moves to Yes; letters never answer.
use super::{Ask, Dialog};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::update::Go;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;

/// A question that waits for an answer; holds what was seen when it was asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// What will happen, with counts and sums.
    pub facts: Vec<Sentence>,
    /// Is Yes chosen?
    pub yes: bool,
    effect: Effect,
    /// The form that led here: No leads back to it, and a refusal is told there.
    form: Option<Box<Ask>>,
}

impl Question {
    /// Asks before `effect`.
    #[must_use]
    pub fn before(effect: Effect, facts: Vec<Sentence>) -> Go {
        Go::Open(Box::new(Dialog::Question(Self { facts, yes: false, effect, form: None })))
    }

    /// Asks before `effect`, for which `form` was filled in.
    #[must_use]
    pub fn after(form: Ask, effect: Effect, facts: Vec<Sentence>) -> Go {
        Go::Open(Box::new(Dialog::Question(Self {
            facts,
            yes: false,
            effect,
            form: Some(Box::new(form)),
        })))
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Left | Command::Right | Command::NextField | Command::PreviousField => {
                self.yes = !self.yes
            }
            Command::Open if self.yes => return self.order(world),
            Command::Open | Command::Back => return self.form.take().map_or(Go::Close, reopened),
            _ => {}
        }
        Go::Stay
    }

    fn order(&mut self, world: &mut World) -> Go {
        let Some(mut form) = self.form.take() else {
            world.order(self.effect.clone());
            return Go::Close;
        };
        form.order(self.effect.clone(), world);
        reopened(form)
    }
}

fn reopened(form: Box<Ask>) -> Go {
    Go::Open(Box::new(Dialog::Ask(*form)))
}
