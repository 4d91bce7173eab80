//! Which screen is meant, as data: screens and dialogs name one another, only `update` makes them.
use super::pending::Due;
use super::section::Section;
use super::views::BatchId;
use crate::domain::values::date::Date;

/// A screen, and what it is to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScreenTarget {
    /// All batches, or those that wait for something.
    Batches {
        /// Only these.
        only: Option<Due>,
        /// Does the search have the keyboard?
        searching: bool,
    },
    /// The sheet of one, at a line.
    Rows {
        /// Whose sheet.
        batch: BatchId,
        /// The line; `None` = the first.
        line: Option<u32>,
    },
    /// One against the last.
    Review(BatchId),
    /// A part of the public side.
    Section(Section),
    /// Pay lists.
    Finance,
    /// One case, by its number of the register.
    Case(String),
    /// Everything that happened to a batch.
    Dossier(BatchId),
    /// The rules of a day; `None` = of today.
    RuleBook(Option<Date>),
}
