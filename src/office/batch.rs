//! A draft or batch as the acts see it, and its rows.
use crate::domain::dossier::{Dossier, Stage};
use crate::domain::journal::{EntrySubject, SubjectKind};
use crate::domain::roll::{DraftRecord, Explanation, Line};

/// A draft or batch, without its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The draft that it is mended in.
    pub draft: DraftRecord,
    /// What has happened officially; empty before the first act.
    pub dossier: Dossier,
    /// Programme's name, or its code if the reference data lacks it.
    pub programme: String,
    /// Programme's unit.
    pub unit: String,
    /// The village, `段村`.
    pub village: String,
}

impl Batch {
    /// What the command line and screens call it: the running number, else `D-12`.
    #[must_use]
    pub fn name(&self) -> String {
        self.dossier.label().map_or_else(|| format!("D-{}", self.draft.number), str::to_owned)
    }

    /// Where its next act is written: the batch, or a new one that the act founds.
    #[must_use]
    pub fn target(&self) -> EntrySubject {
        self.draft.subject.map_or(EntrySubject::New(SubjectKind::Batch), EntrySubject::Known)
    }

    /// Where it stands.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.dossier.stage()
    }
}

/// The rows of a batch with the reasons given for findings.
#[derive(Clone, PartialEq, Eq)]
pub struct Rows {
    /// The lines as they stand.
    pub lines: Vec<Line>,
    /// Reasons.
    pub explanations: Vec<Explanation>,
}
