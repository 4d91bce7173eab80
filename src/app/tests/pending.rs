//! What waits is found from today's screen; what is due is done.
use super::act;
use crate::app::command::Focus;
use crate::app::message::Answer;
use crate::app::samples::{Desk, pending};
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::people::user::Role;
use crate::office::ActName;

#[test]
fn tab_leads_through_the_parts_of_the_public_side_and_esc_leads_home() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    let mut places = Vec::new();
    for _ in 0..6 {
        places.push(desk.state.focus());
        desk.press("<tab>");
    }
    assert_eq!(
        places,
        [Focus::Public, Focus::Boards, Focus::Recalls, Focus::Cases, Focus::Coverage, Focus::Due]
    );
    assert_eq!(desk.state.focus(), Focus::Public);
    desk.press("<backtab><esc>");
    assert_eq!(desk.state.focus(), Focus::Today);
}

#[test]
fn rows_are_destroyed_by_the_administrator_only() {
    let mut desk = Desk::at_section(Role::Clerk, 5, Answer::Due(pending::due(Role::Clerk)));
    desk.press("<end><f8>");
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "refused-role");
    let mut desk =
        Desk::at_section(Role::Administrator, 5, Answer::Due(pending::due(Role::Administrator)));
    desk.press("<end><f8><right><enter>");
    let seen = pending::due(Role::Administrator)[2].seen.target();
    let reason = ErasureReason::Retention.word();
    assert_eq!(desk.last(), &act(ActName::Erase, seen, &[("reason", reason)]));
}

#[test]
fn today_counts_what_waits_on_boards_and_in_the_register_and_leads_there() {
    let mut desk = Desk::of(Role::Clerk);
    let urgent = crate::app::screens::Today::due(&desk.state.world)
        .iter()
        .take_while(|(item, _)| item.urgent(&desk.state.world))
        .count();
    assert_eq!(urgent, 3, "returned, blocked, recalled");
    desk.press("<down><down><enter>");
    assert_eq!(desk.state.focus(), Focus::Recalls);
}
