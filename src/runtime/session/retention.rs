//! 保管期限: what is due to be destroyed, and the files and backups that are written anew once it is.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::retention;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::values::date::Date;
use crate::runtime::files;
use crate::store::Store;
use std::path::{Path, PathBuf};

/// A batch whose rows have been kept long enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureDue {
    /// The batch.
    pub batch: Batch,
    /// The last day on which they had to be kept.
    pub until: Date,
}

impl Session {
    /// Batches whose rows may go on `day`: closed for the years that the county set, nothing open.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn erasures_due(&self, day: Date) -> Result<Vec<ErasureDue>, Failure> {
        let years = self.reference.policy(PolicyKey::KeepPrivateYears, day);
        let mut due = Vec::new();
        for batch in self.batches()? {
            let until = retention::rows_until(&batch.dossier, years)
                .filter(|_| retention::rows_may_go(&batch.dossier, years, day));
            due.extend(until.map(|until| ErasureDue { batch, until }));
        }
        Ok(due)
    }

    /// Copies the ledger into a fresh file and puts it in the place of the old one, whose free
    /// pages held what was erased.
    ///
    /// # Errors
    /// Trouble with the disk; the old ledger then stays.
    pub(super) fn rewrite(&mut self) -> Result<(), Failure> {
        self.store.sweep()?;
        self.store.set_stale_backups(&self.store.read()?.backup_places()?)?;
        self.folder.replace_ledger::<Failure>(&self.data_key, |backend| {
            Ok(self.store.backup(backend).map(|_| ())?)
        })?;
        let fresh = Store::open_existing(self.folder.ledger(&self.data_key)?)?;
        let old = std::mem::replace(&mut self.store, fresh);
        Ok(old.close()?)
    }

    /// Writes every stale backup anew that is at hand.
    pub(super) fn renew_backups(&self) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Failure> {
        let places = self.stale_backups()?;
        // one that cannot be written anew is named, and stays stale
        let (renewed, unreachable) = places
            .into_iter()
            .partition(|place| files::is_folder(place) && self.backup(place).is_ok());
        Ok((renewed, unreachable))
    }

    /// Backups that still hold what was erased: each is written anew when it is next made.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn stale_backups(&self) -> Result<Vec<PathBuf>, Failure> {
        Ok(self.store.read()?.stale_backups()?.into_iter().map(PathBuf::from).collect())
    }
}

/// The place of a backup as it is remembered: whole, so that another working folder does not change
/// its meaning.
pub(super) fn remembered(place: &Path) -> String {
    files::absolute(place).display().to_string()
}
