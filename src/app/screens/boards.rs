//! 公开栏: the boards of the villages, what hangs on each, when somebody last looked.
use crate::app::command::Command;
use crate::app::dialogs::PageText;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings::boards;
use crate::app::readiness::Readiness;
use crate::app::views::{BoardRow, BoardsView, VillageRow};
use crate::app::world::World;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Boards {
    /// The boards.
    pub list: Listed<BoardRow>,
    /// Villages where one may be set up.
    pub villages: Vec<VillageRow>,
}

impl Boards {
    pub(super) fn load(world: &mut World) {
        world.requests.ask(Effect::ListBoards);
    }

    /// The view came.
    pub fn arrived(&mut self, view: BoardsView) {
        self.villages = view.villages;
        self.list.arrived(view.boards);
    }

    /// The rules say what may be done with the chosen one.
    #[must_use]
    pub fn readiness(&self, command: Command, world: &World) -> Readiness {
        if command == Command::AddBoard {
            return world.may_begin(command);
        }
        match self.list.chosen() {
            Some(row) => Readiness::to(command, &row.possible),
            None => Readiness::if_so(command.act().is_none(), "app-boards-none"),
        }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let go = match command {
            Command::Back => return Go::Back,
            Command::AddBoard => {
                return boards::set_up(&self.villages, self.list.chosen(), world);
            }
            Command::Open => {
                self.list.chosen().map(|row| Go::Read(PageText::Board(Box::new(row.clone()))))
            }
            Command::ChangeBoard => self.list.chosen().map(boards::change),
            Command::Inspect => self.list.chosen().map(boards::inspect),
            Command::NothingToReport => self.list.chosen().map(boards::nothing),
            Command::RetireBoard => self.list.chosen().map(boards::retire),
            other => {
                self.list.step(other, world);
                None
            }
        };
        go.unwrap_or(Go::Stay)
    }
}
