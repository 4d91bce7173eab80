//! What came before an act, whatever it is about.
use super::fold::{FoldEntry, fold};
use super::state::{Dossier, Stage};
use crate::domain::board::{Board, fold_board};
use crate::domain::case::{Case, Enquiry, fold_enquiry};
use crate::domain::hash::Hash;
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
        self.batch().map_or(Stage::Open, |dossier| dossier.stage)
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
            .and_then(|dossier| dossier.submission.as_ref())
            .map_or(ReviewSteps::One, |submission| submission.said.steps)
    }

    /// Has no desk of the township decided yet?
    #[must_use]
    pub fn is_undecided(self) -> bool {
        !self.conflict() && !matches!(self.stage(), Stage::Reviewed | Stage::Approved)
    }
}

/// The folded state of a subject, as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Folded {
    /// A batch.
    Batch(Box<Dossier>),
    /// A board.
    Board(Board),
    /// An enquiry about no batch.
    Enquiry(Enquiry),
}

impl Folded {
    /// What nothing has happened to yet; `None` for kinds that are not folded.
    #[must_use]
    pub fn empty(kind: SubjectKind) -> Option<Self> {
        Self::of(kind, Vec::new())
    }

    /// Folds the entries of a subject; `None` for kinds that are not folded.
    #[must_use]
    pub fn of(kind: SubjectKind, entries: Vec<FoldEntry>) -> Option<Self> {
        match kind {
            SubjectKind::Batch => Some(Self::Batch(Box::new(fold(entries)))),
            SubjectKind::Board => Some(Self::Board(fold_board(entries))),
            SubjectKind::Enquiry => Some(Self::Enquiry(fold_enquiry(entries))),
            SubjectKind::Office
            | SubjectKind::Reference
            | SubjectKind::Terminal
            | SubjectKind::User
            | SubjectKind::CrossMatch => None,
        }
    }

    /// As the rules see it.
    #[must_use]
    pub const fn past(&self) -> Past<'_> {
        match self {
            Self::Batch(dossier) => Past::Batch(dossier),
            Self::Board(board) => Past::Board(board),
            Self::Enquiry(enquiry) => Past::Enquiry(enquiry),
        }
    }

    /// The batch's dossier, if it is one.
    #[must_use]
    pub fn into_batch(self) -> Option<Dossier> {
        match self {
            Self::Batch(dossier) => Some(*dossier),
            Self::Board(_) | Self::Enquiry(_) => None,
        }
    }

    /// Blobs that were erased, sorted.
    #[must_use]
    pub fn erased(&self) -> &[Hash] {
        match self {
            Self::Batch(dossier) => &dossier.erased,
            Self::Enquiry(enquiry) => &enquiry.erased,
            Self::Board(_) => &[],
        }
    }
}
