//! 到期办理: results to be made public, lists to be taken off, rows to be destroyed; F8 does what
//! is due.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings;
use crate::app::readiness::Readiness;
use crate::app::views::DueRow;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct DueList {
    /// What is due.
    pub list: Listed<DueRow>,
}

impl DueList {
    pub(super) fn load(world: &mut World) {
        world.requests.ask(Effect::ListDue);
    }

    /// The rules say whether what is due may be done by this user.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        match (command, self.list.chosen()) {
            (Command::DoDue, Some(row)) => Readiness::of(row.possible.may(row.kind.act())),
            (Command::DoDue, None) => Readiness::No(Sentence::plain("app-due-none")),
            _ => Readiness::Yes,
        }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Open | Command::Dossier, Some(row)) => {
                return Go::dossier(&row.seen.batch);
            }
            (Command::DoDue, Some(row)) => return openings::batches::settle(row),
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}
