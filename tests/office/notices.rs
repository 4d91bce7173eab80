//! What is paid was noticed: the very rows, on a board where there is one, for all of its days. And
//! what an answer promised is kept first.

use crate::support::acts::{Acts, NewCase, NewRoll, PublishAsked};
use crate::support::township::Township;
use cunbang::domain::board::Particulars;
use cunbang::domain::board::{BoardColumn, BoardKind};
use cunbang::domain::case::{Action, Case, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::dossier::{Refusal, Stage};
use cunbang::domain::journal::EntryId;
use cunbang::domain::roll::{BatchKind, Edit, Field};
use cunbang::domain::values::date::Date;
use cunbang::domain::values::period::Period;
use cunbang::runtime::session::{
    Batch, BatchName, CaseFacts, CaseWords, Failure, ImportAsked, KnownBoard, KnownCase, Session,
};
use cunbang::store::StoreError;
use std::path::Path;
use std::sync::atomic::AtomicBool;

const LAND: &str = "段村-耕地地力保护补贴-2026.csv";
const AGED: &str = "段村-高龄津贴-2026.xlsx";
const CLERK: &str = "填报员乙";
const REVIEWER: &str = "审核员丙";
const TREASURER: &str = "财政丁";

fn import(session: &mut Session, file: &str) -> Batch {
    let path = Path::new("tests/data/rolls").join(file);
    let imported = session
        .import(&path, &ImportAsked::default(), &AtomicBool::new(false), &mut |_| {})
        .unwrap();
    session.batch(&BatchName::Draft(imported.rolls[0].draft.unwrap())).unwrap()
}

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn refusal<T: std::fmt::Debug>(result: Result<T, Failure>) -> Refusal {
    let error = result.unwrap_err();
    assert!(matches!(error, Failure::Store(StoreError::Refused(_))), "not refused: {error:?}");
    if let Failure::Store(StoreError::Refused(refusal)) = error { refusal } else { Refusal::Misfit }
}

/// One batch of a township, and whoever deals with it on a day of July.
struct Matter {
    township: Township,
    draft: u32,
}

impl Matter {
    fn of(file: &str) -> Self {
        let township = Township::new();
        let mut clerk = township.session(CLERK, "2026-07-01");
        let draft = import(&mut clerk, file).draft.number;
        clerk.close().unwrap();
        Self { township, draft }
    }

    fn on<T>(&self, user: &str, day: i8, deal: impl FnOnce(&mut Session, &Batch) -> T) -> T {
        let mut session = self.township.session(user, &format!("2026-07-{day:02}"));
        let batch = session.batch(&BatchName::Draft(self.draft)).unwrap();
        let told = deal(&mut session, &batch);
        session.close().unwrap();
        told
    }

    fn hand_in(&self, day: i8) {
        self.on(CLERK, day, |clerk, batch| clerk.submit(std::slice::from_ref(batch)).map(drop))
            .unwrap();
    }

    fn approve(&self, day: i8) {
        self.on(REVIEWER, day, Session::approve).unwrap();
    }

    fn send_back(&self, day: i8) {
        self.on(REVIEWER, day, |reviewer, batch| reviewer.send_back(batch, "请核对", &[])).unwrap();
    }

    fn publish(&self, user: &str, day: i8) -> u32 {
        self.on(user, day, |session, batch| session.publish(batch, None))
            .unwrap()
            .1
            .disclosure
            .revision
    }

    fn correct_row(&self, line: u32, day: i8) {
        let edit = Edit::Set { line, field: Field::Quantity, value: "9.99".into() };
        self.on(CLERK, day, |clerk, batch| clerk.edit(batch, &edit).map(drop)).unwrap();
    }

    /// An objection about a row; gives its number.
    fn object(&self, row: u32, day: i8) -> String {
        self.try_to_object(row, day).unwrap().case.raised.no
    }

    fn try_to_object(&self, row: u32, day: i8) -> Result<KnownCase, Failure> {
        let words = CaseWords { text: "面积少登记了".into(), ..CaseWords::default() };
        let kind = CaseKind::Objection;
        let channel = Channel::InPerson;
        let about = CaseType::Area;
        let new = NewCase {
            kind,
            received_on: july(day),
            channel,
            about,
            row: Some(row),
            hold: false,
            words,
        };
        self.on(CLERK, day, |clerk, batch| clerk.raise(batch, &new))
    }

    /// Found right by two people, and answered.
    fn uphold(&self, no: &str, action: Action, day: i8) -> Case {
        let found = CaseFacts {
            investigators: vec!["核实人甲".into(), "核实人乙".into()],
            facts: "少登记一亩。".into(),
        };
        let answered = |clerk: &mut Session, _: &Batch| -> Result<KnownCase, Failure> {
            let case = clerk.investigate(&clerk.case(no)?, july(day), Outcome::Upheld, &found)?;
            clerk.answer(&case, july(day), action, "")
        };
        self.on(CLERK, day, answered).unwrap().case
    }

    /// Which promises of the batch are not kept yet.
    fn owed(&self, day: i8) -> Vec<String> {
        let owed = |batch: &Batch| {
            batch
                .dossier
                .cases
                .iter()
                .filter(|case| case.owes())
                .map(|case| case.raised.no.clone())
                .collect()
        };
        self.on(CLERK, day, |_, batch| owed(batch))
    }

    fn withdraw_disclosure(&self, day: i8) {
        let taken = |clerk: &mut Session, batch: &Batch| {
            clerk.withdraw_disclosure(batch, None, "名单有误", WithdrawalReason::Mistake)
        };
        self.on(CLERK, day, taken).unwrap();
    }

    fn board(&self, name: &str) -> KnownBoard {
        let named = |batch: &Batch| Particulars {
            division: batch.draft.key.division,
            name: name.into(),
            place: "村委会院外东墙".into(),
            kind: BoardKind::Fixed,
            columns: vec![BoardColumn::Village],
            since: None,
        };
        self.on(CLERK, 1, |clerk, batch| clerk.add_board(named(batch))).unwrap()
    }

    fn post(&self, board: &KnownBoard, day: i8) -> EntryId {
        let batch = self
            .on(CLERK, day, |clerk, batch| clerk.post(batch, None, board, july(day), &[]))
            .unwrap();
        batch.dossier.postings.last().unwrap().entry
    }

    fn take_down(&self, posting: EntryId, day: i8) {
        self.on(CLERK, day, |clerk, batch| clerk.take_down(batch, posting, july(day), &[]))
            .unwrap();
    }

    fn pay(&self, day: i8) -> Result<Stage, Failure> {
        let batch =
            self.on(TREASURER, day, |treasurer, batch| treasurer.pay(std::slice::from_ref(batch)));
        batch.map(|list| list.batches[0].stage())
    }
}

/// Approved on 2 July and noticed until the 9th.
fn noticed_after_review() -> Matter {
    let matter = Matter::of(AGED);
    matter.hand_in(1);
    matter.approve(2);
    assert_eq!(matter.publish(REVIEWER, 2), 1);
    matter
}

#[test]
fn rows_that_were_changed_after_their_notice_are_not_paid_before_a_notice_of_their_own_has_run() {
    let matter = noticed_after_review();
    matter.send_back(20);
    let edit = Edit::Set { line: 2, field: Field::Group, value: "二组".into() };
    matter.on(CLERK, 20, |clerk, batch| clerk.edit(batch, &edit).map(drop)).unwrap();
    matter.hand_in(20);
    matter.approve(20);
    assert_eq!(refusal(matter.pay(20)), Refusal::NoticeOutdated);
    assert_eq!(matter.publish(REVIEWER, 20), 2);
    assert!(matches!(refusal(matter.pay(21)), Refusal::NoticeRuns(day) if day > july(21)));
    assert_eq!(matter.pay(31).unwrap(), Stage::Handed);
}

#[test]
fn rows_that_were_handed_in_again_unchanged_were_noticed_already() {
    let matter = noticed_after_review();
    matter.send_back(20);
    matter.hand_in(20);
    matter.approve(20);
    assert_eq!(
        refusal(matter.on(REVIEWER, 20, |reviewer, batch| reviewer.publish(batch, None))),
        Refusal::AlreadyPublic
    );
    assert_eq!(matter.pay(20).unwrap(), Stage::Handed);
}

#[test]
fn a_new_roll_is_compared_with_the_last_whole_roll_that_was_handed_in_also_once_it_is_paid() {
    let matter = noticed_after_review();
    let list = matter
        .on(TREASURER, 20, |treasurer, batch| treasurer.pay(std::slice::from_ref(batch)))
        .unwrap();
    matter.on(TREASURER, 20, |treasurer, _| treasurer.book_paid(&list.id, july(20))).unwrap();
    let (next, former) = matter.on(CLERK, 21, |clerk, batch| {
        let next = clerk.new_from(batch, Period::parse("2028").unwrap()).unwrap();
        let former = clerk.compare(&next).unwrap().former;
        (next, former)
    });
    assert_eq!(
        former.map(|former| (former.draft.number, former.stage())),
        Some((matter.draft, Stage::Paid))
    );
    let programme = next.draft.key.programme.clone();
    let division = next.draft.key.division;
    let arrears = NewRoll {
        programme,
        division,
        period: Period::parse("2027").unwrap(),
        kind: BatchKind::Arrears,
        from_last: true,
    };
    let former = matter.on(CLERK, 21, |clerk, _| {
        let arrears = clerk.new_roll(&arrears).unwrap();
        assert_eq!(clerk.submit(&[arrears]).unwrap()[0].stage(), Stage::Submitted);
        clerk.compare(&next).unwrap().former.unwrap()
    });
    assert_eq!(former.draft.number, matter.draft, "arrears are no whole roll");
}

#[test]
fn a_correction_that_was_published_before_its_answer_promised_it_is_no_debt() {
    let matter = Matter::of(LAND);
    matter.publish(CLERK, 1);
    let corrected = matter.object(2, 2);
    let not_yet = matter.object(3, 2);
    matter.correct_row(2, 2);
    assert_eq!(matter.publish(CLERK, 2), 2);
    assert!(!matter.uphold(&corrected, Action::Correct, 3).owes());
    assert!(matter.uphold(&not_yet, Action::Correct, 3).owes(), "its row stands as it was");
    assert_eq!(
        refusal(matter.on(CLERK, 3, |clerk, batch| clerk.submit(std::slice::from_ref(batch)))),
        Refusal::CorrectionDue
    );
    matter.correct_row(3, 3);
    assert_eq!(matter.publish(CLERK, 3), 3);
    matter.hand_in(3);
}

#[test]
fn a_withdrawal_that_came_before_its_answer_promised_it_is_no_debt() {
    let matter = Matter::of(LAND);
    matter.publish(CLERK, 1);
    let objection = matter.object(2, 2);
    matter.withdraw_disclosure(2);
    assert!(!matter.uphold(&objection, Action::Withdraw, 3).owes());
}

#[test]
fn one_revision_answers_all_the_upheld_objections_that_wait_for_it_or_those_that_are_named() {
    let matter = Matter::of(LAND);
    matter.publish(CLERK, 1);
    let objections = [matter.object(2, 2), matter.object(3, 2), matter.object(4, 2)];
    for no in &objections {
        assert!(matter.uphold(no, Action::Correct, 2).owes());
    }
    matter.correct_row(2, 2);
    let named = PublishAsked { answers: Some(objections[0].clone()), ..PublishAsked::default() };
    matter.on(CLERK, 2, |clerk, batch| clerk.publish_as(batch, &named).map(drop)).unwrap();
    assert_eq!(matter.owed(2), objections[1..]);
    matter.correct_row(3, 2);
    matter.correct_row(4, 2);
    let (batch, shown) = matter.on(CLERK, 2, |clerk, batch| clerk.publish(batch, None)).unwrap();
    assert_eq!(
        (
            batch.dossier.live_notice().unwrap().body.all_answers().count(),
            shown.disclosure.changes.len()
        ),
        (2, 2)
    );
    assert_eq!(matter.owed(2), Vec::<String>::new());
    let again = PublishAsked { answers: Some(objections.join(", ")), ..PublishAsked::default() };
    assert_eq!(
        refusal(matter.on(CLERK, 2, |clerk, batch| clerk.publish_as(batch, &again))),
        Refusal::NoSuchCase
    );
    matter.hand_in(2);
}

#[test]
fn a_promised_correction_is_kept_by_the_list_that_follows_a_withdrawn_one() {
    let matter = Matter::of(LAND);
    matter.publish(CLERK, 1);
    assert!(matter.uphold(&matter.object(2, 2), Action::Correct, 2).owes());
    matter.withdraw_disclosure(2);
    matter.correct_row(2, 2);
    let (batch, shown) = matter.on(CLERK, 2, |clerk, batch| clerk.publish(batch, None)).unwrap();
    assert_eq!(
        (shown.disclosure.revision, shown.disclosure.changes.len()),
        (2, 0),
        "nothing of the withdrawn list is told"
    );
    assert_eq!(
        (batch.dossier.live_notice().unwrap().body.change_reason, matter.owed(2)),
        (None, vec![])
    );
    matter.hand_in(2);
}

#[test]
fn an_objection_may_speak_of_a_row_that_was_taken_out_and_of_rows_that_are_not_public() {
    let matter = Matter::of(LAND);
    matter.publish(CLERK, 1);
    assert!(matches!(
        matter.try_to_object(9999, 1),
        Err(Failure::Store(StoreError::Refused(Refusal::UnknownRow)))
    ));
    matter
        .on(CLERK, 1, |clerk, batch| clerk.edit(batch, &Edit::Remove { line: 5 }).map(drop))
        .unwrap();
    assert_eq!(matter.publish(CLERK, 1), 2);
    assert!(matter.try_to_object(5, 1).is_ok(), "why was it taken out?");
    matter.withdraw_disclosure(1);
    assert!(matches!(
        matter.try_to_object(9999, 1),
        Err(Failure::Store(StoreError::Refused(Refusal::UnknownRow)))
    ));
    assert!(matter.try_to_object(2, 1).is_ok());
}

/// Published on 1 July until the 8th, handed in and approved.
fn approved_land() -> Matter {
    let matter = Matter::of(LAND);
    matter.publish(CLERK, 1);
    matter.hand_in(1);
    matter.approve(2);
    matter
}

#[test]
fn a_notice_that_was_taken_down_before_its_last_day_hangs_again_for_all_of_its_days() {
    let matter = approved_land();
    let board = matter.board("门口栏");
    assert_eq!(refusal(matter.pay(9)), Refusal::NeverPosted);
    let early = matter.post(&board, 1);
    matter.take_down(early, 7);
    assert_eq!(refusal(matter.pay(9)), Refusal::NoticeCutShort);
    let again = matter.post(&board, 9);
    assert_eq!(refusal(matter.pay(16)), Refusal::NoticeRuns(july(16)));
    matter.take_down(again, 16);
    assert_eq!(matter.pay(17).unwrap(), Stage::Handed);
}

#[test]
fn one_board_that_kept_the_notice_until_its_last_day_is_enough() {
    let matter = approved_land();
    let door = matter.board("门口栏");
    let market = matter.board("集市栏");
    let early = matter.post(&door, 1);
    let whole = matter.post(&market, 1);
    matter.take_down(early, 3);
    matter.take_down(whole, 8);
    assert_eq!(matter.pay(9).unwrap(), Stage::Handed);
}

#[test]
fn a_village_without_any_board_is_paid_and_the_coverage_report_tells_it() {
    let matter = approved_land();
    assert_eq!(matter.pay(9).unwrap(), Stage::Handed);
    let missing = matter.on(CLERK, 9, |clerk, _| clerk.coverage().unwrap().totals);
    assert!(missing.villages_without_board > 0 && missing.unposted == 1);
}
