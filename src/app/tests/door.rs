//! Set-up, login, lock.
use super::{rows_screen, set};
use crate::app::command::Focus;
use crate::app::effect::Effect;
use crate::app::input::Input;
use crate::app::message::Answer;
use crate::app::samples::{Desk, line_form};
use crate::app::screens::{Screen, SetUpStage};
use crate::app::views::Trouble;
use crate::domain::roll::Field;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use jiff::civil::date;

#[test]
fn five_minutes_without_a_key_lock_the_desk_and_save_the_field() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("军");
    let wall = date(2026, 7, 1).at(9, 20, 0, 0);
    desk.input(Input::Tick { seconds: 309, wall });
    assert!(desk.state.is_open());
    desk.input(Input::Tick { seconds: 310, wall });
    assert!(!desk.state.is_open());
    assert_eq!(desk.last(), &Effect::Lock);
    assert_eq!(desk.count(|effect| *effect == set(12, Field::Name, "刘补成军")), 1);
}

#[test]
fn the_lock_opens_where_the_same_user_left() {
    let mut desk = Desk::at_rows();
    desk.press("<down><ctrl-l>");
    assert_eq!(desk.state.focus(), Focus::Login);
    desk.press("secret-1234<enter>");
    let Effect::Unlock { user, password } = desk.last() else { unreachable!() };
    assert_eq!((user.as_str(), password.reveal()), ("李秀英", "secret-1234"));
    let session = desk.state.world.session.clone().unwrap();
    desk.answer(Answer::Unlocked(session));
    assert_eq!((desk.state.focus(), rows_screen(&desk).cursor), (Focus::Rows, 1));
}

#[test]
fn another_user_at_the_lock_begins_anew() {
    let mut desk = Desk::at_rows();
    desk.press("<ctrl-l><esc><down><enter>password-of-2<enter>");
    let session = crate::app::samples::session(crate::domain::people::user::Role::Reviewer);
    desk.answer(Answer::Unlocked(session));
    assert_eq!(desk.state.focus(), Focus::Today);
    assert!(desk.state.world.batches.is_empty());
}

#[test]
fn a_wrong_password_makes_the_next_try_wait() {
    let mut desk = Desk::start();
    desk.answer(Answer::Users { users: crate::app::samples::users(), office: "枣林镇".into() });
    desk.press("赵𬭎<enter>wrong<enter>");
    desk.answer(Answer::NotUnlocked { sentence: Sentence::plain("vault-wrong-password"), wait: 4 });
    desk.press("again<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Unlock { .. })), 1);
    desk.input(Input::Tick { seconds: 4, wall: date(2026, 7, 1).at(9, 0, 0, 0) });
    desk.press("<enter>");
    let Effect::Unlock { user, .. } = desk.last() else { unreachable!() };
    assert_eq!(user, "赵𬭎");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Unlock { .. })), 2);
}

#[test]
fn the_first_run_asks_everything_and_wants_the_recovery_code_back() {
    let mut desk = Desk::start();
    desk.answer(Answer::NoStore);
    desk.press("140923104<enter>枣林镇<enter>y<enter><enter>陈桂花<enter>140923196702280018<enter>secret-1234<enter>secret-1245<enter>");
    assert_eq!(
        desk.count(|effect| matches!(effect, Effect::SetUp(_))),
        0,
        "the two passwords differ"
    );
    desk.press("<ctrl-u>secret-1234<enter>");
    let Effect::SetUp(order) = desk.last() else { unreachable!("{:?}", desk.last()) };
    assert_eq!(
        (order.division.as_str(), order.host.as_str(), order.practice),
        ("140923104", "CUNBANG.EXAMPLE", true)
    );
    desk.answer(Answer::RecoveryCode("7K3Q-X2MD-0042".into()));
    desk.press("7k3q<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::ProveRecovery(_))), 0);
    desk.press("x2md0042<enter>");
    assert_eq!(desk.last(), &Effect::ProveRecovery(Secret::new("7k3qx2md0042")));
    desk.answer(Answer::Users { users: crate::app::samples::users(), office: "枣林镇".into() });
    assert_eq!(desk.state.focus(), Focus::Login);
}

#[test]
fn a_set_up_that_failed_can_be_mended() {
    let mut desk = Desk::start();
    desk.answer(Answer::NoStore);
    desk.press("140923104<enter>枣林镇<enter>n<enter>gk.example.cn<enter>陈桂花<enter>1<enter>secret-1234<enter>secret-1234<enter>");
    desk.answer(Answer::Failed(Trouble {
        sentence: Sentence::plain("sample-bad-id"),
        because: Vec::new(),
    }));
    let Screen::SetUp(wizard) = &desk.state.screens.top else { unreachable!() };
    assert!(matches!(wizard.stage, SetUpStage::Filling) && wizard.wrong.is_some());
}
