//! What a batch owes the public: a notice or a result that has to be there and is not.
//!
//! Drafts owe nothing: what nobody has published or handed in is not in the journal.
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::{Dossier, Stage};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::date::Date;

/// A disclosure that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// Notice or result.
    pub stage: DisclosureStage,
    /// Since which day it is missing.
    pub since: Date,
    /// The last day for it; `None` = no rule names one.
    pub due: Option<Date>,
}

/// Does the report concern this batch? Most of tens of thousands have nothing to hang, and need not
/// be held in memory.
#[must_use]
pub fn is_reported(dossier: &Dossier) -> bool {
    !dossier.disclosures.is_empty() || owed(dossier).is_some()
}

/// The disclosure that `dossier` owes: a paid batch its result, any other its notice.
#[must_use]
pub fn owed(dossier: &Dossier) -> Option<Owed> {
    owed_result(dossier).or_else(|| owed_notice(dossier))
}

/// A result that was withdrawn is owed again from that day on.
fn owed_result(dossier: &Dossier) -> Option<Owed> {
    let stage = DisclosureStage::Result;
    let paid = &dossier.booked()?.body;
    if dossier.live(stage).is_some() {
        return None;
    }
    let withdrawn = last_withdrawn(dossier, stage).unwrap_or(paid.on);
    Some(Owed { stage, since: paid.on.max(withdrawn), due: Some(paid.result_due.max(withdrawn)) })
}

/// Before the money is with the finance bureau a notice is owed: after the review where it comes
/// then, and again after it was withdrawn. A batch that was taken back altogether owes nothing
/// until it comes again.
fn owed_notice(dossier: &Dossier) -> Option<Owed> {
    let stage = DisclosureStage::Notice;
    if dossier.live(stage).is_some() {
        return None;
    }
    let withdrawn = last_withdrawn(dossier, stage);
    let since = match (when(dossier)?, dossier.stage()) {
        (NoticeTime::AfterReview, Stage::Approved) => {
            approved_on(dossier)?.max(withdrawn.unwrap_or(Date::MIN))
        }
        (
            NoticeTime::BeforeSubmission,
            Stage::Open | Stage::Returned | Stage::Submitted | Stage::Reviewed | Stage::Approved,
        ) => withdrawn?,
        _ => return None,
    };
    Some(Owed { stage, since, due: None })
}

/// When the programme wants its notice, as the batch's own entries say.
fn when(dossier: &Dossier) -> Option<NoticeTime> {
    let noticed = dossier
        .disclosures
        .iter()
        .rev()
        .find(|disclosed| disclosed.body.stage == DisclosureStage::Notice);
    dossier
        .submission()
        .map(|submission| submission.body.when)
        .or_else(|| noticed.map(|disclosed| disclosed.body.when))
}

fn approved_on(dossier: &Dossier) -> Option<Date> {
    let approval = dossier.approval()?;
    dossier.history.iter().find(|event| event.entry == approval.entry).map(|event| event.at.date())
}

fn last_withdrawn(dossier: &Dossier, stage: DisclosureStage) -> Option<Date> {
    let of_stage = dossier.disclosures.iter().filter(|disclosed| disclosed.body.stage == stage);
    of_stage.filter_map(|disclosed| disclosed.withdrawn_on).max()
}
