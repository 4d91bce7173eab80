//! What becomes of the money.
use crate::domain::dossier::{Booked, Dossier, PayList, Progress};
use crate::domain::journal::{EntryId, MoneyBody};

/// Money that went stays known, also where another desk took the approval or the pay list's batch
/// back apart from it.
pub(super) fn evolve(state: &mut Dossier, entry: EntryId, body: &MoneyBody) {
    let decided = state.submission().cloned().zip(state.approval());
    match body {
        MoneyBody::PayListed(body) => {
            let list = body.list.clone();
            let rows = body.rows;
            let fen = body.fen;
            let made_on = body.made_on;
            let pay_list = PayList { entry, list, rows, fen, made_on };
            match decided {
                Some((submission, approval)) => {
                    state.move_to(Progress::Handed { submission, approval, pay_list });
                }
                None => state.former.pay_list = Some(pay_list),
            }
        }
        MoneyBody::Paid(body) => {
            let booked = Booked { entry, body: body.clone() };
            match decided.zip(state.progress.pay_list().cloned()) {
                Some(((submission, approval), pay_list)) => {
                    state.move_to(Progress::Paid { submission, approval, pay_list, booked });
                }
                None => state.former.booked = Some(booked),
            }
        }
    }
}
