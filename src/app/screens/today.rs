//! 今日: what is due, counted from the batches and from what waits on boards, in the register and by the calendar. Enter goes
//! there.
use crate::app::command::Command;
use crate::app::go::Go;
use crate::app::openings;
use crate::app::pending::{Due, Pending};
use crate::app::screen_target::ScreenTarget;
use crate::app::section::Section;
use crate::app::world::{World, moved};

/// One line of what is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TodayItem {
    /// Batches.
    Batches(Due),
    /// Boards, the register, the calendar.
    Pending(Pending),
}

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// The chosen line.
    pub cursor: usize,
}

impl Today {
    /// What is due, with how many of it; nothing that is zero, what is urgent first.
    #[must_use]
    pub fn due(world: &World) -> Vec<(TodayItem, usize)> {
        let of_batches = |due: Due| world.batches.iter().filter(|batch| due.holds(batch)).count();
        let batches = Due::ALL.into_iter().map(|due| (TodayItem::Batches(due), of_batches(due)));
        let others = Pending::ALL.into_iter().map(|due| {
            (TodayItem::Pending(due), usize::try_from(due.count(&world.pending)).unwrap_or(0))
        });
        let mut due: Vec<_> = batches.chain(others).filter(|(_, count)| *count > 0).collect();
        due.sort_by_key(|(item, _)| !item.urgent(world));
        due
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let due = Self::due(world);
        match command {
            Command::Open => {
                return due.get(self.cursor).map_or(Go::Stay, |(item, _)| go_to(*item));
            }
            Command::Find => {
                return Go::To(ScreenTarget::Batches { only: None, searching: true });
            }
            Command::Import => return Go::Import,
            Command::NewRoll => return openings::batches::new_roll(None),
            Command::RuleBook => return Go::To(ScreenTarget::RuleBook(None)),
            other => self.cursor = moved(self.cursor, other, due.len(), world.page()),
        }
        Go::Stay
    }
}

impl TodayItem {
    /// Does it hinder other work, or harm somebody?
    #[must_use]
    pub fn urgent(self, world: &World) -> bool {
        match self {
            Self::Batches(due) => due.urgent(),
            Self::Pending(due) => due.urgent(world),
        }
    }
}

fn go_to(item: TodayItem) -> Go {
    Go::To(match item {
        TodayItem::Batches(Due::Payable) => ScreenTarget::Finance,
        TodayItem::Batches(Due::Running | Due::ToPublish) => {
            ScreenTarget::Section(Section::Notices)
        }
        TodayItem::Batches(other) => ScreenTarget::Batches { only: Some(other), searching: false },
        TodayItem::Pending(due) => ScreenTarget::Section(due.section()),
    })
}
