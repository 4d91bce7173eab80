//! The register, as a clerk's keys ask for it.
use super::{act, form};
use crate::app::dialogs::{Dialog, FieldEntry, PageText};
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::paper::Paper;
use crate::app::samples::{Desk, cases, seen};
use crate::app::views::CaseRow;
use crate::domain::case::{Action, CaseType, Channel, Outcome};
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Label, Possibilities, Target, YES};

fn case_file() -> Desk {
    let mut desk = Desk::at_section(Role::Clerk, 3, Answer::Cases(cases::cases()));
    desk.press("<down><enter>");
    desk.answer(Answer::Case(Box::new(cases::case())));
    desk
}

#[test]
fn an_objection_is_registered_at_the_row_under_the_cursor_and_its_words_reach_no_log() {
    let mut desk = Desk::at_rows();
    desk.press(
        "<ctrl-y><tab><right><tab><tab><tab><tab><right><tab>韩来旺<tab>二组<tab>少登一亩<f8>",
    );
    let entries = [
        ("kind", "objection"),
        ("type", CaseType::ALL[1].word()),
        ("channel", Channel::ALL[0].word()),
        ("on", "2026-07-01"),
        ("row", "12"),
        ("hold", YES),
        ("name", "韩来旺"),
        ("reach", "二组"),
        ("text", "少登一亩"),
    ];
    assert_eq!(desk.last(), &act(ActName::Raise, seen("1").target(), &entries));
    let logged = format!("{:?} {:?}", desk.state, desk.sent);
    assert!(!logged.contains("韩来旺") && !logged.contains("少登一亩"));
}

#[test]
fn an_enquiry_may_be_about_no_batch_and_is_never_an_objection_then() {
    let mut desk = Desk::at_section(Role::Clerk, 3, Answer::Cases(cases::cases()));
    desk.press("<ins><right><up>补贴什么时候发<f8>");
    let entries = [
        ("kind", "enquiry"),
        ("type", CaseType::ALL[0].word()),
        ("channel", Channel::ALL[0].word()),
        ("on", "2026-07-01"),
        ("text", "补贴什么时候发"),
    ];
    assert_eq!(desk.last(), &act(ActName::Raise, Target::Nothing, &entries));
}

#[test]
fn two_different_people_look_into_an_objection() {
    let mut desk = case_file();
    desk.press("<ctrl-e><tab><right><tab>张建军<tab>张建军<tab>量过<f8>");
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "refused-two-investigators");
    desk.press("<ctrl-u>韩来旺<f8>");
    let entries = [
        ("on", "2026-07-01"),
        ("outcome", Outcome::Partly.word()),
        ("investigator", "张建军"),
        ("investigator-too", "韩来旺"),
        ("facts", "量过"),
    ];
    let case = cases::case().row.seen.target();
    assert_eq!(desk.last(), &act(ActName::Investigate, case, &entries));
}

#[test]
fn an_upheld_objection_is_answered_by_an_action_and_never_explained_away() {
    let mut desk = case_file();
    desk.press("<f8><tab>");
    let FieldEntry::Choice { options, .. } = &form(&desk).fields[1].entry else {
        unreachable!("no choice of actions")
    };
    let labels: Vec<&Label> = options.iter().map(|option| &option.label).collect();
    assert_eq!(labels, [&Label::Key("case-action-correct"), &Label::Key("case-action-withdraw")]);
    desk.press("<right><f8>");
    let entries = [("on", "2026-07-01"), ("action", Action::Withdraw.word())];
    let case = cases::case().row.seen.target();
    assert_eq!(desk.last(), &act(ActName::Answer, case, &entries));
}

#[test]
fn a_promise_that_the_money_overtook_is_given_anew_as_a_correction_batch() {
    let mut desk = Desk::at_section(Role::Clerk, 3, Answer::Cases(cases::cases()));
    desk.press("<enter>");
    let mut overtaken = cases::case();
    let possible = Possibilities::yes(&[ActName::Answer]);
    overtaken.row = CaseRow { handed: true, possible, ..cases::cases()[1].clone() };
    desk.answer(Answer::Case(Box::new(overtaken)));
    desk.press("<f8><f8>");
    let entries = [("on", "2026-07-01"), ("action", Action::CorrectionBatch.word())];
    let case = cases::cases()[1].seen.target();
    assert_eq!(desk.last(), &act(ActName::Answer, case, &entries));
}

#[test]
fn the_letter_waits_for_the_answer() {
    let mut desk = case_file();
    desk.press("<ctrl-p>");
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "refused-no-answer");
    let mut answered = cases::case();
    answered.row.case.answered = cases::cases()[1].case.answered.clone();
    desk.press("<esc><enter>");
    desk.answer(Answer::Case(Box::new(answered)));
    desk.press("<ctrl-p><enter>");
    assert!(
        matches!(desk.last(), Effect::Paper { paper: Paper::Reply(no), .. } if no == "140923104-2026-YY-0003")
    );
}

#[test]
fn a_deadline_that_was_counted_without_its_holidays_is_read_before_anything_else() {
    let mut desk = case_file();
    desk.press("<f9><tab>代县农业农村局<f8>");
    let warnings = vec![Sentence::plain("cli-no-holidays").with("year", 2027)];
    desk.answer(Answer::DoneLookOut {
        sentence: Sentence::plain("runtime-case-escalated"),
        warnings,
    });
    let Some(Dialog::Page(page)) = &desk.state.dialog else {
        unreachable!("no page but {:?}", desk.state.dialog)
    };
    assert!(matches!(&page.text, PageText::Said(sentence) if sentence.len() == 2));
}
