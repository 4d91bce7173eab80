//! What a clerk, a reviewer and a treasurer do with keys, and what the machine asks the world for. No terminal, no disk.
#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks at one screen or effect at a time")]
use super::command::{Command, Place, TABLE, key_name, meant};
use super::dialogs::Dialog;
use super::effect::{Effect, Ticket};
use super::input::{Input, Key, Size};
use super::message::{Answer, Message};
use super::samples::{Desk, batches, dry_run, finance, line_form, public, qr, review, rows};
use super::screens::{Screen, SetUpStage};
use super::text_field::Secret;
use super::views::{BatchId, Standing, Trouble};
use crate::domain::roll::{Edit, Field};
use crate::domain::sentence::Sentence;
use crate::domain::user::Role;
use jiff::civil::date;
use proptest::prelude::*;

fn set(line: u32, field: Field, value: &str) -> Effect {
    Effect::Edit { batch: BatchId("1".into()), edit: Edit::Set { line, field, value: value.into() } }
}

fn rows_screen(desk: &Desk) -> &super::screens::Rows {
    match &desk.state.screens.top {
        Screen::Rows(rows) => rows,
        other => unreachable!("not at the sheet but at {:?}", other.place()),
    }
}

#[test]
fn no_two_commands_share_a_key_where_both_are_meant() {
    for (n, one) in TABLE.iter().enumerate() {
        for other in &TABLE[n + 1..] {
            let place = one.places.iter().find(|place| other.places.contains(place));
            let key = one.keys.iter().find(|key| other.keys.contains(key));
            // F8 in the list of batches: a clerk submits, a reviewer approves; nobody may be both.
            let parted = one.role.zip(other.role).is_some_and(|(a, b)| a != b);
            assert!(place.is_none() || key.is_none() || parted, "{:?} and {:?}: {key:?} at {place:?}", one.id, other.id);
        }
    }
}

#[test]
fn every_command_has_a_key_that_an_input_method_leaves_alone() {
    for row in TABLE {
        assert!(row.keys.iter().any(|key| !key.is_letter() && *key != Key::Char('/')), "{:?}", row.id);
    }
}

#[test]
fn the_key_shown_is_the_key_bound() {
    for row in TABLE {
        for place in row.places {
            let holds = |role| row.role.is_none_or(|wanted| wanted == role);
            assert_eq!(meant(*place, row.keys[0], holds).map(|found| found.id), Some(row.id), "{} at {place:?}", key_name(row.keys[0]));
        }
    }
}

#[test]
fn letters_are_text_where_something_is_typed() {
    for place in [Place::Search, Place::Form, Place::Login, Place::SetUp, Place::Ask, Place::Import, Place::Palette] {
        for letter in ['j', 'q', '/', '?', ' ', '、'] {
            assert!(meant(place, Key::Char(letter), |_| true).is_none(), "{letter:?} at {place:?}");
        }
    }
}

#[test]
fn a_full_width_slash_opens_the_search_as_well() {
    for slash in ["/", "／", "、"] {
        let mut desk = Desk::of(Role::Clerk);
        desk.press("<f5>");
        desk.press(slash);
        assert_eq!(desk.state.place(), Place::Search);
    }
}

#[test]
fn the_search_finds_batches_by_initials_and_asks_for_persons() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5>/dcc");
    let Screen::Batches(screen) = &desk.state.screens.top else { unreachable!() };
    assert_eq!(screen.shown.len(), 1);
    assert_eq!(desk.last(), &Effect::Find("dcc".into()));
}

#[test]
fn a_stale_answer_of_the_search_is_ignored() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5>/王二");
    let old = desk.ticket();
    desk.press("女");
    let person = super::views::FoundRow {
        batch: BatchId("1".into()),
        line: 17,
        name: "王二女".into(),
        id: "140923********0425".into(),
        title: "段村村".into(),
        amount: super::samples::fen(84_420),
    };
    desk.message(Message::Answer { ticket: old, answer: Answer::Found(vec![person.clone()]) });
    let persons = |desk: &Desk| match &desk.state.screens.top {
        Screen::Batches(screen) => screen.persons.len(),
        _ => unreachable!(),
    };
    assert_eq!(persons(&desk), 0);
    desk.answer(Answer::Found(vec![person]));
    assert_eq!(persons(&desk), 1);
    desk.press("<enter>");
    assert_eq!(desk.last(), &Effect::ShowRows(BatchId("1".into())));
    desk.answer(Answer::Rows(Box::new(rows())));
    assert_eq!(rows_screen(&desk).chosen().unwrap().no, 17);
}

#[test]
fn each_field_is_saved_as_one_edit_when_it_is_left() {
    let mut desk = Desk::at_rows();
    desk.press("<f3><enter>");
    assert_eq!(desk.last(), &Effect::ShowLine { batch: BatchId("1".into()), line: 14 });
    desk.answer(Answer::Line(Box::new(line_form(14))));
    assert_eq!(rows_screen(&desk).form.as_ref().unwrap().focus, 1, "the finding's cell has the keyboard");
    desk.press("<ctrl-u>140923196702280018<tab>");
    assert_eq!(desk.last(), &set(14, Field::Id, "140923196702280018"));
    let edits = desk.count(|effect| matches!(effect, Effect::Edit { .. }));
    desk.press("<tab><tab><tab><backtab>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Edit { .. })), edits, "what was not changed is not written");
}

#[test]
fn a_computed_amount_is_skipped() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("<tab><tab><tab><tab><tab><tab>");
    let form = rows_screen(&desk).form.as_ref().unwrap();
    assert_eq!(form.line.cells[form.focus].field, Field::Bank);
}

#[test]
fn what_is_being_typed_survives_the_answer_to_the_edit_before() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("军<tab>9");
    desk.answer(Answer::Rows(Box::new(rows())));
    desk.answer(Answer::Line(Box::new(line_form(12))));
    let form = rows_screen(&desk).form.as_ref().unwrap();
    assert_eq!((form.focus, form.field.text()), (1, "14092319670230001X9"));
}

#[test]
fn esc_puts_back_what_was_typed_and_then_leaves_the_form() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("x<esc>");
    assert_eq!(rows_screen(&desk).form.as_ref().unwrap().field.text(), "刘补成");
    desk.press("<esc>");
    assert!(rows_screen(&desk).form.is_none());
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Edit { .. })), 0);
}

#[test]
fn leaving_the_form_by_a_function_key_saves_the_field() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("军<f5>");
    assert_eq!(desk.count(|effect| *effect == set(12, Field::Name, "刘补成军")), 1);
}

#[test]
fn a_batch_with_a_blocking_finding_is_not_even_asked_about() {
    let mut desk = Desk::at_rows();
    desk.press("<f8>");
    assert!(desk.state.dialog.is_none());
    assert_eq!(desk.state.world.notice.as_ref().unwrap().said.key, "app-blocked");
}

#[test]
fn approval_takes_a_move_to_yes_and_names_what_was_seen() {
    let mut desk = Desk::at_review();
    desk.press("<f8>y<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Approve(_))), 0, "the answer is No until a person moves");
    desk.press("<f8><right><enter>");
    assert_eq!(desk.last(), &Effect::Approve(vec![review().seen]));
}

#[test]
fn an_act_under_way_is_not_ordered_twice() {
    let mut desk = Desk::at_review();
    desk.press("<f8><right><enter><f8><right><enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Approve(_))), 1);
    assert_eq!(desk.state.world.notice.as_ref().unwrap().said.key, "app-still-busy");
}

#[test]
fn after_an_approval_the_reviewer_is_back_at_the_list() {
    let mut desk = Desk::at_review();
    desk.press("<f8><right><enter>");
    desk.answer(Answer::Done { said: Sentence::plain("runtime-approved"), made: None });
    assert_eq!(desk.state.place(), Place::Batches);
    assert_eq!(desk.last(), &Effect::ListBatches);
}

#[test]
fn a_return_carries_the_reason_and_the_rows() {
    let mut desk = Desk::at_review();
    desk.press("<f9>身份证号错误<tab>、87<enter>");
    assert_eq!(desk.last(), &Effect::Return { seen: review().seen, reason: "身份证号错误".into(), lines: vec![31, 87] });
}

#[test]
fn a_return_without_a_reason_is_not_sent() {
    let mut desk = Desk::at_review();
    desk.press("<f9><enter><enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Return { .. })), 0);
    assert!(matches!(&desk.state.dialog, Some(Dialog::Ask(ask)) if ask.wrong.is_some() && ask.focus == 0));
}

#[test]
fn marked_batches_are_approved_together_if_they_wait_for_it() {
    let mut desk = Desk::of(Role::Reviewer);
    desk.press("<f5><space><space><end><space><f8><right><enter>");
    let seen: Vec<_> = batches().into_iter().filter(|batch| batch.standing == Standing::Submitted).map(|batch| batch.seen).collect();
    assert_eq!(desk.last(), &Effect::Approve(seen));
}

#[test]
fn a_clerk_does_not_return_batches() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><down><enter>");
    assert_eq!(desk.state.place(), Place::Rows, "a clerk sees the sheet, not the review");
}

#[test]
fn a_notice_is_published_after_its_last_day_was_confirmed() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    desk.answer(Answer::Public(public()));
    desk.press("<f8><enter>");
    assert!(matches!(&desk.state.dialog, Some(Dialog::Question(_))));
    desk.press("<tab><enter>");
    assert_eq!(desk.last(), &Effect::Publish { seen: super::samples::seen("1"), until: date(2026, 7, 8) });
}

#[test]
fn the_qr_code_comes_on_enter() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    desk.answer(Answer::Public(public()));
    desk.press("<down><enter>");
    desk.answer(Answer::Qr(qr()));
    assert_eq!(desk.state.place(), Place::Page);
    desk.press("<esc>");
    assert_eq!(desk.state.place(), Place::Public);
}

#[test]
fn the_treasurer_makes_a_pay_list_and_exports_it() {
    let mut desk = Desk::of(Role::Treasurer);
    desk.press("<f7>");
    desk.answer(Answer::Finance(finance()));
    desk.press("<f8><left><enter>");
    assert_eq!(desk.last(), &Effect::Pay(vec![super::samples::seen("5")]));
    desk.answer(Answer::Done { said: Sentence::plain("runtime-paid"), made: None });
    desk.press("<end><enter><ctrl-u>out<enter>");
    assert_eq!(desk.last(), &Effect::Export { pay_list: "P-7K3QX2MD-9".into(), folder: "out".into() });
}

#[test]
fn files_are_read_first_and_taken_in_by_a_second_enter() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<ctrl-o>roll.xlsx<enter>");
    assert_eq!(desk.last(), &Effect::DryRun("roll.xlsx".into()));
    desk.answer(Answer::DryRun(dry_run(0)));
    desk.press("<enter>");
    assert_eq!(desk.last(), &Effect::Import("roll.xlsx".into()));
    let ticket = desk.ticket();
    desk.message(Message::Progress { ticket, done: 100, total: 312 });
    assert_eq!(desk.state.world.post.progress().unwrap().done, 100);
    desk.answer(Answer::Imported(dry_run(0)));
}

#[test]
fn nothing_is_taken_in_while_a_row_is_wrong() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<ctrl-o>roll.xlsx<enter>");
    desk.answer(Answer::DryRun(dry_run(2)));
    desk.press("<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Import(_))), 0);
}

#[test]
fn esc_stops_an_import() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<ctrl-o>roll.xlsx<enter>");
    desk.answer(Answer::DryRun(dry_run(0)));
    desk.press("<enter>");
    let import = desk.ticket();
    desk.press("<esc>");
    assert_eq!(desk.last(), &Effect::Cancel(import));
}

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
    assert_eq!(desk.state.place(), Place::Login);
    desk.press("secret-123<enter>");
    let Effect::Unlock { user, password } = desk.last() else { unreachable!() };
    assert_eq!((user.as_str(), password.reveal()), ("U-1", "secret-123"));
    let session = desk.state.world.session.clone().unwrap();
    desk.answer(Answer::Unlocked(session));
    assert_eq!((desk.state.place(), rows_screen(&desk).cursor), (Place::Rows, 1));
}

#[test]
fn another_user_at_the_lock_begins_anew() {
    let mut desk = Desk::at_rows();
    desk.press("<ctrl-l><esc>王<enter>password<enter>");
    let session = super::views::Session { user: super::samples::users().remove(1), office: "枣林镇".into(), practice: false };
    desk.answer(Answer::Unlocked(session));
    assert_eq!(desk.state.place(), Place::Today);
    assert!(desk.state.world.batches.is_empty());
}

#[test]
fn a_wrong_password_makes_the_next_try_wait() {
    let mut desk = Desk::start();
    desk.answer(Answer::Users { users: super::samples::users(), office: "枣林镇".into() });
    desk.press("赵<enter>wrong<enter>");
    desk.answer(Answer::NotUnlocked { said: Sentence::plain("vault-wrong-password"), wait: 4 });
    desk.press("again<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Unlock { .. })), 1);
    desk.input(Input::Tick { seconds: 4, wall: date(2026, 7, 1).at(9, 0, 0, 0) });
    desk.press("<enter>");
    let Effect::Unlock { user, .. } = desk.last() else { unreachable!() };
    assert_eq!(user, "U-3");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Unlock { .. })), 2);
}

#[test]
fn the_first_run_asks_everything_and_wants_the_recovery_code_back() {
    let mut desk = Desk::start();
    desk.answer(Answer::NoStore);
    desk.press("140923104<enter>枣林镇<enter>y<enter><enter>陈桂花<enter>140923196702280018<enter>secret-123<enter>secret-124<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::SetUp(_))), 0, "the two passwords differ");
    desk.press("<ctrl-u>secret-123<enter>");
    let Effect::SetUp(order) = desk.last() else { unreachable!("{:?}", desk.last()) };
    assert_eq!((order.division.as_str(), order.host.as_str(), order.practice), ("140923104", "CUNBANG.EXAMPLE", true));
    desk.answer(Answer::RecoveryCode("7K3Q-X2MD-0042".into()));
    desk.press("7k3q<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::ProveRecovery(_))), 0);
    desk.press("x2md0042<enter>");
    assert_eq!(desk.last(), &Effect::ProveRecovery(Secret::new("7k3qx2md0042")));
    desk.answer(Answer::Users { users: super::samples::users(), office: "枣林镇".into() });
    assert_eq!(desk.state.place(), Place::Login);
}

#[test]
fn a_set_up_that_failed_can_be_mended() {
    let mut desk = Desk::start();
    desk.answer(Answer::NoStore);
    desk.press("140923104<enter>枣林镇<enter>n<enter>gk.example.cn<enter>陈桂花<enter>1<enter>secret-123<enter>secret-123<enter>");
    desk.answer(Answer::Failed(Trouble { said: Sentence::plain("sample-bad-id"), because: Vec::new() }));
    let Screen::SetUp(wizard) = &desk.state.screens.top else { unreachable!() };
    assert!(matches!(wizard.stage, SetUpStage::Filling) && wizard.wrong.is_some());
}

#[test]
fn the_palette_runs_a_command_of_the_screen_below() {
    let mut desk = Desk::at_rows();
    desk.press("<f2>insert<enter>");
    assert!(desk.state.dialog.is_none());
    assert_eq!(desk.last(), &Effect::Edit { batch: BatchId("1".into()), edit: Edit::Insert { line: 18 } });
}

#[test]
fn leaving_asks_and_esc_never_leaves() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<esc><esc><esc><ctrl-c><enter>");
    assert_eq!(desk.count(|effect| *effect == Effect::Quit), 0);
    desk.press("<f10><right><enter>");
    assert_eq!(desk.last(), &Effect::Quit);
}

#[test]
fn a_stale_sheet_of_another_batch_does_not_show() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><enter>");
    let ticket = desk.ticket();
    desk.press("<esc><down><down><enter>");
    desk.message(Message::Answer { ticket, answer: Answer::Rows(Box::new(rows())) });
    assert!(rows_screen(&desk).view.is_none());
}

#[test]
fn no_password_or_number_stands_in_what_is_logged() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("<tab>140923196702280018<tab>");
    let text = format!("{:?} {:?} {:?}", desk.state, desk.sent, line_form(12));
    assert!(!text.contains("14092319") && !text.contains("secret-123") && !text.contains("6228480000"));
}

/// Any key, often enough one that opens something.
fn any_key() -> impl Strategy<Value = Key> {
    prop_oneof![
        4 => (1_u8..=12).prop_map(Key::F),
        4 => prop_oneof![
            Just(Key::Enter), Just(Key::Esc), Just(Key::Tab), Just(Key::BackTab), Just(Key::Up), Just(Key::Down), Just(Key::Left),
            Just(Key::Right), Just(Key::PageUp), Just(Key::PageDown), Just(Key::Home), Just(Key::End), Just(Key::Insert),
            Just(Key::Delete), Just(Key::Backspace)
        ],
        2 => prop::sample::select(vec!['c', 'e', 'f', 'g', 'b', 'l', 'n', 'o', 'p', 'u', 'x', 'z']).prop_map(Key::Ctrl),
        2 => any::<char>().prop_map(Key::Char),
        1 => Just(Key::Char(' ')),
    ]
}

/// Answers whatever was asked last, as a fast worker would.
fn answer_something(desk: &mut Desk) {
    let Some(request) = desk.sent.last().cloned() else { return };
    let answer = match request.effect {
        Effect::ListBatches => Answer::Batches(batches()),
        Effect::ShowRows(_) | Effect::Edit { .. } | Effect::Undo(_) | Effect::Check(_) => Answer::Rows(Box::new(rows())),
        Effect::ShowLine { line, .. } => Answer::Line(Box::new(line_form(line))),
        Effect::ShowReview(_) => Answer::Review(Box::new(review())),
        Effect::ListPublic => Answer::Public(public()),
        Effect::ListFinance => Answer::Finance(finance()),
        Effect::ShowQr(_) => Answer::Qr(qr()),
        Effect::DryRun(_) => Answer::DryRun(dry_run(0)),
        Effect::Import(_) => Answer::Imported(dry_run(0)),
        Effect::Unlock { .. } => match desk.state.world.session.clone() {
            Some(session) => Answer::Unlocked(session),
            None => return,
        },
        _ => Answer::Done { said: Sentence::plain("sample-done"), made: None },
    };
    desk.message(Message::Answer { ticket: request.ticket, answer });
}

/// The cursor of the screen on top stands in its list.
fn cursor_is_in_range(desk: &Desk) -> bool {
    let world = &desk.state.world;
    let (cursor, length) = match &desk.state.screens.top {
        Screen::Today(screen) => (screen.cursor, super::screens::Today::due(&world.batches).len()),
        Screen::Batches(screen) => (screen.cursor, screen.length()),
        Screen::Rows(screen) => (screen.cursor, screen.view.as_ref().map_or(0, |view| view.lines.len())),
        Screen::Review(screen) => (screen.cursor, screen.items().len()),
        Screen::Public(screen) => (screen.cursor, screen.items().len()),
        Screen::Finance(screen) => (screen.cursor, screen.items(world).len()),
        Screen::Waiting | Screen::SetUp(_) | Screen::Login(_) => (0, 1),
    };
    cursor == 0 || cursor < length
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn no_keys_whatever_break_the_machine(
        role in prop::sample::select(vec![Role::Clerk, Role::Reviewer, Role::Treasurer, Role::Administrator]),
        steps in prop::collection::vec((any_key(), any::<bool>()), 1..200),
    ) {
        let mut desk = Desk::of(role);
        for (key, answered) in steps {
            desk.input(Input::Key(key));
            if answered {
                answer_something(&mut desk);
            }
            prop_assert!(cursor_is_in_range(&desk), "after {key:?}");
        }
        // A dialog closes by Esc: an import may first go back from what it shows, and stop what is under way.
        for _ in 0..3 {
            if desk.state.dialog.is_some() {
                desk.press("<esc>");
            }
        }
        prop_assert!(desk.state.dialog.is_none());
        for _ in 0..12 {
            desk.press("<esc>");
        }
        let home = matches!(desk.state.place(), Place::Today | Place::Login);
        prop_assert!(home, "Esc leads home, not to {:?}", desk.state.place());
    }

    #[test]
    fn answers_to_nobody_change_nothing(number in 1000_u64..2000) {
        let mut desk = Desk::at_rows();
        let before = format!("{:?}", desk.state);
        desk.message(Message::Answer { ticket: Ticket(number), answer: Answer::NoStore });
        prop_assert_eq!(before, format!("{:?}", desk.state));
    }
}

#[test]
fn a_size_of_nothing_is_a_size() {
    let mut desk = Desk::at_rows();
    desk.input(Input::Resize(Size { columns: 0, rows: 0 }));
    desk.press("<pgdn><pgup><end>");
    assert_eq!(rows_screen(&desk).cursor, 5);
}

#[test]
fn the_reader_of_this_file_can_trust_key_strings() {
    assert_eq!(super::input::keys("<ctrl-z>a<f12>"), [Key::Ctrl('z'), Key::Char('a'), Key::F(12)]);
    assert!(TABLE.iter().any(|row| row.id == Command::Help));
}
