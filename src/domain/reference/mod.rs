//! The dated reference data of a county: every row holds between two days, and every question names
//! its day.
//!
//! Which day: rates and ages go by the period that is paid for; notice rule, class, basis, names of
//! places and articles of law by the day of the act. What was decided names its rows
//! ([`crate::domain::reference::rule::RuleRef`]).
pub mod builtin;
pub mod calendar;
mod change;
pub mod citation;
pub mod division;
pub mod effective;
pub mod exclusive;
pub mod files;
mod join;
pub mod policy;
pub mod programme;
pub mod rule;
mod rule_refs;
mod rule_sentences;
mod rules;
pub mod thresholds;

pub use change::{Change, ChangeKind};
pub use rules::Rule;

use super::roll::template::{Template, template_for};
use super::values::date::Date;
use citation::Citation;
use division::{Division, DivisionCode, Level};
use effective::{Dated, dated};
use exclusive::Exclusive;
use policy::{PolicyKey, PolicyRow};
use programme::{NewRate, Programme};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thresholds::Thresholds;

/// One reference set, as imported by one entry, or all of them joined. `data/reference/daixian` is
/// the real one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reference {
    /// Short name of the set, e.g. `daixian`.
    pub name: String,
    /// County, townships and villages.
    pub divisions: Vec<Division>,
    /// The programmes, a row a version.
    pub programmes: Vec<Programme>,
    /// Rates that come without their programme; in joined data they stand at the programme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<NewRate>,
    /// Holidays and make-up working days by year.
    pub holidays: Holidays,
    /// Who answers questions, by division; the only telephones that may be public.
    pub contacts: Vec<Contact>,
    /// What differs from the defaults in one village.
    #[serde(default)]
    pub villages: Vec<VillageDefaults>,
    /// County-wide choices; `None` = this set says nothing of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub switches: Option<Switches>,
    /// Articles of law, by what they are cited for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// 时限与办法.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policy: Vec<PolicyRow>,
    /// 互斥项目.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusive: Vec<Exclusive>,
    /// 检查限值.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thresholds: Vec<Thresholds>,
    /// 采集模板 of the provincial platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates: Vec<Template>,
}

/// The yearly table of 国务院办公厅: years present, days off on weekdays, weekend days worked
/// (调休).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Holidays {
    /// Year -> its table; a year that is absent falls back to Monday-Friday, with a warning.
    pub years: BTreeMap<i16, HolidayYear>,
}

/// One year's days off and days worked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HolidayYear {
    /// Days off that would be working days, and public holidays on weekends.
    pub off: Vec<Date>,
    /// Saturdays and Sundays worked.
    pub work: Vec<Date>,
}

/// An official telephone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Whose: a village, a township or the county.
    pub division: DivisionCode,
    /// Office as printed, e.g. `村务监督委员会`.
    pub office: String,
    /// As printed, e.g. `0350-5222222` or `12345`.
    pub phone: String,
    /// First day on which it is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day on which it is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

dated!(Contact, |contact| format!("{}/{}", contact.division, contact.office));

/// Defaults for lines that a file leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VillageDefaults {
    /// The village.
    pub division: DivisionCode,
    /// 开户银行 when the file names none.
    #[serde(default)]
    pub bank: String,
}

/// County-wide choices that the law leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Switches {
    /// Show full names of S0 programmes on the web too.
    #[serde(default)]
    pub full_names_on_web: bool,
}

impl Reference {
    /// The version of a programme that holds on `day`, else the nearest one: a programme that has
    /// ended is still paid in arrears. For rates and ages `day` is the first day of the period, for
    /// everything else the day of the act.
    #[must_use]
    pub fn programme(&self, code: &str, day: Date) -> Option<&Programme> {
        effective::nearest(&self.programmes, day, |programme| programme.code == code)
    }

    /// The programme that `text` names by code, name or alias, in its newest version.
    #[must_use]
    pub fn programme_named(&self, text: &str) -> Option<&Programme> {
        self.programmes
            .iter()
            .filter(|programme| programme.is_named(text))
            .max_by_key(|programme| programme.from)
    }

    /// The division with this code, as valid on `day`, else as it was or will be nearest to it.
    #[must_use]
    pub fn division(&self, code: DivisionCode, day: Date) -> Option<&Division> {
        effective::nearest(&self.divisions, day, |division| division.code == code)
    }

    /// Does the division, and every one above it that is known, exist on `day`?
    #[must_use]
    pub fn is_in_force(&self, code: DivisionCode, day: Date) -> bool {
        let holds = |code: DivisionCode| {
            let mut rows =
                self.divisions.iter().filter(|division| division.code == code).peekable();
            rows.peek().is_none() || rows.any(|division| division.holds_on(day))
        };
        let known = self.divisions.iter().any(|division| division.code == code);
        known && holds(code) && holds(code.parent()) && holds(code.parent().parent())
    }

    /// Divisions in force on `day` that took this one over, at once or through others; none while
    /// it exists itself.
    #[must_use]
    pub fn successors(&self, code: DivisionCode, day: Date) -> Vec<&Division> {
        let mut found = Vec::new();
        let mut asked = Vec::new();
        let mut open = vec![code];
        while let Some(gone) = open.pop() {
            for next in
                self.divisions.iter().filter(|division| division.predecessors.contains(&gone))
            {
                if next.holds_on(day) && next.code != code {
                    found.push(next);
                } else if !asked.contains(&next.code) {
                    asked.push(next.code);
                    open.push(next.code);
                }
            }
        }
        found
    }

    /// Telephones for a village on `day`: its own, then its township's, then the county's.
    #[must_use]
    pub fn contacts_for(&self, division: DivisionCode, day: Date) -> Vec<&Contact> {
        let is_meant =
            |contact: &&Contact| contact.division.holds(division) && contact.holds_on(day);
        let mut found: Vec<_> = self.contacts.iter().filter(is_meant).collect();
        found.sort_by_key(|contact| std::cmp::Reverse(contact.division.level()));
        found
    }

    /// The article that is cited for `key` on `day`.
    #[must_use]
    pub fn citation(&self, key: &str, day: Date) -> Option<&Citation> {
        effective::on(&self.citations, key, day)
    }

    /// A number the county sets for itself, as of `day`; the usual one where it says nothing.
    #[must_use]
    pub fn policy(&self, key: PolicyKey, day: Date) -> u16 {
        effective::on(&self.policy, key.word(), day).map_or(key.usual(), |row| row.value)
    }

    /// Working days from payment to the public result.
    #[must_use]
    pub fn result_days(&self, programme: &Programme, day: Date) -> u16 {
        programme.result_days.unwrap_or_else(|| self.policy(PolicyKey::result_days(programme), day))
    }

    /// Programmes that exclude this one on `day`, each with its row.
    pub fn exclusives<'r>(
        &'r self,
        code: &'r str,
        day: Date,
    ) -> impl Iterator<Item = (&'r str, &'r Exclusive)> {
        let in_force = self.exclusive.iter().filter(move |row| row.holds_on(day));
        in_force.filter_map(move |row| row.other_than(code).map(|other| (other, row)))
    }

    /// The collection template of a programme for payments that begin on `day`.
    #[must_use]
    pub fn template(&self, programme: &str, day: Date) -> Option<&Template> {
        template_for(&self.templates, programme, day)
    }

    /// From which figures on the checks ask, on `day`.
    #[must_use]
    pub fn thresholds(&self, day: Date) -> Thresholds {
        effective::on(&self.thresholds, thresholds::ALL, day).cloned().unwrap_or_default()
    }

    /// Are full names of S0 programmes shown on the web too?
    #[must_use]
    pub fn full_names_on_web(&self) -> bool {
        self.switches.is_some_and(|switches| switches.full_names_on_web)
    }

    /// A place of `day` by its 12 digits, its name, or as people call it.
    #[must_use]
    pub fn place_named(&self, text: &str, day: Date) -> Option<DivisionCode> {
        let text = text.trim();
        let named = |division: &&Division| division.name == text || division.place() == text;
        let village = || self.villages_on(day).find(named).map(|division| division.code);
        match DivisionCode::parse(text) {
            Ok(code) => self.division(code, day).map(|division| division.code),
            Err(_) => village(),
        }
    }

    /// The villages that exist on `day`.
    pub fn villages_on(&self, day: Date) -> impl Iterator<Item = &Division> {
        self.divisions.iter().filter(move |division| {
            division.code.level() == Level::Village && division.holds_on(day)
        })
    }
}

#[cfg(test)]
mod tests;
