//! The folded state of a subject, whatever its kind.
use super::fold::fold;
use super::past::Past;
use super::state::Dossier;
use crate::domain::board::{Board, fold_board};
use crate::domain::case::{Enquiry, fold_enquiry};
use crate::domain::journal::{FoldEntry, SubjectKind};
use crate::domain::values::hash::Hash;

/// The folded state of a subject, as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubjectState {
    /// A batch.
    Batch(Box<Dossier>),
    /// A board.
    Board(Board),
    /// An enquiry about no batch.
    Enquiry(Enquiry),
}

impl SubjectState {
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
