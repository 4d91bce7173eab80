//! What intake gives: the lines of each roll, and what was found in the file.
use super::fault::IntakeError;
use crate::domain::roll::{Line, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;

/// Lines of one roll, in the order of the file. The same key may come again: then its lines go on,
/// with numbers that go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollChunk {
    /// Programme, village and period.
    pub key: RollKey,
    /// At least one line.
    pub lines: Vec<Line>,
    /// Name of the sheet; empty for csv.
    pub sheet: String,
}

/// What was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Why nothing of the file comes in, at most 500; empty = all of it came.
    pub errors: Vec<IntakeError>,
    /// Errors beyond those.
    pub more_errors: u64,
    /// Lines without error.
    pub lines: u64,
    /// Rolls (distinct keys) among them.
    pub rolls: u64,
    /// The total that the file states itself, if any.
    pub file_total: Option<Fen>,
    /// The sum of the lines without error.
    pub lines_total: Fen,
    /// Rows that are no lines.
    pub skipped: Skipped,
    /// `xlsx`, `xls`, `UTF-8`, `UTF-8 (BOM)`, `UTF-16` or `GB18030`.
    pub encoding: String,
    /// The heads in which the clerk named columns, normalised: a profile is saved for each.
    pub told_heads: Vec<Vec<String>>,
    /// What the clerk should know though nothing is wrong.
    pub notes: Vec<Sentence>,
}

/// Rows below a head that are no lines, by kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Skipped {
    /// 本页小计 and the like.
    pub subtotals: u64,
    /// 合计.
    pub totals: u64,
    /// The head again on a new page.
    pub heads: u64,
    /// Rows with nothing in them.
    pub empty: u64,
    /// Signatures and notes.
    pub signatures: u64,
}

impl Report {
    /// Notes it once.
    pub(super) fn note(&mut self, note: Sentence) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}
