//! A case of the register as the acts see it.
use super::batch::Batch;
use crate::domain::case::Case;
use crate::domain::journal::{EntryId, Subject};
use crate::domain::values::date::Date;

/// A case of the register, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCase {
    /// `B-...` or `E-...`
    pub subject: Subject,
    /// Heads of the subject.
    pub heads: Vec<EntryId>,
    /// The batch, if it is about one.
    pub batch: Option<Batch>,
    /// The case.
    pub case: Case,
}

impl KnownCase {
    /// Days until the answer is due; below zero = overdue.
    #[must_use]
    pub fn days_left(&self, today: Date) -> i32 {
        today.until(self.case.due()).map_or(0, |span| span.get_days())
    }
}
