//! 异议和查询 at the session: the register, what stands in it, and the letter.
//!
//! Who raised a case and how to reach them stands in blobs only; lists show numbers, types and
//! days.
use super::error::Failure;
use super::open::Session;
use crate::documents::reply::{About, Remedy, Reply, reply};
use crate::domain::case::Enquiry;
pub use crate::domain::case::{CaseFacts, CaseReply, CaseWords};
use crate::domain::disclosure::title::Title;
use crate::domain::dossier::Refusal;
use crate::domain::values::hash::Hash;
pub use crate::office::case::KnownCase;
use crate::store::StoreError;
use serde::de::DeserializeOwned;

impl Session {
    /// The whole register, oldest first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn cases(&self) -> Result<Vec<KnownCase>, Failure> {
        let mut known = Vec::new();
        for batch in self.batches()?.into_iter().rev() {
            let Some(subject) = batch.draft.subject else { continue };
            let heads = &batch.dossier.heads;
            let of_batch = batch.dossier.cases.iter().map(|case| (case.clone(), heads.clone()));
            known.extend(of_batch.map(|(case, heads)| KnownCase {
                subject,
                heads,
                batch: Some(batch.clone()),
                case,
            }));
        }
        for (subject, Enquiry { heads, cases, .. }) in self.store.read()?.enquiries()? {
            known.extend(cases.into_iter().map(|case| KnownCase {
                subject,
                heads: heads.clone(),
                batch: None,
                case,
            }));
        }
        known.sort_by(|a, b| {
            (a.case.raised.received_on, &a.case.raised.no)
                .cmp(&(b.case.raised.received_on, &b.case.raised.no))
        });
        Ok(known)
    }

    /// The case with this number.
    ///
    /// # Errors
    /// [`StoreError::Unknown`].
    pub fn case(&self, no: &str) -> Result<KnownCase, Failure> {
        let wanted = no.trim();
        Ok(self
            .cases()?
            .into_iter()
            .find(|known| known.case.raised.no == wanted)
            .ok_or(StoreError::Unknown)?)
    }

    /// The private words of a case.
    ///
    /// # Errors
    /// Trouble with the store; erased.
    pub fn case_words(&self, known: &KnownCase) -> Result<CaseWords, Failure> {
        self.private(known.case.raised.text)
    }

    /// What was found, if somebody looked.
    ///
    /// # Errors
    /// Trouble with the store; erased.
    pub fn case_facts(&self, known: &KnownCase) -> Result<Option<CaseFacts>, Failure> {
        known.case.investigated.as_ref().map(|found| self.private(found.facts)).transpose()
    }

    fn private<T: DeserializeOwned>(&self, hash: Hash) -> Result<T, Failure> {
        Ok(serde_json::from_slice(&self.store.read()?.blob(hash)?)
            .or(Err(StoreError::Damaged("case")))?)
    }

    /// The letter to the one who raised it.
    ///
    /// # Errors
    /// [`Refusal::NoAnswer`] before the answer; a glyph that no font has; a number of a person in
    /// the text.
    pub fn reply_letter(&self, known: &KnownCase) -> Result<Vec<u8>, Failure> {
        let case = &known.case;
        let answered = case.answered.as_ref().ok_or(StoreError::from(Refusal::NoAnswer))?;
        let words = self.case_words(known)?;
        let given: CaseReply = self.private(answered.reply)?;
        let found = self.case_facts(known)?;
        let names = found.as_ref().map(|found| found.investigators.clone()).unwrap_or_default();
        let mut names = names.into_iter();
        let investigators = names.next().zip(names.next()).map(|(one, other)| [one, other]);
        let letter = Reply {
            kind: case.raised.case,
            number: case.raised.no.clone(),
            issuer: self.office.name.clone(),
            addressee: words.name,
            received_on: case.raised.received_on,
            channel: case.raised.channel,
            about: self.matter(known)?,
            facts: found.map(|found| found.facts).unwrap_or_default(),
            outcome: case.investigated.as_ref().map(|found| found.outcome),
            action: answered.action,
            action_note: given.note,
            legal_basis: given.legal_basis,
            remedy: Remedy { where_to: given.remedy, within: given.within },
            escalated_to: case.escalated.last().map(|escalated| escalated.to.clone()),
            investigators,
            dated: answered.on,
            phones: self.reference.contacts.iter().map(|contact| contact.phone.clone()).collect(),
            practice: self.office.practice,
        };
        Ok(reply(&letter)?)
    }

    fn matter(&self, known: &KnownCase) -> Result<About, Failure> {
        let Some(batch) = &known.batch else {
            return Ok(About { title: "村务和补贴事项".to_owned(), label: None, row: None });
        };
        let disclosed =
            known.case.raised.code.as_ref().and_then(|code| batch.dossier.disclosure(code));
        let title = match disclosed {
            Some(disclosed) => Title::of(&self.published(disclosed)?.0).to_string(),
            None => format!("{}{}", batch.village, batch.programme),
        };
        Ok(About { title, label: Some(batch.name()), row: known.case.raised.row })
    }
}
