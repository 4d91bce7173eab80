//! 保管期限: when a list leaves the public and when the numbers behind it are destroyed.
//!
//! Both are acts, so that the same entries give the same site everywhere; what is due on a day is
//! asked here.
use super::refusal::Refusal;
use super::stage::Stage;
use super::state::Dossier;
use crate::domain::case::Case;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::revision::ChangedRow;
use crate::domain::disclosure::{Code, Disclosure};
use crate::domain::journal::Erased;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use std::collections::BTreeSet;

/// Disclosures whose public time is over on `today` and whose lists are still shown.
#[must_use]
pub fn lists_due(dossier: &Dossier, today: Date) -> Vec<Code> {
    let over = |until: Date| until < today;
    let due = dossier
        .disclosures
        .iter()
        .filter(|disclosed| disclosed.shows_list() && disclosed.body.list_until.is_some_and(over));
    due.map(|disclosed| disclosed.body.code.clone()).collect()
}

/// Is the batch closed, with nothing open, so that its rows may be destroyed once their time is
/// over? A question without its answer and an answer without what it promised keep it open: the
/// words and rows they rest on are still needed.
#[must_use]
pub fn is_closed(dossier: &Dossier) -> bool {
    let at_rest = matches!(dossier.stage(), Stage::Paid | Stage::Withdrawn) && !dossier.conflict;
    let is_settled = |case: &Case| !case.is_open() && !case.owes();
    at_rest && dossier.cases.iter().all(is_settled) && dossier.recalls().next().is_none()
}

/// The day from which the years of keeping count: the payment, else the last entry.
#[must_use]
pub fn closed_on(dossier: &Dossier) -> Option<Date> {
    let booked = dossier.booked().map(|booked| booked.body.on);
    booked.or_else(|| dossier.history.last().map(|event| event.at.date()))
}

/// The day after which the rows may go, `years` after the batch was closed.
#[must_use]
pub fn rows_until(dossier: &Dossier, years: u16) -> Option<Date> {
    // beyond the calendar: kept for ever, not free to go
    Some(closed_on(dossier)?.saturating_add(jiff::Span::new().years(i64::from(years))))
}

/// May the rows behind the batch be destroyed on `today`: closed, kept long enough, and still here?
#[must_use]
pub fn rows_may_go(dossier: &Dossier, years: u16, today: Date) -> bool {
    let rows_are_here = dossier.rows().is_some_and(|rows| !dossier.erased.contains(&rows));
    is_closed(dossier)
        && rows_are_here
        && rows_until(dossier, years).is_some_and(|until| until < today)
}

/// What stays public of a disclosure when its list goes: everything but rows. Of a correction stays
/// which rows it changed and why, for the log; names and values go.
#[must_use]
pub fn remains_of(disclosure: &Disclosure) -> Disclosure {
    let bare =
        |row: &ChangedRow| ChangedRow { name: String::new(), cells: Vec::new(), ..row.clone() };
    Disclosure {
        rows: Vec::new(),
        changes: disclosure.changes.iter().map(bare).collect(),
        ..disclosure.clone()
    }
}

/// Bytes and names of disclosures that were withdrawn.
#[must_use]
pub fn withdrawn_blobs(dossier: &Dossier) -> BTreeSet<Hash> {
    let gone = dossier.disclosures.iter().filter(|disclosed| disclosed.withdrawn_on.is_some());
    let blobs =
        gone.flat_map(|disclosed| [Some(disclosed.body.content), disclosed.body.paper_names]);
    blobs.flatten().collect()
}

/// May these blobs go: there are some, and they have been kept as long as the county wants?
///
/// # Errors
/// [`Refusal::NothingThere`], [`Refusal::KeepUntil`]
pub fn erasable(body: &Erased, keep_until: Option<Date>) -> Result<(), Refusal> {
    if body.blobs.is_empty() {
        return Err(Refusal::NothingThere);
    }
    let at_its_time = body.reason == ErasureReason::Retention;
    match keep_until.filter(|until| at_its_time && body.on <= *until) {
        Some(until) => Err(Refusal::KeepUntil(until)),
        None => Ok(()),
    }
}
