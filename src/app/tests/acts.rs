//! Submitting, approving, returning, publishing, paying, taking in: asked first, ordered once.
use crate::app::command::Place;
use crate::app::dialogs::Dialog;
use crate::app::effect::Effect;
use crate::app::message::{Answer, Message};
use crate::app::samples::{Desk, batches, dry_run, finance, public, qr, review};
use crate::app::views::RollSource;
use crate::app::views::Standing;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use jiff::civil::date;

#[test]
fn approval_takes_a_move_to_yes_and_names_what_was_seen() {
    let mut desk = Desk::at_review();
    desk.press("<f8>y<down><down><down><enter>");
    assert_eq!(
        desk.count(|effect| matches!(effect, Effect::Approve(_))),
        0,
        "the answer is No until a person moves"
    );
    desk.press("<f8><right><enter>");
    assert_eq!(desk.last(), &Effect::Approve(vec![review().seen]));
}

#[test]
fn an_act_under_way_is_not_ordered_twice() {
    let mut desk = Desk::at_review();
    desk.press("<f8><right><enter><f8><right><enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Approve(_))), 1);
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "app-still-busy");
}

#[test]
fn after_an_approval_the_reviewer_is_back_at_the_list() {
    let mut desk = Desk::at_review();
    desk.press("<f8><right><enter>");
    desk.answer(Answer::Done { sentence: Sentence::plain("runtime-approved"), made: None });
    assert_eq!(desk.state.place(), Place::Batches);
    assert_eq!(desk.last(), &Effect::ListBatches);
}

#[test]
fn a_return_carries_the_reason_and_the_rows() {
    let mut desk = Desk::at_review();
    desk.press("<f9>身份证号错误<tab>、87<enter>");
    assert_eq!(
        desk.last(),
        &Effect::Return {
            seen: review().seen, reason: "身份证号错误".into(), lines: vec![31, 87]
        }
    );
}

#[test]
fn a_return_without_a_reason_is_not_sent() {
    let mut desk = Desk::at_review();
    desk.press("<f9><enter><enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Return { .. })), 0);
    assert!(
        matches!(&desk.state.dialog, Some(Dialog::Ask(ask)) if ask.wrong.is_some() && ask.focus == 0)
    );
}

#[test]
fn marked_batches_are_approved_together_if_they_wait_for_it() {
    let mut desk = Desk::of(Role::Reviewer);
    desk.press("<f5><space><space><end><space><f8><right><enter>");
    let seen: Vec<_> = batches()
        .into_iter()
        .filter(|batch| batch.standing == Standing::Submitted)
        .map(|batch| batch.seen)
        .collect();
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
    assert_eq!(
        desk.last(),
        &Effect::Publish { seen: crate::app::samples::seen("1"), from: date(2026, 7, 1) }
    );
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
    assert_eq!(desk.last(), &Effect::Pay(vec![crate::app::samples::seen("5")]));
    desk.answer(Answer::Done { sentence: Sentence::plain("runtime-paid"), made: None });
    desk.answer(Answer::Finance(finance()));
    desk.press("<end><enter><ctrl-u>out<enter>");
    assert_eq!(
        desk.last(),
        &Effect::Export { pay_list: "P-7K3QX2MD-9".into(), folder: "out".into() }
    );
}

#[test]
fn files_are_read_first_and_taken_in_by_a_second_enter() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<ctrl-o>roll.xlsx<enter>");
    assert_eq!(
        desk.last(),
        &Effect::DryRun(RollSource { path: "roll.xlsx".into(), ..RollSource::default() })
    );
    desk.answer(Answer::DryRun(dry_run(0)));
    desk.press("<enter>");
    assert_eq!(
        desk.last(),
        &Effect::Import(RollSource { path: "roll.xlsx".into(), ..RollSource::default() })
    );
    let ticket = desk.ticket();
    desk.message(Message::Progress { ticket, done: 100, total: 312 });
    assert_eq!(desk.state.world.post.progress().unwrap().done, 100);
    desk.answer(Answer::Imported(dry_run(0)));
}

#[test]
fn what_a_file_leaves_open_is_typed_beside_its_path() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<ctrl-o>roll.xlsx<tab>P01<tab>段村<tab>2026H3<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::DryRun(_))), 0);
    desk.press("<ctrl-u>2026<enter>");
    let (programme, village, period) = ("P01".to_owned(), "段村".to_owned(), "2026".to_owned());
    assert_eq!(
        desk.last(),
        &Effect::DryRun(RollSource {
            path: "roll.xlsx".into(),
            programme,
            village,
            period,
            ..RollSource::default()
        })
    );
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
