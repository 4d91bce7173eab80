//! Rules of a day, programmes, what an import changes in them, and what decisions rest on.
use crate::domain::reference::programme::{Certainty, Class};
use crate::domain::values::date::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Reference data that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReferenceView {
    /// Its name.
    pub set: String,
    /// How many divisions.
    pub divisions: usize,
    /// How many programmes.
    pub programmes: usize,
    /// What it changes in the rules in force.
    pub changes: Vec<ReferenceChange>,
    /// Are rules of the past changed?
    pub rewrites: bool,
    /// How many batches were decided after that day.
    pub decided_since: u32,
}

/// A row that an import changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReferenceChange {
    /// new, changed or ends.
    pub change: &'static str,
    /// The row.
    pub rule: String,
    /// The first day on which something differs; null = on every day of the past.
    pub since: Option<Date>,
    /// Its last valid day; null if it has none.
    pub to: Option<Date>,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleView {
    /// Its name.
    pub rule: String,
    /// What kind of rule.
    pub kind: &'static str,
    /// Its first valid day; null if it has none.
    pub from: Option<Date>,
    /// Its last valid day; null if it has none.
    pub to: Option<Date>,
    /// What it rests on.
    pub basis: String,
    /// How sure the office is of it; null where that is not said.
    pub certainty: Option<Certainty>,
    /// What it says, in the language of the run.
    pub said: Vec<String>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleShown {
    /// The rule.
    pub rule: RuleView,
}

/// The rules of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleList {
    /// The day.
    pub day: Date,
    /// The rules.
    pub rules: Vec<RuleView>,
}

/// The rules behind every decision of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DecisionRules {
    /// The decisions, oldest first.
    pub decisions: Vec<BehindDecision>,
}

/// A decision and its rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BehindDecision {
    /// The kind word of the act.
    pub act: &'static str,
    /// Its day.
    pub day: Date,
    /// The rules, as they stood then.
    pub rules: Vec<RuleView>,
}

/// The programmes of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProgrammeList {
    /// The day.
    pub day: Date,
    /// The programmes.
    pub programmes: Vec<ProgrammeView>,
}

/// A programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProgrammeView {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The department that pays.
    pub department: String,
    /// What is counted.
    pub unit: String,
    /// How sensitive it is.
    pub class: Class,
    /// Yuan for each unit, as decimals.
    pub rates: Vec<String>,
    /// Its first valid day; null if it has none.
    pub from: Option<Date>,
    /// Its last valid day; null if it has none.
    pub to: Option<Date>,
    /// How sure the office is of it.
    pub certainty: Certainty,
}
