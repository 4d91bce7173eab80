//! What waits for somebody: batches by where they stand, and work on boards, in the register or by
//! the calendar.
use super::section::Section;
use super::views::{BatchRow, Standing};
use super::world::World;
use crate::domain::dossier::Refusal;
use crate::domain::dossier::pending::Waiting;
use crate::office::ActName;

/// Batches of one kind: what this user can bring on, what is in the way, what nobody has looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Came back from review.
    Returned,
    /// Drafts with findings that block.
    Blocked,
    /// Can be submitted.
    ToSubmit,
    /// Can be made public for its notice.
    ToPublish,
    /// Can be reviewed.
    ToReview,
    /// Can be signed.
    ToSign,
    /// Can go to finance.
    Payable,
    /// The next step is this user's, and not possible now.
    Hindered,
    /// Whether the next step is possible has not been looked at.
    Unchecked,
    /// Notices that run.
    Running,
    /// Two decisions at once.
    Conflicts,
}

impl Due {
    /// In the order of the screen: what is late first.
    pub const ALL: [Self; 11] = [
        Self::Conflicts,
        Self::Returned,
        Self::Blocked,
        Self::ToReview,
        Self::ToSign,
        Self::Payable,
        Self::ToSubmit,
        Self::ToPublish,
        Self::Hindered,
        Self::Unchecked,
        Self::Running,
    ];

    /// Does this batch belong there? What can be done is what the rules say, and nothing else.
    #[must_use]
    pub fn holds(self, batch: &BatchRow) -> bool {
        match self {
            Self::Returned => matches!(batch.standing, Standing::Returned),
            Self::Blocked => {
                matches!(batch.standing, Standing::Draft | Standing::Returned) && batch.blocking > 0
            }
            Self::ToSubmit => batch.is_ready_for(ActName::Submit),
            Self::ToPublish => batch.is_ready_for(ActName::Publish),
            Self::ToReview => batch.is_ready_for(ActName::Approve),
            Self::ToSign => batch.is_ready_for(ActName::Sign),
            Self::Payable => batch.is_ready_for(ActName::PayList),
            Self::Hindered => is_hindered(batch),
            Self::Unchecked => batch.lacks_a_look(),
            Self::Running => matches!(batch.standing, Standing::Noticed),
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
            Self::ToSubmit => "app-due-to-submit",
            Self::ToPublish => "app-due-to-publish",
            Self::ToReview => "app-due-to-review",
            Self::ToSign => "app-due-to-sign",
            Self::Payable => "app-due-payable",
            Self::Hindered => "app-due-hindered",
            Self::Unchecked => "app-unchecked",
            Self::Running => "app-due-running",
            Self::Conflicts => "app-due-conflicts",
        }
    }

    /// Key of the sentence on what to do.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Returned => "app-due-returned-advice",
            Self::Blocked => "app-due-blocked-advice",
            Self::ToSubmit => "app-due-to-submit-advice",
            Self::ToPublish => "app-due-to-publish-advice",
            Self::ToReview => "app-due-to-review-advice",
            Self::ToSign => "app-due-to-sign-advice",
            Self::Payable => "app-due-payable-advice",
            Self::Hindered => "app-due-hindered-advice",
            Self::Unchecked => "app-unchecked-advice",
            Self::Running => "app-due-running-advice",
            Self::Conflicts => "app-due-conflicts-advice",
        }
    }
}

/// Not where a line of its own says why already: findings, a return, a notice that runs.
fn is_hindered(batch: &BatchRow) -> bool {
    let said = [Due::Returned, Due::Blocked].into_iter().any(|due| due.holds(batch));
    batch.hindrance().is_some_and(|why| !said && !matches!(why, Refusal::NoticeRuns(_)))
}

/// A kind of work on boards, in the register or by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pending {
    /// Objections and enquiries without an answer.
    Cases,
    /// Upheld objections whose correction is not public yet.
    Promised,
    /// What must come down at once.
    Recalls,
    /// Disclosures that do not hang where they have to.
    Unposted,
    /// Postings whose time is over.
    Overdue,
    /// Results to be made public.
    Results,
    /// Lists to be taken off.
    Lists,
    /// Rows to be destroyed.
    Erasures,
    /// Boards that nobody looked at.
    Boards,
}

impl Pending {
    /// In the order of the screen: what is late first.
    pub const ALL: [Self; 9] = [
        Self::Recalls,
        Self::Cases,
        Self::Promised,
        Self::Unposted,
        Self::Overdue,
        Self::Results,
        Self::Boards,
        Self::Lists,
        Self::Erasures,
    ];

    /// How many wait.
    #[must_use]
    pub const fn count(self, waiting: &Waiting) -> u32 {
        match self {
            Self::Cases => waiting.cases,
            Self::Promised => waiting.promised,
            Self::Recalls => waiting.recalls,
            Self::Unposted => waiting.unposted,
            Self::Overdue => waiting.overdue,
            Self::Results => waiting.results,
            Self::Lists => waiting.lists,
            Self::Erasures => waiting.erasures,
            Self::Boards => waiting.boards,
        }
    }

    /// Is somebody harmed while it waits?
    #[must_use]
    pub fn urgent(self, world: &World) -> bool {
        match self {
            Self::Recalls | Self::Promised => true,
            Self::Cases => world
                .pending
                .nearest
                .and_then(|day| world.days_until(day))
                .is_some_and(|days| days < 0),
            Self::Unposted
            | Self::Overdue
            | Self::Results
            | Self::Lists
            | Self::Erasures
            | Self::Boards => false,
        }
    }

    /// Key of its one word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cases => "app-pending-cases",
            Self::Promised => "app-pending-promised",
            Self::Recalls => "app-pending-recalls",
            Self::Unposted => "app-pending-unposted",
            Self::Overdue => "app-pending-overdue",
            Self::Results => "app-pending-results",
            Self::Lists => "app-pending-lists",
            Self::Erasures => "app-pending-erasures",
            Self::Boards => "app-pending-boards",
        }
    }

    /// Key of the sentence on what to do.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Cases => "app-pending-cases-advice",
            Self::Promised => "app-pending-promised-advice",
            Self::Recalls => "app-pending-recalls-advice",
            Self::Unposted => "app-pending-unposted-advice",
            Self::Overdue => "app-pending-overdue-advice",
            Self::Results => "app-pending-results-advice",
            Self::Lists => "app-pending-lists-advice",
            Self::Erasures => "app-pending-erasures-advice",
            Self::Boards => "app-pending-boards-advice",
        }
    }

    /// Where it is done.
    #[must_use]
    pub const fn section(self) -> Section {
        match self {
            Self::Cases | Self::Promised => Section::Cases,
            Self::Recalls => Section::Recalls,
            Self::Unposted | Self::Overdue => Section::Coverage,
            Self::Results | Self::Lists | Self::Erasures => Section::Due,
            Self::Boards => Section::Boards,
        }
    }
}
