//! 互斥项目: two programmes that one person may not draw for the same time (A21), as dated rows.
use super::effective::dated;
use super::programme::Certainty;
use crate::domain::roll::finding::Level;
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};

/// Two programmes that exclude each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusive {
    /// Code of one programme.
    pub a: String,
    /// Code of the other.
    pub b: String,
    /// Blocks, or must be explained.
    pub level: Level,
    /// The paper that says so (文号).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// First valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// How sure it is.
    #[serde(default)]
    pub certainty: Certainty,
}

dated!(Exclusive, Exclusive::pair);

impl Exclusive {
    /// Both codes in ascending order, `P13+P14`: the same pair whichever way it was typed.
    #[must_use]
    pub fn pair(&self) -> String {
        let (first, second) =
            if self.a <= self.b { (&self.a, &self.b) } else { (&self.b, &self.a) };
        format!("{first}+{second}")
    }

    /// The other programme, if `code` is one of the two.
    #[must_use]
    pub fn other_than(&self, code: &str) -> Option<&str> {
        if self.a == code {
            Some(&self.b)
        } else if self.b == code {
            Some(&self.a)
        } else {
            None
        }
    }
}
