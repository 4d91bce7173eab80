//! 检查限值: from which figure on a check asks (A06, A16, A20, A23), dated; the usual figures are
//! those of auditors.
use super::effective::dated;
use super::programme::Certainty;
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};

/// From which figure on a check asks, between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Thresholds {
    /// More payments than this to one account in a period (A06).
    pub account_lines: u32,
    /// More yuan than this to one account in a period (A06); none = any sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_yuan: Option<u32>,
    /// More of last year's village total than this, in percent (A16).
    pub village_percent: u32,
    /// A change since last year of more than this, in percent (A20) …
    pub leap_percent: u32,
    /// … and of more than this, in yuan.
    pub leap_yuan: u32,
    /// More households than this with one telephone (A23).
    pub phone_households: u32,
    /// First valid day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The paper that set them (文号).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// How sure they are.
    pub certainty: Certainty,
}

impl Default for Thresholds {
    /// What auditors usually take.
    fn default() -> Self {
        Self {
            account_lines: 5,
            account_yuan: None,
            village_percent: 105,
            leap_percent: 30,
            leap_yuan: 200,
            phone_households: 3,
            from: None,
            to: None,
            basis: String::new(),
            certainty: Certainty::Likely,
        }
    }
}

/// The one key that all rows share.
pub const ALL: &str = "all";

dated!(Thresholds, |_| ALL.to_owned());
