//! 规则: rows of the reference data as of a day.
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// One row of the reference data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    /// `rate:P01/140923@2016-01-01`, as decisions and the command line name it.
    pub name: String,
    /// What it says, in one line.
    pub headline: Sentence,
    /// All that is known of it: papers, days, remark, certainty.
    pub sentence: Vec<Sentence>,
}

/// The rules of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesView {
    /// The day.
    pub day: Date,
    /// The rows that hold then, divisions left out.
    pub rules: Vec<RuleRow>,
}
