//! 公开栏: the boards of the villages, what hangs on each, when somebody last looked.
use crate::app::command::Command;
use crate::app::dialogs::PageText;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::Listed;
use crate::app::openings::boards;
use crate::app::views::{BoardRow, BoardsView, VillageRow};
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;

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

    /// Nothing more is written about a board that was given up.
    fn used(&self, world: &mut World) -> Option<&BoardRow> {
        let row = self.list.chosen()?;
        if row.retired_on.is_some() {
            world.refuse(Sentence::plain("app-board-is-retired"));
            return None;
        }
        Some(row)
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let go = match command {
            Command::Back => return Go::Back,
            Command::AddBoard => {
                return boards::set_up(&self.villages, self.list.chosen(), world);
            }
            Command::Open => self.list.chosen().map(|row| Go::Read(PageText::Board(row.clone()))),
            Command::ChangeBoard => self.used(world).map(boards::change),
            Command::Inspect => self.used(world).map(boards::inspect),
            Command::NothingToReport => self.used(world).map(boards::nothing),
            Command::RetireBoard => self.used(world).map(boards::retire),
            other => {
                self.list.step(other, world);
                None
            }
        };
        go.unwrap_or(Go::Stay)
    }
}
