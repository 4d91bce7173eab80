//! The editable files of a reference set -> [`Reference`]: `divisions.csv`, `programmes.json`,
//! `holidays.json`, `contacts.json`, and, where a county wants them, `villages.json` and `switches.json`.
//!
//! Whoever calls gives the bytes; nothing here knows folders. A set is taken whole or not at all.
mod consistency;
mod divisions;
mod error;

pub use error::ReferenceError;

use super::programme::Programme;
use super::reference::{Contact, HolidayYear, Holidays, Reference, Switches, VillageDefaults};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Every file that a set may hold, in the order in which they are read.
pub const FILES: [&str; 6] = ["divisions.csv", "programmes.json", "holidays.json", "contacts.json", "villages.json", "switches.json"];

/// Each JSON file opens with a `note` to its reader; an unknown word beside it is a typing error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProgrammesFile {
    #[serde(default, rename = "note")]
    _note: String,
    programmes: Vec<Programme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidaysFile {
    #[serde(default, rename = "note")]
    _note: String,
    years: BTreeMap<i16, HolidayYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactsFile {
    #[serde(default, rename = "note")]
    _note: String,
    contacts: Vec<Contact>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct VillagesFile {
    #[serde(default, rename = "note")]
    _note: String,
    villages: Vec<VillageDefaults>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct SwitchesFile {
    #[serde(default, rename = "note")]
    _note: String,
    #[serde(default)]
    full_names_on_web: bool,
}

impl Reference {
    /// Reads the set called `name`; `file` gives the bytes of one of [`FILES`], or nothing.
    ///
    /// # Errors
    /// The first thing to mend, with its file and place.
    pub fn from_files(name: &str, file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Self, ReferenceError> {
        let needed = |name: &'static str| file(name).ok_or(ReferenceError::Missing { file: name });
        let rows = divisions::parse(&needed("divisions.csv")?)?;
        let programmes: ProgrammesFile = json("programmes.json", &needed("programmes.json")?)?;
        let holidays: HolidaysFile = json("holidays.json", &needed("holidays.json")?)?;
        let contacts: ContactsFile = json("contacts.json", &needed("contacts.json")?)?;
        let villages: VillagesFile = json_or_default("villages.json", file)?;
        let switches: SwitchesFile = json_or_default("switches.json", file)?;
        consistency::of_divisions(&rows)?;
        let set = Self {
            name: name.to_owned(),
            divisions: rows.into_iter().map(|row| row.division).collect(),
            programmes: programmes.programmes,
            holidays: Holidays { years: holidays.years },
            contacts: contacts.contacts,
            villages: villages.villages,
            switches: Switches { full_names_on_web: switches.full_names_on_web },
        };
        consistency::of_set(&set)?;
        Ok(set)
    }
}

fn json<T: DeserializeOwned>(file: &'static str, bytes: &[u8]) -> Result<T, ReferenceError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| ReferenceError::Json {
        file,
        line: error.line(),
        column: error.column(),
        why: error.to_string(),
    })
}

fn json_or_default<T: DeserializeOwned + Default>(name: &'static str, file: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<T, ReferenceError> {
    file(name).map_or_else(|| Ok(T::default()), |bytes| json(name, &bytes))
}

#[cfg(test)]
mod tests;
