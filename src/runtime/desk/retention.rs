//! 保管期限: what is due to be destroyed, the act that destroys it, and the files and backups
//! written anew afterwards.
use super::batch::Batch;
use super::error::DeskError;
use super::open::Desk;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::dossier::retention;
use crate::domain::dossier::{Act, Dossier, Refusal};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{EntryId, Erased, Subject};
use crate::domain::reference::policy::PolicyKey;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::runtime::files;
use crate::store::{Request, Store, StoreError};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A batch whose rows have had their time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasureDue {
    /// The batch.
    pub batch: Batch,
    /// The last day on which they had to be kept.
    pub until: Date,
}

/// What an erasure did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// How many blobs are gone.
    pub blobs: u32,
    /// Backups that were written anew.
    pub renewed: Vec<PathBuf>,
    /// Backups that could not be reached: they still hold what was erased.
    pub unreachable: Vec<PathBuf>,
}

impl Desk {
    /// Batches whose rows may go on `day`: closed for the years that the county set, nothing open.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn erasures_due(&self, day: Date) -> Result<Vec<ErasureDue>, DeskError> {
        let years = self.reference.policy(PolicyKey::KeepPrivateYears, day);
        let mut due = Vec::new();
        for batch in self.batches()? {
            let until = retention::rows_until(&batch.dossier, years)
                .filter(|_| retention::rows_may_go(&batch.dossier, years, day));
            due.extend(until.map(|until| ErasureDue { batch, until }));
        }
        Ok(due)
    }

    /// Destroys what a batch holds of persons, then writes the ledger and its backups anew.
    ///
    /// # Errors
    /// What the rules refuse; trouble with the disk: the act then stands, and the next start writes
    /// the ledger anew.
    pub fn erase(&mut self, batch: &Batch, reason: ErasureReason) -> Result<Erasure, DeskError> {
        let Some(subject) = batch.draft.subject else {
            return Err(StoreError::from(Refusal::NothingThere).into());
        };
        let blobs = match reason {
            ErasureReason::Retention | ErasureReason::Request => {
                self.private_blobs(&subject, &batch.dossier)?
            }
            ErasureReason::Privacy => withdrawn_blobs(&batch.dossier),
        };
        let on = self.now().date();
        let years = self.reference.policy(PolicyKey::KeepPrivateYears, on);
        let act = Act::Erase {
            body: Erased { blobs, reason, on, rules: self.keeping_rules(reason) },
            keep_until: retention::rows_until(&batch.dossier, years),
        };
        self.erase_then_rewrite(subject, batch.dossier.heads.clone(), act)
    }

    /// Everything that the batch's entries name, but what stays public.
    fn private_blobs(&self, subject: &Subject, dossier: &Dossier) -> Result<Vec<Hash>, DeskError> {
        let mut blobs: BTreeSet<Hash> = BTreeSet::new();
        for entry in self.store.read()?.entries_of(subject)? {
            blobs.extend(entry.header.blobs);
        }
        for disclosed in &dossier.disclosures {
            disclosed.remains.iter().for_each(|kept| {
                blobs.remove(kept);
            });
            if disclosed.shows_list() {
                blobs.remove(&disclosed.body.content);
            }
        }
        Ok(blobs.into_iter().filter(|blob| !dossier.erased.contains(blob)).collect())
    }

    /// Copies the ledger into a fresh file and puts it in the place of the old one, whose free
    /// pages held what was erased.
    ///
    /// # Errors
    /// Trouble with the disk; the old ledger then stays.
    pub(super) fn rewrite(&mut self) -> Result<(), DeskError> {
        self.store.sweep()?;
        self.store.set_stale_backups(&self.store.read()?.backup_places()?)?;
        self.folder.replace_ledger::<DeskError>(&self.data_key, |backend| {
            Ok(self.store.backup(backend).map(|_| ())?)
        })?;
        let fresh = Store::open_existing(self.folder.ledger(&self.data_key)?)?;
        let old = std::mem::replace(&mut self.store, fresh);
        Ok(old.close()?)
    }

    /// Writes every stale backup anew that is at hand.
    pub(super) fn renew_backups(&self) -> Result<(Vec<PathBuf>, Vec<PathBuf>), DeskError> {
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
    pub fn stale_backups(&self) -> Result<Vec<PathBuf>, DeskError> {
        Ok(self.store.read()?.stale_backups()?.into_iter().map(PathBuf::from).collect())
    }

    /// Destroys what an enquiry about no batch holds of persons, once it is answered.
    ///
    /// # Errors
    /// As [`Desk::erase`].
    pub fn erase_enquiry(
        &mut self,
        subject: Subject,
        reason: ErasureReason,
    ) -> Result<Erasure, DeskError> {
        let reading = self.store.read()?;
        let known = reading.enquiries()?.into_iter().find(|(there, _)| *there == subject);
        let (_, enquiry) = known.ok_or(StoreError::Unknown)?;
        let mut blobs: BTreeSet<Hash> = BTreeSet::new();
        for entry in reading.entries_of(&subject)? {
            blobs.extend(
                entry.header.blobs.into_iter().filter(|blob| !enquiry.erased.contains(blob)),
            );
        }
        drop(reading);
        let on = self.now().date();
        let years = self.reference.policy(PolicyKey::KeepPrivateYears, on);
        let answered =
            enquiry.case().and_then(|case| case.answered.as_ref()).map(|answered| answered.on);
        let keep_until = answered
            // beyond the calendar: kept for ever, not free to go
            .map(|day| day.saturating_add(jiff::Span::new().years(i64::from(years))));
        let act = Act::Erase {
            body: Erased {
                blobs: blobs.into_iter().collect(),
                reason,
                on,
                rules: self.keeping_rules(reason),
            },
            keep_until,
        };
        self.erase_then_rewrite(subject, enquiry.heads, act)
    }

    /// Only the end of the time of keeping is a rule of the county's.
    fn keeping_rules(&self, reason: ErasureReason) -> Option<Hash> {
        self.rules.filter(|_| reason == ErasureReason::Retention)
    }

    fn erase_then_rewrite(
        &mut self,
        subject: Subject,
        seen: Vec<EntryId>,
        act: Act,
    ) -> Result<Erasure, DeskError> {
        let blobs = if let Act::Erase { body, .. } = &act {
            u32::try_from(body.blobs.len()).unwrap_or(u32::MAX)
        } else {
            0
        };
        self.store.act(
            self.pen()?,
            vec![Request {
                target: EntrySubject::Known(subject),
                seen,
                act,
                blobs: Vec::new(),
                draft: None,
                rows: None,
            }],
        )?;
        self.forget_people();
        self.rewrite()?;
        let (renewed, unreachable) = self.renew_backups()?;
        Ok(Erasure { blobs, renewed, unreachable })
    }
}

/// Bytes and names of disclosures that were withdrawn.
fn withdrawn_blobs(dossier: &Dossier) -> Vec<Hash> {
    let gone = dossier.disclosures.iter().filter(|disclosed| disclosed.withdrawn_on.is_some());
    let blobs = gone
        .flat_map(|disclosed| [Some(disclosed.body.content), disclosed.body.paper_names])
        .flatten();
    let blobs: BTreeSet<Hash> = blobs.filter(|blob| !dossier.erased.contains(blob)).collect();
    blobs.into_iter().collect()
}

/// The place of a backup as it is remembered: whole, so that another working folder does not change
/// its meaning.
pub(super) fn remembered(place: &Path) -> String {
    files::absolute(place).display().to_string()
}
