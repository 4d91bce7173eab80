//! What a batch refuses of the desks: handing in, deciding, taking back.
use super::same_key;
use crate::domain::case;
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::{Author, BatchBody, Submitted};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::hash::Hash;

pub(super) fn further(past: &Dossier, body: &BatchBody, author: &Author) -> Result<(), Refusal> {
    match body {
        BatchBody::Submitted(body) => submit(past, body),
        BatchBody::Unsubmitted(body) => these_rows(past, body.rows),
        BatchBody::Approved(body) => decided(past, body.rows, author),
        BatchBody::Signed(body) => {
            decided(past, body.rows, author)?;
            let reviewer = past.progress.review().map(|review| review.person);
            if reviewer == Some(author.person) { Err(Refusal::OwnReview) } else { Ok(()) }
        }
        BatchBody::Returned(body) => these_rows(past, body.rows),
        BatchBody::Withdrawn(_) if past.heads.is_empty() => Err(Refusal::NothingThere),
        BatchBody::Withdrawn(_) => Ok(()),
    }
}

fn submit(past: &Dossier, body: &Submitted) -> Result<(), Refusal> {
    if past.cases.iter().any(case::Case::owes) && body.when == NoticeTime::BeforeSubmission {
        return Err(Refusal::CorrectionDue);
    }
    if body.when == NoticeTime::BeforeSubmission {
        let live = past.live_notice().map(|disclosed| disclosed.entry);
        if body.notice.is_none() || body.notice != live {
            return Err(Refusal::NoticeFirst);
        }
    }
    same_key(past, &body.key)
}

fn these_rows(past: &Dossier, rows: Hash) -> Result<(), Refusal> {
    if past.rows() == Some(rows) { Ok(()) } else { Err(Refusal::NotSubmitted) }
}

fn decided(past: &Dossier, rows: Hash, author: &Author) -> Result<(), Refusal> {
    let submission = past.submission().ok_or(Refusal::NotSubmitted)?;
    if submission.body.rows != rows {
        return Err(Refusal::OtherRows);
    }
    if past.objections().any(|case| case.is_open() && case.raised.hold) {
        return Err(Refusal::Held);
    }
    if submission.body.entered_by.contains(&author.person) {
        Err(Refusal::OwnBatch)
    } else {
        Ok(())
    }
}
