//! 张贴情况表: which village has posted which disclosure on how many boards, or owes it; and what
//! is amiss with the boards themselves. As printed tables and as sheets.
//!
//! Not here: which village had to post what by which day (see `domain::dossier::coverage`).
use super::composition::{Block, Composition};
use super::coverage_boards::{self, BoardFinding};
use super::error::DocumentError;
use super::page::Paper;
use super::sheets::{self, About, Cell, CellFormat, Sheet, SheetError, workbook};
use super::table::{Align, Column, Table};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::coverage::{DownState, Owed};
use crate::domain::values::date::{Date, in_chinese};
use std::io::Write;

/// The report of one office on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageReport {
    /// Township or county, `代县枣林镇`.
    pub place: String,
    /// Who made it.
    pub issuer: String,
    /// It shows the state on this day.
    pub on: Date,
    /// One line for each disclosure that has to hang or hung, or is owed.
    pub lines: Vec<CoverageLine>,
    /// What is amiss with boards and columns.
    pub boards: Vec<BoardFinding>,
    /// 练习 across every sheet.
    pub practice: bool,
}

/// One disclosure of one village, or the lack of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageLine {
    /// Village.
    pub village: String,
    /// The office's running number; empty for a village that has published nothing.
    pub label: String,
    /// Programme.
    pub programme: String,
    /// Notice or result.
    pub stage: DisclosureStage,
    /// 核对码; empty if nothing is published.
    pub check_code: String,
    /// Boards on which it has to hang.
    pub required: u32,
    /// Boards on which it hangs or hung.
    pub posted: u32,
    /// The day on which the last of them was posted.
    pub posted_on: Option<Date>,
    /// Days after the day on which it had to hang or to be public; 0 = in time.
    pub late_days: u32,
    /// The day on which it came down.
    pub down_on: Option<Date>,
    /// Was that in time?
    pub down: DownState,
    /// Boards whose recall nobody has confirmed.
    pub recalls_open: u32,
    /// What is owed, where it is not published at all.
    pub owed: Option<Owed>,
    /// What else is to be said.
    pub remark: String,
}

impl CoverageLine {
    /// Owed, and its last day is still to come.
    fn is_pending(&self) -> bool {
        self.late_days == 0 && self.owed.is_some_and(|owed| owed.due.is_some())
    }
}

/// The sheet's columns.
const COLUMNS: [sheets::Column; 14] = [
    sheets::Column::new("序号", CellFormat::Count, 6),
    sheets::Column::new("村", CellFormat::Text, 14),
    sheets::Column::new("补贴项目", CellFormat::Text, 26),
    sheets::Column::new("公示编号", CellFormat::Text, 26),
    sheets::Column::new("阶段", CellFormat::Text, 10),
    sheets::Column::new("核对码", CellFormat::Text, 12),
    sheets::Column::new("应贴(处)", CellFormat::Count, 9),
    sheets::Column::new("已贴(处)", CellFormat::Count, 9),
    sheets::Column::new("张贴日期", CellFormat::Date, 12),
    sheets::Column::new("迟贴(天)", CellFormat::Count, 9),
    sheets::Column::new("撤下日期", CellFormat::Date, 12),
    sheets::Column::new("撤下情况", CellFormat::Text, 14),
    sheets::Column::new("待撤回(处)", CellFormat::Count, 11),
    sheets::Column::new("备注", CellFormat::Text, 24),
];

/// The same columns on paper: alignment, longest and least width in em.
const ON_PAPER: [(Align, Option<f32>, f32); 14] = [
    (Align::Centre, None, 0.0),
    (Align::Left, Some(5.0), 3.0),
    (Align::Left, Some(8.0), 4.0),
    (Align::Left, None, 0.0),
    (Align::Centre, Some(2.0), 2.0),
    (Align::Centre, None, 0.0),
    (Align::Right, None, 0.0),
    (Align::Right, None, 0.0),
    (Align::Centre, None, 0.0),
    (Align::Right, None, 0.0),
    (Align::Centre, None, 0.0),
    (Align::Centre, Some(4.0), 2.0),
    (Align::Right, None, 0.0),
    (Align::Left, Some(6.0), 3.0),
];

/// The report as PDF bytes. The same report gives the same bytes.
///
/// # Errors
/// [`DocumentError::MissingGlyph`], [`DocumentError::Leak`].
pub fn coverage_report(report: &CoverageReport) -> Result<Vec<u8>, DocumentError> {
    let title = title(report);
    let mut blocks = vec![
        Block::Title(title.clone()),
        Block::Number(format!("统计日期：{}", in_chinese(report.on))),
        Block::Paragraph(summary(report)),
    ];
    if !report.lines.is_empty() {
        blocks.push(Block::Table(table(report)));
    }
    if !report.boards.is_empty() {
        blocks.push(Block::Section("公开栏".to_owned()));
        blocks.push(Block::Table(coverage_boards::table(&report.boards)));
    }
    blocks.push(Block::Signed(vec![format!("{}（盖章）", report.issuer), in_chinese(report.on)]));
    let composition = Composition {
        running: title.clone(),
        number: &title,
        author: &report.issuer,
        dated: report.on,
        practice: report.practice,
        paper: Paper::A4_LANDSCAPE,
        size: 12.0,
        blocks,
        title: title.clone(),
    };
    composition.print(&[])
}

/// The report as a workbook: the disclosures, and what is amiss with the boards. The same report
/// gives the same bytes.
///
/// # Errors
/// [`SheetError`].
pub fn coverage_workbook<W: Write + Send>(
    report: &CoverageReport,
    out: W,
) -> Result<(), SheetError> {
    let title = title(report);
    let sheet = Sheet {
        name: "张贴情况",
        headings: vec![
            title.clone(),
            format!("统计日期：{}", in_chinese(report.on)),
            summary(report),
        ],
        columns: &COLUMNS,
        rows: Box::new((1..).zip(&report.lines).map(|(no, line)| row(no, line))),
        totals: vec![total(report)],
        footings: vec![format!("制表：{}", report.issuer)],
    };
    let boards = coverage_boards::sheet(format!("{}公开栏情况", report.place), &report.boards);
    workbook(
        vec![sheet, boards],
        &About { title, made_on: report.on, practice: report.practice },
        out,
    )
}

fn title(report: &CoverageReport) -> String {
    format!("{}公示张贴情况表", report.place)
}

/// What a reader has to see first. "All in time" is said only if something had to hang and every
/// village has a board.
fn summary(report: &CoverageReport) -> String {
    let pending = report.lines.iter().filter(|line| line.is_pending()).count();
    let had_to_hang = report.lines.len() - pending;
    let mut told = faults(report);
    told.extend(coverage_boards::boardless(&report.boards));
    let posted = match (had_to_hang, told.is_empty()) {
        (0, true) => "没有应张贴的公示。".to_owned(),
        (0, false) => format!("没有应张贴的公示：{}。", told.join("，")),
        (count, true) => format!("应张贴公示{count}件：全部按时张贴、按时撤下。"),
        (count, false) => format!("应张贴公示{count}件：{}。", told.join("，")),
    };
    let pending = if pending > 0 {
        format!("另有{pending}件结果尚在公开期限内。")
    } else {
        String::new()
    };
    format!("{posted}{pending}{}", coverage_boards::summary(&report.boards))
}

/// What is wrong with the disclosures, each with its count.
fn faults(report: &CoverageReport) -> Vec<String> {
    let count = |is: fn(&CoverageLine) -> bool| report.lines.iter().filter(|line| is(line)).count();
    let faults = [
        (count(|line| line.owed.is_some() && !line.is_pending()), "未公开"),
        (
            count(|line| line.owed.is_none() && (line.posted == 0 || line.posted < line.required)),
            "未贴全",
        ),
        (count(|line| line.late_days > 0), "迟贴"),
        (count(|line| matches!(line.down, DownState::Early(_))), "提前撤下"),
        (
            count(|line| matches!(line.down, DownState::Late(_) | DownState::Overdue(_))),
            "逾期撤下或未撤",
        ),
        (count(|line| line.recalls_open > 0), "撤回未确认"),
    ];
    faults
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, fault)| format!("{fault}{count}件"))
        .collect()
}

fn row(no: u32, line: &CoverageLine) -> Vec<Cell<'_>> {
    let stage = match line.stage {
        DisclosureStage::Notice => "公示",
        DisclosureStage::Result => "结果",
    };
    vec![
        Cell::Count(no),
        Cell::text(&line.village),
        Cell::text(&line.programme),
        Cell::text(&line.label),
        Cell::text(stage),
        Cell::text(&line.check_code),
        Cell::Count(line.required),
        Cell::Count(line.posted),
        line.posted_on.map_or(Cell::Empty, Cell::Date),
        above_zero(line.late_days),
        line.down_on.map_or(Cell::Empty, Cell::Date),
        Cell::text(if line.owed.is_some() { "未公开".to_owned() } else { down(line.down) }),
        above_zero(line.recalls_open),
        Cell::text(&line.remark),
    ]
}

/// Zeros are left blank, so that what is wrong stands out.
const fn above_zero<'a>(count: u32) -> Cell<'a> {
    if count == 0 { Cell::Empty } else { Cell::Count(count) }
}

fn down(state: DownState) -> String {
    match state {
        DownState::NotPosted => "未张贴".to_owned(),
        DownState::Hanging => "在贴".to_owned(),
        DownState::InTime => "按时".to_owned(),
        DownState::Early(days) => format!("提前{days}天"),
        DownState::Late(days) => format!("迟{days}天"),
        DownState::Overdue(days) => format!("应撤未撤{days}天"),
        DownState::Recalled => "撤回".to_owned(),
    }
}

fn total(report: &CoverageReport) -> Vec<Cell<'_>> {
    let sum = |of: fn(&CoverageLine) -> u32| Cell::Count(report.lines.iter().map(of).sum());
    let mut cells =
        vec![Cell::text("合计"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];
    cells.extend([
        sum(|line| line.required),
        sum(|line| line.posted),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]);
    cells.extend([sum(|line| line.recalls_open), Cell::Empty]);
    cells
}

/// The sheet's cells as they are printed.
fn table(report: &CoverageReport) -> Table {
    let printed = |cells: Vec<Cell<'_>>| {
        cells.iter().map(|cell| cell.plain().into_owned()).collect::<Vec<String>>()
    };
    let columns = COLUMNS.iter().zip(ON_PAPER).map(|(column, (align, longest, least))| {
        let head = column.title.replace('(', "\n（").replace(')', "）");
        Column { head, align, longest, least }
    });
    Table {
        columns: columns.collect(),
        rows: (1..).zip(&report.lines).map(|(no, line)| printed(row(no, line))).collect(),
        numbers: (1..).take(report.lines.len()).collect(),
        foot: Some(printed(total(report))),
        row_height: 18.0,
    }
}
