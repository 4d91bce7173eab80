//! Boards of the invented township, and what hangs on them.
use super::{hash, seen};
use crate::app::views::{
    BatchId, BoardRow, BoardsView, CoverageLine, CoverageView, RecallRow, SeenBoard, VillageRow,
};
use crate::domain::board::{BoardColumn, BoardKind, Condition};
use crate::domain::board::{Particulars, QuietColumn};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::dossier::coverage::{CoverageTotals, DownState};
use crate::domain::dossier::{RecallReason, Refusal};
use crate::domain::journal::Subject;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::period::Period;
use crate::office::{ActName, Possibilities, Possible};
use jiff::civil::date;

const ACTS: [ActName; 4] =
    [ActName::ChangeBoard, ActName::InspectBoard, ActName::ReportNothing, ActName::RetireBoard];

fn village() -> DivisionCode {
    DivisionCode::parse("140923104201").unwrap()
}

fn board(no: u64) -> Subject {
    Subject::parse(&format!("W-7K3QX2MD-{no}")).unwrap()
}

fn board_row(no: u64, name: &str, place: &str, kind: BoardKind) -> BoardRow {
    let columns = vec![BoardColumn::Village, BoardColumn::Finance];
    BoardRow {
        seen: SeenBoard { board: board(no), heads: vec![hash(name)] },
        village: "沱阳村".into(),
        described: Particulars {
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
        possible: Possibilities::yes(&ACTS),
    }
}

pub(crate) fn boards() -> BoardsView {
    let hanging = vec![("沱阳村 耕地地力保护补贴 2026".to_owned(), date(2026, 6, 28))];
    let nothing = vec![QuietColumn {
        column: BoardColumn::Finance,
        period: Period::parse("2026Q2").unwrap(),
        on: date(2026, 6, 30),
    }];
    let first = board_row(3, "村委会门口栏", "村委会大门东侧", BoardKind::Fixed);
    let inspected = Some((date(2026, 6, 29), Condition::Good));
    let mut columns = first.described.columns.clone();
    columns.extend([BoardColumn::Party, BoardColumn::Government]);
    let described = Particulars { columns, ..first.described.clone() };
    BoardsView {
        boards: vec![
            BoardRow { hanging, inspected, nothing, overdue: false, described, ..first },
            board_row(5, "文化广场电子屏", "文化广场北", BoardKind::Screen),
            BoardRow {
                retired_on: Some(date(2026, 3, 1)),
                possible: ACTS
                    .into_iter()
                    .map(|act| (act, Possible::No(Refusal::BoardRetired)))
                    .collect(),
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
        possible: Possibilities::yes(&[ActName::TakeDown]),
    };
    vec![
        row("沱阳村/村委会门口栏", RecallReason::Corrected),
        row("沱阳村/文化广场电子屏", RecallReason::Withdrawn(WithdrawalReason::Privacy)),
    ]
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
