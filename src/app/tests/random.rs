//! Whatever keys come, the machine holds.
use crate::app::command::Focus;
use crate::app::effect::{Effect, RequestId};
use crate::app::input::{Input, Key};
use crate::app::message::{Answer, Message};
use crate::app::samples::{
    Desk, batches, boards, cases, dossier, dry_run, finance, line_form, pending, public, qr,
    review, rows, rules,
};
use crate::app::screens::Screen;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::Sentence;
use proptest::prelude::*;

/// Any key, often enough one that opens something.
fn any_key() -> impl Strategy<Value = Key> {
    prop_oneof![
        4 => (1_u8..=12).prop_map(Key::F),
        4 => prop_oneof![
            Just(Key::Enter), Just(Key::Esc), Just(Key::Tab), Just(Key::BackTab), Just(Key::Up), Just(Key::Down), Just(Key::Left),
            Just(Key::Right), Just(Key::PageUp), Just(Key::PageDown), Just(Key::Home), Just(Key::End), Just(Key::Insert),
            Just(Key::Delete), Just(Key::Backspace)
        ],
        2 => prop::sample::select(vec!['a', 'b', 'c', 'd', 'e', 'f', 'g', 'k', 'l', 'n', 'o', 'p', 'r', 't', 'u', 'v', 'x', 'y', 'z']).prop_map(Key::Ctrl),
        2 => any::<char>().prop_map(Key::Char),
        1 => Just(Key::Char(' ')),
    ]
}

/// Answers whatever was asked last, as a fast worker would.
fn answer_something(desk: &mut Desk) {
    let Some(request) = desk.sent.last().cloned() else { return };
    let answer = match request.effect {
        Effect::ListBatches => Answer::Batches(batches()),
        Effect::LookAtRows(_) => Answer::Looked { batches: batches(), left: Vec::new() },
        Effect::ShowRows(_) | Effect::Edit { .. } | Effect::Undo(_) | Effect::Check(_) => {
            Answer::Rows(Box::new(rows()))
        }
        Effect::ShowLine { line, .. } => Answer::Line(Box::new(line_form(line))),
        Effect::ShowReview(_) => Answer::Review(Box::new(review())),
        Effect::ListPublic => Answer::Public(public()),
        Effect::ListFinance => Answer::Finance(finance()),
        Effect::ShowQr(_) => Answer::Qr(qr()),
        Effect::ListRules(_) => Answer::Rules(rules::rules()),
        Effect::ShowRules(_) => Answer::Page(vec![Sentence::plain("sample-rule")]),
        Effect::ListBoards => Answer::Boards(boards::boards()),
        Effect::ListRecalls => Answer::Recalls(boards::recalls()),
        Effect::ListCases => Answer::Cases(cases::cases()),
        Effect::ShowCase(_) => Answer::Case(Box::new(cases::case())),
        Effect::ShowCoverage => Answer::Coverage(boards::coverage()),
        Effect::ListDue => Answer::Due(pending::due(Role::Clerk)),
        Effect::CountPending => Answer::Pending(pending::counts()),
        Effect::ShowDossier(_) => Answer::Dossier(Box::new(dossier::dossier())),
        Effect::DryRun(_) => Answer::DryRun(dry_run(0)),
        Effect::Import(_) => Answer::Imported(dry_run(0)),
        Effect::Unlock { .. } => match desk.state.world.session.clone() {
            Some(session) => Answer::Unlocked(session),
            None => return,
        },
        _ => Answer::Done { sentence: Sentence::plain("sample-done"), made: None },
    };
    desk.message(Message::Answer { ticket: request.ticket, answer });
}

/// The cursor of the screen on top stands in its list.
fn cursor_is_in_range(desk: &Desk) -> bool {
    let world = &desk.state.world;
    let (cursor, length) = match &desk.state.screens.top {
        Screen::Today(screen) => (screen.cursor, crate::app::screens::Today::due(world).len()),
        Screen::Batches(screen) => (screen.cursor, screen.length()),
        Screen::Rows(screen) => {
            (screen.cursor, screen.view.as_ref().map_or(0, |view| view.lines.len()))
        }
        Screen::Review(screen) => (screen.cursor, screen.items().len()),
        Screen::Public(screen) => (screen.cursor, screen.items().len()),
        Screen::Finance(screen) => (screen.cursor, screen.items(world).len()),
        Screen::Boards(screen) => (screen.list.cursor, screen.list.rows().len()),
        Screen::Recalls(screen) => (screen.list.cursor, screen.list.rows().len()),
        Screen::Cases(screen) => (screen.list.cursor, screen.list.rows().len()),
        Screen::Coverage(screen) => (screen.list.cursor, screen.list.rows().len()),
        Screen::Due(screen) => (screen.list.cursor, screen.list.rows().len()),
        Screen::RuleBook(screen) => (screen.list.cursor, screen.list.rows().len()),
        Screen::Dossier(screen) => (screen.cursor, screen.items().len()),
        Screen::Waiting | Screen::SetUp(_) | Screen::Login(_) | Screen::Case(_) => (0, 1),
    };
    cursor == 0 || cursor < length
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn no_keys_whatever_break_the_machine(
        role in prop::sample::select(vec![Role::Clerk, Role::Reviewer, Role::Signer, Role::Treasurer, Role::Administrator]),
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
        // A dialog closes by Esc: an import may first go back from what it shows, and stop what is
        // under way.
        for _ in 0..3 {
            if desk.state.dialog.is_some() {
                desk.press("<esc>");
            }
        }
        prop_assert!(desk.state.dialog.is_none());
        for _ in 0..12 {
            desk.press("<esc>");
        }
        let home = matches!(desk.state.focus(), Focus::Today | Focus::Login);
        prop_assert!(home, "Esc leads home, not to {:?}", desk.state.focus());
    }

    #[test]
    fn answers_to_nobody_change_nothing(number in 1000_u64..2000) {
        let mut desk = Desk::at_rows();
        let before = format!("{:?}", desk.state);
        desk.message(Message::Answer { ticket: RequestId(number), answer: Answer::NoStore });
        prop_assert_eq!(before, format!("{:?}", desk.state));
    }
}
