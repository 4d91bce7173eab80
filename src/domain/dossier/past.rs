//! What came before an act, whatever it is about.
use super::stage::Stage;
use super::state::Dossier;
use crate::domain::board::Board;
use crate::domain::case::{Case, Enquiry};
use crate::domain::journal::{EntryId, ReviewSteps, SubjectKind};

/// The folded state of a subject, as the rules see it.
#[derive(Debug, Clone, Copy)]
pub enum Past<'a> {
    /// A batch.
    Batch(&'a Dossier),
    /// A board.
    Board(&'a Board),
    /// An enquiry about no batch.
    Enquiry(&'a Enquiry),
}

impl<'a> Past<'a> {
    /// What kind of subject it is.
    #[must_use]
    pub const fn subject(self) -> SubjectKind {
        match self {
            Self::Batch(_) => SubjectKind::Batch,
            Self::Board(_) => SubjectKind::Board,
            Self::Enquiry(_) => SubjectKind::Enquiry,
        }
    }

    /// Its heads, sorted.
    #[must_use]
    pub fn heads(self) -> &'a [EntryId] {
        match self {
            Self::Batch(dossier) => &dossier.heads,
            Self::Board(board) => &board.heads,
            Self::Enquiry(enquiry) => &enquiry.heads,
        }
    }

    /// The batch, if it is one.
    #[must_use]
    pub const fn batch(self) -> Option<&'a Dossier> {
        match self {
            Self::Batch(dossier) => Some(dossier),
            Self::Board(_) | Self::Enquiry(_) => None,
        }
    }

    /// The cases.
    #[must_use]
    pub fn cases(self) -> &'a [Case] {
        match self {
            Self::Batch(dossier) => &dossier.cases,
            Self::Enquiry(enquiry) => &enquiry.cases,
            Self::Board(_) => &[],
        }
    }

    /// Where a batch stands; boards and enquiries have no stages and count as open.
    #[must_use]
    pub fn stage(self) -> Stage {
        self.batch().map_or(Stage::Open, Dossier::stage)
    }

    /// Have two desks decided apart?
    #[must_use]
    pub fn conflict(self) -> bool {
        self.batch().is_some_and(|dossier| dossier.conflict)
    }

    /// How many desks decide about the submission at hand.
    #[must_use]
    pub fn steps(self) -> ReviewSteps {
        self.batch()
            .and_then(Dossier::submission)
            .map_or(ReviewSteps::One, |submission| submission.body.steps)
    }

    /// Has no desk of the township decided yet?
    #[must_use]
    pub fn is_undecided(self) -> bool {
        !self.conflict() && !matches!(self.stage(), Stage::Reviewed | Stage::Approved)
    }
}
