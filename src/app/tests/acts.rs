//! Submitting, approving, returning, publishing, paying, taking in: asked first, ordered once.
use super::act;
use crate::app::command::Focus;
use crate::app::dialogs::Dialog;
use crate::app::effect::{EachRequest, Effect};
use crate::app::message::{Answer, Message};
use crate::app::samples::{Desk, batches, dry_run, finance, public, qr, review, rows, seen};
use crate::app::views::{BatchRow, ReviewView, RollSource, RowsView, Standing};
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Possibilities, Target, Values, YES};

#[test]
fn approval_takes_a_move_to_yes_and_names_what_was_seen() {
    let mut desk = Desk::at_review();
    desk.press("<f8>y<down><down><down><enter>");
    assert_eq!(
        desk.count(|effect| matches!(effect, Effect::Perform(_))),
        0,
        "the answer is No until a person moves"
    );
    desk.press("<f8><right><enter>");
    assert_eq!(desk.last(), &act(ActName::Approve, review().seen.target(), &[]));
}

#[test]
fn an_act_under_way_is_not_ordered_twice() {
    let mut desk = Desk::at_review();
    desk.press("<f8><right><enter><f8><right><enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Perform(_))), 1);
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "app-still-busy");
}

#[test]
fn after_an_approval_the_reviewer_is_back_at_the_list() {
    let mut desk = Desk::at_review();
    desk.press("<f8><right><enter>");
    desk.answer(Answer::Done { sentence: Sentence::plain("runtime-approved"), made: None });
    assert_eq!(desk.state.focus(), Focus::Batches);
    assert_eq!(desk.last(), &Effect::ListBatches);
}

#[test]
fn a_return_carries_the_reason_and_the_rows() {
    let mut desk = Desk::at_review();
    desk.press("<f9>身份证号错误<tab>、87<enter>");
    assert_eq!(
        desk.last(),
        &act(
            ActName::Return,
            review().seen.target(),
            &[("reason", "身份证号错误"), ("lines", "31,87")]
        )
    );
}

#[test]
fn a_return_without_a_reason_is_not_sent() {
    let mut desk = Desk::at_review();
    desk.press("<f9><enter><enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::Perform(_))), 0);
    assert!(
        matches!(&desk.state.dialog, Some(Dialog::Form(form)) if form.wrong.is_some() && form.focus == 0)
    );
}

#[test]
fn marked_batches_are_approved_together_if_they_wait_for_it() {
    let mut desk = Desk::of(Role::Reviewer);
    desk.press("<f5><space><space><end><space><f8><right><enter>");
    let approve = |batch: BatchRow| EachRequest {
        title: format!("{} {} {}", batch.village, batch.programme, batch.period),
        request: ActName::Approve.read(batch.seen.target(), &Values::default()).unwrap(),
    };
    let submitted = batches().into_iter().filter(|batch| batch.standing == Standing::Submitted);
    assert_eq!(desk.last(), &Effect::PerformEach(submitted.map(approve).collect()));
}

#[test]
fn a_clerk_does_not_return_batches() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><down><enter>");
    assert_eq!(desk.state.focus(), Focus::Rows, "a clerk sees the sheet, not the review");
}

#[test]
fn a_notice_is_published_after_its_last_day_was_confirmed() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    desk.answer(Answer::Public(public()));
    desk.press("<f8><enter>");
    assert!(matches!(&desk.state.dialog, Some(Dialog::Confirm(_))));
    desk.press("<tab><enter>");
    assert_eq!(desk.last(), &act(ActName::Publish, seen("1").target(), &[("from", "2026-07-01")]));
}

#[test]
fn the_qr_code_comes_on_enter() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    desk.answer(Answer::Public(public()));
    desk.press("<down><enter>");
    desk.answer(Answer::Qr(qr()));
    assert_eq!(desk.state.focus(), Focus::Page);
    desk.press("<esc>");
    assert_eq!(desk.state.focus(), Focus::Public);
}

#[test]
fn the_treasurer_makes_a_pay_list_and_exports_it() {
    let mut desk = Desk::of(Role::Treasurer);
    desk.press("<f7>");
    desk.answer(Answer::Finance(finance()));
    desk.press("<f8><left><enter>");
    let meant = Target::Batches(vec![seen("5").named()]);
    assert_eq!(desk.last(), &act(ActName::PayList, meant, &[]));
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
    assert_eq!(desk.state.world.requests.progress().unwrap().done, 100);
    desk.answer(Answer::Imported(dry_run(0)));
}

#[test]
fn what_a_file_leaves_open_is_typed_beside_its_path() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<ctrl-o>roll.xlsx<tab>P01<tab>段村<tab>2026H3<enter>");
    assert_eq!(desk.count(|effect| matches!(effect, Effect::DryRun(_))), 0);
    desk.press("<ctrl-u>2026<enter>");
    let programme = "P01".to_owned();
    let village = "段村".to_owned();
    let period = "2026".to_owned();
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

#[test]
fn a_signer_finds_what_was_reviewed_and_signs_it() {
    let mut desk = Desk::of(Role::Signer);
    let sign = Possibilities::yes(&[ActName::Sign]);
    let reviewed = &mut desk.state.world.batches[1];
    reviewed.standing = Standing::Reviewed;
    reviewed.next = Some(ActName::Sign);
    reviewed.possible = sign.clone();
    desk.press("<f5><down><enter>");
    assert_eq!(desk.state.focus(), Focus::Review);
    let view = ReviewView { standing: Standing::Reviewed, possible: sign, ..review() };
    desk.answer(Answer::Review(Box::new(view)));
    desk.press("<f8><right><enter>");
    assert_eq!(desk.last(), &act(ActName::Sign, seen("2").target(), &[]));
}

#[test]
fn a_clerk_takes_a_submission_back_and_throws_only_drafts_away() {
    let mut desk = Desk::at_rows();
    let possible = Possibilities::yes(&[ActName::Unsubmit]);
    let view = RowsView { standing: Standing::Submitted, possible, ..rows() };
    desk.press("<f4>");
    desk.answer(Answer::Rows(Box::new(view)));
    desk.press("<ctrl-u><right><enter>");
    assert_eq!(desk.last(), &act(ActName::Unsubmit, seen("1").target(), &[]));
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><down><del>");
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "refused-not-open");
    desk.press("<up><del><right><enter>");
    assert_eq!(desk.last(), &act(ActName::Discard, seen("1").target(), &[]));
}

#[test]
fn a_roll_is_begun_from_the_last_one_or_as_arrears() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f5><ctrl-r><tab><tab>2027<tab><right><tab><right><f8>");
    let entries = [
        ("programme", "耕地地力保护补贴"),
        ("division", "段村村"),
        ("period", "2027"),
        ("kind", "arrears"),
        ("from-last", YES),
    ];
    assert_eq!(desk.last(), &act(ActName::NewRoll, Target::Nothing, &entries));
}

#[test]
fn a_payment_is_booked_with_the_day_that_a_person_confirms() {
    let mut desk = Desk::of(Role::Treasurer);
    desk.press("<f7>");
    desk.answer(Answer::Finance(finance()));
    desk.press("<end><ctrl-a><ctrl-u>2026-06-30<f8><right><enter>");
    let list = Target::PayList("P-7K3QX2MD-9".into());
    assert_eq!(desk.last(), &act(ActName::BookPayment, list, &[("on", "2026-06-30")]));
}
