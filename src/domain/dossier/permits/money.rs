//! What a batch refuses of just this entry of the treasurer: other rows, another list.
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::MoneyBody;

pub(super) fn further(past: &Dossier, body: &MoneyBody) -> Result<(), Refusal> {
    let fits = match body {
        MoneyBody::PayListed(body) => {
            past.approval().is_some_and(|approval| approval.rows == body.rows)
        }
        MoneyBody::Paid(body) => past.pay_list().is_some_and(|there| there.list == body.list),
    };
    if fits { Ok(()) } else { Err(Refusal::OtherRows) }
}
