//! What a batch refuses of the treasurer.
use crate::domain::case;
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::{MoneyBody, Paid, PayListed};

pub(super) fn further(past: &Dossier, body: &MoneyBody) -> Result<(), Refusal> {
    match body {
        MoneyBody::PayListed(body) => pay(past, body),
        MoneyBody::Paid(body) => book(past, body),
    }
}

fn pay(past: &Dossier, body: &PayListed) -> Result<(), Refusal> {
    let approval = past.approval().ok_or(Refusal::NotApproved)?;
    if approval.rows != body.rows {
        return Err(Refusal::OtherRows);
    }
    match past.open_objections() {
        0 => {}
        open => return Err(Refusal::ObjectionOpen(open)),
    }
    if past.cases.iter().any(case::Case::owes) {
        return Err(Refusal::CorrectionDue);
    }
    if !past.wants_notice() {
        return Ok(());
    }
    let through = past.notice_through().ok_or(Refusal::NoticeFirst)?;
    if body.made_on > through { Ok(()) } else { Err(Refusal::NoticeRuns(through)) }
}

fn book(past: &Dossier, body: &Paid) -> Result<(), Refusal> {
    let handed = past.pay_list().ok_or(Refusal::NotHanded)?;
    if handed.list != body.list {
        return Err(Refusal::OtherRows);
    }
    if body.on < handed.made_on { Err(Refusal::PaidTooEarly(handed.made_on)) } else { Ok(()) }
}
