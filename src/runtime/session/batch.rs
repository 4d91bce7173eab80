//! What stands on the session: drafts and batches, by number, id or running number, with their rows.
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::Dossier;
use crate::domain::reference::programme::Programme;
use crate::domain::roll::DraftRecord;
use crate::domain::roll::apply;
use crate::domain::values::date::Date;
pub use crate::office::batch::{Batch, Rows};
pub use crate::office::target::BatchName;
use crate::store::{Reading, StoreError};

impl Session {
    /// All drafts and batches, newest first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn batches(&self) -> Result<Vec<Batch>, Failure> {
        self.batches_as(|batch| batch)
    }

    /// All drafts and batches, newest first, each made into a row at once: fifty thousand whole
    /// ones would fill the memory of a small machine.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn batches_as<T>(&self, mut row: impl FnMut(Batch) -> T) -> Result<Vec<T>, Failure> {
        let reading = self.store.read()?;
        let drafts = reading.drafts()?;
        let mut rows = Vec::with_capacity(drafts.len());
        for draft in drafts.into_iter().rev() {
            rows.push(row(self.batch_of(&reading, draft)?));
        }
        Ok(rows)
    }

    /// One batch by any of its names.
    ///
    /// # Errors
    /// [`StoreError::Unknown`].
    pub fn batch(&self, name: &BatchName) -> Result<Batch, Failure> {
        let reading = self.store.read()?;
        if let BatchName::Draft(number) = name {
            let draft = reading.draft(*number)?;
            return self.batch_of(&reading, draft);
        }
        for draft in reading.drafts()?.into_iter().rev().filter(|draft| draft.subject.is_some()) {
            let other =
                matches!(name, BatchName::Batch(subject) if draft.subject != Some(*subject));
            if other {
                continue;
            }
            let batch = self.batch_of(&reading, draft)?;
            if matches!(name, BatchName::Batch(_))
                || matches!(name, BatchName::Label(label) if batch.dossier.label() == Some(label))
            {
                return Ok(batch);
            }
        }
        Err(StoreError::Unknown.into())
    }

    pub(super) fn batch_of(&self, reading: &Reading, draft: DraftRecord) -> Result<Batch, Failure> {
        let dossier =
            draft.subject.map(|subject| reading.dossier(&subject)).transpose()?.unwrap_or_default();
        Ok(self.batch_with(draft, dossier))
    }

    fn batch_with(&self, draft: DraftRecord, dossier: Dossier) -> Batch {
        // by the period, so that a programme's new name does not rename what was paid under the old
        // one
        let programme = self.reference.programme(&draft.key.programme, draft.key.period.start());
        let village = self.reference.division(draft.key.division, self.now().date());
        Batch {
            programme: programme
                .map_or_else(|| draft.key.programme.clone(), |programme| programme.name.clone()),
            unit: programme.map(|programme| programme.unit.clone()).unwrap_or_default(),
            village: village.map_or_else(
                || draft.key.division.to_string(),
                crate::domain::reference::division::Division::place,
            ),
            draft,
            dossier,
        }
    }

    /// The rows as they stand: of the draft with its edits while it is open, else those handed in.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn rows(&self, batch: &Batch) -> Result<Rows, Failure> {
        let reading = self.store.read()?;
        if let Some(hash) = batch.dossier.rows().filter(|_| !batch.stage().is_open()) {
            let (_, edits) = reading.draft_rows(&batch.draft)?;
            let explanations = apply(&[], &edits, false).explanations;
            return Ok(Rows { lines: reading.rows(hash)?, explanations });
        }
        let (base, edits) = reading.draft_rows(&batch.draft)?;
        let draft = apply(&base, &edits, self.is_computed(batch));
        Ok(Rows { lines: draft.lines, explanations: draft.explanations })
    }

    pub(super) fn is_computed(&self, batch: &Batch) -> bool {
        self.programme_paid(batch).is_some_and(|programme| programme.rate_kind.is_computed())
    }

    /// The batch's programme as it holds in the period that is paid for: its unit, name and rates.
    #[must_use]
    pub fn programme_paid(&self, batch: &Batch) -> Option<&Programme> {
        let key = &batch.draft.key;
        self.reference.programme(&key.programme, key.period.start())
    }

    /// The batch's programme as it holds on `day`: the day of the act.
    pub(super) fn programme(&self, batch: &Batch, day: Date) -> Result<&Programme, Failure> {
        self.reference.programme(&batch.draft.key.programme, day).ok_or(Failure::UnknownProgramme)
    }

    /// The text of a blob that the batch names: the reason of a return or withdrawal.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn text(&self, hash: crate::domain::values::hash::Hash) -> Result<String, Failure> {
        Ok(String::from_utf8_lossy(&self.store.read()?.blob(hash)?).into_owned())
    }
}
