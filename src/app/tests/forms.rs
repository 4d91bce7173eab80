//! A form keeps what was typed, and waits behind the lock.
use super::{act, done, form};
use crate::app::effect::Effect;
use crate::app::message::{Answer, Message};
use crate::app::samples::{Desk, boards, session};
use crate::app::views::Trouble;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use crate::office::ActName;

#[test]
fn a_recall_is_confirmed_with_what_was_on_the_screen() {
    let mut desk = Desk::at_section(Role::Clerk, 2, Answer::Recalls(boards::recalls()));
    desk.press("<f8><tab>空栏.jpg<f8>");
    let recall = &boards::recalls()[0];
    let posting = recall.posting.to_string();
    let entries = [("posting", posting.as_str()), ("on", "2026-07-01"), ("near", "空栏.jpg")];
    assert_eq!(desk.last(), &act(ActName::TakeDown, recall.seen.target(), &entries));
}

#[test]
fn what_was_typed_stays_when_the_rules_refuse_and_goes_when_the_act_is_done() {
    let mut desk = Desk::at_section(Role::Clerk, 2, Answer::Recalls(boards::recalls()));
    desk.press("<f8><tab>空栏.jpg<f8>");
    assert!(form(&desk).sent, "the form waits for the answer");
    desk.press("<f8>");
    assert_eq!(
        desk.count(|effect| matches!(effect, Effect::Perform(_))),
        1,
        "and is not sent twice"
    );
    desk.answer(Answer::Failed(Trouble {
        sentence: Sentence::plain("refused-photo-needed"),
        because: Vec::new(),
    }));
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "refused-photo-needed");
    assert_eq!(form(&desk).fields[1].value(), "空栏.jpg");
    desk.press("<f8>");
    done(&mut desk);
    assert!(desk.state.dialog.is_none());
}

#[test]
fn a_form_waits_behind_the_lock_for_the_same_person_and_for_nobody_else() {
    for (role, waits) in [(Role::Clerk, true), (Role::Reviewer, false)] {
        let mut desk = Desk::at_dossier(Role::Clerk);
        desk.press("<ctrl-y><up>少登一亩");
        desk.message(Message::Away);
        assert!(desk.state.dialog.is_none() && desk.state.locked.is_some());
        desk.message(Message::Input(crate::app::input::Input::Key(crate::app::input::Key::Enter)));
        desk.press("secret-1234<enter>");
        desk.answer(Answer::Unlocked(session(role)));
        assert_eq!(desk.state.dialog.is_some(), waits, "{role:?}");
    }
}
