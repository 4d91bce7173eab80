//! What an import changes in the rules in force, said before it is done: rows that are new, other,
//! or end earlier or later.
use super::Reference;
use super::rule::RuleRef;
use super::rules::Rule;
use crate::domain::values::date::Date;
use std::collections::BTreeMap;

/// What happens to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// A row that was not there.
    New,
    /// The same row says something else.
    Other,
    /// The same row ends on another day.
    Ends,
}

impl ChangeKind {
    /// The word of `--json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Other => "changed",
            Self::Ends => "ends",
        }
    }
}

/// One row that an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What happens to it.
    pub kind: ChangeKind,
    /// The row.
    pub rule: RuleRef,
    /// Its last valid day from now on.
    pub to: Option<Date>,
    /// First day on which something differs; `None` = on every day of the past.
    pub since: Option<Date>,
}

impl Change {
    /// Does it change what held before `today`, so that what was decided then would be decided
    /// otherwise now? A new row takes nothing away by itself: what it displaces is a change of its
    /// own.
    #[must_use]
    pub fn rewrites(&self, today: Date) -> bool {
        self.kind != ChangeKind::New && self.since.is_none_or(|since| since < today)
    }
}

impl Reference {
    /// What differs in `after` from this reference data, by kind and key of the row. A row is only
    /// ever ended, never removed, so nothing of `self` is missing in what was joined from it.
    #[must_use]
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let before: BTreeMap<RuleRef, Rule<'_>> =
            self.all_rules().map(|row| (row.reference(), row)).collect();
        let mut changes: Vec<Change> =
            after.all_rules().filter_map(|row| change(before.get(&row.reference()), row)).collect();
        changes.sort_by(|a, b| (&a.rule, a.kind).cmp(&(&b.rule, b.kind)));
        changes
    }
}

fn change(before: Option<&Rule<'_>>, row: Rule<'_>) -> Option<Change> {
    let rule = row.reference();
    let to = row.to();
    let (kind, since) = match before {
        None => (ChangeKind::New, first_day(&rule, row)),
        Some(former) if sentence(*former) != sentence(row) => {
            (ChangeKind::Other, first_day(&rule, row))
        }
        Some(former) if former.to() != to => (ChangeKind::Ends, after_the_earlier(former.to(), to)),
        Some(_) => return None,
    };
    Some(Change { kind, rule, to, since })
}

fn first_day(rule: &RuleRef, row: Rule<'_>) -> Option<Date> {
    if let Rule::Holidays(year, _) = row { Date::new(year, 1, 1).ok() } else { rule.from }
}

fn after_the_earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    let earlier = [one, other].into_iter().flatten().min()?;
    earlier.tomorrow().ok()
}

/// What a row says, without its last day.
fn sentence(row: Rule<'_>) -> serde_json::Value {
    let mut value = match row {
        Rule::Programme(programme) => serde_json::to_value(programme),
        Rule::Rate(_, rate) => serde_json::to_value(rate),
        Rule::Notice(programme) => serde_json::to_value(programme.notice),
        Rule::Division(division) => serde_json::to_value(division),
        Rule::Citation(citation) => serde_json::to_value(citation),
        Rule::Holidays(_, table) => serde_json::to_value(table),
        Rule::Policy(policy) => serde_json::to_value(policy),
        Rule::Exclusive(exclusive) => serde_json::to_value(exclusive),
        Rule::Thresholds(thresholds) => serde_json::to_value(thresholds),
    }
    .unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.remove("to");
        // rates and notice rules are rows of their own
        fields.remove("rates");
        fields.remove("notice");
    }
    value
}
