//! 撤下通知: what hangs although it must not, until a photo shows each board without it.
use super::{Dossier, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Ask, Asked, Purpose, batch_forms};
use crate::app::effect::Effect;
use crate::app::listed::Listed;
use crate::app::orders::Paper;
use crate::app::update::Go;
use crate::app::views::RecallRow;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Recalls {
    /// Open ones.
    pub list: Listed<RecallRow>,
}

impl Recalls {
    pub(super) fn load(world: &mut World) {
        world.post.ask(Effect::ListRecalls);
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Open | Command::Dossier, Some(row)) => {
                return Go::to(Screen::Dossier(Box::new(Dossier::of(row.seen.batch.clone()))));
            }
            (Command::ConfirmRecall, Some(row)) => {
                return batch_forms::take_down(&row.seen, row.posting, &row.board, true, world);
            }
            (Command::Print, Some(_)) => {
                let fields = vec![Asked::text("app-field-folder", "recalls")];
                return Ask::open(
                    Purpose::Paper(Paper::Recalls),
                    Sentence::plain("app-title-print-recalls"),
                    fields,
                );
            }
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}
