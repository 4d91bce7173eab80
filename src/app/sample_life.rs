//! What happened to the invented township's disclosures by the middle of 2026, for the tests of
//! `app` and `ui`.
use super::samples::seen;
use super::views::*;
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::case::{Action, Case, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::RecallReason;
use crate::domain::dossier::coverage::{CoverageTotals, DownState};
use crate::domain::dossier::pending::Waiting;
use crate::domain::journal::{
    Answered, BoardDescribed, Investigated, NothingToReport, Raised, Subject,
};
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::period::Period;
use jiff::civil::date;

fn hash(text: &str) -> Hash {
    Hash::of("sample\n", &[text.as_bytes()])
}

fn village() -> DivisionCode {
    DivisionCode::parse("140923104201").unwrap()
}

fn board(no: u64) -> Subject {
    Subject::parse(&format!("W-7K3QX2MD-{no}")).unwrap()
}

pub(crate) fn counts() -> Waiting {
    Waiting {
        cases: 1,
        nearest: Some(date(2026, 7, 3)),
        recalls: 1,
        unposted: 1,
        boards: 1,
        ..Waiting::default()
    }
}

fn board_row(no: u64, name: &str, place: &str, kind: BoardKind) -> BoardRow {
    let columns = vec![BoardColumn::Village, BoardColumn::Finance];
    BoardRow {
        seen: SeenBoard { board: board(no), heads: vec![hash(name)] },
        village: "沱阳村".into(),
        described: BoardDescribed {
            division: village(),
            name: name.into(),
            place: place.into(),
            kind,
            columns,
            since: None,
        },
        hanging: Vec::new(),
        inspected: None,
        overdue: true,
        nothing: Vec::new(),
        retired_on: None,
    }
}

pub(crate) fn boards() -> BoardsView {
    let hanging = vec![("沱阳村 耕地地力保护补贴 2026".to_owned(), date(2026, 6, 28))];
    let nothing = vec![NothingToReport {
        column: BoardColumn::Finance,
        period: Period::parse("2026Q2").unwrap(),
        on: date(2026, 6, 30),
    }];
    let first = board_row(3, "村委会门口栏", "村委会大门东侧", BoardKind::Fixed);
    let inspected = Some((date(2026, 6, 29), Condition::Good));
    let mut columns = first.described.columns.clone();
    columns.extend([BoardColumn::Party, BoardColumn::Government]);
    let described = BoardDescribed { columns, ..first.described.clone() };
    BoardsView {
        boards: vec![
            BoardRow { hanging, inspected, nothing, overdue: false, described, ..first },
            board_row(5, "文化广场电子屏", "文化广场北", BoardKind::Screen),
            BoardRow {
                retired_on: Some(date(2026, 3, 1)),
                overdue: false,
                ..board_row(7, "旧戏台栏", "旧戏台", BoardKind::Fixed)
            },
        ],
        villages: vec![VillageRow { code: village(), name: "沱阳村".into() }],
    }
}

pub(crate) fn recalls() -> Vec<RecallRow> {
    let row = |board: &str, because| RecallRow {
        seen: seen("4"),
        posting: hash(board),
        board: board.into(),
        title: "沱阳村 耕地地力保护补贴 2026".into(),
        revision: 1,
        check_code: "7K3Q-X2MD".into(),
        since: date(2026, 7, 1),
        because,
    };
    vec![
        row("沱阳村/村委会门口栏", RecallReason::Corrected),
        row("沱阳村/文化广场电子屏", RecallReason::Withdrawn(WithdrawalReason::Privacy)),
    ]
}

fn raised(no: u32, kind: CaseKind, received_on: Date, due: Date) -> Case {
    let letters = if kind == CaseKind::Objection { "YY" } else { "CX" };
    Case {
        entry: hash(&no.to_string()),
        raised: Raised {
            case: kind,
            no: format!("140923104-2026-{letters}-{no:04}"),
            received_on,
            channel: Channel::Phone,
            about: CaseType::Area,
            code: None,
            row: Some(14),
            hold: kind == CaseKind::Objection,
            due,
            text: hash("text"),
            rules: None,
        },
        investigated: None,
        escalated: Vec::new(),
        answered: None,
        settled: false,
    }
}

fn case_row(case: Case, days_left: i32) -> CaseRow {
    CaseRow {
        seen: SeenCase { no: case.raised.no.clone(), heads: vec![hash("head")] },
        batch: Some(BatchId("4".into())),
        title: "沱阳村 耕地地力保护补贴 2026".into(),
        case,
        handed: false,
        days_left,
    }
}

fn found(outcome: Outcome) -> Investigated {
    Investigated { case: hash("case"), on: date(2026, 6, 30), outcome, facts: hash("facts") }
}

pub(crate) fn cases() -> Vec<CaseRow> {
    let open = raised(3, CaseKind::Objection, date(2026, 6, 29), date(2026, 7, 3));
    let answered = |action| {
        Some(Answered {
            case: hash("case"),
            on: date(2026, 7, 1),
            action,
            reply: hash("reply"),
            rules: None,
        })
    };
    let upheld = Case {
        investigated: Some(found(Outcome::Upheld)),
        answered: answered(Action::Correct),
        ..raised(2, CaseKind::Objection, date(2026, 6, 20), date(2026, 6, 25))
    };
    let enquiry = Case {
        answered: answered(Action::Explain),
        ..raised(1, CaseKind::Enquiry, date(2026, 5, 4), date(2026, 5, 9))
    };
    vec![case_row(enquiry, -50), case_row(upheld, -6), case_row(open, 2)]
}

/// The open objection, looked into.
pub(crate) fn case() -> CaseView {
    let case = Case {
        investigated: Some(found(Outcome::Upheld)),
        ..raised(3, CaseKind::Objection, date(2026, 6, 29), date(2026, 7, 3))
    };
    CaseView {
        row: case_row(case, 2),
        name: Secret::new("曹计明"),
        reach: Secret::new("村东头第三家"),
        text: Secret::new("我家二组那块地少登了一亩二分,去年换证的时候量过,请核实。"),
        investigators: vec![Secret::new("张建军"), Secret::new("韩来旺")],
        facts: Some(Secret::new("现场丈量四至,对照确权证,少登 1.20 亩。")),
        erased: false,
    }
}

pub(crate) fn coverage() -> CoverageView {
    let line = |village: &str, posted, late_days, down| CoverageLine {
        batch: BatchId("4".into()),
        village: village.into(),
        programme: "耕地地力保护补贴".into(),
        stage: DisclosureStage::Notice,
        revision: 1,
        required: 2,
        posted,
        late_days,
        down,
        recalls_open: 0,
        owed: false,
    };
    let totals = CoverageTotals {
        disclosures: 4,
        unpublished: 1,
        complete: 2,
        unposted: 1,
        late: 1,
        boards_overdue: 1,
        ..CoverageTotals::default()
    };
    let lines = vec![
        line("沱阳村", 2, 0, DownState::Hanging),
        line("枣林东村", 1, 3, DownState::Overdue(4)),
        line("小敦素村", 0, 0, DownState::NotPosted),
        CoverageLine { recalls_open: 1, ..line("枣林西村", 2, 0, DownState::Recalled) },
        CoverageLine {
            owed: true,
            stage: DisclosureStage::Result,
            ..line("枣林西村", 0, 6, DownState::NotPosted)
        },
    ];
    CoverageView { lines, totals, silent: 3 }
}

pub(crate) fn due() -> Vec<DueRow> {
    let row = |title: &str, kind, days_left| DueRow {
        seen: seen("6"),
        title: title.into(),
        kind,
        days_left,
    };
    vec![
        row("枣林西村 耕地地力保护补贴 2026", DueKind::Result(date(2026, 6, 29)), Some(-2)),
        row("枣林东村 耕地地力保护补贴 2025", DueKind::Lists(2), None),
        row("段村村 耕地地力保护补贴 2020", DueKind::Erase(date(2026, 6, 30)), None),
    ]
}

pub(crate) fn dossier() -> DossierView {
    let code = |text: &str| Code::of(text.as_bytes());
    let notice = NoticeView { from: date(2026, 6, 28), to: date(2026, 7, 5), days_left: 4 };
    let disclosed = |revision, live| DisclosedRow {
        stage: DisclosureStage::Notice,
        revision,
        code: code(&revision.to_string()),
        notice: Some(notice),
        on: date(2026, 6, 28),
        live,
        withdrawn: None,
        ended_on: None,
        list_until: Some(date(2026, 8, 4)),
        changed: None,
    };
    let posting = |board: &str, revision: u32, recalled| PostingRow {
        posting: hash(board),
        board: board.into(),
        check_code: code(&revision.to_string()).check_code(),
        revision,
        on: date(2026, 6, 28),
        through: Some(date(2026, 7, 5)),
        down_on: None,
        recalled,
        photos: 2,
    };
    let event = |act, author: &str| EventRow {
        at: "2026-06-28 09:12".into(),
        act,
        author: author.into(),
        without_effect: None,
    };
    DossierView {
        seen: seen("4"),
        title: "沱阳村 耕地地力保护补贴 2026".into(),
        standing: Standing::Noticed,
        next: (DisclosureStage::Notice, Some(date(2026, 7, 8))),
        disclosures: vec![
            disclosed(1, false),
            DisclosedRow {
                on: date(2026, 7, 1),
                changed: Some((1, ChangeReason::Objection)),
                ..disclosed(2, true)
            },
        ],
        postings: vec![
            posting("沱阳村/村委会门口栏", 1, true),
            posting("沱阳村/文化广场电子屏", 2, false),
        ],
        cases: cases(),
        events: vec![
            event("act-published", "李秀英"),
            event("act-raised", "李秀英"),
            EventRow {
                without_effect: Some("refused-role".into()),
                ..event("act-approved", "王建国")
            },
        ],
        boards: vec![
            BoardChoice { board: board(3), name: "沱阳村/村委会门口栏".into() },
            BoardChoice { board: board(5), name: "沱阳村/文化广场电子屏".into() },
        ],
    }
}

pub(crate) fn rules() -> RulesView {
    let row = |name: &str, headline: Sentence| RuleRow {
        name: name.into(),
        sentence: vec![
            headline.clone(),
            Sentence::plain("rule-basis").with("basis", "山西省耕地地力保护补贴年度实施方案"),
        ],
        headline,
    };
    let programme = Sentence::plain("rule-programme")
        .with("code", "P01")
        .with("name", "耕地地力保护补贴")
        .with("department", "农业农村局");
    RulesView {
        day: date(2026, 7, 1),
        rules: vec![
            row("programme:P01@2016-01-01", programme.with("unit", "亩").with("class", "S0")),
            row(
                "citation:notice@2026-01-01",
                Sentence::plain("rule-citation")
                    .with("printed", "《村民委员会组织法》")
                    .with("summary", "公开"),
            ),
        ],
    }
}
