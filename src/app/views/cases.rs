//! The register of objections and enquiries.
use super::BatchId;
use crate::domain::case::Case;
use crate::domain::text::secret::Secret;
use crate::domain::values::hash::Hash;
use crate::office::{CaseRef, Possibilities, Target};

/// A case and the heads of its subject that were on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenCase {
    /// `140923104-2026-YY-0003`
    pub no: String,
    /// Heads of the batch or enquiry, sorted.
    pub heads: Vec<Hash>,
}

impl SeenCase {
    /// What an act on it is about.
    #[must_use]
    pub fn target(&self) -> Target {
        Target::Case(CaseRef { no: self.no.clone(), seen: Some(self.heads.clone()) })
    }
}

/// A case of the register. Whoever raised it is not named here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case and the heads of its subject.
    pub seen: SeenCase,
    /// The batch that it is about.
    pub batch: Option<BatchId>,
    /// Village, programme and period in one; empty = about no batch.
    pub title: String,
    /// As folded.
    pub case: Case,
    /// The money of its batch has gone: only another batch corrects it.
    pub handed: bool,
    /// What this user may do with it.
    pub possible: Possibilities,
    /// Days until the answer is due; below zero = overdue.
    pub days_left: i32,
}

/// A case with its private words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    /// As in the list.
    pub row: CaseRow,
    /// Who raised it; empty = anonymous.
    pub name: Secret,
    /// How to reach them.
    pub reach: Secret,
    /// What was said.
    pub text: Secret,
    /// The two who looked into it.
    pub investigators: Vec<Secret>,
    /// What they found.
    pub facts: Option<Secret>,
    /// Their words are gone: the time of keeping is over.
    pub erased: bool,
}
