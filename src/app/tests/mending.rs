//! A clerk searches, mends rows, and loses nothing.
use super::{rows_screen, set};
use crate::app::command::{Focus, meant};
use crate::app::effect::Effect;
use crate::app::input::{Input, Key, Size};
use crate::app::message::{Answer, Message};
use crate::app::samples::{Desk, line_form, rows};
use crate::app::screens::Screen;
use crate::app::views::BatchId;
use crate::domain::people::user::Role;
use crate::domain::roll::{Edit, Field};

#[test]
fn letters_are_text_where_something_is_typed() {
    for place in [
        Focus::Search,
        Focus::Line,
        Focus::Login,
        Focus::SetUp,
        Focus::Form,
        Focus::Import,
        Focus::Palette,
    ] {
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
        assert_eq!(desk.state.focus(), Focus::Search);
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
    let person = crate::app::views::FoundRow {
        batch: BatchId("1".into()),
        line: 17,
        name: "王二女".into(),
        id: "140923********0425".into(),
        title: "段村村".into(),
        amount: crate::app::samples::fen(84_420),
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
    assert_eq!(
        rows_screen(&desk).form.as_ref().unwrap().focus,
        1,
        "the finding's cell has the keyboard"
    );
    desk.press("<ctrl-u>140923196702280018<tab>");
    assert_eq!(desk.last(), &set(14, Field::Id, "140923196702280018"));
    let edits = desk.count(|effect| matches!(effect, Effect::Edit { .. }));
    desk.press("<tab><tab><tab><backtab>");
    assert_eq!(
        desk.count(|effect| matches!(effect, Effect::Edit { .. })),
        edits,
        "what was not changed is not written"
    );
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
fn a_form_that_was_closed_stays_closed_when_a_late_answer_comes() {
    let mut desk = Desk::at_rows();
    desk.press("<enter>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    desk.press("军<tab>");
    desk.answer(Answer::Rows(Box::new(rows())));
    desk.press("<esc>");
    desk.answer(Answer::Line(Box::new(line_form(12))));
    assert!(rows_screen(&desk).form.is_none());
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
    assert_eq!(desk.state.world.notice.as_ref().unwrap().sentence.key, "refused-blocked");
}

#[test]
fn a_size_of_nothing_is_a_size() {
    let mut desk = Desk::at_rows();
    desk.input(Input::Resize(Size { columns: 0, rows: 0 }));
    desk.press("<pgdn><pgup><end>");
    assert_eq!(rows_screen(&desk).cursor, 5);
}

#[test]
fn the_palette_runs_a_command_of_the_screen_below() {
    let mut desk = Desk::at_rows();
    desk.press("<f2>insert<enter>");
    assert!(desk.state.dialog.is_none());
    assert_eq!(
        desk.last(),
        &Effect::Edit { batch: BatchId("1".into()), edit: Edit::Insert { line: 18 } }
    );
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
    assert!(
        !text.contains("14092319") && !text.contains("secret-1234") && !text.contains("6228480000")
    );
}
