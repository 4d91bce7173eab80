//! The boards' part of the 张贴情况表: not inspected in time, villages without any, columns in
//! which nothing was said.
//!
//! Not here: when a board is overdue and a column silent (see `domain::dossier::coverage`).
use super::sheets::{self, Cell, CellFormat, Sheet};
use super::table::{Align, Column, Table};
use crate::domain::board::BoardColumn;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;

/// Something amiss in one village.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardFinding {
    /// Village.
    pub village: String,
    /// What.
    pub what: BoardFault,
}

/// What may be amiss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardFault {
    /// 逾期未巡查
    NotInspected {
        /// E.g. `村委会门口栏`.
        board: String,
        /// The last inspection; `None` = nobody has ever looked.
        last: Option<Date>,
    },
    /// 没有公开栏
    NoBoard,
    /// 本期没有任何公开: neither a posting nor 本期无事项.
    Silent {
        /// The column.
        column: BoardColumn,
        /// The quarter.
        period: Period,
    },
}

/// The sheet's columns.
const COLUMNS: [sheets::Column; 5] = [
    sheets::Column::new("序号", CellFormat::Count, 6),
    sheets::Column::new("村", CellFormat::Text, 14),
    sheets::Column::new("公开栏或栏目", CellFormat::Text, 26),
    sheets::Column::new("情况", CellFormat::Text, 44),
    sheets::Column::new("上次巡查", CellFormat::Date, 12),
];

/// The same columns on paper: alignment, longest and least width in em.
const ON_PAPER: [(Align, Option<f32>, f32); 5] = [
    (Align::Centre, None, 0.0),
    (Align::Left, Some(8.0), 6.0),
    (Align::Left, Some(12.0), 8.0),
    (Align::Left, Some(24.0), 16.0),
    (Align::Centre, None, 0.0),
];

/// As a sheet of the workbook; empty where nothing is amiss.
pub(super) fn sheet(title: String, findings: &[BoardFinding]) -> Sheet<'_> {
    Sheet {
        name: "公开栏",
        headings: vec![title],
        columns: &COLUMNS,
        rows: Box::new((1..).zip(findings).map(|(no, finding)| row(no, finding))),
        totals: Vec::new(),
        footings: Vec::new(),
    }
}

/// As a printed table.
pub(super) fn table(findings: &[BoardFinding]) -> Table {
    let printed = |cells: Vec<Cell<'_>>| {
        cells.iter().map(|cell| cell.plain().into_owned()).collect::<Vec<String>>()
    };
    let columns = COLUMNS.iter().zip(ON_PAPER).map(|(column, (align, longest, least))| {
        let head = column.title.to_owned();
        Column { head, align, longest, least }
    });
    Table {
        columns: columns.collect(),
        rows: (1..).zip(findings).map(|(no, finding)| printed(row(no, finding))).collect(),
        numbers: (1..).take(findings.len()).collect(),
        foot: None,
        row_height: 18.0,
    }
}

/// `没有公开栏的村3个`; where nothing can hang, nothing is in time.
pub(super) fn boardless(findings: &[BoardFinding]) -> Option<String> {
    match findings.iter().filter(|finding| finding.what == BoardFault::NoBoard).count() {
        0 => None,
        villages => Some(format!("没有公开栏的村{villages}个")),
    }
}

/// The sentence about boards and columns; empty where all are cared for.
pub(super) fn summary(findings: &[BoardFinding]) -> String {
    let count =
        |is: fn(&BoardFault) -> bool| findings.iter().filter(|finding| is(&finding.what)).count();
    let boards = count(|what| matches!(what, BoardFault::NotInspected { .. }));
    let columns = count(|what| matches!(what, BoardFault::Silent { .. }));
    let told = [(boards, "逾期未巡查的公开栏", "处"), (columns, "本季没有任何公开的栏目", "个")];
    let told: Vec<String> = told
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, what, unit)| format!("{what}{count}{unit}"))
        .collect();
    if told.is_empty() { String::new() } else { format!("{}。", told.join("，")) }
}

fn row(no: u32, finding: &BoardFinding) -> Vec<Cell<'_>> {
    let (place, what, last) = match &finding.what {
        BoardFault::NotInspected { board, last: Some(last) } => {
            (board.clone(), "逾期未巡查".to_owned(), Some(*last))
        }
        BoardFault::NotInspected { board, last: None } => {
            (board.clone(), "启用后从未巡查".to_owned(), None)
        }
        BoardFault::NoBoard => (String::new(), "没有公开栏".to_owned(), None),
        BoardFault::Silent { column, period } => (
            format!("{}栏目", named(*column)),
            format!("{}没有公开，也没有登记本期无事项", period.in_chinese()),
            None,
        ),
    };
    vec![
        Cell::Count(no),
        Cell::text(&finding.village),
        Cell::text(place),
        Cell::text(what),
        last.map_or(Cell::Empty, Cell::Date),
    ]
}

const fn named(column: BoardColumn) -> &'static str {
    match column {
        BoardColumn::Party => "党务",
        BoardColumn::Government => "政务",
        BoardColumn::Village => "村务",
        BoardColumn::Finance => "财务",
    }
}
