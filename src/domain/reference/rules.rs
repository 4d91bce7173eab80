//! Rule references and the rows they name: which rows a decision rests on, and what such a row
//! says.
use super::citation::{self, Citation};
use super::division::{Division, DivisionCode};
use super::effective::{self, Dated};
use super::exclusive::Exclusive;
use super::policy::{PolicyKey, PolicyRow};
use super::programme::{Programme, RateRow};
use super::rule::{RuleKind, RuleRef};
use super::thresholds::{self, Thresholds};
use super::{HolidayYear, Reference};
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;

/// A row of the reference data, as a reference names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule<'r> {
    /// A version of a programme.
    Programme(&'r Programme),
    /// A rate of a programme.
    Rate(&'r Programme, &'r RateRow),
    /// The notice rule of a version.
    Notice(&'r Programme),
    /// A division.
    Division(&'r Division),
    /// An article.
    Citation(&'r Citation),
    /// A year's days off and days worked.
    Holidays(i16, &'r HolidayYear),
    /// A number of the county.
    Policy(&'r PolicyRow),
    /// Two programmes that exclude each other.
    Exclusive(&'r Exclusive),
    /// From which figures on the checks ask.
    Thresholds(&'r Thresholds),
}

impl Rule<'_> {
    /// What names it.
    #[must_use]
    pub fn reference(&self) -> RuleRef {
        match self {
            Self::Programme(programme) => {
                RuleRef::new(RuleKind::Programme, &programme.code, programme.from)
            }
            Self::Rate(programme, row) => {
                RuleRef::new(RuleKind::Rate, format!("{}{}", programme.code, row.place()), row.from)
            }
            Self::Notice(programme) => {
                RuleRef::new(RuleKind::Notice, &programme.code, programme.from)
            }
            Self::Division(division) => {
                RuleRef::new(RuleKind::Division, division.key(), division.from)
            }
            Self::Citation(citation) => {
                RuleRef::new(RuleKind::Citation, &citation.key, citation.from)
            }
            Self::Holidays(year, _) => RuleRef::new(RuleKind::Holidays, year.to_string(), None),
            Self::Policy(row) => RuleRef::new(RuleKind::Policy, row.key.word(), row.from),
            Self::Exclusive(row) => RuleRef::new(RuleKind::Exclusive, row.pair(), row.from),
            Self::Thresholds(row) => RuleRef::new(RuleKind::Thresholds, thresholds::ALL, row.from),
        }
    }

    /// Its last valid day.
    #[must_use]
    pub const fn to(&self) -> Option<Date> {
        match self {
            Self::Programme(row) | Self::Notice(row) => row.to,
            Self::Rate(_, row) => row.to,
            Self::Division(row) => row.to,
            Self::Citation(row) => row.to,
            Self::Policy(row) => row.to,
            Self::Exclusive(row) => row.to,
            Self::Thresholds(row) => row.to,
            Self::Holidays(..) => None,
        }
    }

    /// Does it hold on `day`? A year's holidays hold within the year.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        if let Self::Holidays(year, _) = self {
            return *year == day.year();
        }
        self.reference().from.is_none_or(|from| from <= day) && self.to().is_none_or(|to| day <= to)
    }
}

impl Reference {
    /// Every row, in the order of [`RuleKind::ALL`].
    pub fn all_rules(&self) -> impl Iterator<Item = Rule<'_>> {
        // a programme's rates are one table of all its versions; each is shown once, at the first
        let first = |programme: &&Programme| {
            self.programmes.iter().find(|other| other.code == programme.code) == Some(*programme)
        };
        let rates = self
            .programmes
            .iter()
            .filter(first)
            .flat_map(|programme| programme.rates.iter().map(|row| Rule::Rate(programme, row)));
        let programmes = self
            .programmes
            .iter()
            .map(Rule::Programme)
            .chain(rates)
            .chain(self.programmes.iter().map(Rule::Notice));
        let law = self
            .divisions
            .iter()
            .map(Rule::Division)
            .chain(self.citations.iter().map(Rule::Citation));
        let county = self
            .holidays
            .years
            .iter()
            .map(|(year, table)| Rule::Holidays(*year, table))
            .chain(self.policy.iter().map(Rule::Policy));
        let checks = self
            .exclusive
            .iter()
            .map(Rule::Exclusive)
            .chain(self.thresholds.iter().map(Rule::Thresholds));
        programmes.chain(law).chain(county).chain(checks)
    }

    /// The row that `rule` names; `None` = there is no such row.
    #[must_use]
    pub fn rule(&self, rule: &RuleRef) -> Option<Rule<'_>> {
        self.all_rules().find(|row| row.reference() == *rule)
    }

    /// The rows that a decision on `day` about a batch rests on: programme, notice rule, places,
    /// articles and numbers of that day; rates of the first and last day of the period; the
    /// holidays of the day's year.
    #[must_use]
    pub fn rules_for(
        &self,
        programme: &str,
        division: DivisionCode,
        period: Period,
        day: Date,
    ) -> Vec<RuleRef> {
        let mut rules: Vec<Rule<'_>> = Vec::new();
        if let Some(of_day) = self.programme(programme, day) {
            rules.push(Rule::Programme(of_day));
            for paid in [period.start(), period.end()] {
                rules.extend(
                    of_day
                        .nearest_rates(division, paid)
                        .into_iter()
                        .map(|row| Rule::Rate(of_day, row)),
                );
            }
            rules.push(Rule::Notice(of_day));
        }
        rules.extend(
            [division, division.parent()]
                .into_iter()
                .filter_map(|code| self.division(code, day))
                .map(Rule::Division),
        );
        let cited = [
            citation::VILLAGE_AFFAIRS,
            citation::VILLAGE_INQUIRY,
            citation::GOVERNMENT,
            citation::PRIVACY,
            citation::REMEDY,
        ];
        rules.extend(
            cited.into_iter().filter_map(|key| self.citation(key, day)).map(Rule::Citation),
        );
        rules.extend(
            self.holidays.years.get(&day.year()).map(|table| Rule::Holidays(day.year(), table)),
        );
        rules.extend(
            PolicyKey::ALL
                .into_iter()
                .filter_map(|key| effective::on(&self.policy, key.word(), day))
                .map(Rule::Policy),
        );
        rules.extend(
            self.exclusives(programme, period.start()).map(|(_, row)| Rule::Exclusive(row)),
        );
        rules.extend(effective::on(&self.thresholds, thresholds::ALL, day).map(Rule::Thresholds));
        named(&rules)
    }
}

/// Their names, each once.
pub(super) fn named(rules: &[Rule<'_>]) -> Vec<RuleRef> {
    let mut named: Vec<RuleRef> = rules.iter().map(Rule::reference).collect();
    named.sort();
    named.dedup();
    named
}
