//! Objections at the session: one upheld, with its correction on page and poster and a new notice; one
//! not; one sent on.

use crate::support::acts::{Acts, NewCase, Publication, PublishAsked};
use crate::support::township::Township;
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::revision::ChangeReason;
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::dossier::{RecallReason, Refusal, Stage};
use cunbang::domain::roll::{Edit, Field};
use cunbang::domain::values::date::Date;
use cunbang::runtime::session::{
    Batch, BatchName, CaseFacts, CaseWords, Failure, ImportAsked, Session,
};
use cunbang::store::StoreError;
use std::path::Path;
use std::sync::atomic::AtomicBool;

fn import(session: &mut Session, file: &str) -> Batch {
    let path = Path::new("tests/data/rolls").join(file);
    let imported = session
        .import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn again(session: &Session, batch: &Batch) -> Batch {
    session.batch(&BatchName::Draft(batch.draft.number)).unwrap()
}

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn objection(row: u32, received_on: Date) -> NewCase {
    let words =
        CaseWords {
            name: "韩来旺".into(), reach: "二组".into(), text: "面积少登记了".into()
        };
    NewCase {
        kind: CaseKind::Objection,
        received_on,
        channel: Channel::InPerson,
        about: CaseType::Area,
        row: Some(row),
        hold: false,
        words,
    }
}

fn found(facts: &str) -> CaseFacts {
    CaseFacts {
        investigators: vec!["核实人甲".into(), "核实人乙".into()], facts: facts.into()
    }
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Failure>) -> Refusal {
    let error = result.unwrap_err();
    assert!(matches!(error, Failure::Store(StoreError::Refused(_))), "not refused: {error:?}");
    if let Failure::Store(StoreError::Refused(refusal)) = error { refusal } else { Refusal::Misfit }
}

#[test]
fn an_upheld_objection_becomes_a_second_revision_with_its_own_notice_before_the_money_goes() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, first) = clerk.publish(&batch, None).unwrap();
    clerk.close().unwrap();

    let mut clerk = township.session("填报员乙", "2026-07-03");
    let case = clerk.raise(&again(&clerk, &batch), &objection(2, july(3))).unwrap();
    assert_eq!(
        (case.case.raised.no.as_str(), case.case.due()),
        ("140923104-2026-YY-0001", july(17))
    );
    assert_eq!(
        refusal(clerk.answer(&case, july(3), Action::Explain, "")),
        Refusal::NotInvestigated
    );
    let alone =
        CaseFacts { investigators: vec!["核实人甲".into()], facts: "实地丈量".into() };
    assert_eq!(
        refusal(clerk.investigate(&case, july(3), Outcome::Upheld, &alone)),
        Refusal::TwoInvestigators
    );
    let case = clerk
        .investigate(&case, july(3), Outcome::Upheld, &found("实地丈量,少登记一亩。"))
        .unwrap();
    let case = clerk.answer(&case, july(3), Action::Correct, "更正后重新公示。").unwrap();
    let letter = clerk.reply_letter(&case).unwrap();
    assert!(letter.starts_with(b"%PDF") && letter == clerk.reply_letter(&case).unwrap());
    assert_eq!(refusal(clerk.submit(&[again(&clerk, &batch)])), Refusal::CorrectionDue);

    let edit = Edit::Set { line: 2, field: Field::Quantity, value: "9.99".into() };
    let (batch, _) = clerk.edit(&again(&clerk, &batch), &edit).unwrap();
    let (batch, second) = clerk.publish(&batch, None).unwrap();
    assert_eq!((second.disclosure.revision, second.disclosure.changes.len()), (2, 1));
    let change = &second.disclosure.changes[0];
    assert_eq!((change.no, change.reason, change.cells.len()), (2, ChangeReason::Objection, 2));
    assert_eq!(
        second.disclosure.replaces,
        Some(batch.dossier.disclosures[0].body.code.to_string())
    );
    let last_day = |shown: &Publication| shown.disclosure.notice.unwrap().to;
    assert_eq!((last_day(&first), last_day(&second)), (july(8), july(10)));
    assert!(batch.dossier.cases[0].settled);
    assert!(clerk.correction_notice(&batch).unwrap().starts_with(b"%PDF"));
    assert!(clerk.policy_cards(Some("耕地地力保护补贴")).unwrap().starts_with(b"%PDF"));
    assert!(matches!(clerk.policy_cards(Some("没有的项目")), Err(Failure::UnknownProgramme)));
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();

    let mut reviewer = township.session("审核员丙", "2026-07-06");
    let batch = reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-09");
    assert_eq!(refusal(treasurer.pay(&[again(&treasurer, &batch)])), Refusal::NoticeRuns(july(10)));
    treasurer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-11");
    let list = treasurer.pay(&[again(&treasurer, &batch)]).unwrap();
    let list = treasurer.book_paid(&list.id, july(11)).unwrap();
    assert_eq!(list.batches[0].stage(), Stage::Paid);
    let due = treasurer.results_due().unwrap();
    assert_eq!(due[0].1, jiff::civil::date(2026, 8, 7));
}

#[test]
fn one_that_is_not_upheld_is_explained_and_one_that_was_sent_on_is_the_townships() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let one = clerk.raise(&batch, &objection(2, july(1))).unwrap();
    let other = clerk
        .raise(&again(&clerk, &batch), &NewCase { hold: true, ..objection(3, july(1)) })
        .unwrap();
    assert_eq!(other.case.raised.no, "140923104-2026-YY-0002");
    let one = clerk
        .investigate(
            &clerk.case(&one.case.raised.no).unwrap(),
            july(1),
            Outcome::NotUpheld,
            &found("登记无误。"),
        )
        .unwrap();
    assert_eq!(
        refusal(clerk.answer(&one, july(1), Action::Correct, "")),
        Refusal::NotUpheldNeedsNone
    );
    let one = clerk.answer(&one, july(1), Action::Explain, "登记面积与确权证一致。").unwrap();
    assert!(!one.case.is_open() && !one.case.owes());
    let other = clerk
        .escalate(&clerk.case(&other.case.raised.no).unwrap(), july(1), "代县农业农村局")
        .unwrap();
    let by_clerk = clerk.investigate(&other, july(1), Outcome::NotUpheld, &found("登记无误。"));
    assert_eq!(refusal(by_clerk), Refusal::CaseEscalated);
    let batch = clerk.submit(&[again(&clerk, &batch)]).unwrap().remove(0);
    clerk.close().unwrap();

    let mut reviewer = township.session("审核员丙", "2026-07-20");
    assert_eq!(refusal(reviewer.approve(&again(&reviewer, &batch))), Refusal::Held);
    let open: Vec<_> =
        reviewer.cases().unwrap().into_iter().filter(|known| known.case.is_open()).collect();
    assert_eq!((open.len(), open[0].days_left(july(20))), (1, -5));
    let other =
        reviewer.investigate(&open[0], july(20), Outcome::NotUpheld, &found("登记无误。")).unwrap();
    reviewer.answer(&other, july(20), Action::Explain, "").unwrap();
    assert_eq!(reviewer.approve(&again(&reviewer, &batch)).unwrap().stage(), Stage::Approved);
}

#[test]
fn an_objection_speaks_of_a_row_that_the_list_has() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, shown) = clerk.publish(&batch, None).unwrap();
    let last = shown.disclosure.rows.last().unwrap().no;
    assert!(matches!(
        clerk.raise(&batch, &objection(last + 1, july(1))),
        Err(Failure::Store(StoreError::Refused(Refusal::UnknownRow)))
    ));
    assert_eq!(clerk.raise(&batch, &objection(last, july(1))).unwrap().case.raised.row, Some(last));
}

#[test]
fn an_enquiry_is_explained_and_never_corrected() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let asked = NewCase { kind: CaseKind::Enquiry, row: None, ..objection(2, july(1)) };
    let case = clerk.enquire(&asked).unwrap();
    assert_eq!(
        refusal(clerk.answer(&case, july(1), Action::Correct, "")),
        Refusal::EnquiryExplained
    );
    assert!(!clerk.answer(&case, july(1), Action::Explain, "").unwrap().case.is_open());
}

#[test]
fn a_correction_recalls_the_old_poster_and_a_correction_batch_follows_the_money() {
    use cunbang::domain::board::{BoardColumn, BoardKind, Particulars};
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let described = Particulars {
        division: batch.draft.key.division,
        name: "村委会门口栏".into(),
        place: "村委会院外东墙".into(),
        kind: BoardKind::Fixed,
        columns: vec![BoardColumn::Village, BoardColumn::Finance],
        since: None,
    };
    let of_township = Particulars { division: described.division.parent(), ..described.clone() };
    assert!(matches!(
        clerk.add_board(of_township),
        Err(Failure::Store(StoreError::Refused(Refusal::UnknownDivision)))
    ));
    let board = clerk.add_board(described.clone()).unwrap();
    assert!(matches!(
        clerk.add_board(described),
        Err(Failure::Store(StoreError::Refused(Refusal::BoardNamed)))
    ));
    assert_eq!(clerk.board("段村/村委会门口栏").unwrap().subject, board.subject);
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let batch = clerk.post(&batch, None, &board, july(1), &[]).unwrap();
    assert_eq!(refusal(clerk.post(&batch, None, &board, july(1), &[])), Refusal::AlreadyPosted);
    let edit = Edit::Set { line: 2, field: Field::Quantity, value: "9.99".into() };
    let (batch, _) = clerk.edit(&batch, &edit).unwrap();
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let recalls = clerk.recalls().unwrap();
    assert_eq!(
        (recalls.len(), recalls[0].because, recalls[0].since),
        (1, RecallReason::Corrected, july(1))
    );
    assert_eq!(
        refusal(clerk.take_down(&batch, recalls[0].posting.entry, july(1), &[])),
        Refusal::PhotoNeeded
    );
    let batch = clerk.submit(&[batch]).unwrap().remove(0);
    clerk.close().unwrap();
    let mut reviewer = township.session("审核员丙", "2026-07-06");
    let batch = reviewer.approve(&again(&reviewer, &batch)).unwrap();
    reviewer.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-11");
    assert_eq!(refusal(treasurer.pay(&[again(&treasurer, &batch)])), Refusal::NeverPosted);
    treasurer.close().unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-11");
    clerk.post(&again(&clerk, &batch), None, &board, july(2), &[]).unwrap();
    clerk.close().unwrap();
    let mut treasurer = township.session("财政丁", "2026-07-11");
    treasurer.pay(&[again(&treasurer, &batch)]).unwrap();
    treasurer.close().unwrap();
    let mut clerk = township.session("填报员乙", "2026-07-12");
    let correction = clerk.correct(&again(&clerk, &batch), &[2]).unwrap();
    assert_eq!(correction.draft.totals.lines, 1);
    let (_, shown) = clerk.publish(&correction, None).unwrap();
    assert!(!shown.disclosure.kind.is_normal());
}

/// An objection on `row` that two people uphold, answered with `action`.
fn upheld(session: &mut Session, batch: &Batch, row: u32, action: Action) -> String {
    let case = session.raise(&again(session, batch), &objection(row, july(1))).unwrap();
    let case = session.investigate(&case, july(1), Outcome::Upheld, &found("实地丈量。")).unwrap();
    session.answer(&case, july(1), action, "").unwrap().case.raised.no
}

fn measured(session: &mut Session, batch: &Batch, line: u32) -> Batch {
    let edit = Edit::Set { line, field: Field::Quantity, value: "9.99".into() };
    session.edit(&again(session, batch), &edit).unwrap().0
}

#[test]
fn one_new_revision_keeps_the_promise_of_two_objections() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    for row in [2, 3] {
        upheld(&mut clerk, &batch, row, Action::Correct);
        measured(&mut clerk, &batch, row);
    }
    let (batch, shown) = clerk.publish(&again(&clerk, &batch), None).unwrap();
    assert!(shown.disclosure.changes.iter().all(|change| change.reason == ChangeReason::Objection));
    assert!(batch.dossier.cases.iter().all(|case| case.settled));
    clerk.submit(&[batch]).unwrap();
}

#[test]
fn a_new_revision_may_answer_one_objection_and_leave_the_other_for_the_next() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    for row in [2, 3] {
        let answers = Some(upheld(&mut clerk, &batch, row, Action::Correct));
        let batch = measured(&mut clerk, &batch, row);
        clerk.publish_as(&batch, &PublishAsked { answers, ..PublishAsked::default() }).unwrap();
    }
    clerk.submit(&[again(&clerk, &batch)]).unwrap();
}

#[test]
fn a_promised_correction_is_kept_by_the_notice_that_follows_a_withdrawal() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    upheld(&mut clerk, &batch, 2, Action::Correct);
    let batch = clerk
        .withdraw_disclosure(&again(&clerk, &batch), None, "名单有误", WithdrawalReason::Mistake)
        .unwrap();
    let mended = measured(&mut clerk, &batch, 2);
    let (batch, _) = clerk.publish(&mended, None).unwrap();
    assert!(batch.dossier.cases[0].settled);
    clerk.submit(&[batch]).unwrap();
}

#[test]
fn who_withdraws_first_and_answers_afterwards_owes_nothing() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let case = clerk.raise(&batch, &objection(2, july(1))).unwrap();
    let batch = clerk
        .withdraw_disclosure(
            &again(&clerk, &batch),
            None,
            "显示了证件号",
            WithdrawalReason::Privacy,
        )
        .unwrap();
    let case = clerk
        .investigate(
            &clerk.case(&case.case.raised.no).unwrap(),
            july(1),
            Outcome::Upheld,
            &found("属实。"),
        )
        .unwrap();
    assert!(clerk.answer(&case, july(1), Action::Withdraw, "").unwrap().case.settled);
    let (batch, _) = clerk.publish(&again(&clerk, &batch), None).unwrap();
    clerk.submit(&[batch]).unwrap();
}

#[test]
fn who_corrects_first_and_answers_afterwards_owes_nothing() {
    let township = Township::new();
    let mut clerk = township.session("填报员乙", "2026-07-01");
    let batch = import(&mut clerk, "段村-耕地地力保护补贴-2026.csv");
    let (batch, _) = clerk.publish(&batch, None).unwrap();
    let case = clerk.raise(&batch, &objection(2, july(1))).unwrap();
    let no = case.case.raised.no.clone();
    clerk.investigate(&case, july(1), Outcome::Upheld, &found("实地丈量。")).unwrap();
    let asked = PublishAsked { answers: Some(no.clone()), ..PublishAsked::default() };
    let mended = measured(&mut clerk, &batch, 2);
    clerk.publish_as(&mended, &asked).unwrap();
    assert!(
        clerk.answer(&clerk.case(&no).unwrap(), july(1), Action::Correct, "").unwrap().case.settled
    );
    clerk.submit(&[again(&clerk, &batch)]).unwrap();
}
