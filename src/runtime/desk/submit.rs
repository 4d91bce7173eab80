//! Handing a roll to the township.
use super::batch::{Batch, Rows};
use super::check::finding_counts;
use super::error::{DeskError, unwritten};
use super::open::Desk;
use crate::domain::dossier::Act;
use crate::domain::journal::{NewBlob, ReviewSteps, Submitted};
use crate::domain::reference::policy::PolicyKey;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::DraftChange;
use crate::domain::roll::{BatchKind, Edit};
use crate::runtime::entropy::salt;
use crate::store::{Request, rows};
use pinyin::ToPinyin;

impl Desk {
    /// Submits batches, all or none, in one act.
    ///
    /// # Errors
    /// The first refusal.
    pub fn submit(&mut self, batches: &[Batch]) -> Result<Vec<Batch>, DeskError> {
        let mut requests = Vec::with_capacity(batches.len());
        let mut new = 0;
        for batch in batches {
            requests.push(self.submission_of(batch, new)?);
            new += u32::from(batch.dossier.label.is_empty());
        }
        let done = self.store.act(self.pen()?, requests)?;
        self.forget_people();
        self.batches_after(batches, done)
    }

    fn submission_of(&self, batch: &Batch, ahead: u32) -> Result<Request, DeskError> {
        let rows = self.rows(batch)?;
        let programme = self.programme(batch, self.now().date())?;
        let checked = self.check_rows(batch, &rows)?;
        let content = NewBlob::new(salt()?, rows::to_content(&rows.lines)?);
        let reasons = Self::reasons(&rows)?;
        let when = programme.notice.when;
        let notice = batch.dossier.live_notice().filter(|_| when == NoticeTime::BeforeSubmission);
        let notice_matches = match notice {
            Some(disclosed) => self.shows_same_list(batch, &rows.lines, disclosed)?,
            None => false,
        };
        let body = Submitted {
            key: batch.draft.key.clone(),
            label: self.label(batch, ahead)?,
            rows: content.hash,
            totals: checked.totals,
            findings: finding_counts(&checked.findings, &rows.explanations),
            reasons: reasons.as_ref().map(|blob| blob.hash),
            entered_by: batch.draft.entered_by.clone(),
            when,
            notice: notice.map(|disclosed| disclosed.entry),
            steps: self.steps(),
            rules: self.rules,
        };
        let kept = rows.explanations.iter().map(|given| Edit::Explain {
            check: given.check,
            lines: given.lines.clone(),
            reason: given.reason.clone(),
        });
        let change = DraftChange {
            number: batch.draft.number,
            base: Some(content.hash),
            kept: kept.collect(),
        };
        let known = (content.hash, rows.lines.into());
        Ok(Request {
            target: batch.target(),
            seen: batch.dossier.heads.clone(),
            act: Act::Submit {
                body: Box::new(body),
                notice_matches,
                corrects_handed: self.corrects_handed(batch)?,
            },
            blobs: std::iter::once(content).chain(reasons).collect(),
            draft: Some(change),
            rows: Some(known),
        })
    }

    /// One step or two, by the policy of today.
    pub(super) fn steps(&self) -> ReviewSteps {
        if self.reference.policy(PolicyKey::ReviewSteps, self.now().date()) == 2 {
            ReviewSteps::Two
        } else {
            ReviewSteps::One
        }
    }

    /// Is the batch that this one corrects with the finance bureau?
    fn corrects_handed(&self, batch: &Batch) -> Result<bool, DeskError> {
        let BatchKind::Correction(corrected) = batch.draft.key.kind else { return Ok(false) };
        let corrected = self.store.read()?.dossier(&corrected)?;
        Ok(corrected.stage().is_handed() && !corrected.conflict)
    }

    fn reasons(rows: &Rows) -> Result<Option<NewBlob>, DeskError> {
        if rows.explanations.is_empty() {
            return Ok(None);
        }
        let content = serde_json::to_vec(&rows.explanations).map_err(unwritten)?;
        Ok(Some(NewBlob::new(salt()?, content)))
    }

    /// The batch's running number; a new one counts on from what stands in the store and the
    /// `ahead` others of the same act.
    pub(super) fn label(&self, batch: &Batch, ahead: u32) -> Result<String, DeskError> {
        if !batch.dossier.label.is_empty() {
            return Ok(batch.dossier.label.clone());
        }
        let number = self.store.read()?.labels()?.saturating_add(ahead).saturating_add(1);
        let office = self.office.division.short();
        let key = &batch.draft.key;
        Ok(crate::store::running_number(
            &office,
            key.period.year(),
            &letters(&batch.programme),
            number,
        ))
    }
}

/// Two letters for the running number: the initials of the programme's first two characters, `XX`
/// if it has none.
pub(super) fn letters(programme: &str) -> String {
    let initials = programme
        .to_pinyin()
        .flatten()
        .take(2)
        .map(|syllable| syllable.first_letter().to_ascii_uppercase());
    let letters: String = initials.collect();
    if letters.is_empty() { "XX".to_owned() } else { letters }
}
