//! What happens to a disclosure after it is made, as a clerk's keys ask for it.
use crate::app::command::Place;
use crate::app::dialogs::{Dialog, Entry, Label, PageText};
use crate::app::effect::Effect;
use crate::app::message::{Answer, Message};
use crate::app::orders::{Answers, BatchOrder, BoardOrder, CaseOrder, Paper};
use crate::app::sample_life as life;
use crate::app::samples::{Desk, finance, review, rows, seen, session};
use crate::app::views::{CaseRow, ReviewView, RowsView, Standing, Trouble};
use crate::domain::board::{BoardColumn, BoardKind};
use crate::domain::case::{Action, CaseKind, Outcome};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;

fn boards() -> Desk {
    Desk::at_section(Role::Clerk, 1, Answer::Boards(life::boards()))
}

fn case_file() -> Desk {
    let mut desk = Desk::at_section(Role::Clerk, 3, Answer::Cases(life::cases()));
    desk.press("<down><enter>");
    desk.answer(Answer::Case(Box::new(life::case())));
    desk
}

fn form(desk: &Desk) -> &crate::app::dialogs::Ask {
    match &desk.state.dialog {
        Some(Dialog::Ask(form)) => form,
        other => unreachable!("no form but {other:?}"),
    }
}

fn done(desk: &mut Desk) {
    desk.answer(Answer::Done { sentence: Sentence::plain("sample-done"), made: None });
}

#[test]
fn tab_leads_through_the_parts_of_the_public_side_and_esc_leads_home() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    let mut places = Vec::new();
    for _ in 0..6 {
        places.push(desk.state.place());
        desk.press("<tab>");
    }
    assert_eq!(
        places,
        [Place::Public, Place::Boards, Place::Recalls, Place::Cases, Place::Coverage, Place::Due]
    );
    assert_eq!(desk.state.place(), Place::Public);
    desk.press("<backtab><esc>");
    assert_eq!(desk.state.place(), Place::Today);
}

#[test]
fn a_board_is_set_up_in_a_village_of_the_office_with_its_columns() {
    let mut desk = boards();
    desk.press("<ins><tab>文化广场栏<tab>广场北<tab><right><tab><space><f8>");
    let Effect::OnBoard(BoardOrder::Add(described)) = desk.last() else {
        unreachable!("no board but {:?}", desk.last())
    };
    assert_eq!((described.name.as_str(), described.kind), ("文化广场栏", BoardKind::Screen));
    assert_eq!(described.columns, [BoardColumn::Party, BoardColumn::Village, BoardColumn::Finance]);
}

#[test]
fn a_board_in_no_village_of_the_office_is_not_set_up() {
    let mut desk = boards();
    desk.press("<ins><ctrl-u>别处村<tab>栏<tab>处<f8>");
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "app-wrong-village");
    assert_eq!(form(&desk).focus, 0);
    assert_eq!(desk.count(|effect| matches!(effect, Effect::OnBoard(_))), 0);
}

#[test]
fn nothing_more_is_written_about_a_board_that_was_given_up() {
    let mut desk = boards();
    desk.press("<end><f8>");
    assert!(desk.state.dialog.is_none());
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "app-board-is-retired");
}

#[test]
fn a_recall_is_confirmed_with_what_was_on_the_screen() {
    let mut desk = Desk::at_section(Role::Clerk, 2, Answer::Recalls(life::recalls()));
    desk.press("<f8><tab>空栏.jpg<f8>");
    let recall = &life::recalls()[0];
    let Effect::OnBatch { seen, order: BatchOrder::TakeDown { posting, photos, .. } } = desk.last()
    else {
        unreachable!("not taken down but {:?}", desk.last())
    };
    assert_eq!((seen, *posting, photos.near.as_str()), (&recall.seen, recall.posting, "空栏.jpg"));
}

#[test]
fn what_was_typed_stays_when_the_rules_refuse_and_goes_when_the_act_is_done() {
    let mut desk = Desk::at_section(Role::Clerk, 2, Answer::Recalls(life::recalls()));
    desk.press("<f8><tab>空栏.jpg<f8>");
    assert!(form(&desk).sent, "the form waits for the answer");
    desk.press("<f8>");
    assert_eq!(
        desk.count(|effect| matches!(effect, Effect::OnBatch { .. })),
        1,
        "and is not sent twice"
    );
    desk.answer(Answer::Failed(Trouble {
        sentence: Sentence::plain("refused-photo-needed"),
        because: Vec::new(),
    }));
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "refused-photo-needed");
    let typed =
        matches!(&form(&desk).fields[1].entry, Entry::Text(field) if field.text() == "空栏.jpg");
    assert!(typed);
    desk.press("<f8>");
    done(&mut desk);
    assert!(desk.state.dialog.is_none());
}

#[test]
fn an_objection_is_registered_at_the_row_under_the_cursor_and_its_words_reach_no_log() {
    let mut desk = Desk::at_rows();
    desk.press(
        "<ctrl-y><tab><right><tab><tab><tab><tab><right><tab>韩来旺<tab>二组<tab>少登一亩<f8>",
    );
    let Effect::OnCase(CaseOrder::Raise(new)) = desk.last() else {
        unreachable!("not registered but {:?}", desk.last())
    };
    assert_eq!(
        (new.batch.as_ref(), new.kind, new.row, new.hold),
        (Some(&seen("1")), CaseKind::Objection, Some(12), true)
    );
    assert_eq!(
        (new.name.reveal(), new.reach.reveal(), new.text.reveal()),
        ("韩来旺", "二组", "少登一亩")
    );
    let logged = format!("{:?} {:?}", desk.state, desk.sent);
    assert!(!logged.contains("韩来旺") && !logged.contains("少登一亩"));
}

#[test]
fn an_enquiry_may_be_about_no_batch_and_is_never_an_objection_then() {
    let mut desk = Desk::at_section(Role::Clerk, 3, Answer::Cases(life::cases()));
    desk.press("<ins><right><up>补贴什么时候发<f8>");
    let Effect::OnCase(CaseOrder::Raise(new)) = desk.last() else {
        unreachable!("not registered but {:?}", desk.last())
    };
    assert_eq!((new.batch.as_ref(), new.kind), (None, CaseKind::Enquiry));
}

#[test]
fn two_different_people_look_into_an_objection() {
    let mut desk = case_file();
    desk.press("<ctrl-e><tab><right><tab>张建军<tab>张建军<tab>量过<f8>");
    assert_eq!(form(&desk).wrong.as_ref().unwrap().key, "refused-two-investigators");
    desk.press("<ctrl-u>韩来旺<f8>");
    let Effect::OnCase(CaseOrder::Investigate { outcome, investigators, .. }) = desk.last() else {
        unreachable!("not looked into but {:?}", desk.last())
    };
    assert_eq!((*outcome, investigators[1].reveal()), (Outcome::Partly, "韩来旺"));
}

#[test]
fn an_upheld_objection_is_answered_by_an_action_and_never_explained_away() {
    let mut desk = case_file();
    desk.press("<f8><tab>");
    let Entry::Choice { options, .. } = &form(&desk).fields[1].entry else {
        unreachable!("no choice of actions")
    };
    assert_eq!(options, &[Label::Key("case-action-correct"), Label::Key("case-action-withdraw")]);
    desk.press("<right><f8>");
    let Effect::OnCase(CaseOrder::Answer { action, .. }) = desk.last() else {
        unreachable!("not answered but {:?}", desk.last())
    };
    assert_eq!(*action, Action::Withdraw);
}

#[test]
fn a_promise_that_the_money_overtook_is_given_anew_as_a_correction_batch() {
    let mut desk = Desk::at_section(Role::Clerk, 3, Answer::Cases(life::cases()));
    desk.press("<enter>");
    let mut overtaken = life::case();
    overtaken.row = CaseRow { handed: true, ..life::cases()[1].clone() };
    desk.answer(Answer::Case(Box::new(overtaken)));
    desk.press("<f8><f8>");
    let Effect::OnCase(CaseOrder::Answer { action, .. }) = desk.last() else {
        unreachable!("not answered but {:?}", desk.last())
    };
    assert_eq!(*action, Action::CorrectionBatch);
}

#[test]
fn the_letter_waits_for_the_answer() {
    let mut desk = case_file();
    desk.press("<ctrl-p>");
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "refused-no-answer");
    let mut answered = life::case();
    answered.row.case.answered = life::cases()[1].case.answered.clone();
    desk.press("<esc><enter>");
    desk.answer(Answer::Case(Box::new(answered)));
    desk.press("<ctrl-p><enter>");
    assert!(
        matches!(desk.last(), Effect::Paper { paper: Paper::Reply(no), .. } if no == "140923104-2026-YY-0003")
    );
}

#[test]
fn a_correction_names_its_reason_and_the_objection_that_it_answers() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<f8><f8>");
    assert!(matches!(desk.state.dialog, Some(Dialog::Question(_))));
    desk.press("<enter>");
    assert_eq!(form(&desk).fields.len(), 3, "no leads back to the form");
    desk.press("<f8><right><enter>");
    let Effect::OnBatch { order: BatchOrder::Publish { stage, reason, answers, .. }, .. } =
        desk.last()
    else {
        unreachable!("not published but {:?}", desk.last())
    };
    assert_eq!((*stage, *reason), (DisclosureStage::Notice, Some(ChangeReason::Objection)));
    assert_eq!(*answers, Answers::These(vec!["140923104-2026-YY-0002".into()]));
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
    let mut view = life::dossier();
    view.cases.push(view.cases[1].clone());
    desk.answer(Answer::Dossier(Box::new(view)));
    desk.press("<f8><f8><right><enter>");
    assert!(matches!(
        desk.last(),
        Effect::OnBatch { order: BatchOrder::Publish { answers: Answers::All, .. }, .. }
    ));
}

#[test]
fn a_disclosure_is_withdrawn_with_the_class_that_becomes_public() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<down><f9><left><tab>多公布了住址<f8><right><enter>");
    let Effect::OnBatch { order: BatchOrder::WithdrawDisclosure { code, class, .. }, .. } =
        desk.last()
    else {
        unreachable!("not withdrawn but {:?}", desk.last())
    };
    assert_eq!((code, *class), (&life::dossier().disclosures[0].code, WithdrawalReason::Privacy));
}

#[test]
fn rows_are_destroyed_by_the_administrator_only() {
    let mut desk = Desk::at_section(Role::Clerk, 5, Answer::Due(life::due()));
    desk.press("<end><f8>");
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "app-needs-administrator");
    let mut desk = Desk::at_section(Role::Administrator, 5, Answer::Due(life::due()));
    desk.press("<end><f8><right><enter>");
    assert!(matches!(desk.last(), Effect::OnBatch { order: BatchOrder::Erase(_), .. }));
}

#[test]
fn keys_pressed_before_the_screen_is_made_anew_meet_what_is_true_then() {
    let mut desk = Desk::at_dossier(Role::Clerk);
    desk.press("<ctrl-t><f8>");
    done(&mut desk);
    desk.press("<ctrl-t>");
    assert!(desk.state.dialog.is_none(), "the heads on the screen are those before the act");
    let mut after = life::dossier();
    after.seen.heads.clear();
    desk.answer(Answer::Dossier(Box::new(after)));
    desk.press("<f8>");
    assert!(matches!(desk.last(), Effect::OnBatch { seen, .. } if seen.heads.is_empty()));
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

#[test]
fn today_counts_what_waits_on_boards_and_in_the_register_and_leads_there() {
    let mut desk = Desk::of(Role::Clerk);
    let urgent = crate::app::screens::Today::due(&desk.state.world)
        .iter()
        .take_while(|(item, _)| item.urgent(&desk.state.world))
        .count();
    assert_eq!(urgent, 3, "returned, blocked, recalled");
    desk.press("<down><down><enter>");
    assert_eq!(desk.state.place(), Place::Recalls);
}

#[test]
fn a_signer_finds_what_was_reviewed_and_signs_it() {
    let mut desk = Desk::of(Role::Signer);
    desk.state.world.batches[1].standing = Standing::Reviewed;
    desk.press("<f5><down><enter>");
    assert_eq!(desk.state.place(), Place::Review);
    let view = ReviewView { standing: Standing::Reviewed, ..review() };
    desk.answer(Answer::Review(Box::new(view)));
    desk.press("<f8><right><enter>");
    assert_eq!(desk.last(), &Effect::OnBatch { seen: seen("2"), order: BatchOrder::Sign });
}

#[test]
fn a_clerk_takes_a_submission_back_and_throws_only_drafts_away() {
    let mut desk = Desk::at_rows();
    let view = RowsView { standing: Standing::Submitted, editable: false, ..rows() };
    desk.press("<f4>");
    desk.answer(Answer::Rows(Box::new(view)));
    desk.press("<ctrl-u><right><enter>");
    assert_eq!(desk.last(), &Effect::OnBatch { seen: seen("1"), order: BatchOrder::Unsubmit });
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><down><del>");
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "app-not-a-draft");
    desk.press("<up><del><right><enter>");
    assert_eq!(desk.last(), &Effect::OnBatch { seen: seen("1"), order: BatchOrder::Discard });
}

#[test]
fn a_roll_is_begun_from_the_last_one_or_as_arrears() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><ctrl-r><tab><tab>2027<tab><right><tab><right><f8>");
    let Effect::NewRoll(new) = desk.last() else { unreachable!("no roll but {:?}", desk.last()) };
    assert_eq!(
        (new.programme.as_str(), new.village.as_str(), new.period.to_string().as_str()),
        ("耕地地力保护补贴", "段村村", "2027")
    );
    assert!(new.arrears && new.from_last);
}

#[test]
fn a_payment_is_booked_with_the_day_that_a_person_confirms() {
    let mut desk = Desk::of(Role::Treasurer);
    desk.press("<f7>");
    desk.answer(Answer::Finance(finance()));
    desk.press("<end><ctrl-a><ctrl-u>2026-06-30<f8><right><enter>");
    assert_eq!(
        desk.last(),
        &Effect::BookPaid { pay_list: "P-7K3QX2MD-9".into(), on: jiff::civil::date(2026, 6, 30) }
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
