//! Findings of a batch, and what each check says of itself.
use super::batch::BatchNames;
use crate::domain::roll::finding::{Check, Level};
use schemars::JsonSchema;
use serde::Serialize;

/// The findings of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BatchFindings {
    /// Which batch.
    #[serde(flatten)]
    pub names: BatchNames,
    /// The findings.
    pub findings: Vec<FindingView>,
    /// One for each check.
    pub report: Vec<CheckView>,
    /// How many findings block.
    pub blocking: u32,
    /// How many lack their reason.
    pub unexplained: u32,
    /// How many inform.
    pub informing: u32,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FindingView {
    /// The number of the check.
    pub check: Check,
    /// How serious it is.
    pub level: Level,
    /// Its lines; none if it is about the whole roll.
    pub lines: Vec<u32>,
    /// The cell; null if it is about none.
    pub field: Option<&'static str>,
    /// The code of the sentence.
    pub code: &'static str,
    /// The sentence, in the language of the run.
    pub said: String,
    /// The reason that was written; null if none is.
    pub reason: Option<String>,
}

/// What a check says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckView {
    /// Its number.
    pub check: Check,
    /// ran, `not_applicable` or `lacks_data`.
    pub outcome: &'static str,
    /// At how many lines it looked; null if it did not run.
    pub lines: Option<usize>,
    /// How many things it found; null if it did not run.
    pub findings: Option<usize>,
    /// The code of the sentence.
    pub code: &'static str,
    /// The sentence, in the language of the run.
    pub said: String,
}
