//! Column profiles: kept with an import, listed, forgotten. Settings of the office, not acts.
use super::error::Failure;
use super::imported::{ImportAsked, Imported};
use super::open::Session;
use crate::domain::people::user::Role;
use crate::domain::roll::column_profile::{ColumnMeaning, Profile};
use crate::store::Reading;
use std::borrow::Cow;

/// What is said of columns for one file: now, or by the profile named; and the profiles that may be
/// found by the head of the file.
pub(super) struct Columns<'a> {
    pub(super) body: Cow<'a, [ColumnMeaning]>,
    pub(super) profiles: Vec<Profile>,
}

impl Session {
    /// All profiles, by name.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn profiles(&self) -> Result<Vec<Profile>, Failure> {
        Ok(self.store.read()?.profiles()?)
    }

    /// Forgets a profile.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn forget_profile(&mut self, name: &str) -> Result<(), Failure> {
        self.needs(Role::Clerk)?;
        Ok(self.store.forget_profile(name.trim())?)
    }

    /// Keeps what was said of columns, once the file has shown that it can be read so.
    pub(super) fn keep_columns(
        &self,
        asked: &ImportAsked,
        imported: &Imported,
    ) -> Result<(), Failure> {
        let head = imported.report.told_heads.first().filter(|_| imported.report.errors.is_empty());
        if let (Some(name), Some(head)) = (&asked.save_profile, head) {
            self.store.keep_profile(&Profile {
                name: name.clone(),
                head: head.clone(),
                columns: asked.columns.clone(),
            })?;
        }
        Ok(())
    }
}

/// What this import says of columns.
///
/// # Errors
/// No profile of the name asked for.
pub(super) fn columns_for<'a>(
    reading: &Reading,
    asked: &'a ImportAsked,
) -> Result<Columns<'a>, Failure> {
    let profiles = reading.profiles()?;
    let Some(name) = &asked.profile else {
        return Ok(Columns { body: Cow::Borrowed(&asked.columns), profiles });
    };
    let named = profiles
        .into_iter()
        .find(|profile| profile.name == name.trim())
        .ok_or(Failure::UnknownProfile)?;
    Ok(Columns { body: Cow::Owned(named.columns), profiles: Vec::new() })
}
