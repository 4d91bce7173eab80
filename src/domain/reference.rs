//! The dated reference data of a county: divisions, programmes, holidays, contacts.
use super::date::Date;
use super::division::{Division, DivisionCode};
use super::programme::Programme;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One reference set, as imported by one entry. `data/reference/daixian` is the real one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reference {
    /// Short name of the set, e.g. `daixian`.
    pub name: String,
    /// County, townships and villages.
    pub divisions: Vec<Division>,
    /// The programmes.
    pub programmes: Vec<Programme>,
    /// Holidays and make-up working days by year.
    pub holidays: Holidays,
    /// Who answers questions, by division; the only telephones that may be public.
    pub contacts: Vec<Contact>,
    /// What differs from the defaults in one village.
    #[serde(default)]
    pub villages: Vec<VillageDefaults>,
    /// County-wide choices.
    #[serde(default)]
    pub switches: Switches,
}

/// The yearly table of 国务院办公厅: years present, days off on weekdays, weekend days worked (调休).
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
}

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
    /// Several sets as one; what a later set says of switches and holidays holds.
    #[must_use]
    pub fn joined(sets: Vec<Self>) -> Self {
        let mut whole = Self::default();
        for set in sets {
            whole.name = if whole.name.is_empty() { set.name } else { format!("{}+{}", whole.name, set.name) };
            whole.divisions.extend(set.divisions);
            whole.programmes.extend(set.programmes);
            whole.holidays.years.extend(set.holidays.years);
            whole.contacts.extend(set.contacts);
            whole.villages.extend(set.villages);
            whole.switches = set.switches;
        }
        whole
    }

    /// The programme with this code.
    #[must_use]
    pub fn programme(&self, code: &str) -> Option<&Programme> {
        self.programmes.iter().find(|programme| programme.code == code)
    }

    /// The programme that `text` names by code, name or alias.
    #[must_use]
    pub fn programme_named(&self, text: &str) -> Option<&Programme> {
        self.programmes.iter().find(|programme| programme.is_named(text))
    }

    /// The division with this code, as valid on `day`, else as known at any time.
    #[must_use]
    pub fn division(&self, code: DivisionCode, day: Date) -> Option<&Division> {
        let of_code = || self.divisions.iter().filter(move |division| division.code == code);
        of_code().find(|division| division.valid_on(day)).or_else(|| of_code().next())
    }

    /// Telephones for a village: its own, then its township's, then the county's.
    #[must_use]
    pub fn contacts_for(&self, division: DivisionCode) -> Vec<&Contact> {
        let mut found: Vec<_> = self.contacts.iter().filter(|contact| contact.division.holds(division)).collect();
        found.sort_by_key(|contact| std::cmp::Reverse(contact.division.level()));
        found
    }
}
