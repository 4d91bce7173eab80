//! 规则引用: which row of the reference data a decision rested on, in one short text such as
//! `programme:P01@2026-01-01`.
//!
//! A reference names a row by what it is, its key and its first valid day; a later import ends a
//! row or adds one, so the text keeps its meaning. What the row says is asked of
//! [`crate::domain::reference::Reference`].
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Names the reference sets that were in force, in the order of their import: short enough for
/// every decision, and exact. Whoever holds the sets finds them again by trying: the first alone,
/// the first two and so on, until the mark fits.
#[must_use]
pub fn mark(sets: &[Hash]) -> Hash {
    let bytes: Vec<&[u8]> = sets.iter().map(|id| id.bytes().as_slice()).collect();
    Hash::of("cunbang/reference/1\n", &bytes)
}

/// What kind of row is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleKind {
    /// 补贴项目: unit, class, basis; key = its code.
    Programme,
    /// 补贴标准; key = `code`, `code/region`, `code//tier` or `code/region/tier`.
    Rate,
    /// 公示规则 of a programme; key = its code.
    Notice,
    /// 行政区划; key = its 12 digits.
    Division,
    /// 法律或文件条款; key = its name in `citations.json`.
    Citation,
    /// 节假日安排; key = the year.
    Holidays,
    /// 时限与办法; key = its word in `policy.json`.
    Policy,
    /// 互斥项目; key = `a+b`.
    Exclusive,
    /// 检查限值; key = `all`.
    Thresholds,
}

impl RuleKind {
    /// Every kind, in the order in which lists show them.
    pub const ALL: [Self; 9] = [
        Self::Programme,
        Self::Rate,
        Self::Notice,
        Self::Division,
        Self::Citation,
        Self::Holidays,
        Self::Policy,
        Self::Exclusive,
        Self::Thresholds,
    ];

    /// The word before the colon; never changes.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Rate => "rate",
            Self::Notice => "notice",
            Self::Division => "division",
            Self::Citation => "citation",
            Self::Holidays => "holidays",
            Self::Policy => "policy",
            Self::Exclusive => "exclusive",
            Self::Thresholds => "thresholds",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// One row of the reference data: `KIND:KEY`, then `@` and its first valid day if it has one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RuleRef {
    /// What kind of row.
    pub kind: RuleKind,
    /// Its key within the kind; never empty, without `@` and line breaks.
    pub key: String,
    /// First valid day; `None` = since ever.
    pub from: Option<Date>,
}

/// Not `KIND:KEY` or `KIND:KEY@YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a rule is written like programme:P01@2026-01-01")]
pub struct RuleRefError;

impl RuleRef {
    /// The row of `kind` with this key and first day.
    #[must_use]
    pub fn new(kind: RuleKind, key: impl Into<String>, from: Option<Date>) -> Self {
        Self { kind, key: key.into(), from }
    }
}

impl FromStr for RuleRef {
    type Err = RuleRefError;

    fn from_str(text: &str) -> Result<Self, RuleRefError> {
        let (word, rest) = text.trim().split_once(':').ok_or(RuleRefError)?;
        let kind = RuleKind::of_word(word).ok_or(RuleRefError)?;
        let (key, from) = match rest.split_once('@') {
            Some((key, day)) => (key, Some(day.parse().or(Err(RuleRefError))?)),
            None => (rest, None),
        };
        if key.is_empty() || key.contains(char::is_control) {
            Err(RuleRefError)
        } else {
            Ok(Self::new(kind, key, from))
        }
    }
}

impl fmt::Display for RuleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.word(), self.key)?;
        self.from.map_or(Ok(()), |from| write!(f, "@{from}"))
    }
}

impl TryFrom<String> for RuleRef {
    type Error = RuleRefError;
    fn try_from(text: String) -> Result<Self, RuleRefError> {
        text.parse()
    }
}

impl From<RuleRef> for String {
    fn from(rule: RuleRef) -> Self {
        rule.to_string()
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::reference::rule::*;
    use proptest::prelude::*;

    #[test]
    fn a_rule_is_named_by_kind_key_and_first_day() {
        let rule: RuleRef = "programme:P01@2026-01-01".parse().unwrap();
        assert_eq!(
            rule,
            RuleRef::new(RuleKind::Programme, "P01", Some(jiff::civil::date(2026, 1, 1)))
        );
        let always: RuleRef = "rate:P01/140923104000/二档".parse().unwrap();
        assert_eq!((always.kind, always.from), (RuleKind::Rate, None));
        assert_eq!(serde_json::to_string(&rule).unwrap(), "\"programme:P01@2026-01-01\"");
    }

    #[test]
    fn what_is_not_a_rule_is_refused() {
        for text in [
            "",
            "P01",
            "law:P01",
            "programme:",
            "programme:@2026-01-01",
            "programme:P01@",
            "programme:P01@2026-13-01",
        ] {
            assert_eq!(text.parse::<RuleRef>(), Err(RuleRefError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_written_rule_reads_as_itself(kind in 0..RuleKind::ALL.len(), key in "[0-9A-Za-z+/档-]{1,20}", day in proptest::option::of(1i8..28)) {
            let rule = RuleRef::new(RuleKind::ALL[kind], key, day.map(|day| jiff::civil::date(2026, 2, day)));
            prop_assert_eq!(rule.to_string().parse(), Ok(rule));
        }
    }
}
