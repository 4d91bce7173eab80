//! Screens promise what the rules allow and nothing else.
use super::done;
use crate::app::command::{Command, Focus};
use crate::app::dialogs::{Dialog, Palette};
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::pending::Due;
use crate::app::readiness::Readiness;
use crate::app::samples::{Desk, as_role, batches_of, boards, finance, public};
use crate::app::screens::{Screen, Today, TodayItem};
use crate::app::views::{BatchId, BatchRow, PublicView, PublishRow};
use crate::domain::dossier::Refusal;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Spoken;
use crate::office::{ActName, Possibilities, Possible};

/// The batches as `role` is told, with this answer about one act on one of them.
fn told(role: Role, place: usize, act: ActName, answer: Possible) -> Vec<BatchRow> {
    let mut batches = batches_of(role);
    batches[place].possible = batches[place].possible.clone().with(act, answer);
    batches
}

fn at(role: Role, batches: Vec<BatchRow>, keys: &str) -> Desk {
    let mut desk = Desk::of(role);
    desk.press("<f5><esc>");
    desk.answer(Answer::Batches(batches));
    desk.press(keys);
    desk
}

/// At the finance screen, with this answer about the one batch that waits for its pay list.
fn treasurer(answer: Possible) -> Desk {
    let batches = told(Role::Treasurer, 4, ActName::PayList, answer);
    let mut desk = at(Role::Treasurer, batches.clone(), "<f7>");
    desk.answer(Answer::Batches(batches));
    desk.answer(Answer::Finance(finance()));
    desk
}

fn counted(desk: &Desk, due: Due) -> usize {
    let due_now = Today::due(&desk.state.world);
    let found = due_now.iter().find(|(item, _)| *item == TodayItem::Batches(due));
    found.map_or(0, |(_, count)| *count)
}

fn said(desk: &Desk) -> &'static str {
    desk.state.world.notice.as_ref().map_or("", |notice| notice.sentence.key)
}

fn palette(desk: &Desk) -> &Palette {
    match &desk.state.dialog {
        Some(Dialog::Palette(palette)) => palette,
        other => unreachable!("no palette but {other:?}"),
    }
}

fn looks(desk: &Desk) -> Vec<&[BatchId]> {
    let wanted = desk.sent.iter().filter_map(|request| match &request.effect {
        Effect::LookAtRows(batches) => Some(batches.as_slice()),
        _ => None,
    });
    wanted.collect()
}

#[test]
fn what_an_open_objection_keeps_back_is_not_promised_to_the_treasurer() {
    let mut desk = treasurer(Possible::No(Refusal::ObjectionOpen(1)));
    assert_eq!(counted(&desk, Due::Payable), 0);
    assert_eq!(counted(&desk, Due::Hindered), 1);
    let sent = desk.sent.len();
    desk.press("<f8>");
    assert_eq!(said(&desk), "refused-objection-open");
    assert!(desk.state.dialog.is_none());
    assert_eq!(desk.sent.len(), sent, "the world is not asked");
    let Screen::Finance(screen) = &desk.state.screens.top else { unreachable!() };
    assert_eq!(screen.items(&desk.state.world).len(), 2, "it is shown with its reason");
}

#[test]
fn what_is_possible_is_counted_and_asked_about() {
    let mut desk = treasurer(Possible::Yes);
    assert_eq!((counted(&desk, Due::Payable), counted(&desk, Due::Hindered)), (1, 0));
    desk.press("<f8>");
    assert_eq!(desk.state.focus(), Focus::Confirm);
}

#[test]
fn the_work_of_others_is_nobodys_promise() {
    let desk = Desk::of(Role::Treasurer);
    for due in [Due::ToSubmit, Due::ToPublish, Due::ToReview, Due::ToSign, Due::Hindered] {
        assert_eq!(counted(&desk, due), 0, "{due:?}");
    }
    assert_eq!(counted(&desk, Due::Payable), 1);
    assert_eq!(counted(&Desk::of(Role::Reviewer), Due::ToReview), 2);
    assert_eq!(counted(&Desk::of(Role::Clerk), Due::ToSubmit), 1);
}

#[test]
fn the_palette_says_why_a_command_is_not_possible_and_running_it_says_the_same() {
    let mut desk = treasurer(Possible::No(Refusal::ObjectionOpen(1)));
    desk.press("<f2>");
    let open = palette(&desk);
    let rows = || (0..open.found.len()).filter_map(|n| Some((open.row(n)?.id, open.readiness(n))));
    let why = Readiness::No(Refusal::ObjectionOpen(1).sentence());
    assert_eq!(rows().find(|(id, _)| *id == Command::Pay).unwrap().1, &why);
    assert_eq!(rows().find(|(id, _)| *id == Command::Find).map(|(_, ready)| ready), None);
    assert_eq!(rows().find(|(id, _)| *id == Command::Batches).unwrap().1, &Readiness::Yes);
    desk.press("app-do-pay<enter>");
    assert_eq!(said(&desk), "refused-objection-open");
}

#[test]
fn what_nobody_has_looked_at_is_not_ready_and_is_looked_at_once() {
    let batches = told(Role::Clerk, 3, ActName::Submit, Possible::Unchecked);
    let mut desk = at(Role::Clerk, batches.clone(), "");
    assert_eq!((counted(&desk, Due::ToSubmit), counted(&desk, Due::Unchecked)), (0, 1));
    assert_eq!(looks(&desk), Vec::<&[BatchId]>::new(), "no row of it is on the screen");
    desk.press("<f5>");
    desk.answer(Answer::Batches(batches.clone()));
    let four = [BatchId("4".into())];
    assert_eq!(looks(&desk), [four.as_slice()]);
    desk.press("<down><down><down>");
    let Screen::Batches(screen) = &desk.state.screens.top else { unreachable!() };
    assert_eq!(screen.cursor, 3, "the keys go on meanwhile");
    // it could not be found out: the same state is not asked again
    desk.answer(Answer::Looked { batches: batches.clone(), left: Vec::new() });
    desk.press("<up><down><esc><f5>");
    desk.answer(Answer::Batches(batches.clone()));
    assert_eq!(looks(&desk).len(), 1);
    // another state is
    let mut edited = batches;
    edited[3].edits += 1;
    desk.press("<esc><f5>");
    desk.answer(Answer::Batches(edited));
    assert_eq!(looks(&desk).len(), 2);
}

#[test]
fn what_gave_way_to_a_person_is_looked_at_afterwards() {
    let batches = told(Role::Clerk, 3, ActName::Submit, Possible::Unchecked);
    let mut desk = at(Role::Clerk, batches.clone(), "<f5>");
    desk.answer(Answer::Batches(batches.clone()));
    desk.answer(Answer::Looked { batches, left: vec![BatchId("4".into())] });
    assert_eq!(looks(&desk).len(), 2);
    desk.answer(Answer::Looked { batches: batches_of(Role::Clerk), left: Vec::new() });
    assert_eq!((counted(&desk, Due::ToSubmit), looks(&desk).len()), (1, 2));
}

#[test]
fn a_list_of_the_unchecked_keeps_its_lines_when_they_were_looked_at() {
    let batches = told(Role::Clerk, 3, ActName::Submit, Possible::Unchecked);
    let desk = at(Role::Clerk, batches.clone(), "");
    let unchecked = TodayItem::Batches(Due::Unchecked);
    let due = Today::due(&desk.state.world);
    let line = due.iter().position(|(item, _)| *item == unchecked).unwrap();
    let mut desk = at(Role::Clerk, batches.clone(), &"<down>".repeat(line));
    desk.press("<enter>");
    desk.answer(Answer::Batches(batches));
    desk.answer(Answer::Looked { batches: batches_of(Role::Clerk), left: Vec::new() });
    let Screen::Batches(screen) = &desk.state.screens.top else { unreachable!() };
    assert_eq!(screen.shown, [3]);
}

#[test]
fn an_unchecked_row_of_the_public_side_comes_anew_when_it_was_looked_at() {
    let mut desk = Desk::of(Role::Clerk);
    desk.press("<f6>");
    let unchecked = |row: PublishRow| PublishRow { possible: Possibilities::default(), ..row };
    let there = public();
    let waiting = there.waiting.into_iter().map(unchecked).collect();
    desk.answer(Answer::Public(PublicView { waiting, ..there }));
    assert_eq!(looks(&desk).len(), 1);
    desk.answer(Answer::Looked { batches: batches_of(Role::Clerk), left: Vec::new() });
    assert_eq!(desk.last(), &Effect::ListPublic);
}

#[test]
fn whose_act_it_is_decides_the_rule_and_its_key_says_so_at_once() {
    let mut told = boards::boards();
    for row in &mut told.boards {
        row.possible = as_role(Role::Treasurer, &row.possible);
    }
    let mut desk = Desk::at_section(Role::Treasurer, 1, Answer::Boards(told));
    for key in ["<f8>", "<ctrl-e>", "<ins>"] {
        desk.press(key);
        assert_eq!(said(&desk), "refused-role", "{key}");
        assert!(desk.state.dialog.is_none(), "{key}");
    }
}

#[test]
fn after_an_act_everything_may_be_looked_at_again() {
    let batches = told(Role::Clerk, 3, ActName::Submit, Possible::Unchecked);
    let mut desk = at(Role::Clerk, batches.clone(), "<f5>");
    desk.answer(Answer::Batches(batches.clone()));
    desk.answer(Answer::Looked { batches: batches.clone(), left: Vec::new() });
    desk.press("<down><down><down><f8><right><enter>");
    assert!(matches!(desk.last(), Effect::Perform(_)), "the act itself looks");
    done(&mut desk);
    desk.answer(Answer::Batches(batches));
    assert_eq!(looks(&desk).len(), 2);
}
