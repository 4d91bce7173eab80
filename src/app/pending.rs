//! What waits for somebody: batches by where they stand, and work on boards, in the register or by
//! the calendar.
use super::section::Section;
use super::views::{BatchRow, Standing};
use super::world::World;
use crate::domain::dossier::pending::Waiting;

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
    /// Reviewed, to be signed.
    ToSign,
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
    pub const ALL: [Self; 9] = [
        Self::Conflicts,
        Self::Returned,
        Self::Blocked,
        Self::ToReview,
        Self::ToSign,
        Self::Ended,
        Self::Payable,
        Self::Drafts,
        Self::Running,
    ];

    /// Does this batch belong there?
    #[must_use]
    pub const fn holds(self, batch: &BatchRow) -> bool {
        match self {
            Self::Returned => matches!(batch.standing, Standing::Returned),
            Self::Blocked => {
                matches!(batch.standing, Standing::Draft | Standing::Returned) && batch.blocking > 0
            }
            Self::Drafts => matches!(batch.standing, Standing::Draft) && batch.blocking == 0,
            Self::ToReview => matches!(batch.standing, Standing::Submitted),
            Self::ToSign => matches!(batch.standing, Standing::Reviewed),
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
            Self::ToSign => "app-due-to-sign",
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
            Self::ToSign => "app-due-to-sign-advice",
            Self::Ended => "app-due-ended-advice",
            Self::Running => "app-due-running-advice",
            Self::Payable => "app-due-payable-advice",
            Self::Conflicts => "app-due-conflicts-advice",
        }
    }
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
            Self::Cases => "app-life-cases",
            Self::Promised => "app-life-promised",
            Self::Recalls => "app-life-recalls",
            Self::Unposted => "app-life-unposted",
            Self::Overdue => "app-life-overdue",
            Self::Results => "app-life-results",
            Self::Lists => "app-life-lists",
            Self::Erasures => "app-life-erasures",
            Self::Boards => "app-life-boards",
        }
    }

    /// Key of the sentence on what to do.
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Cases => "app-life-cases-advice",
            Self::Promised => "app-life-promised-advice",
            Self::Recalls => "app-life-recalls-advice",
            Self::Unposted => "app-life-unposted-advice",
            Self::Overdue => "app-life-overdue-advice",
            Self::Results => "app-life-results-advice",
            Self::Lists => "app-life-lists-advice",
            Self::Erasures => "app-life-erasures-advice",
            Self::Boards => "app-life-boards-advice",
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
