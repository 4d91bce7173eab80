//! Golden bytes of the bodies of acts on batches, walls, cases and boards. A later version must write and
//! read the very same bytes; a difference here means a new version number, not a new golden file.

use cunbang::domain::board::{BoardColumn, BoardKind, Condition, Photo, PhotoView};
use cunbang::domain::board::{Particulars, QuietColumn};
use cunbang::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use cunbang::domain::disclosure::erasure_reason::ErasureReason;
use cunbang::domain::disclosure::revision::ChangeReason;
use cunbang::domain::disclosure::withdrawal::WithdrawalReason;
use cunbang::domain::disclosure::{Code, DisclosureStage, IssuerKind};
use cunbang::domain::journal::{
    Answered, Approved, BatchBody, BoardDescribed, BoardInspected, BoardRetired, Body,
    CrossMatchImported, DisclosureBody, DisclosureWithdrawn, Erased, Escalated, Investigated,
    ListsEnded, NothingToReport, Paid, PayListed, Posted, Published, Raised, ReviewSteps, Signed,
    Subject, Submitted, TakenBack, TakenDown, Unsubmitted, Withdrawn,
};
use cunbang::domain::people::cross_match::ListKind;
use cunbang::domain::reference::division::DivisionCode;
use cunbang::domain::reference::programme::NoticeTime;
use cunbang::domain::roll::{BatchKind, RollKey, Totals};
use cunbang::domain::values::date::Date;
use cunbang::domain::values::hash::Hash;
use cunbang::domain::values::money::Fen;
use cunbang::domain::values::period::Period;
use cunbang::domain::values::quantity::Quantity;

fn hash(n: u8) -> Hash {
    Hash::of("golden\n", &[&[n]])
}

fn day(n: i8) -> Date {
    jiff::civil::date(2026, 7, n)
}

fn batch() -> Subject {
    Subject::parse("B-7K3QX2MD-42").unwrap()
}

fn key() -> RollKey {
    let division = DivisionCode::parse("140923104204").unwrap();
    RollKey {
        kind: BatchKind::Correction(batch()),
        ..RollKey::normal("P01".into(), division, Period::parse("2026").unwrap())
    }
}

fn totals() -> Totals {
    Totals {
        lines: 2,
        households: 2,
        persons: 2,
        quantity: Quantity::parse("2.335").unwrap(),
        fen: Fen::parse("156.45").unwrap(),
    }
}

fn batch_acts() -> Vec<Body> {
    let code = Code::of(b"new");
    let former = Code::of(b"old");
    let published = Published {
        key: key(),
        label: "140923104-2026-GD-0007".into(),
        stage: DisclosureStage::Result,
        issuer: IssuerKind::VillageCommittee,
        revision: 2,
        replaces: Some(former),
        code,
        content: hash(1),
        signature: "0".into(),
        paper_names: None,
        rows: hash(2),
        notice: None,
        when: NoticeTime::AfterReview,
        totals: totals(),
        list_until: Some(day(31)),
        answers: Some(hash(3)),
        answers_too: vec![],
        changed: 1,
        changed_rows: vec![],
        change_reason: Some(ChangeReason::Objection),
        rules: Some(hash(4)),
    };
    let submitted = Submitted {
        key: RollKey { kind: BatchKind::Arrears, ..key() },
        label: "140923104-2026-GD-0007".into(),
        rows: hash(2),
        totals: totals(),
        findings: vec![],
        reasons: None,
        entered_by: vec![hash(5)],
        when: NoticeTime::None,
        notice: None,
        steps: ReviewSteps::Two,
        rules: Some(hash(4)),
    };
    vec![
        Body::from(published),
        Body::from(submitted),
        Body::from(Unsubmitted { rows: hash(2) }),
        Body::from(Approved { rows: hash(2), rules: Some(hash(4)) }),
        Body::from(Signed { rows: hash(2), rules: Some(hash(4)) }),
        Body::from(Withdrawn { reason: hash(6), class: WithdrawalReason::Ordered, lists: vec![] }),
        Body::from(Paid {
            list: "L-7K3QX2MD-9".into(),
            on: day(9),
            result_due: day(31),
            rules: None,
        }),
    ]
}

fn photos() -> Vec<Photo> {
    vec![
        Photo { content: hash(7), view: PhotoView::Near },
        Photo { content: hash(8), view: PhotoView::Far },
    ]
}

fn wall_acts() -> Vec<Body> {
    let board = Subject::parse("W-7K3QX2MD-3").unwrap();
    let lists = vec![TakenBack { code: Code::of(b"new"), remains: hash(9) }];
    vec![
        Body::from(Posted {
            board,
            code: Code::of(b"new"),
            on: day(1),
            through: Some(day(8)),
            photos: photos(),
            rules: None,
        }),
        Body::from(TakenDown { posting: hash(10), on: day(9), photos: photos() }),
        Body::from(DisclosureWithdrawn {
            lists: lists.clone(),
            class: WithdrawalReason::Privacy,
            reason: hash(6),
            on: day(5),
        }),
        Body::from(ListsEnded { lists, on: day(31) }),
        Body::from(Erased {
            blobs: vec![hash(1), hash(2)],
            reason: ErasureReason::Retention,
            on: day(31),
            rules: None,
        }),
    ]
}

fn case_acts() -> Vec<Body> {
    let raised = Raised {
        case: CaseKind::Objection,
        no: "140923104-2026-YY-0003".into(),
        received_on: day(2),
        channel: Channel::InPerson,
        about: CaseType::NotEligible,
        code: Some(Code::of(b"new")),
        row: Some(14),
        hold: true,
        due: day(16),
        text: hash(11),
        rules: None,
    };
    vec![
        Body::from(raised),
        Body::from(Investigated {
            case: hash(12),
            on: day(3),
            outcome: Outcome::NotUpheld,
            facts: hash(13),
        }),
        Body::from(Answered {
            case: hash(12),
            on: day(4),
            action: Action::CorrectionBatch,
            reply: hash(14),
            rules: None,
        }),
        Body::from(Escalated {
            case: hash(12),
            on: day(3),
            to: "代县农业农村局".into(),
            due: day(17),
        }),
    ]
}

fn board_acts() -> Vec<Body> {
    let described = Particulars {
        division: key().division,
        name: "村委会门口栏".into(),
        place: "村委会院墙".into(),
        kind: BoardKind::QueryPoint,
        columns: vec![BoardColumn::Village, BoardColumn::Finance],
        since: None,
    };
    let list = CrossMatchImported {
        list: ListKind::PublicStaff,
        programme: Some("P18".into()),
        content: hash(15),
        count: 3,
        as_of: day(1),
    };
    vec![
        Body::from(BoardDescribed(described)),
        Body::from(BoardInspected {
            on: day(2),
            condition: Condition::Unreadable,
            photos: photos(),
        }),
        Body::from(NothingToReport(QuietColumn {
            column: BoardColumn::Party,
            period: Period::parse("2026Q3").unwrap(),
            on: day(2),
        })),
        Body::from(BoardRetired { on: day(30) }),
        Body::from(list),
    ]
}

/// What was added later: optional, so that nothing above differs by a byte.
fn later_fields() -> Vec<Body> {
    let mut acts = Vec::new();
    for body in batch_acts() {
        if let Body::Disclosure(DisclosureBody::Published(body)) = body {
            acts.push(Body::from(Published {
                answers_too: vec![hash(16), hash(17)],
                changed_rows: vec![2, 14],
                ..body
            }));
        } else if let Body::Batch(BatchBody::Withdrawn(body)) = body {
            acts.push(Body::from(Withdrawn {
                lists: vec![TakenBack { code: Code::of(b"new"), remains: hash(9) }],
                ..body
            }));
        }
    }
    acts
}

/// Kinds with what was added to them later; without it they are written as before.
fn with_more() -> Vec<Body> {
    let described = Particulars {
        division: key().division,
        name: "村委会门口栏".into(),
        place: "村委会院墙".into(),
        kind: BoardKind::Fixed,
        columns: vec![BoardColumn::Village],
        since: Some(day(1)),
    };
    let rules = Some(hash(4));
    let list = "L-7K3QX2MD-9".to_owned();
    let board = Subject::parse("W-7K3QX2MD-3").unwrap();
    let raised = Raised {
        case: CaseKind::Enquiry,
        no: "140923104-2026-CX-0001".into(),
        received_on: day(2),
        channel: Channel::Phone,
        about: CaseType::Standard,
        code: None,
        row: None,
        hold: false,
        due: day(16),
        text: hash(11),
        rules,
    };
    vec![
        Body::from(BoardDescribed(described)),
        Body::from(PayListed {
            list: list.clone(),
            rows: hash(2),
            lines: 2,
            fen: totals().fen,
            made_on: day(9),
            rules: None,
        }),
        Body::from(PayListed {
            list: list.clone(),
            rows: hash(2),
            lines: 2,
            fen: totals().fen,
            made_on: day(9),
            rules,
        }),
        Body::from(Paid { list, on: day(9), result_due: day(31), rules }),
        Body::from(Posted {
            board,
            code: Code::of(b"new"),
            on: day(1),
            through: Some(day(8)),
            photos: vec![],
            rules,
        }),
        Body::from(Erased {
            blobs: vec![hash(1)],
            reason: ErasureReason::Retention,
            on: day(31),
            rules,
        }),
        Body::from(raised),
        Body::from(Answered {
            case: hash(12),
            on: day(4),
            action: Action::Explain,
            reply: hash(14),
            rules,
        }),
    ]
}

fn golden(acts: Vec<Body>, file: &str) {
    let line = |body: &Body| {
        format!("{} {}\n", body.kind(), String::from_utf8(body.to_bytes().unwrap()).unwrap())
    };
    let written = acts.iter().map(line).collect::<Vec<_>>().concat();
    let golden = std::fs::read_to_string(file).unwrap_or_default();
    assert!(written == golden, "{file} differs; written now:\n{written}");
    for (line, body) in golden.lines().zip(acts) {
        let (kind, json) = line.split_once(' ').unwrap();
        assert_eq!(Body::from_bytes(kind, json.as_bytes()).unwrap(), body, "{kind}");
    }
}

#[test]
fn every_act_in_the_life_of_a_disclosure_has_its_golden_bytes() {
    golden(
        [batch_acts(), wall_acts(), case_acts(), board_acts()].concat(),
        "tests/golden/bodies.txt",
    );
    golden([later_fields(), with_more()].concat(), "tests/golden/bodies-later.txt");
}

#[test]
fn the_body_of_an_act_holds_no_words_of_a_person() {
    let acts: Vec<Body> = [batch_acts(), wall_acts(), case_acts()].concat();
    let told = acts
        .iter()
        .map(|body| String::from_utf8(body.to_bytes().unwrap()).unwrap())
        .collect::<String>();
    let chinese: String = told.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    assert_eq!(chinese, "代县农业农村局", "only the office that a case was sent on to");
}

#[test]
fn a_body_of_an_unknown_kind_is_not_written_as_an_empty_one() {
    assert!(Body::Unknown.to_bytes().is_err());
}
