//! Lists of persons that rolls are matched against: taken in as keyed hashes, listed, and asked by
//! the checks.
//!
//! The file's numbers are hashed in memory and wiped; nothing but hashes, days, villages and
//! quantities is kept.
use super::error::Failure;
use super::open::Session;
use crate::domain::journal::{CrossMatchImported, NewBlob};
use crate::domain::people::cross_match::{CrossList, CrossLists, ListError, ListKind};
use crate::domain::people::user::Role;
use crate::domain::values::date::Date;
use crate::runtime::entropy::salt;
use crate::runtime::files;
use crate::store::ImportedList;
use std::path::Path;
use zeroize::Zeroizing;

/// What `list import` asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListAsked {
    /// What the list is of.
    pub kind: ListKind,
    /// Code or name of the programme; for registers.
    pub programme: Option<String>,
    /// The day for which it is right.
    pub as_of: Date,
}

/// One import of a list, and whether the checks ask it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListHeld {
    /// The import.
    pub list: ImportedList,
    /// Is there no later one of its kind and programme?
    pub in_force: bool,
}

impl Session {
    /// Takes in a list from a CSV file.
    ///
    /// # Errors
    /// Only an administrator may; a file that is not right, by row; a register without its
    /// programme.
    pub fn import_list(
        &mut self,
        path: &Path,
        asked: &ListAsked,
    ) -> Result<CrossMatchImported, Failure> {
        self.needs(Role::Administrator)?;
        let programme = self.list_programme(asked)?;
        let bytes = Zeroizing::new(files::read(path)?);
        let text = Zeroizing::new(crate::intake::text_of(&bytes).ok_or(ListError::NotCsv)?);
        let hasher = self.data_key.person_hasher();
        let list = CrossList::read(&text, asked.kind, programme.clone(), asked.as_of, &|id| {
            hasher.hash(id)
        })?;
        let blob = NewBlob::new(salt()?, list.content());
        let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
        let body = CrossMatchImported {
            list: asked.kind,
            programme,
            content: blob.hash(),
            count,
            as_of: asked.as_of,
        };
        self.store.import_list(self.pen()?, &body.clone().into(), &blob)?;
        self.lists = std::sync::OnceLock::new();
        Ok(body)
    }

    /// A register is one programme's; the other lists concern all.
    fn list_programme(&self, asked: &ListAsked) -> Result<Option<String>, Failure> {
        match (asked.kind, &asked.programme) {
            (ListKind::Register, Some(named)) => {
                let programme =
                    self.reference.programme_named(named).ok_or(Failure::UnknownProgramme)?;
                Ok(Some(programme.code.clone()))
            }
            (ListKind::Register, None) => Err(ListError::NoProgramme.into()),
            (ListKind::Deceased | ListKind::PublicStaff | ListKind::Relatives, Some(_)) => {
                Err(ListError::ForAllProgrammes.into())
            }
            (ListKind::Deceased | ListKind::PublicStaff | ListKind::Relatives, None) => Ok(None),
        }
    }

    /// All lists that were ever imported, earliest first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn lists(&self) -> Result<Vec<ListHeld>, Failure> {
        let lists = self.store.read()?.imported_lists()?;
        let is_later = |one: &(usize, &ImportedList), than: &(usize, &ImportedList)| {
            let same = (one.1.body.list, &one.1.body.programme)
                == (than.1.body.list, &than.1.body.programme);
            same && (one.1.body.as_of, one.0) > (than.1.body.as_of, than.0)
        };
        let in_force = |list: &(usize, &ImportedList)| {
            !lists.iter().enumerate().any(|other| is_later(&other, list))
        };
        Ok(lists
            .iter()
            .enumerate()
            .map(|list| ListHeld { in_force: in_force(&list), list: list.1.clone() })
            .collect())
    }

    /// The lists in force, read once and kept until another comes in.
    pub(super) fn cross_lists(&self) -> Result<&CrossLists, Failure> {
        if let Some(known) = self.lists.get() {
            return Ok(known);
        }
        let read = self.store.read()?.cross_lists()?;
        Ok(self.lists.get_or_init(|| read))
    }
}
