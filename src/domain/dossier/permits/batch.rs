//! What a batch refuses of just this entry of a desk: other rows, another notice.
use super::roll_key::same_key;
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::{BatchBody, Submitted};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::hash::Hash;

pub(super) fn further(past: &Dossier, body: &BatchBody) -> Result<(), Refusal> {
    match body {
        BatchBody::Submitted(body) => submit(past, body),
        BatchBody::Unsubmitted(body) => these_rows(past, body.rows, Refusal::NotSubmitted),
        BatchBody::Approved(body) => these_rows(past, body.rows, Refusal::OtherRows),
        BatchBody::Signed(body) => these_rows(past, body.rows, Refusal::OtherRows),
        BatchBody::Returned(body) => these_rows(past, body.rows, Refusal::NotSubmitted),
        BatchBody::Withdrawn(_) => Ok(()),
    }
}

/// Where the notice comes first, the submission rests on the live one.
fn submit(past: &Dossier, body: &Submitted) -> Result<(), Refusal> {
    let live = past.live_notice().map(|disclosed| disclosed.entry);
    if body.when == NoticeTime::BeforeSubmission && body.notice != live {
        return Err(Refusal::NoticeFirst);
    }
    same_key(past, &body.key)
}

/// They are the rows that were handed in last.
fn these_rows(past: &Dossier, rows: Hash, others: Refusal) -> Result<(), Refusal> {
    if past.rows() == Some(rows) { Ok(()) } else { Err(others) }
}
