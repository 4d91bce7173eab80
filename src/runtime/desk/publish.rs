//! Making a list public: the bytes once, their code, the office's signature, and the names of the
//! paper.
use super::batch::{Batch, only};
use super::error::{DeskError, unwritten};
use super::open::Desk;
use crate::documents::scan;
use crate::domain::case::{Action, Case};
use crate::domain::disclosure::publication;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::{
    Code, Disclosure, DisclosureStage, Issuer, IssuerKind, NoticePeriod, PaperNames, signed_message,
};
use crate::domain::dossier::{Act, Disclosed, Refusal};
use crate::domain::journal::{EntryId, NewBlob, Published, Subject, SubjectKind};
use crate::domain::reference::calendar::notice_end;
use crate::domain::reference::division::Division;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::reference::programme::{Class, NoticeTime};
use crate::domain::roll::DraftChange;
use crate::domain::roll::{Line, Totals};
use crate::domain::values::crockford;
use crate::domain::values::date::Date;
use crate::runtime::entropy::salt;
use crate::store::{Request, StoreError, rows};

/// The days of a notice as the calendar counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticePlan {
    /// First and last day.
    pub period: NoticePeriod,
    /// Years without a holiday table: counted Monday to Friday, to be checked by hand.
    pub missing_years: Vec<i16>,
}

/// What `publish` would make or has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The public content.
    pub disclosure: Disclosure,
    /// Full names of the paper, where it shows more than the page.
    pub paper_names: Option<PaperNames>,
    /// Days.
    pub plan: NoticePlan,
    /// The day on which it is published.
    pub published_on: Date,
}

/// How a batch is to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishAsked {
    /// Notice or result.
    pub stage: DisclosureStage,
    /// First day of a notice; `None` = today.
    pub from: Option<Date>,
    /// Why a live one is corrected; `None` = by what is known.
    pub reason: Option<ChangeReason>,
    /// Numbers of the upheld objections that it answers, with commas or spaces between; `None` =
    /// all that wait for it.
    pub answers: Option<String>,
}

impl Default for PublishAsked {
    fn default() -> Self {
        Self { stage: DisclosureStage::Notice, from: None, reason: None, answers: None }
    }
}

/// Why it is published, beside that it is due.
#[derive(Debug, Clone)]
struct Why {
    /// Why a live disclosure is corrected; `None` = nothing is live.
    reason: Option<ChangeReason>,
    /// Entries of the upheld objections that it answers.
    answers: Vec<EntryId>,
}

/// A notice may be announced this many days ahead.
const FARTHEST_DAY: i32 = 30;

impl Desk {
    /// When the batch's programme wants its notice.
    ///
    /// # Errors
    /// An unknown programme.
    pub fn programme_notice(&self, batch: &Batch) -> Result<NoticeTime, DeskError> {
        Ok(self.programme(batch, self.now().date())?.notice.when)
    }

    /// The days of a notice that is posted on `from`; a correction may be noticed for fewer days.
    ///
    /// # Errors
    /// An unknown programme.
    pub fn notice_plan(&self, batch: &Batch, from: Date) -> Result<NoticePlan, DeskError> {
        let rule = self.programme(batch, from)?.notice;
        let again = batch.dossier.live_notice().is_some();
        let days = if again { rule.days_again() } else { rule.days };
        let end = notice_end(from, days, rule.day_kind, &self.reference.holidays);
        Ok(NoticePlan {
            period: NoticePeriod { from, to: end.last, day_kind: rule.day_kind },
            missing_years: end.missing_years,
        })
    }

    /// Publishes the batch as it stands as a notice that begins on `from` (today if `None`).
    ///
    /// # Errors
    /// As [`Desk::publish_as`].
    pub fn publish(
        &mut self,
        batch: &Batch,
        from: Option<Date>,
    ) -> Result<(Batch, Publication), DeskError> {
        self.publish_as(batch, &PublishAsked { from, ..PublishAsked::default() })
    }

    /// Publishes a notice or a result, the first or a corrected one.
    ///
    /// # Errors
    /// What the rules refuse; a glyph that no font has; a number of a person in a public field.
    pub fn publish_as(
        &mut self,
        batch: &Batch,
        asked: &PublishAsked,
    ) -> Result<(Batch, Publication), DeskError> {
        let today = self.now().date();
        let from = asked.from.unwrap_or(today);
        let ahead = today.until(from).map_or(i32::MAX, |span| span.get_days());
        if !(0..=FARTHEST_DAY).contains(&ahead) {
            return Err(DeskError::NoticeDay);
        }
        let lines = self.rows(batch)?.lines;
        if batch.stage().is_open() {
            let blocking = self.check(batch)?.found.block;
            if blocking > 0 {
                return Err(StoreError::from(Refusal::Blocked(blocking)).into());
            }
        }
        let why = Self::why(batch, asked)?;
        let publication = self.prepare(batch, &lines, from, asked.stage, why.reason)?;
        let bytes = publication.disclosure.to_bytes().map_err(unwritten)?;
        self.scanned(&publication, &bytes)?;
        let request = self.publish_request(batch, &lines, &publication, &bytes, &why)?;
        let done = self.store.act(self.pen()?, vec![request])?;
        Ok((self.batch_after(batch, only(done)?)?, publication))
    }

    /// Which upheld objections it answers: those named, else all that wait for a correction, also
    /// where what they spoke of was withdrawn meanwhile. And why a live disclosure is corrected: as
    /// said, else for their sake.
    fn why(batch: &Batch, asked: &PublishAsked) -> Result<Why, DeskError> {
        let cases = &batch.dossier.cases;
        let owing = cases.iter().filter(|case| case.promised(Action::Correct));
        let meant: Vec<&Case> = match &asked.answers {
            Some(numbers) => numbers
                .split([',', '，', '、', ' '])
                .filter(|no| !no.is_empty())
                .map(|no| Self::answerable(cases, no))
                .collect::<Result<_, _>>()?,
            None => owing.collect(),
        };
        let usual = if meant.is_empty() { ChangeReason::Verified } else { ChangeReason::Objection };
        let reason = batch.dossier.live(asked.stage).map(|_| asked.reason.unwrap_or(usual));
        Ok(Why { reason, answers: meant.into_iter().map(|case| case.entry).collect() })
    }

    fn answerable<'c>(cases: &'c [Case], no: &str) -> Result<&'c Case, DeskError> {
        let found = cases.iter().find(|case| case.raised.no == no && case.may_be_corrected());
        found.ok_or_else(|| StoreError::from(Refusal::NoSuchCase).into())
    }

    fn prepare(
        &self,
        batch: &Batch,
        lines: &[Line],
        from: Date,
        stage: DisclosureStage,
        reason: Option<ChangeReason>,
    ) -> Result<Publication, DeskError> {
        let is_notice = stage == DisclosureStage::Notice;
        let plan = self.notice_plan(batch, from)?;
        let live = batch.dossier.live(stage);
        let former = live.map(|disclosed| self.published(disclosed)).transpose()?;
        let made = publication::Publication {
            key: &batch.draft.key,
            lines,
            programme: self.programme(batch, from)?,
            reference: &self.reference,
            issuer: self.issuer(batch, from)?,
            stage,
            posted: from,
            notice: is_notice.then_some(plan.period),
            revision: batch.dossier.next_revision(stage),
            replaces: live.map(|disclosed| disclosed.body.code.to_string()),
            subject: self.subject_of(batch)?.to_string(),
            label: self.label(batch, 0)?,
            salt: crockford::encode(&salt()?),
            paper_salt: crockford::encode(&salt()?),
            practice: self.office.practice,
            paid_on: batch.dossier.booked().filter(|_| !is_notice).map(|booked| booked.body.on),
            former: former
                .as_ref()
                .zip(reason)
                .map(|((before, _), reason)| (before.rows.as_slice(), reason)),
        };
        let (disclosure, paper_names) = made.build().map_err(unwritten)?;
        Ok(Publication { disclosure, paper_names, plan, published_on: self.now().date() })
    }

    /// Last day on which the list is shown: so many days after the notice ends, or after the result
    /// was published.
    fn list_until(
        &self,
        batch: &Batch,
        publication: &Publication,
    ) -> Result<Option<Date>, DeskError> {
        let day = publication.published_on;
        let key = match self.programme(batch, day)?.class {
            Class::S0 => PolicyKey::KeepListsS0Days,
            Class::S1 => PolicyKey::KeepListsS1Days,
            Class::S2 => PolicyKey::KeepListsS2Days,
        };
        let shown = publication.disclosure.notice.map_or(day, |notice| notice.to);
        let days = i64::from(self.reference.policy(key, day));
        // u16 days: a list until after the last day of the calendar has no end
        Ok(shown.checked_add(jiff::Span::new().days(days)).ok())
    }

    /// What the village notices before submission is the village's. What is noticed after the
    /// review, or not at all (totals of what must not be posted), is the township's.
    fn issuer(&self, batch: &Batch, day: Date) -> Result<Issuer, DeskError> {
        let key = &batch.draft.key;
        if self.programme(batch, day)?.notice.when != NoticeTime::BeforeSubmission {
            let (name, division) = (self.office.name.clone(), self.office.division);
            return Ok(Issuer { name, division, kind: IssuerKind::Township });
        }
        let village = self
            .reference
            .division(key.division, day)
            .map_or_else(|| batch.village.clone(), Division::place);
        let name = format!("{village}村民委员会");
        Ok(Issuer { name, division: key.division, kind: IssuerKind::VillageCommittee })
    }

    /// The batch, or the name that the founding entry is going to give it.
    fn subject_of(&self, batch: &Batch) -> Result<Subject, DeskError> {
        let Some(subject) = batch.draft.subject else {
            let chain = self.store.read()?.chain()?;
            return Ok(Subject {
                kind: SubjectKind::Batch,
                terminal: chain.terminal,
                seq: chain.seq.saturating_add(1),
            });
        };
        Ok(subject)
    }

    /// Nothing leaves unseen: the bytes are scanned, and the poster is made once so that a missing
    /// glyph is found now.
    fn scanned(&self, publication: &Publication, bytes: &[u8]) -> Result<(), DeskError> {
        let phones: Vec<&str> =
            publication.disclosure.contacts.iter().map(|contact| contact.phone.as_str()).collect();
        scan::check_text(&String::from_utf8_lossy(bytes), &phones)
            .map_err(crate::documents::DocumentError::from)?;
        self.poster_of(
            &publication.disclosure,
            publication.paper_names.as_ref(),
            &Code::of(bytes),
            publication.published_on,
        )?;
        Ok(())
    }

    fn publish_request(
        &self,
        batch: &Batch,
        lines: &[Line],
        publication: &Publication,
        bytes: &[u8],
        why: &Why,
    ) -> Result<Request, DeskError> {
        let disclosure = &publication.disclosure;
        let keys = self.store.read()?.office_keys()?;
        let content = NewBlob::new(salt()?, bytes.to_vec());
        let paper = publication
            .paper_names
            .as_ref()
            .map(|names| {
                let content = names.to_bytes().map_err(unwritten)?;
                Ok::<_, DeskError>(NewBlob::new(salt()?, content))
            })
            .transpose()?;
        // after the review the approved rows are what is published; before it the rows as they
        // stand become a blob
        let approved = batch.dossier.rows().filter(|_| !batch.stage().is_open());
        let snapshot = match approved {
            Some(_) => None,
            None => Some(NewBlob::new(salt()?, rows::to_content(lines)?)),
        };
        let rows =
            approved.or(snapshot.as_ref().map(|blob| blob.hash)).ok_or(StoreError::Unknown)?;
        let live = batch.dossier.live(disclosure.stage);
        let same_as_live = live
            .map(|disclosed| self.shows_same_list(batch, lines, disclosed))
            .transpose()?
            .unwrap_or(false);
        let body = Published {
            key: batch.draft.key.clone(),
            label: disclosure.label.clone(),
            stage: disclosure.stage,
            issuer: disclosure.issuer.kind,
            revision: disclosure.revision,
            replaces: live.map(|disclosed| disclosed.body.code.clone()),
            code: Code::of(bytes),
            content: content.hash,
            signature: keys.publication.sign(&signed_message(bytes)).to_string(),
            paper_names: paper.as_ref().map(|blob| blob.hash),
            rows,
            notice: disclosure.notice,
            when: self
                .programme(
                    batch,
                    disclosure.notice.map_or(publication.published_on, |notice| notice.from),
                )?
                .notice
                .when,
            totals: Totals::of(lines),
            list_until: self.list_until(batch, publication)?,
            answers: why.answers.first().copied(),
            answers_too: why.answers.iter().skip(1).copied().collect(),
            changed: u32::try_from(disclosure.changes.len()).unwrap_or(u32::MAX),
            changed_rows: disclosure.changes.iter().map(|row| row.no).collect(),
            change_reason: why.reason,
            rules: self.rules,
        };
        Ok(Request {
            target: batch.target(),
            seen: batch.dossier.heads.clone(),
            act: Act::Publish { body: Box::new(body), same_as_live },
            blobs: [Some(content), paper, snapshot].into_iter().flatten().collect(),
            draft: Some(DraftChange { number: batch.draft.number, base: None, kept: Vec::new() }),
            rows: None,
        })
    }

    /// Does a published list show what these lines would show now?
    pub(super) fn shows_same_list(
        &self,
        batch: &Batch,
        lines: &[Line],
        disclosed: &Disclosed,
    ) -> Result<bool, DeskError> {
        let (there, there_names) = self.published(disclosed)?;
        let from = there.notice.map_or_else(|| self.now().date(), |notice| notice.from);
        let here = self.prepare(batch, lines, from, disclosed.body.stage, None)?;
        let list = |d: &Disclosure| {
            (
                d.programme.code.clone(),
                d.division.code,
                d.period,
                d.names,
                d.columns.clone(),
                d.rows.clone(),
                d.totals,
            )
        };
        let names = |names: &Option<PaperNames>| names.as_ref().map(|paper| paper.names.clone());
        Ok(list(&there) == list(&here.disclosure)
            && names(&there_names) == names(&here.paper_names))
    }

    /// The published content and the names of the paper, as they stand in the store.
    ///
    /// # Errors
    /// Trouble with the store; erased content.
    pub fn published(
        &self,
        disclosed: &Disclosed,
    ) -> Result<(Disclosure, Option<PaperNames>), DeskError> {
        let reading = self.store.read()?;
        let damaged = |_: serde_json::Error| StoreError::Damaged("disclosure");
        let disclosure =
            Disclosure::from_bytes(&reading.blob(disclosed.body.content)?).map_err(damaged)?;
        let names = disclosed.body.paper_names.map(|hash| reading.blob(hash)).transpose()?;
        let names =
            names.map(|bytes| serde_json::from_slice(&bytes)).transpose().map_err(damaged)?;
        Ok((disclosure, names))
    }
}
