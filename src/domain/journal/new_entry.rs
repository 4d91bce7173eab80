//! An entry that an office wants to write: the store asks the rules once more, signs and appends it.
use super::{Body, EntryId, NewBlob, Subject, SubjectKind};
use crate::domain::roll::{DraftChange, Line};
use crate::domain::values::hash::Hash;
use std::rc::Rc;

/// An existing subject, or a new one founded by this entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntrySubject {
    /// Goes on with it.
    Known(Subject),
    /// Founds one.
    New(SubjectKind),
}

/// What is to be written, with what comes along.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// What it is about, or the kind of what it founds.
    pub target: EntrySubject,
    /// Sorted heads on the author's screen.
    pub seen: Vec<EntryId>,
    /// What it says.
    pub body: Body,
    /// Content that comes along.
    pub blobs: Vec<NewBlob>,
    /// What becomes of the draft that it was made from.
    pub draft: Option<DraftChange>,
    /// The rows, if the caller has them in memory.
    pub rows: Option<(Hash, Rc<[Line]>)>,
}

impl NewEntry {
    /// An entry that changes no draft.
    #[must_use]
    pub fn new(
        target: EntrySubject,
        seen: Vec<EntryId>,
        body: impl Into<Body>,
        blobs: Vec<NewBlob>,
    ) -> Self {
        Self { target, seen, body: body.into(), blobs, draft: None, rows: None }
    }
}
