//! Reading the lists of persons that rolls are matched against: all imports, and those in force.
use super::error::StoreError;
use super::store::Reading;
use crate::domain::journal::{CrossMatchImported, OfficeBody, Subject, SubjectKind};
use crate::domain::people::cross_match::{CrossList, CrossLists};
use crate::domain::values::timestamp::Timestamp;

/// One import of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedList {
    /// Its number.
    pub subject: Subject,
    /// When it was imported.
    pub at: Timestamp,
    /// What its entry says.
    pub body: CrossMatchImported,
}

impl Reading {
    /// All imports of lists, earliest first.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn imported_lists(&self) -> Result<Vec<ImportedList>, StoreError> {
        let mut lists = Vec::new();
        for subject in self.subjects(SubjectKind::CrossMatch)? {
            for entry in self.entries_of(&subject)? {
                let Some(OfficeBody::CrossMatchImported(body)) = entry.body()?.office() else {
                    continue;
                };
                lists.push(ImportedList { subject, at: entry.header.at, body });
            }
        }
        // as with reference sets, what one terminal wrote within a minute keeps its order
        lists.sort_by_key(|list| list.at);
        Ok(lists)
    }

    /// The lists in force: of each kind and programme the one with the latest day.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn cross_lists(&self) -> Result<CrossLists, StoreError> {
        let mut lists = CrossLists::default();
        for ImportedList { body, .. } in self.imported_lists()? {
            let content = self.blob(body.content)?;
            let list = CrossList::from_content(body.list, body.programme, body.as_of, &content)
                .or(Err(StoreError::Damaged("list")))?;
            lists.put(list);
        }
        Ok(lists)
    }
}
