//! The reference set that travels inside the program: 代县, as `data/reference/daixian` holds it.
//!
//! For demonstrations and a first start; a county then imports its own edited files.
use super::files::ReferenceError;
use crate::domain::reference::Reference;

/// Short name of the set.
pub const DAIXIAN: &str = "daixian";

/// The set of 代县.
///
/// # Errors
/// None in a program that passed its tests: the same bytes are read there.
pub fn daixian() -> Result<Reference, ReferenceError> {
    Reference::from_files(DAIXIAN, &|name| file(name).map(<[u8]>::to_vec))
}

/// The bytes of one of its files, to lay down for editing.
#[must_use]
pub fn file(name: &str) -> Option<&'static [u8]> {
    let bytes: &[u8] = match name {
        "divisions.csv" => include_bytes!("../../../data/reference/daixian/divisions.csv"),
        "programmes.json" => include_bytes!("../../../data/reference/daixian/programmes.json"),
        "holidays.json" => include_bytes!("../../../data/reference/daixian/holidays.json"),
        "contacts.json" => include_bytes!("../../../data/reference/daixian/contacts.json"),
        "villages.json" => include_bytes!("../../../data/reference/daixian/villages.json"),
        "templates.json" => include_bytes!("../../../data/reference/daixian/templates.json"),
        "switches.json" => include_bytes!("../../../data/reference/daixian/switches.json"),
        "citations.json" => include_bytes!("../../../data/reference/daixian/citations.json"),
        "policy.json" => include_bytes!("../../../data/reference/daixian/policy.json"),
        "exclusive.json" => include_bytes!("../../../data/reference/daixian/exclusive.json"),
        "checks.json" => include_bytes!("../../../data/reference/daixian/checks.json"),
        _ => return None,
    };
    Some(bytes)
}

#[cfg(test)]
mod tests;
