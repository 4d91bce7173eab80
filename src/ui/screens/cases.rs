//! 异议查询: one line a case; nobody is named here.
use super::super::layout::Body;
use super::super::sections;
use super::super::sheet::{Column, Sheet};
use crate::app::screens::Cases;
use crate::app::section::Section;
use crate::app::views::CaseRow;
use crate::domain::case::Case;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Cases) {
    let body = sections::draw(pen, body, Section::Cases);
    let wide = body.main.width >= 76;
    let row = if wide { Column::Number(4) } else { Column::Gone };
    let sheet = Sheet::new(
        vec![
            Column::Words(12),
            Column::Words(if wide { 15 } else { 9 }),
            Column::Rest,
            row,
            Column::Words(10),
            Column::Words(9),
        ],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        &pen.word("app-column-case"),
        &pen.word("app-column-case-type"),
        &pen.word("app-column-programme"),
        &pen.word("app-column-row"),
        &pen.word("app-column-standing"),
        &pen.word("app-column-due"),
    ]);
    sections::list(pen, body, &head, &screen.list, "app-cases-none", |pen, row| {
        line(pen, &sheet, row)
    });
    let rows = screen.list.rows();
    let open = rows.iter().filter(|row| row.case.is_open());
    let sums = Sentence::plain("app-sums-cases")
        .with("cases", rows.len())
        .with("open", open.clone().count())
        .with("overdue", open.filter(|row| row.days_left < 0).count());
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
}

/// `2026-YY-0003`: the office in front is the same for all.
pub fn short(no: &str) -> &str {
    no.split_once('-').map_or(no, |(_, rest)| rest)
}

/// How far a case has come.
pub fn standing(case: &Case) -> &'static str {
    match (&case.answered, &case.investigated) {
        (Some(_), _) if case.owes() => "app-case-owes",
        (Some(_), _) => "app-case-answered",
        (None, Some(_)) => "app-case-investigated",
        (None, None) if !case.escalated.is_empty() => "app-case-escalated",
        (None, None) => "app-case-open",
    }
}

/// Days until the answer is due, or how long it is overdue.
pub fn due(pen: &Canvas, row: &CaseRow) -> String {
    if !row.case.is_open() {
        return "-".to_owned();
    }
    let (key, days) = match row.days_left {
        0 => ("app-due-today", 0),
        left if left > 0 => ("app-due-left", left),
        over => ("app-due-over", -over),
    };
    pen.say(&Sentence::plain(key).with("days", days))
}

fn line(pen: &Canvas, sheet: &Sheet, row: &CaseRow) -> (String, Style) {
    let raised = &row.case.raised;
    let about = format!("{} {}", pen.word(raised.case.key()), pen.word(raised.about.key()));
    let no = raised.row.map(|row| row.to_string()).unwrap_or_default();
    let title = if row.title.is_empty() { "-" } else { &row.title };
    let text = sheet.line([
        short(&raised.no),
        &about,
        title,
        &no,
        &pen.word(standing(&row.case)),
        &due(pen, row),
    ]);
    let style = match (row.case.is_open(), row.days_left < 0, row.case.owes()) {
        (true, true, _) | (_, _, true) => pen.theme.block,
        (true, false, _) => pen.theme.explain,
        (false, _, false) => pen.theme.text,
    };
    (text, style)
}
