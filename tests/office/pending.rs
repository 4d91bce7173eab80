//! What waits, in numbers, as the first screen tells it: boards, the register and the calendar of
//! one batch.

use crate::support::acts::{Acts, NEAR, NewCase};
use crate::support::township::Township;
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, BoardKind};
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::dossier::pending::Waiting;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::values::date::Date;
use cunbang::runtime::session::{
    Batch, BatchName, CaseFacts, CaseWords, ImportAsked, KnownBoard, Session,
};
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn board(session: &mut Session, name: &str) -> KnownBoard {
    let division = DivisionCode::parse("140923104204").unwrap();
    let columns = vec![BoardColumn::Village, BoardColumn::Finance];
    let kind = BoardKind::Fixed;
    session
        .add_board(Particulars {
            division,
            name: name.into(),
            place: "村中".into(),
            kind,
            columns,
            since: None,
        })
        .unwrap()
}

fn published(session: &mut Session) -> Batch {
    let path = Path::new("tests/data/rolls/段村-耕地地力保护补贴-2026.csv");
    let imported = session
        .import(path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    let batch = session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap();
    session.publish(&batch, None).unwrap().0
}

fn objection() -> NewCase {
    let words = CaseWords { text: "面积少登记了".into(), ..CaseWords::default() };
    let kind = CaseKind::Objection;
    let channel = Channel::Phone;
    let about = CaseType::Area;
    NewCase { kind, received_on: july(2), channel, about, row: Some(2), hold: false, words }
}

#[test]
fn what_waits_is_counted_from_the_notice_to_the_last_confirmed_board() {
    let township = Township::new();
    let mut session = township.session("填报员乙", "2026-07-01");
    assert_eq!(session.waiting().unwrap(), Waiting::default());
    let first = board(&mut session, "门口栏");
    let second = board(&mut session, "广场栏");
    let batch = published(&mut session);
    assert_eq!(session.waiting().unwrap().unposted, 1);
    let batch = session.post(&batch, None, &first, july(1), &[]).unwrap();
    assert_eq!(session.waiting().unwrap().unposted, 1, "one of two boards is not all of them");
    let batch = session.post(&batch, None, &second, july(1), &[]).unwrap();
    assert_eq!(session.waiting().unwrap().unposted, 0);
    session.close().unwrap();

    let mut session = township.session("填报员乙", "2026-07-02");
    let case = session.raise(&batch, &objection()).unwrap();
    let waiting = session.waiting().unwrap();
    assert_eq!((waiting.cases, waiting.nearest, waiting.promised), (1, Some(case.case.due()), 0));
    let found = CaseFacts {
        investigators: vec!["核实人甲".into(), "核实人乙".into()],
        facts: "属实".into(),
    };
    let case = session.investigate(&case, july(2), Outcome::Upheld, &found).unwrap();
    session.answer(&case, july(2), Action::Withdraw, "").unwrap();
    let waiting = session.waiting().unwrap();
    assert_eq!((waiting.cases, waiting.nearest, waiting.promised), (0, None, 1));

    let batch = session.batch(&BatchName::Draft(batch.draft.number)).unwrap();
    let batch =
        session.withdraw_disclosure(&batch, None, "名单有误", WithdrawalReason::Mistake).unwrap();
    assert_eq!((session.waiting().unwrap().promised, session.waiting().unwrap().recalls), (0, 2));
    let batch = session.take_down(&batch, batch.dossier.postings[0].entry, july(2), &NEAR).unwrap();
    assert_eq!(session.waiting().unwrap().recalls, 1);
    session.take_down(&batch, batch.dossier.postings[1].entry, july(2), &NEAR).unwrap();
    assert_eq!(session.waiting().unwrap().recalls, 0);
    session.close().unwrap();
}

#[test]
fn boards_that_nobody_looked_at_and_posters_whose_time_is_over_wait_too() {
    let township = Township::new();
    let mut session = township.session("填报员乙", "2026-07-01");
    let first = board(&mut session, "门口栏");
    let batch = published(&mut session);
    session.post(&batch, None, &first, july(1), &[]).unwrap();
    session.close().unwrap();
    let session = township.session("填报员乙", "2026-12-01");
    let waiting = session.waiting().unwrap();
    assert_eq!((waiting.boards, waiting.overdue), (1, 1));
    session.close().unwrap();
}
