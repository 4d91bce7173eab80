//! 到期办理: results to be made public, lists to be taken off, rows to be destroyed; F8 does what
//! is due.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings;
use crate::app::views::{DueKind, DueRow};
use crate::app::world::World;
use crate::domain::people::user::Role;
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

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Open | Command::Dossier, Some(row)) => {
                return Go::dossier(&row.seen.batch);
            }
            (Command::DoDue, Some(row)) => return settle(row, world),
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}

fn settle(row: &DueRow, world: &mut World) -> Go {
    if matches!(row.kind, DueKind::Erase(_)) && !world.holds(Role::Administrator) {
        world.refuse(Sentence::plain("app-needs-administrator"));
        return Go::Stay;
    }
    openings::batches::settle(row)
}
