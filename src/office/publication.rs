//! What a publication would make public: the content, its days, its issuer, how long it is shown.
use super::batch::Batch;
use super::facts::Facts;
use super::running_number::label;
use crate::domain::disclosure::publication;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::{
    Disclosure, DisclosureStage, Issuer, IssuerKind, NoticePeriod, PaperNames,
};
use crate::domain::dossier::Refusal;
use crate::domain::journal::{Subject, SubjectKind};
use crate::domain::reference::Reference;
use crate::domain::reference::calendar::notice_end;
use crate::domain::reference::division::Division;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::reference::programme::{Class, NoticeTime, Programme};
use crate::domain::roll::Line;
use crate::domain::values::crockford;
use crate::domain::values::date::Date;

/// What would become public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The public content.
    pub disclosure: Disclosure,
    /// Full names of the paper, where it shows more than the page.
    pub paper_names: Option<PaperNames>,
}

/// The batch's programme as it holds on `day`: the day of the act.
///
/// # Errors
/// The reference data lack it.
pub fn programme<'r>(
    reference: &'r Reference,
    batch: &Batch,
    day: Date,
) -> Result<&'r Programme, Refusal> {
    reference.programme(&batch.draft.key.programme, day).ok_or(Refusal::UnknownProgramme)
}

/// The days of a notice that is posted on `from`; a correction may be noticed for fewer days.
///
/// # Errors
/// An unknown programme.
pub fn notice_period(
    reference: &Reference,
    batch: &Batch,
    from: Date,
) -> Result<NoticePeriod, Refusal> {
    let rule = programme(reference, batch, from)?.notice;
    let again = batch.dossier.live_notice().is_some();
    let days = if again { rule.days_again() } else { rule.days };
    let end = notice_end(from, days, rule.day_kind, &reference.holidays);
    Ok(NoticePeriod { from, to: end.last, day_kind: rule.day_kind })
}

/// Makes the content of these lines, as it would be public from `from` on.
pub(super) fn prepare<F: Facts>(
    facts: &F,
    batch: &Batch,
    lines: &[Line],
    from: Date,
    stage: DisclosureStage,
    reason: Option<ChangeReason>,
) -> Result<Prepared, F::Error> {
    let reference = facts.reference();
    let is_notice = stage == DisclosureStage::Notice;
    let notice = notice_period(reference, batch, from)?;
    let live = batch.dossier.live(stage);
    let former = live.map(|disclosed| facts.published(disclosed)).transpose()?;
    let booked = batch.dossier.booked().filter(|_| !is_notice);
    let made = publication::Publication {
        key: &batch.draft.key,
        lines,
        programme: programme(reference, batch, from)?,
        reference,
        issuer: issuer(facts, batch, from)?,
        stage,
        posted: from,
        notice: is_notice.then_some(notice),
        revision: batch.dossier.next_revision(stage),
        replaces: live.map(|disclosed| disclosed.body.code.to_string()),
        subject: subject_of(facts, batch)?.to_string(),
        label: label(facts, batch, 0)?,
        salt: crockford::encode(&facts.salt()?),
        paper_salt: crockford::encode(&facts.salt()?),
        practice: facts.office().practice,
        paid_on: booked.map(|booked| booked.body.on),
        former: former.as_ref().zip(reason).map(|((before, _), why)| (before.rows.as_slice(), why)),
    };
    let (disclosure, paper_names) = made.build().map_err(|error| facts.unwritten(error))?;
    Ok(Prepared { disclosure, paper_names })
}

/// What the village notices before submission is the village's. What is noticed after the review,
/// or not at all (totals of what must not be posted), is the township's.
fn issuer<F: Facts>(facts: &F, batch: &Batch, day: Date) -> Result<Issuer, F::Error> {
    let reference = facts.reference();
    let when = programme(reference, batch, day)?.notice.when;
    if when != NoticeTime::BeforeSubmission {
        let office = facts.office();
        let name = office.name.clone();
        return Ok(Issuer { name, division: office.division, kind: IssuerKind::Township });
    }
    let division = batch.draft.key.division;
    let village =
        reference.division(division, day).map_or_else(|| batch.village.clone(), Division::place);
    let name = format!("{village}村民委员会");
    Ok(Issuer { name, division, kind: IssuerKind::VillageCommittee })
}

/// The batch, or the name that the founding entry is going to give it.
fn subject_of<F: Facts>(facts: &F, batch: &Batch) -> Result<Subject, F::Error> {
    if let Some(subject) = batch.draft.subject {
        return Ok(subject);
    }
    let (terminal, seq) = facts.next_entry()?;
    Ok(Subject { kind: SubjectKind::Batch, terminal, seq })
}

/// Last day on which the list is shown: so many days after the notice ends, or after the result was
/// published on `day`.
pub(super) fn list_until(
    reference: &Reference,
    batch: &Batch,
    disclosure: &Disclosure,
    day: Date,
) -> Result<Option<Date>, Refusal> {
    let key = match programme(reference, batch, day)?.class {
        Class::S0 => PolicyKey::KeepListsS0Days,
        Class::S1 => PolicyKey::KeepListsS1Days,
        Class::S2 => PolicyKey::KeepListsS2Days,
    };
    let shown = disclosure.notice.map_or(day, |notice| notice.to);
    let days = i64::from(reference.policy(key, day));
    Ok(shown.checked_add(jiff::Span::new().days(days)).ok())
}
