//! The editable files of a reference set -> [`Reference`]. A first set needs `divisions.csv`,
//! `programmes.json`, `holidays.json` and `contacts.json`; a later one brings only what is new from
//! a day on.
//!
//! Whoever calls gives the bytes; nothing here knows folders. A set is taken whole or not at all.
mod consistency;
mod divisions;
mod error;

pub use error::ReferenceError;

use super::citation::Citation;
use super::exclusive::Exclusive;
use super::policy::PolicyRow;
use super::programme::{NewRate, Programme};
use super::thresholds::Thresholds;
use crate::domain::reference::{
    Contact, HolidayYear, Holidays, Reference, Switches, VillageDefaults,
};
use crate::domain::roll::template::{Template, TemplateError, Written};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Every file that a set may hold, in the order in which they are read.
pub const FILES: [&str; 12] = [
    "divisions.csv",
    "programmes.json",
    "rates.json",
    "holidays.json",
    "contacts.json",
    "villages.json",
    "switches.json",
    "citations.json",
    "policy.json",
    "exclusive.json",
    "checks.json",
    "templates.json",
];

/// Without these a county cannot begin.
const NEEDED: [&str; 4] = ["divisions.csv", "programmes.json", "holidays.json", "contacts.json"];

/// Each JSON file opens with a `note` to its reader; an unknown word beside it is a typing error.
macro_rules! files {
    ($($name:ident { $field:ident: $rows:ty })*) => {$(
        #[derive(Deserialize, Default)]
        #[serde(deny_unknown_fields)]
        struct $name {
            #[serde(default, rename = "note")]
            _note: String,
            $field: $rows,
        }
    )*};
}

files! {
    ProgrammesFile { programmes: Vec<Programme> }
    RatesFile { rates: Vec<NewRate> }
    HolidaysFile { years: BTreeMap<i16, HolidayYear> }
    ContactsFile { contacts: Vec<Contact> }
    VillagesFile { villages: Vec<VillageDefaults> }
    SwitchesFile { full_names_on_web: bool }
    CitationsFile { citations: Vec<Citation> }
    PolicyFile { policy: Vec<PolicyRow> }
    ExclusiveFile { exclusive: Vec<Exclusive> }
    ChecksFile { thresholds: Vec<Thresholds> }
    TemplatesFile { templates: Vec<Written> }
}

impl Reference {
    /// Reads the first set of a county; `file` gives the bytes of one of [`FILES`], or nothing.
    ///
    /// # Errors
    /// The first thing to mend, with its file and place.
    pub fn from_files(
        name: &str,
        file: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> Result<Self, ReferenceError> {
        Self::from_files_beside(name, file, &Self::default())
    }

    /// Reads the set called `name` for a county where `in_force` holds already: it may then bring
    /// as little as one file, and name divisions and programmes that are known there.
    ///
    /// # Errors
    /// The first thing to mend, with its file and place.
    pub fn from_files_beside(
        name: &str,
        file: &dyn Fn(&str) -> Option<Vec<u8>>,
        in_force: &Self,
    ) -> Result<Self, ReferenceError> {
        let is_first = in_force.divisions.is_empty();
        let missing = NEEDED.into_iter().find(|needed| file(needed).is_none());
        let has_nothing = || FILES.iter().all(|name| file(name).is_none());
        if let Some(missing) = missing.filter(|_| is_first || has_nothing()) {
            return Err(ReferenceError::Missing { file: missing });
        }
        let rows = divisions::parse(&file("divisions.csv").unwrap_or_else(divisions::empty))?;
        consistency::of_divisions(&rows, in_force)?;
        let templates = json::<TemplatesFile>("templates.json", file)?.templates;
        let set = Self {
            name: name.to_owned(),
            divisions: rows.into_iter().map(|row| row.division).collect(),
            programmes: json::<ProgrammesFile>("programmes.json", file)?.programmes,
            rates: json::<RatesFile>("rates.json", file)?.rates,
            holidays: Holidays { years: json::<HolidaysFile>("holidays.json", file)?.years },
            contacts: json::<ContactsFile>("contacts.json", file)?.contacts,
            villages: json::<VillagesFile>("villages.json", file)?.villages,
            switches: match file("switches.json") {
                None => None,
                Some(_) => Some(Switches {
                    full_names_on_web: json::<SwitchesFile>("switches.json", file)?
                        .full_names_on_web,
                }),
            },
            citations: json::<CitationsFile>("citations.json", file)?.citations,
            policy: json::<PolicyFile>("policy.json", file)?.policy,
            exclusive: json::<ExclusiveFile>("exclusive.json", file)?.exclusive,
            thresholds: json::<ChecksFile>("checks.json", file)?.thresholds,
            templates: templates
                .into_iter()
                .map(Template::try_from)
                .collect::<Result<_, TemplateError>>()?,
        };
        consistency::of_set(&set, in_force)?;
        Ok(set)
    }
}

/// An absent file says nothing.
fn json<T: DeserializeOwned + Default>(
    name: &'static str,
    file: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<T, ReferenceError> {
    let Some(bytes) = file(name) else { return Ok(T::default()) };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    serde_json::from_slice(bytes).map_err(|error| ReferenceError::Json {
        file: name,
        line: error.line(),
        column: error.column(),
        why: error.to_string(),
    })
}

#[cfg(test)]
mod tests;
