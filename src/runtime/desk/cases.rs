//! 异议和查询 at the desk: the register, what two people found, the written answer, and sending a
//! case on.
//!
//! Who raised a case and how to reach them stands in blobs only; lists show numbers, types and
//! days.
use super::batch::Batch;
use super::error::DeskError;
use super::open::Desk;
use crate::documents::reply::{About, Remedy, Reply, reply};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Enquiry, Outcome};
pub use crate::domain::case::{CaseFacts, CaseReply, CaseWords};
use crate::domain::disclosure::Code;
use crate::domain::disclosure::revision;
use crate::domain::disclosure::title::Title;
use crate::domain::dossier::{Act, Refusal};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{
    Answered, EntryId, Escalated, Investigated, NewBlob, Raised, SubjectKind,
};
use crate::domain::reference::calendar::notice_end;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::reference::programme::DayKind;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
pub use crate::office::case::KnownCase;
use crate::runtime::entropy::salt;
use crate::store::{Request, StoreError};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is registered.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// Objection or enquiry.
    pub kind: CaseKind,
    /// The day on which it came.
    pub received_on: Date,
    /// How.
    pub channel: Channel,
    /// What about.
    pub about: CaseType,
    /// The row, if it is about one.
    pub row: Option<u32>,
    /// No approval either while it is open.
    pub hold: bool,
    /// The private words.
    pub words: CaseWords,
}

impl Desk {
    /// Registers an objection or enquiry about a batch: about its live disclosure, if there is one.
    ///
    /// # Errors
    /// What the rules refuse; [`DeskError::UnknownRow`].
    pub fn raise(&mut self, batch: &Batch, new: &NewCase) -> Result<KnownCase, DeskError> {
        let subject = batch.draft.subject.ok_or(DeskError::NotPublished)?;
        let code = batch.dossier.live_disclosure().map(|disclosed| disclosed.body.code.clone());
        if let Some(row) = new.row {
            self.has_row(batch, row)?.then_some(()).ok_or(DeskError::UnknownRow)?;
        }
        self.register(EntrySubject::Known(subject), batch.dossier.heads.clone(), new, code)
    }

    /// Is it a row of the public list, or one that the list says it took out; else of the rows as
    /// they stand? What was destroyed cannot say no.
    fn has_row(&self, batch: &Batch, row: u32) -> Result<bool, DeskError> {
        let shown = match batch.dossier.live_disclosure().map(|live| self.published(live)) {
            Some(Err(DeskError::Store(StoreError::Unknown))) => return Ok(true),
            Some(shown) => revision::names_row(&shown?.0, row),
            None => None,
        };
        match shown {
            Some(has) => Ok(has),
            None => Ok(self.rows(batch)?.lines.iter().any(|line| line.no == row)),
        }
    }

    /// Registers an enquiry about no batch.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn enquire(&mut self, new: &NewCase) -> Result<KnownCase, DeskError> {
        self.register(EntrySubject::New(SubjectKind::Enquiry), Vec::new(), new, None)
    }

    fn register(
        &mut self,
        target: EntrySubject,
        seen: Vec<EntryId>,
        new: &NewCase,
        code: Option<Code>,
    ) -> Result<KnownCase, DeskError> {
        let no = self.next_number(new.kind, new.received_on)?;
        let text = blob(&new.words)?;
        let body = Raised {
            case: new.kind,
            no: no.clone(),
            received_on: new.received_on,
            channel: new.channel,
            about: new.about,
            code,
            row: new.row,
            hold: new.hold,
            due: self.reply_due(new.kind, new.received_on),
            text: text.hash,
            rules: self.rules,
        };
        self.on_case(target, seen, Act::Raise(body), vec![text])?;
        self.case(&no)
    }

    /// Last day for the answer to what came, or was sent on, on `day`.
    fn reply_due(&self, kind: CaseKind, day: Date) -> Date {
        self.working_days_after(day, self.reference.policy(PolicyKey::reply_days(kind), day))
    }

    /// So many working days later; the first day does not count.
    pub(super) fn working_days_after(&self, day: Date, days: u16) -> Date {
        notice_end(day, days, DayKind::Working, &self.reference.holidays).last
    }

    /// `140923104-2026-YY-0003`: YY 异议, CX 查询, counted by office and year.
    fn next_number(&self, kind: CaseKind, day: Date) -> Result<String, DeskError> {
        let letters = if kind == CaseKind::Objection { "YY" } else { "CX" };
        let start = format!("{}-{}-{letters}-", self.office.division.short(), day.year());
        let taken = self
            .cases()?
            .into_iter()
            .filter_map(|known| known.case.raised.no.strip_prefix(&start)?.parse::<u32>().ok());
        Ok(format!("{start}{:04}", taken.max().unwrap_or(0).saturating_add(1)))
    }

    fn on_case(
        &mut self,
        target: EntrySubject,
        seen: Vec<EntryId>,
        act: Act,
        blobs: Vec<NewBlob>,
    ) -> Result<(), DeskError> {
        self.store.act(
            self.pen()?,
            vec![Request { target, seen, act, blobs, draft: None, rows: None }],
        )?;
        Ok(())
    }

    /// The whole register, oldest first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn cases(&self) -> Result<Vec<KnownCase>, DeskError> {
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
    pub fn case(&self, no: &str) -> Result<KnownCase, DeskError> {
        let wanted = no.trim();
        Ok(self
            .cases()?
            .into_iter()
            .find(|known| known.case.raised.no == wanted)
            .ok_or(StoreError::Unknown)?)
    }

    /// What two people found.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn investigate(
        &mut self,
        known: &KnownCase,
        on: Date,
        outcome: Outcome,
        found: &CaseFacts,
    ) -> Result<KnownCase, DeskError> {
        let facts = blob(found)?;
        let body = Investigated { case: known.case.entry, on, outcome, facts: facts.hash };
        let act = Act::Investigate { body, investigators: found.investigators.clone() };
        self.on_case(EntrySubject::Known(known.subject), known.heads.clone(), act, vec![facts])?;
        self.case(&known.case.raised.no)
    }

    /// The written answer: laws as valid on that day, and where to turn next.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn answer(
        &mut self,
        known: &KnownCase,
        on: Date,
        action: Action,
        note: &str,
    ) -> Result<KnownCase, DeskError> {
        let (legal_basis, remedy) = self.remedy_of(known, on);
        let given =
            blob(&CaseReply { note: note.to_owned(), legal_basis, remedy, within: String::new() })?;
        let body =
            Answered { case: known.case.entry, on, action, reply: given.hash, rules: self.rules };
        self.on_case(
            EntrySubject::Known(known.subject),
            known.heads.clone(),
            Act::Answer(body),
            vec![given],
        )?;
        self.case(&known.case.raised.no)
    }

    /// Sends a case on to another unit; the time for the answer begins anew.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn escalate(
        &mut self,
        known: &KnownCase,
        on: Date,
        to: &str,
    ) -> Result<KnownCase, DeskError> {
        let due = self.reply_due(known.case.raised.case, on);
        let body = Escalated { case: known.case.entry, on, to: to.trim().to_owned(), due };
        self.on_case(
            EntrySubject::Known(known.subject),
            known.heads.clone(),
            Act::Escalate(body),
            Vec::new(),
        )?;
        self.case(&known.case.raised.no)
    }

    /// The private words of a case.
    ///
    /// # Errors
    /// Trouble with the store; erased.
    pub fn case_words(&self, known: &KnownCase) -> Result<CaseWords, DeskError> {
        self.private(known.case.raised.text)
    }

    /// What was found, if somebody looked.
    ///
    /// # Errors
    /// Trouble with the store; erased.
    pub fn case_facts(&self, known: &KnownCase) -> Result<Option<CaseFacts>, DeskError> {
        known.case.investigated.as_ref().map(|found| self.private(found.facts)).transpose()
    }

    fn private<T: DeserializeOwned>(&self, hash: Hash) -> Result<T, DeskError> {
        Ok(serde_json::from_slice(&self.store.read()?.blob(hash)?)
            .or(Err(StoreError::Damaged("case")))?)
    }

    /// The letter to the one who raised it.
    ///
    /// # Errors
    /// [`Refusal::NoAnswer`] before the answer; a glyph that no font has; a number of a person in
    /// the text.
    pub fn reply_letter(&self, known: &KnownCase) -> Result<Vec<u8>, DeskError> {
        let case = &known.case;
        let answered = case.answered.as_ref().ok_or(StoreError::from(Refusal::NoAnswer))?;
        let (words, given): (CaseWords, CaseReply) =
            (self.case_words(known)?, self.private(answered.reply)?);
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

    fn matter(&self, known: &KnownCase) -> Result<About, DeskError> {
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

fn blob(content: &impl Serialize) -> Result<NewBlob, DeskError> {
    Ok(NewBlob::new(salt()?, serde_json::to_vec(content).or(Err(StoreError::Damaged("case")))?))
}
