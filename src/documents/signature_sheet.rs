//! 农户签字表: a roll's lines with a field to sign or press a thumb into, carried from door to
//! door.
//!
//! Full names; deliberately no ID, card or phone number and no address, though the lines hold them.
use super::error::DocumentError;
use super::flow::{self, BASE, Flow, Item, LEADING};
use super::fonts::Letters;
use super::page::{Layout, Page, Paper, Part, Role, Text, mm};
use super::table::{Align, Column, Table};
use super::text::Style;
use super::{pdf, scan};
use crate::domain::reference::programme::Programme;
use crate::domain::roll::{Line, Totals};
use crate::domain::values::date::{Date, in_chinese};
use crate::domain::values::period::Period;

/// What a signature sheet shows.
#[derive(Debug, Clone, Copy)]
pub struct SignatureSheet<'a> {
    /// The lines in the order of the roll.
    pub lines: &'a [Line],
    /// Of the roll; gives name and unit.
    pub programme: &'a Programme,
    /// Of the roll.
    pub period: Period,
    /// Township and village, `枣林镇段村`.
    pub place: &'a str,
    /// The office's running number, or the draft's name.
    pub label: &'a str,
    /// The day printed at the head.
    pub dated: Date,
    /// 练习 across every sheet.
    pub practice: bool,
}

const TITLE_SIZES: [f32; 4] = [20.0, 18.0, 16.0, 14.0];
const PROMISE: &str = "以下数量和金额经本人核对无误，签字（按手印）确认。";
const SIGNERS: [&str; 3] = ["经办人：", "审核人：", "村委会负责人（盖章）："];
const SMALL: Style = Style::body(11.0);

/// The sheet as PDF bytes, scanned for numbers of persons. The same sheet gives the same bytes.
///
/// # Errors
/// [`DocumentError::MissingGlyph`]; [`DocumentError::Leak`] if a name or group holds a number of a
/// person.
pub fn signature_sheet(sheet: &SignatureSheet<'_>) -> Result<Vec<u8>, DocumentError> {
    let title =
        format!("{}{}\n{}农户签字表", sheet.place, sheet.period.in_chinese(), sheet.programme.name);
    let number = Item {
        label: "编号",
        text: format!("{}　制表日期 {}", sheet.label, in_chinese(sheet.dated)),
    };
    let table = table(sheet);
    let words = [title.as_str(), number.label, &number.text, PROMISE, "练习", flow::FEET];
    let words = words.into_iter().chain(SIGNERS).map(|text| (None, text));
    let letters = Letters::of(words.chain(table.texts()))?;
    let layout = Layout {
        title: title.replace('\n', ""),
        author: sheet.place.to_owned(),
        dated: sheet.dated,
        paper: Paper::A4,
        watermark: sheet.practice.then_some("练习"),
        pages: Vec::new(),
        parts: Vec::new(),
    };
    let head = |letters: &Letters, page: &mut Page, paper: Paper| {
        repeated_head(&title, letters, page, paper)
    };
    let mut flow = Flow::new(&letters, layout, &head);
    flow.title(&title, &TITLE_SIZES);
    flow.y += 4.0;
    flow.item(&number, 11.0, flow.layout.paper.inner());
    let role = flow.layout.part(Part::Paragraph);
    flow.line((flow.layout.paper.left(), flow.y), PROMISE, SMALL, role);
    flow.y += LEADING * SMALL.size + 4.0;
    table.draw(&mut flow);
    signers(&mut flow);
    flow.feet(sheet.label, "");
    let bytes = pdf::write(&flow.layout, &letters)?;
    scan::check_pdf(&bytes, &[])?;
    Ok(bytes)
}

fn repeated_head(title: &str, letters: &Letters, page: &mut Page, paper: Paper) -> f32 {
    let (lines, style) =
        flow::title_lines(letters, title, &[14.0, 13.0, 12.0, 11.0], paper.inner());
    let mut y = paper.margin;
    for text in lines {
        page.texts.push(Text {
            x: paper.left(),
            y: y + BASE * style.size,
            text,
            style,
            role: Role::Furniture,
        });
        y += LEADING * style.size;
    }
    y + 4.0
}

fn table(sheet: &SignatureSheet<'_>) -> Table {
    let unit = &sheet.programme.unit;
    let column =
        |head: &str, align, longest, least| Column { head: head.to_owned(), align, longest, least };
    let has_groups = sheet.lines.iter().any(|line| !line.group.is_empty());
    let mut columns = vec![
        column("序号", Align::Centre, None, 2.0),
        column("户主", Align::Centre, Some(7.0), 3.0),
    ];
    columns.extend(has_groups.then(|| column("组别", Align::Centre, Some(5.0), 2.0)));
    columns.push(column(&format!("数量\n（{unit}）"), Align::Right, None, 0.0));
    columns.push(column(&format!("标准\n（元/{unit}）"), Align::Right, None, 0.0));
    columns.push(column("金额\n（元）", Align::Right, None, 0.0));
    columns.push(column("签字\n（按手印）", Align::Centre, None, 8.0));
    let row = |line: &Line| {
        let mut cells = vec![line.no.to_string(), line.householder.name.clone()];
        cells.extend(has_groups.then(|| line.group.clone()));
        cells.push(line.quantity.map(|quantity| quantity.to_string()).unwrap_or_default());
        cells.push(line.rate.map(|rate| rate.to_string()).unwrap_or_default());
        cells.extend([line.amount.grouped(), String::new()]);
        cells
    };
    Table {
        columns,
        rows: sheet.lines.iter().map(row).collect(),
        numbers: sheet.lines.iter().map(|line| line.no).collect(),
        foot: Some(foot(sheet.lines, has_groups)),
        row_height: mm(11.0),
    }
}

fn foot(lines: &[Line], has_groups: bool) -> Vec<String> {
    let totals = Totals::of(lines);
    let mut cells = vec!["合计".to_owned(), format!("{}笔", totals.lines)];
    cells.extend(has_groups.then(String::new));
    cells.extend([totals.quantity.to_string(), String::new(), totals.fen.grouped(), String::new()]);
    cells
}

fn signers(flow: &mut Flow<'_>) {
    flow.need(mm(24.0));
    flow.y += mm(8.0);
    let third = flow.layout.paper.inner() / 3.0;
    let mut x = flow.layout.paper.left();
    for signer in SIGNERS {
        let role = flow.layout.part(Part::Paragraph);
        flow.line((x, flow.y), signer, SMALL, role);
        x += third;
    }
}
