//! A batch beside the last one of its programme and village; the reasons that came with it; lists
//! whose public time is over.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::{Dossier, retention};
use crate::domain::roll::difference::{Difference, between};
use crate::domain::roll::{Explanation, Line};
use crate::store::StoreError;

/// A batch beside the last one of its programme and village.
pub struct Compared {
    /// The former batch; `None` = there is none.
    pub former: Option<Batch>,
    /// Its lines.
    pub before: Vec<Line>,
    /// The present lines.
    pub after: Vec<Line>,
    /// New, gone, changed.
    pub difference: Difference,
}

impl Session {
    /// Batches with lists whose public time is over, and how many.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn lists_due(&self) -> Result<Vec<(Batch, usize)>, Failure> {
        let today = self.now().date();
        let due = self.batches()?.into_iter().rev().map(|batch| {
            let count = retention::lists_due(&batch.dossier, today).len();
            (batch, count)
        });
        Ok(due.filter(|(_, count)| *count > 0).collect())
    }

    /// The clerk's reasons that travel with the submission.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn reasons_of(&self, dossier: &Dossier) -> Result<Vec<Explanation>, Failure> {
        let Some(hash) = dossier.submission().and_then(|submission| submission.body.reasons) else {
            return Ok(Vec::new());
        };
        let content = self.store.read()?.blob(hash)?;
        Ok(serde_json::from_slice(&content).or(Err(StoreError::Damaged("reasons")))?)
    }

    /// What is new, gone or changed against the last batch of the same programme and village.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn compare(&self, batch: &Batch) -> Result<Compared, Failure> {
        let after = self.rows(batch)?.lines;
        let former = self.former(batch)?;
        let before = former
            .as_ref()
            .map(|former| self.rows(former))
            .transpose()?
            .map(|rows| rows.lines)
            .unwrap_or_default();
        let difference = between(&before, &after);
        Ok(Compared { former, before, after, difference })
    }

    /// The latest earlier batch of the same programme and village that stands; the usual one before
    /// arrears and corrections.
    fn former(&self, batch: &Batch) -> Result<Option<Batch>, Failure> {
        let key = &batch.draft.key;
        let reading = self.store.read()?;
        let same = reading.drafts()?.into_iter().filter(|draft| {
            let other = &draft.key;
            other.programme == key.programme
                && other.division == key.division
                && other.period.start() < key.period.start()
        });
        let mut standing = Vec::new();
        for draft in same.filter(|draft| draft.subject.is_some()) {
            let candidate = self.batch_of(&reading, draft)?;
            if !candidate.stage().is_open() {
                standing.push(candidate);
            }
        }
        Ok(standing.into_iter().max_by_key(|batch| {
            (batch.draft.key.kind.is_normal(), batch.draft.key.period.start(), batch.draft.number)
        }))
    }
}
