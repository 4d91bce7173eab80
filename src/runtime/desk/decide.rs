//! The township's decisions: approve, return, withdraw; and what has changed since the last batch.
use super::batch::Batch;
use super::error::DeskError;
use super::open::Desk;
use crate::domain::difference::{Difference, between};
use crate::domain::dossier::{Act, Dossier, Refusal, Stage};
use crate::domain::hash::Hash;
use crate::domain::journal::NewBlob;
use crate::domain::name::clean_text;
use crate::domain::roll::{Explanation, Line};
use crate::domain::withdrawal::WithdrawalReason;
use crate::runtime::entropy::salt;
use crate::store::{Request, StoreError, Target};
use std::collections::HashSet;

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

impl Desk {
    /// Approves the submitted rows.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn approve(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        let rows = batch.dossier.rows().ok_or(StoreError::from(Refusal::NotSubmitted))?;
        let lines = self.store.read()?.rows(rows)?;
        let act = Act::Approve { rows, persons: self.persons(&lines), rules: self.rules };
        self.decide(batch, act, Vec::new())
    }

    /// Keyed hashes of everybody in the rows, each once.
    fn persons(&self, lines: &[Line]) -> Vec<Hash> {
        let everybody = lines.iter().flat_map(|line| [&line.householder, line.beneficiary(), line.payee()]);
        let ids: HashSet<&str> = everybody.map(|person| person.id.as_str()).filter(|id| !id.is_empty()).collect();
        ids.into_iter().map(|id| self.data_key.person_hash(id)).collect()
    }

    /// Sends back, with the reason and the lines meant.
    ///
    /// # Errors
    /// What the rules refuse; no reason.
    pub fn send_back(&mut self, batch: &Batch, reason: &str, lines: &[u32]) -> Result<Batch, DeskError> {
        let rows = batch.dossier.rows().ok_or(StoreError::from(Refusal::NotSubmitted))?;
        let (hash, blobs) = written(reason)?;
        self.decide(batch, Act::Return { rows, reason: hash, lines: lines.to_vec() }, blobs)
    }

    /// Takes back the submission and all live disclosures.
    ///
    /// # Errors
    /// What the rules refuse; no reason.
    pub fn withdraw(&mut self, batch: &Batch, reason: &str) -> Result<Batch, DeskError> {
        let (hash, blobs) = written(reason)?;
        self.decide(batch, Act::Withdraw { reason: hash, class: WithdrawalReason::Unstated }, blobs)
    }

    fn decide(&mut self, batch: &Batch, act: Act, blobs: Vec<NewBlob>) -> Result<Batch, DeskError> {
        let subject = batch.draft.subject.ok_or(StoreError::from(Refusal::NothingThere))?;
        let seen = batch.dossier.heads.clone();
        let request = Request { target: Target::Known(subject), seen, act, blobs, draft: None, rows: None };
        self.store.act(self.pen()?, vec![request])?;
        self.forget_people();
        let reading = self.store.read()?;
        self.batch_of(&reading, reading.draft(batch.draft.number)?)
    }

    /// The clerk's reasons that travel with the submission.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn reasons_of(&self, dossier: &Dossier) -> Result<Vec<Explanation>, DeskError> {
        let Some(hash) = dossier.submission.as_ref().and_then(|submission| submission.said.reasons) else { return Ok(Vec::new()) };
        let content = self.store.read()?.blob(hash)?;
        Ok(serde_json::from_slice(&content).or(Err(StoreError::Damaged("reasons")))?)
    }

    /// What is new, gone or changed against the last batch of the same programme and village.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn compare(&self, batch: &Batch) -> Result<Compared, DeskError> {
        let after = self.rows(batch)?.lines;
        let former = self.former(batch)?;
        let before = former.as_ref().map(|former| self.rows(former)).transpose()?.map(|rows| rows.lines).unwrap_or_default();
        let difference = between(&before, &after);
        Ok(Compared { former, before, after, difference })
    }

    /// The latest earlier batch of the same programme and village that was not taken back.
    fn former(&self, batch: &Batch) -> Result<Option<Batch>, DeskError> {
        let key = &batch.draft.key;
        let reading = self.store.read()?;
        let same = reading.drafts()?.into_iter().filter(|draft| {
            let other = &draft.key;
            other.programme == key.programme && other.division == key.division && other.period.start() < key.period.start()
        });
        let mut latest: Option<Batch> = None;
        for draft in same.filter(|draft| draft.subject.is_some()) {
            let candidate = self.batch_of(&reading, draft)?;
            let counts = matches!(candidate.stage(), Stage::Submitted | Stage::Approved | Stage::Handed);
            let later = latest.as_ref().is_none_or(|known| known.draft.key.period.start() < candidate.draft.key.period.start());
            if counts && later {
                latest = Some(candidate);
            }
        }
        Ok(latest)
    }
}

/// A reason as a blob; nothing if nothing was written.
fn written(reason: &str) -> Result<(Option<Hash>, Vec<NewBlob>), DeskError> {
    let text = clean_text(reason);
    let text = text.trim();
    if text.is_empty() {
        return Ok((None, Vec::new()));
    }
    let blob = NewBlob::new(salt()?, text.as_bytes().to_vec());
    Ok((Some(blob.hash), vec![blob]))
}
