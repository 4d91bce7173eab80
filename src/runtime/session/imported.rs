//! What an import of a roll file asks, and what it gives back.
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::column_profile::ColumnMeaning;
use crate::domain::roll::finding::Finding;
use crate::domain::roll::{BatchKind, FindingTotals, RollKey, Totals};
use crate::domain::values::period::Period;
use crate::intake::{HeaderPolicy, Report};

/// What `roll import` asks.
#[derive(Debug, Clone, Default)]
pub struct ImportAsked {
    /// Programme code or name, if the file does not say.
    pub programme: Option<String>,
    /// The village, if the file does not say.
    pub division: Option<DivisionCode>,
    /// The period, if the file does not say.
    pub period: Option<Period>,
    /// What columns mean whose heads the program does not know.
    pub columns: Vec<ColumnMeaning>,
    /// A saved profile that says it.
    pub profile: Option<String>,
    /// Keep `columns` under this name for the next file with the same head.
    pub save_profile: Option<String>,
    /// Normal or arrears: files do not say it.
    pub kind: BatchKind,
    /// What the file's own head and titles count for.
    pub manner: HeaderPolicy,
    /// Only look; nothing is kept.
    pub dry_run: bool,
}

/// How far an import is, in lines; called from the store's thread.
pub type Progress<'p> = &'p mut dyn FnMut(u64);

/// One roll as it would come in or came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRoll {
    /// Programme, village, period.
    pub key: RollKey,
    /// The new draft; `None` in a dry run.
    pub draft: Option<u32>,
    /// Counts and sums.
    pub totals: Totals,
    /// How many findings.
    pub found: FindingTotals,
    /// In a dry run the findings themselves, each with the rows of the file (an import shows them
    /// in the batch).
    pub findings: Vec<(Finding, Vec<u32>)>,
}

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    /// The rolls, in the order of the file.
    pub rolls: Vec<ImportedRoll>,
    /// What the reader says of the file.
    pub report: Report,
}
