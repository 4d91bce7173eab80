//! The rules of a day, and a county's new set, as keys ask for them.
use crate::app::command::Focus;
use crate::app::dialogs::{Dialog, PageText};
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::samples::{Desk, rules};
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;

fn at_rules(role: Role) -> Desk {
    let mut desk = Desk::of(role);
    desk.press("<ctrl-v>");
    desk.answer(Answer::Rules(rules::rules()));
    desk
}

#[test]
fn the_rules_of_another_day_take_the_place_of_these_and_esc_still_leads_home() {
    let mut desk = at_rules(Role::Clerk);
    desk.press("<ctrl-f><ctrl-u>2020年5月1日<enter>");
    assert_eq!(desk.last(), &Effect::ListRules(Some(jiff::civil::date(2020, 5, 1))));
    desk.press("<esc>");
    assert_eq!(desk.state.focus(), Focus::Today);
}

#[test]
fn a_rule_shows_its_papers_and_its_name() {
    let mut desk = at_rules(Role::Clerk);
    desk.press("<enter>");
    let Some(Dialog::Page(page)) = &desk.state.dialog else { unreachable!("no page") };
    let PageText::Said(sentence) = &page.text else { unreachable!("no sentences") };
    assert_eq!(
        sentence.iter().map(|one| one.key).collect::<Vec<_>>(),
        ["rule-programme", "rule-basis", "app-rule-name"]
    );
}

#[test]
fn a_reference_set_is_looked_at_before_it_is_taken_in_and_only_by_the_administrator() {
    let mut desk = at_rules(Role::Clerk);
    desk.press("<ctrl-o>");
    assert!(desk.state.dialog.is_none());
    let mut desk = at_rules(Role::Administrator);
    desk.press("<ctrl-o>新规则<f8>");
    assert_eq!(desk.last(), &Effect::Reference { folder: "新规则".into(), take_in: false });
    desk.answer(Answer::Page(vec![Sentence::plain("runtime-reference-changes")]));
    assert_eq!(desk.state.focus(), Focus::Page, "what would change stands where the form was");
    desk.press("<esc><ctrl-o>新规则<tab><right><f8>");
    assert!(matches!(desk.state.dialog, Some(Dialog::Confirm(_))));
    desk.press("<right><enter>");
    assert_eq!(desk.last(), &Effect::Reference { folder: "新规则".into(), take_in: true });
}
