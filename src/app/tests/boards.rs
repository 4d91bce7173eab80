//! Boards, as a clerk's keys ask for them.
use super::{act, form};
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::samples::{Desk, boards};
use crate::domain::people::user::Role;
use crate::office::{ActName, Target};

fn at_boards() -> Desk {
    Desk::at_section(Role::Clerk, 1, Answer::Boards(boards::boards()))
}

#[test]
fn a_board_is_set_up_in_a_village_of_the_office_with_its_columns() {
    let mut desk = at_boards();
    desk.press("<ins><tab>文化广场栏<tab>广场北<tab><right><tab><space><f8>");
    let entries = [
        ("division", "140923104201"),
        ("name", "文化广场栏"),
        ("place", "广场北"),
        ("kind", "screen"),
        ("columns", "party,village,finance"),
        ("since", "2026-07-01"),
    ];
    assert_eq!(desk.last(), &act(ActName::SetUpBoard, Target::Nothing, &entries));
}

#[test]
fn a_board_in_no_village_of_the_office_is_not_set_up() {
    let mut desk = at_boards();
    desk.press("<ins><ctrl-u>别处村<tab>栏<tab>处<f8>");
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "app-wrong-village");
    assert_eq!(form(&desk).focus, 0);
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Perform(_))), 0);
}

#[test]
fn nothing_more_is_written_about_a_board_that_was_given_up() {
    let mut desk = at_boards();
    desk.press("<end><f8>");
    assert!(desk.state.dialog.is_none());
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "refused-board-retired");
}
