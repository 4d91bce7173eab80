//! The figures of the coverage report, each as a sentence.
use crate::domain::board::{BoardKind, Photo, PhotoView};
use crate::domain::board::{Particulars, QuietColumn};
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{IssuerKind, NoticePeriod};
use crate::domain::dossier::coverage::*;
use crate::domain::dossier::{Approval, Booked, Down, PayList, Progress, Submission};
use crate::domain::journal::{Event, Paid, Published, ReviewSteps, Submitted};
use crate::domain::reference::programme::{DayKind, NoticeTime};
use crate::domain::roll::{RollKey, Totals};
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Quantity;
use crate::domain::values::timestamp::Timestamp;

fn july(day: i8) -> Date {
    jiff::civil::date(2026, 7, day)
}

fn hash(n: u8) -> Hash {
    Hash::of("coverage\n", &[&[n]])
}

fn village() -> DivisionCode {
    DivisionCode::parse("140923104204").unwrap()
}

fn subject(text: &str) -> Subject {
    Subject::parse(text).unwrap()
}

fn board(since: Date) -> Board {
    let described = Particulars {
        division: village(),
        name: "村委会门口栏".into(),
        place: "村委会院外东墙".into(),
        kind: BoardKind::Fixed,
        columns: vec![BoardColumn::Village],
        since: None,
    };
    Board { described: Some(described), since: Some(since), ..Board::default() }
}

/// A notice of 1 to 8 July.
fn dossier(postings: Vec<Posting>) -> Dossier {
    let key = RollKey::normal("P01".into(), village(), Period::parse("2026").unwrap());
    let totals =
        Totals { lines: 1, households: 1, persons: 1, quantity: Quantity::ZERO, fen: Fen::ZERO };
    let body = Published {
        key: key.clone(),
        label: "X-1".into(),
        stage: DisclosureStage::Notice,
        issuer: IssuerKind::VillageCommittee,
        revision: 1,
        replaces: None,
        code: Code::of(b"one"),
        content: hash(1),
        signature: String::new(),
        paper_names: None,
        rows: hash(2),
        notice: Some(NoticePeriod { from: july(1), to: july(8), day_kind: DayKind::Calendar }),
        when: NoticeTime::BeforeSubmission,
        totals,
        list_until: None,
        answers: None,
        answers_too: vec![],
        changed: 0,
        changed_rows: vec![],
        change_reason: None,
        rules: None,
    };
    let at = Timestamp::parse("2026-07-01").unwrap();
    let disclosed = Disclosed {
        entry: hash(3),
        body,
        live: true,
        withdrawn_on: None,
        class: WithdrawalReason::Unstated,
        ended_on: None,
        remains: None,
        at,
    };
    let history: Vec<Event> = Vec::new();
    Dossier {
        founding: Some(Founding { key, label: "X-1".into() }),
        disclosures: vec![disclosed],
        postings,
        history,
        ..Dossier::default()
    }
}

fn posting(n: u8, on: Date, down: Option<Date>) -> Posting {
    let down = down.map(|on| Down {
        entry: hash(n + 100),
        on,
        photos: vec![Photo { content: hash(9), view: PhotoView::Near }],
    });
    let board = subject(&format!("W-7K3QX2MD-{n}"));
    Posting {
        entry: hash(n),
        board,
        code: Code::of(b"one"),
        on,
        through: Some(july(8)),
        photos: vec![],
        down,
    }
}

fn report(today: Date, dossier: Dossier, boards: &[(Subject, Board)]) -> Coverage {
    let dossiers = [(subject("B-7K3QX2MD-9"), dossier)];
    coverage(Seen {
        today,
        villages: &[village()],
        dossiers: &dossiers,
        boards,
        inspect_days: 90,
        grace_days: 3,
    })
}

fn boards(count: usize) -> Vec<(Subject, Board)> {
    (1..=count).map(|n| (subject(&format!("W-7K3QX2MD-{n}")), board(july(1)))).collect()
}

fn down(today: Date, postings: Vec<Posting>) -> DownState {
    report(today, dossier(postings), &boards(1)).rows[0].down
}

#[test]
fn a_disclosure_is_complete_once_it_hangs_on_every_board_of_the_village() {
    let half = report(july(2), dossier(vec![posting(1, july(1), None)]), &boards(2));
    assert_eq!((half.rows[0].required, half.rows[0].posted, half.totals.complete), (2, 1, 0));
    let whole = report(
        july(2),
        dossier(vec![posting(1, july(1), None), posting(2, july(1), None)]),
        &boards(2),
    );
    assert_eq!((whole.rows[0].late_days, whole.totals.complete, whole.totals.unposted), (0, 1, 0));
}

#[test]
fn days_late_count_from_the_first_day_of_the_notice_until_the_last_board_or_today() {
    let late = report(july(20), dossier(vec![posting(1, july(4), None)]), &boards(1));
    assert_eq!((late.rows[0].late_days, late.totals.late), (3, 1));
    let never = report(july(6), dossier(vec![]), &boards(1));
    assert_eq!(
        (never.rows[0].late_days, never.rows[0].down, never.totals.unposted),
        (5, DownState::NotPosted, 1)
    );
}

#[test]
fn a_poster_may_come_down_on_the_day_after_its_last_and_has_some_days_of_grace() {
    assert_eq!(down(july(20), vec![posting(1, july(1), Some(july(9)))]), DownState::InTime);
    assert_eq!(down(july(20), vec![posting(1, july(1), Some(july(12)))]), DownState::InTime);
    assert_eq!(down(july(20), vec![posting(1, july(1), Some(july(13)))]), DownState::Late(4));
    assert_eq!(down(july(20), vec![posting(1, july(1), Some(july(8)))]), DownState::Early(1));
    assert_eq!(down(july(12), vec![posting(1, july(1), None)]), DownState::Hanging);
    assert_eq!(down(july(13), vec![posting(1, july(1), None)]), DownState::Overdue(4));
}

#[test]
fn what_is_recalled_is_neither_early_nor_late() {
    let mut withdrawn = dossier(vec![posting(1, july(1), None)]);
    withdrawn.disclosures[0].live = false;
    withdrawn.disclosures[0].withdrawn_on = Some(july(5));
    let open = report(july(30), withdrawn.clone(), &boards(1));
    assert_eq!(
        (open.rows[0].down, open.totals.recalls_open, open.totals.late_down),
        (DownState::Recalled, 1, 0)
    );
    withdrawn.postings = vec![posting(1, july(1), Some(july(6)))];
    let confirmed = report(july(30), withdrawn.clone(), &boards(1));
    assert_eq!((confirmed.rows[0].down, confirmed.totals.recalls_open), (DownState::Recalled, 0));
    withdrawn.postings.clear();
    withdrawn.progress = Progress::Withdrawn;
    assert_eq!(report(july(30), withdrawn, &boards(1)).rows, [], "withdrawn before it ever hung");
}

#[test]
fn a_board_is_overdue_when_nobody_has_looked_for_longer_than_the_county_allows() {
    let mut boards = boards(1);
    let day = jiff::civil::date(2026, 9, 30);
    assert!(report(day, dossier(vec![]), &boards).boards[0].overdue);
    boards[0].1.inspected = Some((july(10), Condition::Good));
    assert!(!report(day, dossier(vec![]), &boards).boards[0].overdue);
    boards[0].1.retired_on = Some(july(11));
    let given_up = report(day, dossier(vec![]), &boards);
    assert_eq!((given_up.boards.len(), given_up.totals.villages_without_board), (0, 1));
}

#[test]
fn silence_differs_from_nothing_to_report() {
    let mut boards = boards(1);
    let silent = report(july(20), dossier(vec![]), &boards).silent;
    assert_eq!(
        silent.iter().map(|silent| silent.column).collect::<Vec<_>>(),
        [BoardColumn::Village]
    );
    let period = Period::parse("2026Q3").unwrap();
    boards[0].1.nothing.push(QuietColumn { column: BoardColumn::Village, period, on: july(2) });
    assert_eq!(report(july(20), dossier(vec![]), &boards).silent, []);
    boards[0].1.nothing.clear();
    assert_eq!(report(july(20), dossier(vec![posting(1, july(1), None)]), &boards).silent, []);
}

/// The same batch, paid on 20 July: its result is due on 17 August.
fn paid(postings: Vec<Posting>) -> Dossier {
    let body = Paid {
        list: "L-7K3QX2MD-1".into(),
        on: july(20),
        result_due: jiff::civil::date(2026, 8, 17),
        rules: None,
    };
    let pay_list = PayList {
        entry: hash(19),
        list: body.list.clone(),
        rows: hash(2),
        fen: Fen::ZERO,
        made_on: july(19),
    };
    let dossier = dossier(postings);
    let submission = submission(&dossier);
    let booked = Booked { entry: hash(20), body };
    let progress = Progress::Paid { submission, approval: approval(), pay_list, booked };
    Dossier { progress, ..dossier }
}

/// Handed in as it was noticed.
fn submission(dossier: &Dossier) -> Submission {
    let noticed = dossier.disclosures[0].body.clone();
    let body = Submitted {
        key: noticed.key,
        label: noticed.label,
        rows: noticed.rows,
        totals: noticed.totals,
        findings: vec![],
        reasons: None,
        entered_by: vec![],
        when: noticed.when,
        notice: None,
        steps: ReviewSteps::One,
        rules: None,
    };
    Submission { entry: hash(18), author: None, body, at: dossier.disclosures[0].at }
}

fn approval() -> Approval {
    Approval { entry: hash(30), rows: hash(2) }
}

fn with_result(mut dossier: Dossier, on: &str) -> Dossier {
    let mut result = dossier.disclosures[0].clone();
    result.body.stage = DisclosureStage::Result;
    result.body.code = Code::of(b"result");
    result.body.notice = None;
    result.at = Timestamp::parse(on).unwrap();
    dossier.disclosures.push(result);
    dossier
}

fn of_stage(report: &Coverage, stage: DisclosureStage) -> &CoverageRow {
    report.rows.iter().find(|row| row.stage == stage).unwrap()
}

#[test]
fn a_result_that_nobody_published_is_seen_from_the_payment_on_and_late_after_its_last_day() {
    let hung = || vec![posting(1, july(1), Some(july(9)))];
    let before = report(jiff::civil::date(2026, 8, 17), paid(hung()), &boards(1));
    let result = of_stage(&before, DisclosureStage::Result);
    assert_eq!(
        (&result.code, result.revision, result.required, result.posted, result.late_days),
        (&None, 1, 1, 0, 0)
    );
    assert_eq!(
        (
            before.totals.disclosures,
            before.totals.unpublished,
            before.totals.unposted,
            before.totals.late
        ),
        (1, 1, 0, 0)
    );
    let after = report(jiff::civil::date(2026, 8, 20), paid(hung()), &boards(1));
    assert_eq!((of_stage(&after, DisclosureStage::Result).late_days, after.totals.late), (3, 1));
    let still_to_pay = report(jiff::civil::date(2026, 8, 20), dossier(hung()), &boards(1));
    assert_eq!(still_to_pay.totals.unpublished, 0);
}

#[test]
fn a_result_is_late_when_it_was_published_after_its_last_day_even_without_a_board() {
    let today = jiff::civil::date(2026, 8, 30);
    let late = report(today, with_result(paid(vec![]), "2026-08-21"), &[]);
    assert_eq!(
        (of_stage(&late, DisclosureStage::Result).late_days, late.totals.unpublished),
        (4, 0)
    );
    let never_hung = report(today, with_result(paid(vec![]), "2026-08-21"), &boards(1));
    assert_eq!(
        of_stage(&never_hung, DisclosureStage::Result).late_days,
        13,
        "from its last day until today"
    );
    let in_time = report(today, with_result(paid(vec![]), "2026-08-17"), &[]);
    assert_eq!(of_stage(&in_time, DisclosureStage::Result).late_days, 0);
}

#[test]
fn a_notice_is_owed_after_the_review_and_again_after_it_was_withdrawn() {
    let mut batch = dossier(vec![]);
    batch.disclosures[0].body.when = NoticeTime::AfterReview;
    batch.disclosures[0].live = false;
    batch.disclosures[0].withdrawn_on = Some(july(5));
    let submission = submission(&batch);
    batch.progress = Progress::Submitted { submission: submission.clone() };
    let at = Timestamp::parse("2026-07-03").unwrap();
    batch.history.push(Event {
        entry: hash(30),
        kind: "approved".into(),
        author: None,
        at,
        without_effect: None,
    });
    assert_eq!(owed(&batch), None, "the review is not over");
    batch.progress = Progress::Approved { submission, approval: approval() };
    assert_eq!(
        owed(&batch),
        Some(Owed { stage: DisclosureStage::Notice, since: july(5), due: None })
    );
    batch.disclosures[0].body.when = NoticeTime::BeforeSubmission;
    batch.progress = Progress::Open;
    let row = &report(july(9), batch.clone(), &boards(2)).rows[0];
    assert_eq!(
        (row.revision, row.required, row.late_days, row.owed.map(|owed| owed.since)),
        (2, 2, 0, Some(july(5)))
    );
    batch.progress = Progress::Withdrawn;
    assert_eq!(owed(&batch), None, "it was taken back altogether");
}

#[test]
fn a_village_without_a_board_is_named() {
    assert_eq!(report(july(2), dossier(vec![]), &[]).boardless, [village()]);
    assert_eq!(report(july(2), dossier(vec![]), &boards(1)).boardless, []);
}
