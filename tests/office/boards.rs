//! Boards at the session: since when they are in use and what they take, and the orders to take down
//! what must not hang.

use crate::support::acts::{Acts, NewCase, PublishAsked};
use crate::support::pdf;
use crate::support::township::Township;
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, BoardKind};
use cunbang::domain::case::{CaseKind, CaseType, Channel};
use cunbang::domain::disclosure::DisclosureStage;
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::dossier::Refusal;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::values::date::Date;
use cunbang::runtime::session::{Batch, BatchName, CaseWords, Failure, ImportAsked, Session};
use cunbang::store::StoreError;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn import(session: &mut Session) -> Batch {
    let path = Path::new("tests/data/rolls/段村-耕地地力保护补贴-2026.csv");
    let imported = session
        .import(path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&BatchName::Draft(batch.draft.number)).unwrap()
}

fn described(batch: &Batch) -> Particulars {
    Particulars {
        division: batch.draft.key.division,
        name: "门口栏".into(),
        place: "村委会院外东墙".into(),
        kind: BoardKind::Fixed,
        columns: vec![BoardColumn::Village, BoardColumn::Finance],
        since: None,
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Failure>) -> Refusal {
    let error = result.unwrap_err();
    assert!(matches!(error, Failure::Store(StoreError::Refused(_))), "not refused: {error:?}");
    if let Failure::Store(StoreError::Refused(refusal)) = error { refusal } else { Refusal::Misfit }
}

#[test]
fn a_board_that_is_entered_today_takes_the_poster_of_yesterday_once_its_first_day_is_confirmed() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk);
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    clerk.close().unwrap();

    let mut clerk = township.session("填报员乙", "2026-07-02");
    let board = clerk.add_board(described(&batch)).unwrap();
    assert_eq!(
        refusal(clerk.post(&batch, None, &board, july(1), &[])),
        Refusal::BoardNotYet(july(2))
    );
    let ahead = Particulars { since: Some(july(3)), ..described(&batch) };
    assert_eq!(refusal(clerk.change_board(&board, ahead)), Refusal::FutureDay);
    let board = clerk
        .change_board(&board, Particulars { since: Some(july(1)), ..described(&batch) })
        .unwrap();
    let board = clerk
        .change_board(&board, Particulars { place: "戏台北墙".into(), ..described(&batch) })
        .unwrap();
    assert_eq!(board.board.since, Some(july(1)), "what is not said again stays as it was");
    let batch = clerk.post(&batch, None, &board, july(1), &[]).unwrap();
    assert_eq!(
        (batch.dossier.postings[0].on, batch.dossier.notice_through()),
        (july(1), Some(july(8)))
    );
    assert_eq!(clerk.coverage().unwrap().rows[0].late_days, 0);
}

#[test]
fn a_board_of_another_village_and_one_that_was_given_up_take_nothing() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk);
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let elsewhere = DivisionCode::parse("140923104201").unwrap();
    let other = clerk.add_board(Particulars { division: elsewhere, ..described(&batch) }).unwrap();
    assert_eq!(refusal(clerk.post(&batch, None, &other, july(1), &[])), Refusal::BoardElsewhere);
    let board = clerk.add_board(described(&batch)).unwrap();
    clerk.close().unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-03");
    let board = clerk.retire_board(&board, july(2)).unwrap();
    assert_eq!(refusal(clerk.post(&batch, None, &board, july(2), &[])), Refusal::BoardRetired);
    assert!(
        clerk.post(&batch, None, &board, july(1), &[]).is_ok(),
        "on its last day it still took a poster"
    );
}

#[test]
fn no_number_of_a_person_gets_into_what_a_board_or_a_unit_is_called() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk);
    let with = |name: &str, place: &str| Particulars {
        name: name.into(),
        place: place.into(),
        ..described(&batch)
    };
    let refused = [
        (with("门口栏", "张三家东墙 13835000001"), Refusal::WordsOfPerson),
        (with("142225195503151235", "东墙"), Refusal::WordsOfPerson),
        (with("门口栏", &"墙".repeat(41)), Refusal::WordsTooLong(40)),
        (with("  ", "东墙"), Refusal::BoardWords),
    ];
    for (board, expected) in refused {
        assert_eq!(refusal(clerk.add_board(board)), expected);
    }
    assert_eq!(clerk.boards(None).unwrap(), []);
    let board = clerk.add_board(described(&batch)).unwrap();
    assert_eq!(
        refusal(clerk.change_board(&board, with("门口栏", "6222020402012345672"))),
        Refusal::WordsOfPerson
    );
    let words = CaseWords { name: String::new(), reach: String::new(), text: "问标准".into() };
    let kind = CaseKind::Enquiry;
    let channel = Channel::Phone;
    let about = CaseType::Standard;
    let case = clerk
        .enquire(&NewCase {
            kind,
            received_on: july(1),
            channel,
            about,
            row: None,
            hold: false,
            words,
        })
        .unwrap();
    assert_eq!(
        refusal(clerk.escalate(&case, july(1), "农业农村局李某13835000001")),
        Refusal::WordsOfPerson
    );
    assert_eq!(
        refusal(clerk.escalate(&case, july(1), &"局".repeat(41))),
        Refusal::WordsTooLong(40)
    );
    assert!(clerk.escalate(&case, july(1), "代县农业农村局").is_ok());
}

/// Notice and result of one batch, both on the board of the village since 1 and 20 July.
fn notice_and_result(township: &Township) -> Batch {
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk);
    let board = clerk.add_board(described(&batch)).unwrap();
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let batch = clerk.post(&batch, None, &board, july(1), &[]).unwrap();
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-06");
    reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-20");
    let list = treasurer.pay(&[again(&treasurer, &batch)]).unwrap();
    treasurer.book_paid(&list.id, july(20)).unwrap();
    treasurer.close().unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-20");
    let asked = PublishAsked { stage: DisclosureStage::Result, ..PublishAsked::default() };
    let (batch, _) = clerk.publish_as(&again(&clerk, &batch), &asked).unwrap();
    let batch = clerk.post(&batch, None, &board, july(20), &[]).unwrap();
    clerk.close().unwrap();
    batch
}

#[test]
fn the_orders_to_take_down_a_notice_and_a_result_of_one_batch_are_two_papers_and_stay_the_same_on_later_days()
 {
    let township = Township::new();
    let batch = notice_and_result(&township);
    let mut reviewer = township.session("审核员丙", "2026-07-22");
    let batch = reviewer
        .withdraw_disclosure(
            &again(&reviewer, &batch),
            None,
            "备注栏写错",
            WithdrawalReason::Mistake,
        )
        .unwrap();
    let orders = reviewer.recall_orders().unwrap();
    reviewer.close().unwrap();
    assert_eq!(
        batch
            .dossier
            .disclosures
            .iter()
            .map(|disclosed| disclosed.body.revision)
            .collect::<Vec<_>>(),
        [1, 1]
    );
    let names: BTreeSet<&str> = orders.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    for (disclosed, (name, bytes)) in batch.dossier.disclosures.iter().zip(&orders) {
        let label = batch.dossier.label().unwrap();
        let check = disclosed.body.code.check_code();
        assert_eq!(*name, format!("recall-{label}-{check}.pdf"));
        pdf::is_sound(bytes);
        let body = pdf::words(bytes);
        assert!(body.contains(&format!("编号：{label}-CT-{check}")), "{body}");
        assert!(
            body.contains("2026年7月27日前将照片交"),
            "three working days after 22 July: {body}"
        );
    }
    let later = township.session("审核员丙", "2026-07-30");
    assert!(later.recall_orders().unwrap() == orders, "printing is not an act");
}
