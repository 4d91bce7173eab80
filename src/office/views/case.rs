//! Cases of the register. Only a case's own file says who raised it.
use super::batch::BatchNames;
use super::possible_acts::PossibleActs;
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::journal::Subject;
use crate::domain::values::date::Date;
use crate::office::case::KnownCase;
use schemars::JsonSchema;
use serde::Serialize;

/// A case; it names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseView {
    /// The batch that it is about; absent of an enquiry about none.
    #[serde(flatten)]
    pub names: Option<BatchNames>,
    /// The batch or enquiry that holds it.
    pub subject: Subject,
    /// Its number in the register.
    pub no: String,
    /// objection or enquiry.
    pub case: CaseKind,
    /// What it is about.
    #[serde(rename = "type")]
    pub about: CaseType,
    /// How it came.
    pub channel: Channel,
    /// The row of the disclosure; null if it is about none.
    pub row: Option<u32>,
    /// No approval while it is open.
    pub hold: bool,
    /// The day on which it came.
    pub received_on: Date,
    /// The last day for the answer.
    pub due: Date,
    /// What was found; null before that.
    pub outcome: Option<Outcome>,
    /// Where it was sent on to; null if nowhere.
    pub escalated_to: Option<String>,
    /// The day of the answer; null before that.
    pub answered_on: Option<Date>,
    /// What follows from the answer; null before that.
    pub action: Option<Action>,
    /// What the answer promised has been done.
    pub settled: bool,
}

impl CaseView {
    /// Of this case.
    #[must_use]
    pub fn of(known: &KnownCase) -> Self {
        let case = &known.case;
        Self {
            names: known.batch.as_ref().map(BatchNames::of),
            subject: known.subject,
            no: case.raised.no.clone(),
            case: case.raised.case,
            about: case.raised.about,
            channel: case.raised.channel,
            row: case.raised.row,
            hold: case.raised.hold,
            received_on: case.raised.received_on,
            due: case.due(),
            outcome: case.investigated.as_ref().map(|found| found.outcome),
            escalated_to: case.escalated.last().map(|escalated| escalated.to.clone()),
            answered_on: case.answered.as_ref().map(|answered| answered.on),
            action: case.answered.as_ref().map(|answered| answered.action),
            settled: case.settled,
        }
    }
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseRow {
    /// The case.
    #[serde(flatten)]
    pub case: CaseView,
    /// What the user may do with it today.
    pub possible: PossibleActs,
}

/// The register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseList {
    /// The cases, oldest first.
    pub cases: Vec<CaseRow>,
}

/// A case with what was said and found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CaseFile {
    /// The case.
    #[serde(flatten)]
    pub case: CaseView,
    /// What was said, and by whom.
    pub words: WordsView,
    /// What was found; null before that.
    pub found: Option<FoundView>,
    /// What the user may do with it today.
    pub possible: PossibleActs,
}

/// What was said.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordsView {
    /// Who said it; may be empty.
    pub name: String,
    /// How to reach them.
    pub reach: String,
    /// Their words.
    pub text: String,
}

impl std::fmt::Debug for WordsView {
    /// Never shows a person: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WordsView")
    }
}

/// What two people found.
#[derive(Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FoundView {
    /// Who looked into it.
    pub investigators: Vec<String>,
    /// What they found.
    pub facts: String,
}

impl std::fmt::Debug for FoundView {
    /// Never shows a person: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FoundView")
    }
}
