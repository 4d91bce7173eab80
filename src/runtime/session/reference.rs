//! Reference data at the session: read beside what is in force, shown before it is taken in, taken in
//! as one entry.
use super::error::Failure;
use super::open::Session;
use crate::domain::journal::{Body, NewBlob, ReferenceImported};
use crate::domain::reference::{Change, Reference};
use crate::domain::values::date::Date;
use crate::runtime::entropy::salt;
use crate::runtime::files::{self, FileError};
use std::cell::Cell;
use std::path::Path;

/// What an import changes, and what was decided under the rules it would rewrite.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReferencePlan {
    /// Rows that are new, other, or end on another day.
    pub changes: Vec<Change>,
    /// The first past day on which other rules would hold, if there is one; `Some(None)` = every
    /// day of the past.
    pub rewrites_since: Option<Option<Date>>,
    /// Batches that were submitted or published on that day or after it; what they show stays as it
    /// is.
    pub decided_since: u32,
}

impl Session {
    /// Reads a folder of reference files beside the data in force; its name is the set's name.
    ///
    /// # Errors
    /// The first thing to mend, with its file and place.
    pub fn read_reference(&self, folder: &Path) -> Result<Reference, Failure> {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // a file that is there and cannot be read is not one that is left out
        let trouble = Cell::new(None);
        let file = |file: &str| match files::read(&folder.join(file)) {
            Ok(bytes) => Some(bytes),
            Err(FileError::Missing(_)) => None,
            Err(error) => {
                trouble.set(Some(error));
                None
            }
        };
        let set = Reference::from_files_beside(&name, &file, &self.reference);
        match trouble.into_inner() {
            Some(error) => Err(error.into()),
            None => Ok(set?),
        }
    }

    /// What taking in `set` would change.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn plan_reference(&self, set: &Reference) -> Result<ReferencePlan, Failure> {
        let reading = self.store.read()?;
        let mut sets = reading.reference_sets()?;
        sets.push(set.clone());
        let changes = self.reference.changes_to(&Reference::joined(&sets));
        let today = self.now().date();
        let rewrites_since =
            changes.iter().filter(|change| change.rewrites(today)).map(|change| change.since).min();
        let mut decided_since = 0_u32;
        if let Some(since) = rewrites_since {
            reading.dossiers(|_, dossier| {
                let days = dossier.history.iter().map(|event| event.at.date());
                let is_after =
                    days.max().is_some_and(|last| since.is_none_or(|since| since <= last));
                decided_since = decided_since.saturating_add(u32::from(is_after));
                true
            })?;
        }
        Ok(ReferencePlan { changes, rewrites_since, decided_since })
    }

    /// Takes in a reference set: what it says of a row holds from then on, all else stays.
    ///
    /// # Errors
    /// Only an administrator may.
    pub fn import_reference(&mut self, set: &Reference) -> Result<ReferencePlan, Failure> {
        let plan = self.plan_reference(set)?;
        let content = serde_json::to_vec(set).or(Err(Failure::UnknownProgramme))?;
        let blob = NewBlob::new(salt()?, content);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let body = Body::from(ReferenceImported {
            set: set.name.clone(),
            content: blob.hash(),
            divisions: count(set.divisions.len()),
            programmes: count(set.programmes.len()),
        });
        self.store.import_reference(self.pen()?, &body, &blob)?;
        let reading = self.store.read()?;
        let reference = reading.reference()?;
        let rules = reading.rules_mark()?;
        self.reference = reference;
        self.rules = rules;
        drop(reading);
        self.forget_people();
        Ok(plan)
    }
}
