//! 今日: what is due, counted from the batches. Enter goes there.
use super::{Batches, Finance, Public, Screen};
use crate::app::command::Command;
use crate::app::dialogs::{Dialog, Import};
use crate::app::update::Go;
use crate::app::views::{BatchRow, Standing};
use crate::app::world::{World, moved};
use crate::domain::user::Role;

/// A kind of work that waits for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Came back from review.
    Returned,
    /// Drafts with findings that block.
    Blocked,
    /// Drafts without such findings.
    Drafts,
    /// Submitted, to be reviewed.
    ToReview,
    /// Notices that ended: to be submitted or handed on.
    Ended,
    /// Notices that run.
    Running,
    /// Approved and free for finance.
    Payable,
    /// Two decisions at once.
    Conflicts,
}

impl Due {
    /// In the order of the screen: what is late first.
    pub const ALL: [Self; 8] =
        [Self::Conflicts, Self::Returned, Self::Blocked, Self::ToReview, Self::Ended, Self::Payable, Self::Drafts, Self::Running];

    /// Does this batch belong there?
    #[must_use]
    pub const fn holds(self, batch: &BatchRow) -> bool {
        match self {
            Self::Returned => matches!(batch.standing, Standing::Returned),
            Self::Blocked => matches!(batch.standing, Standing::Draft | Standing::Returned) && batch.blocking > 0,
            Self::Drafts => matches!(batch.standing, Standing::Draft) && batch.blocking == 0,
            Self::ToReview => matches!(batch.standing, Standing::Submitted),
            Self::Ended => matches!(batch.standing, Standing::NoticeEnded),
            Self::Running => matches!(batch.standing, Standing::Noticed),
            Self::Payable => batch.payable,
            Self::Conflicts => matches!(batch.standing, Standing::Conflict),
        }
    }

    /// Does it hinder other work?
    #[must_use]
    pub const fn urgent(self) -> bool {
        matches!(self, Self::Returned | Self::Blocked | Self::Conflicts)
    }

    /// Key of its one word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Returned => "app-due-returned",
            Self::Blocked => "app-due-blocked",
            Self::Drafts => "app-due-drafts",
            Self::ToReview => "app-due-to-review",
            Self::Ended => "app-due-ended",
            Self::Running => "app-due-running",
            Self::Payable => "app-due-payable",
            Self::Conflicts => "app-due-conflicts",
        }
    }

    /// Key of the sentence on what to do.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Returned => "app-due-returned-advice",
            Self::Blocked => "app-due-blocked-advice",
            Self::Drafts => "app-due-drafts-advice",
            Self::ToReview => "app-due-to-review-advice",
            Self::Ended => "app-due-ended-advice",
            Self::Running => "app-due-running-advice",
            Self::Payable => "app-due-payable-advice",
            Self::Conflicts => "app-due-conflicts-advice",
        }
    }
}

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Today {
    /// The chosen line.
    pub cursor: usize,
}

impl Today {
    /// What is due, with the number of batches; nothing that is zero.
    #[must_use]
    pub fn due(batches: &[BatchRow]) -> Vec<(Due, usize)> {
        let counted = Due::ALL.into_iter().map(|due| (due, batches.iter().filter(|batch| due.holds(batch)).count()));
        counted.filter(|(_, count)| *count > 0).collect()
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let due = Self::due(&world.batches);
        match command {
            Command::Open => return due.get(self.cursor).map_or(Go::Stay, |(due, _)| go_to(*due, world)),
            Command::Find => {
                let mut batches = Batches::all(world);
                batches.searching = true;
                return Go::to(Screen::Batches(batches));
            }
            Command::Import => return Go::Open(Box::new(Dialog::Import(Import::default()))),
            other => self.cursor = moved(self.cursor, other, due.len(), world.page()),
        }
        Go::Stay
    }
}

fn go_to(due: Due, world: &World) -> Go {
    match due {
        Due::Payable if world.holds(Role::Treasurer) => Go::to(Screen::Finance(Finance::default())),
        Due::Running => Go::to(Screen::Public(Public::default())),
        other => Go::to(Screen::Batches(Batches::only(other, world))),
    }
}
