//! 撤下通知: what hangs although it must not, until a photo shows each board without it.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings::{papers, publications};
use crate::app::paper::Paper;
use crate::app::readiness::Readiness;
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
        world.requests.ask(Effect::ListRecalls);
    }

    /// The rules say whether the chosen one may be confirmed.
    #[must_use]
    pub fn readiness(&self, command: Command) -> Readiness {
        match (command, self.list.chosen()) {
            (_, Some(row)) => Readiness::to(command, &row.possible),
            (Command::ConfirmRecall | Command::Print, None) => {
                Readiness::No(Sentence::plain("app-recalls-none"))
            }
            (_, None) => Readiness::Yes,
        }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match (command, self.list.chosen()) {
            (Command::Back, _) => return Go::Back,
            (Command::Open | Command::Dossier, Some(row)) => {
                return Go::dossier(&row.seen.batch);
            }
            (Command::ConfirmRecall, Some(row)) => {
                return publications::take_down(&row.seen, row.posting, &row.board, true);
            }
            (Command::Print, Some(_)) => {
                let title = Sentence::plain("app-title-print-recalls");
                return papers::papers(Paper::Recalls, title, "recalls");
            }
            (other, _) => self.list.step(other, world),
        }
        Go::Stay
    }
}
