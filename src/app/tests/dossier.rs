//! A disclosure is corrected, taken back, hung on a board: as a clerk's keys ask for it.
use super::{act, done, form};
use crate::app::dialogs::Dialog;
use crate::app::message::Answer;
use crate::app::samples::{Desk, dossier};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::people::user::Role;
use crate::office::ActName;

#[test]
fn a_correction_names_its_reason_and_the_objection_that_it_answers() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<f8><f8>");
    assert!(matches!(desk.state.dialog, Some(Dialog::Confirm(_))));
    desk.press("<enter>");
    assert_eq!(form(&desk).fields.len(), 3, "no leads back to the form");
    desk.press("<f8><right><enter>");
    let entries = [
        ("from", "2026-07-01"),
        ("reason", ChangeReason::Objection.word()),
        ("answers", "140923104-2026-YY-0002"),
    ];
    assert_eq!(desk.last(), &act(ActName::Publish, dossier::dossier().seen.target(), &entries));
}

#[test]
fn an_upheld_objection_is_no_reason_where_none_is_named() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<f8><tab><tab><right><f8>");
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "app-wrong-no-objection");
}

#[test]
fn several_promises_are_kept_by_one_correction() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><down><down><down><ctrl-d>");
    let mut view = dossier::dossier();
    view.cases.push(view.cases[1].clone());
    desk.answer(Answer::Dossier(Box::new(view)));
    desk.press("<f8><f8><right><enter>");
    let entries = [("from", "2026-07-01"), ("reason", ChangeReason::Objection.word())];
    let all = act(ActName::Publish, dossier::dossier().seen.target(), &entries);
    assert_eq!(desk.last(), &all, "no number names them all");
}

#[test]
fn a_disclosure_is_withdrawn_with_the_class_that_becomes_public() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<down><f9><left><tab>多公布了住址<f8><right><enter>");
    let view = dossier::dossier();
    let code = view.disclosures[0].code.to_string();
    let class = WithdrawalReason::Privacy.word();
    let entries = [("code", code.as_str()), ("class", class), ("reason", "多公布了住址")];
    assert_eq!(desk.last(), &act(ActName::WithdrawDisclosure, view.seen.target(), &entries));
}

#[test]
fn keys_pressed_before_the_screen_is_made_anew_meet_what_is_true_then() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<ctrl-t><f8>");
    done(&mut desk);
    desk.press("<ctrl-t>");
    assert!(desk.state.dialog.is_none(), "the heads on the screen are those before the act");
    let mut after = dossier::dossier();
    after.seen.heads.clear();
    let seen = after.seen.clone();
    let code = after.disclosures[1].code.to_string();
    desk.answer(Answer::Dossier(Box::new(after)));
    desk.press("<f8>");
    let board = "沱阳村/村委会门口栏";
    let entries = [("board", board), ("code", code.as_str()), ("on", "2026-07-01")];
    assert_eq!(desk.last(), &act(ActName::Post, seen.target(), &entries));
}
