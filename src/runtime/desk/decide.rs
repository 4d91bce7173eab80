//! The township's decisions: approve, return, withdraw; and what has changed since the last batch.
use super::batch::{Batch, only};
use super::error::{DeskError, unwritten};
use super::open::Desk;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::dossier::retention;
use crate::domain::dossier::{Act, Disclosed, Dossier, Refusal};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{ListsEnded, NewBlob, Unsubmitted};
use crate::domain::people::name::clean_text;
use crate::domain::roll::difference::{Difference, between};
use crate::domain::roll::{Explanation, Line};
use crate::domain::values::hash::Hash;
use crate::runtime::entropy::salt;
use crate::store::{Request, StoreError};
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
        let everybody =
            lines.iter().flat_map(|line| [&line.householder, line.beneficiary(), line.payee()]);
        let ids: HashSet<&str> =
            everybody.map(|person| person.id.as_str()).filter(|id| !id.is_empty()).collect();
        ids.into_iter().map(|id| self.data_key.person_hash(id)).collect()
    }

    /// Sends back, with the reason and the lines meant.
    ///
    /// # Errors
    /// What the rules refuse; no reason.
    pub fn send_back(
        &mut self,
        batch: &Batch,
        reason: &str,
        lines: &[u32],
    ) -> Result<Batch, DeskError> {
        let rows = batch.dossier.rows().ok_or(StoreError::from(Refusal::NotSubmitted))?;
        let (hash, blobs) = written(reason)?;
        self.decide(batch, Act::Return { rows, reason: hash, lines: lines.to_vec() }, blobs)
    }

    /// The second step (签发), where the policy has two.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn sign(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        let rows = batch.dossier.rows().ok_or(StoreError::from(Refusal::NotReviewed))?;
        let lines = self.store.read()?.rows(rows)?;
        let act = Act::Sign { rows, persons: self.persons(&lines), rules: self.rules };
        self.decide(batch, act, Vec::new())
    }

    /// 取消送审: takes the submission back before the next desk has acted; the notice stays.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn unsubmit(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        let rows = batch.dossier.rows().ok_or(StoreError::from(Refusal::NothingThere))?;
        self.decide(batch, Act::Unsubmit(Unsubmitted { rows }), Vec::new())
    }

    /// Takes back the submission and all live disclosures, without a public reason.
    ///
    /// # Errors
    /// What the rules refuse; no reason.
    pub fn withdraw(&mut self, batch: &Batch, reason: &str) -> Result<Batch, DeskError> {
        self.withdraw_as(batch, reason, WithdrawalReason::Unstated)
    }

    /// The same with the class of the reason, which becomes public.
    ///
    /// # Errors
    /// What the rules refuse; no reason.
    pub fn withdraw_as(
        &mut self,
        batch: &Batch,
        reason: &str,
        class: WithdrawalReason,
    ) -> Result<Batch, DeskError> {
        let meant: Vec<Disclosed> = batch.dossier.withdrawn_with_batch(class).cloned().collect();
        let (remains, mut blobs) = self.remains(&meant)?;
        let (hash, words) = written(reason)?;
        blobs.extend(words);
        let codes = meant.into_iter().map(|disclosed| disclosed.body.code).collect();
        self.decide(batch, Act::Withdraw { reason: hash, class, codes, remains }, blobs)
    }

    /// Takes disclosures back while the batch stands: the one with this code, else all whose lists
    /// are still shown. For privacy no list stays, whichever was meant.
    ///
    /// # Errors
    /// What the rules refuse; no reason.
    pub fn withdraw_disclosure(
        &mut self,
        batch: &Batch,
        code: Option<&Code>,
        reason: &str,
        class: WithdrawalReason,
    ) -> Result<Batch, DeskError> {
        let meant: Vec<Disclosed> = batch.dossier.withdrawn_with(code, class).cloned().collect();
        let (remains, mut blobs) = self.remains(&meant)?;
        let (hash, words) = written(reason)?;
        blobs.extend(words);
        let codes = meant.into_iter().map(|disclosed| disclosed.body.code).collect();
        let act =
            Act::WithdrawDisclosure { codes, class, reason: hash, on: self.now().date(), remains };
        self.decide(batch, act, blobs)
    }

    /// What stays public of these when their lists go.
    fn remains(&self, meant: &[Disclosed]) -> Result<(Vec<Hash>, Vec<NewBlob>), DeskError> {
        let mut blobs = Vec::with_capacity(meant.len());
        for disclosed in meant {
            let (content, _) = self.published(disclosed)?;
            let remains = retention::remains_of(&content).to_bytes().map_err(unwritten)?;
            blobs.push(NewBlob::new(salt()?, remains));
        }
        Ok((blobs.iter().map(|blob| blob.hash).collect(), blobs))
    }

    /// Batches with lists whose public time is over, and how many.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn lists_due(&self) -> Result<Vec<(Batch, usize)>, DeskError> {
        let today = self.now().date();
        let due = self.batches()?.into_iter().rev().map(|batch| {
            let count = retention::lists_due(&batch.dossier, today).len();
            (batch, count)
        });
        Ok(due.filter(|(_, count)| *count > 0).collect())
    }

    /// 下架: takes down the batch's lists whose public time is over; their pages stay.
    ///
    /// # Errors
    /// What the rules refuse: nothing is due.
    pub fn end_lists(&mut self, batch: &Batch) -> Result<Batch, DeskError> {
        let on = self.now().date();
        let codes = retention::lists_due(&batch.dossier, on);
        let meant: Vec<Disclosed> =
            codes.iter().filter_map(|code| batch.dossier.disclosure(code)).cloned().collect();
        let (remains, blobs) = self.remains(&meant)?;
        self.decide(batch, Act::EndLists(ListsEnded { codes, on, remains }), blobs)
    }

    fn decide(&mut self, batch: &Batch, act: Act, blobs: Vec<NewBlob>) -> Result<Batch, DeskError> {
        let subject = batch.draft.subject.ok_or(StoreError::from(Refusal::NothingThere))?;
        let seen = batch.dossier.heads.clone();
        let request = Request {
            target: EntrySubject::Known(subject),
            seen,
            act,
            blobs,
            draft: None,
            rows: None,
        };
        let done = self.store.act(self.pen()?, vec![request])?;
        self.forget_people();
        self.batch_after(batch, only(done)?)
    }

    /// The clerk's reasons that travel with the submission.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn reasons_of(&self, dossier: &Dossier) -> Result<Vec<Explanation>, DeskError> {
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
    pub fn compare(&self, batch: &Batch) -> Result<Compared, DeskError> {
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
    fn former(&self, batch: &Batch) -> Result<Option<Batch>, DeskError> {
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
