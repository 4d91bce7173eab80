//! Rolls on their way in, drafts that change, lists that rolls are matched against, profiles.
use super::batch::BatchNames;
use crate::domain::journal::Subject;
use crate::domain::people::cross_match::ListKind;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::finding::{Check, Level};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::office::batch::Batch;
use schemars::JsonSchema;
use serde::Serialize;

/// What came in. Nothing of a file with errors does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RollImport {
    /// The rolls.
    pub drafts: Vec<RollView>,
    /// What is wrong with the files.
    pub errors: Vec<CellFault>,
    /// Nothing was written.
    pub dry_run: bool,
}

/// A roll of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RollView {
    /// The new draft; null in a dry run.
    pub draft: Option<String>,
    /// The programme's code.
    pub programme: String,
    /// The village's code.
    pub division: DivisionCode,
    /// The village's name.
    pub village: String,
    /// What is paid for.
    pub period: Period,
    /// normal, arrears or correction.
    pub kind: &'static str,
    /// Lines.
    pub lines: u32,
    /// The sum, in fen.
    pub fen: Fen,
    /// The file.
    pub file: String,
    /// How many findings block.
    pub blocking: u32,
    /// How many lack their reason.
    pub unexplained: u32,
    /// How many inform.
    pub informing: u32,
    /// The findings of a dry run.
    pub findings: Vec<ImportFinding>,
}

/// A finding, with the rows of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImportFinding {
    /// The number of the check.
    pub check: Check,
    /// How serious it is.
    pub level: Level,
    /// Its lines.
    pub lines: Vec<u32>,
    /// Its rows of the file.
    pub rows: Vec<u32>,
    /// The code of the sentence.
    pub code: &'static str,
    /// The sentence, in the language of the run.
    pub said: String,
}

/// Something that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellFault {
    /// The file.
    pub file: String,
    /// Its sheet.
    pub sheet: String,
    /// The row; 0 = the whole file.
    pub row: u32,
    /// The letter of the column; null = the whole row.
    pub column: Option<String>,
    /// The words of its head.
    pub column_words: Option<String>,
    /// The code of the sentence.
    pub code: &'static str,
    /// The sentence, in the language of the run.
    pub said: String,
}

/// A roll that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BegunRoll {
    /// The draft.
    pub draft: String,
    /// Lines.
    pub lines: u32,
    /// The sum, in fen.
    pub fen: Fen,
}

/// A draft that was thrown away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DiscardedDraft {
    /// As it was named.
    pub batch: String,
}

/// A draft after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SavedDraft {
    /// Which draft.
    #[serde(flatten)]
    pub names: BatchNames,
    /// Lines.
    pub lines: u32,
    /// The sum, in fen.
    pub fen: Fen,
    /// Findings that block it.
    pub blocking: u32,
    /// Findings that lack their reason.
    pub unexplained: u32,
}

impl SavedDraft {
    /// Of this draft.
    #[must_use]
    pub fn of(batch: &Batch) -> Self {
        let totals = batch.draft.totals;
        let found = &batch.draft.found;
        Self {
            names: BatchNames::of(batch),
            lines: totals.lines,
            fen: totals.fen,
            blocking: found.block,
            unexplained: found.unexplained,
        }
    }
}

/// A draft of which a line changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DraftChanged {
    /// The draft.
    #[serde(flatten)]
    pub draft: SavedDraft,
    /// The line; null if a change was undone.
    pub line: Option<u32>,
}

/// A draft of which a finding got its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReasonGiven {
    /// The draft.
    #[serde(flatten)]
    pub draft: SavedDraft,
    /// The number of the check.
    pub check: Check,
    /// The lines of the finding.
    pub explained_lines: Vec<u32>,
}

/// A list of persons that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewList {
    /// What kind of list.
    pub list: ListKind,
    /// The programme's code; null if it is for all.
    pub programme: Option<String>,
    /// How many persons.
    pub count: u32,
    /// The day that it is of.
    pub as_of: Date,
}

/// The lists of persons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MatchLists {
    /// The lists.
    pub lists: Vec<ListRow>,
}

/// A list of persons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ListRow {
    /// Its number.
    pub entry: Subject,
    /// What it says.
    #[serde(flatten)]
    pub list: NewList,
    /// It is the one that rolls are matched against.
    pub in_force: bool,
}

/// The saved profiles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProfileList {
    /// The profiles.
    pub profiles: Vec<ProfileView>,
}

/// What the columns of a file mean, kept under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProfileView {
    /// What the clerk called it.
    pub name: String,
    /// The words of the head that it is for.
    pub head: Vec<String>,
    /// What its columns mean.
    pub columns: Vec<ProfileColumn>,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProfileColumn {
    /// The words of its head, or its letter.
    pub head: String,
    /// A word that the import knows, or -: not read.
    pub means: String,
}

/// A profile that was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProfileName {
    /// What the clerk called it.
    pub name: String,
}
