//! 到期办理: results, lists and rows that have come to their day.
use super::super::layout::Body;
use super::super::sections;
use super::super::sheet::{Column, Sheet};
use crate::app::screens::DueList;
use crate::app::section::Section;
use crate::app::views::{DueKind, DueRow};
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &DueList) {
    let body = sections::draw(pen, body, Section::Due);
    let sheet = Sheet::new(
        vec![Column::Words(12), Column::Rest, Column::Words(24)],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        &pen.word("app-column-matter"),
        &pen.word("app-column-programme"),
        &pen.word("app-column-due"),
    ]);
    sections::list(pen, body, &head, &screen.list, "app-due-none", |pen, row| {
        line(pen, &sheet, row)
    });
    let rows = screen.list.rows();
    let count = |is: fn(&DueKind) -> bool| rows.iter().filter(|row| is(&row.kind)).count();
    let sums = Sentence::plain("app-sums-due")
        .with("results", count(|kind| matches!(kind, DueKind::Result(_))))
        .with("lists", count(|kind| matches!(kind, DueKind::Lists(_))))
        .with("erasures", count(|kind| matches!(kind, DueKind::Erase(_))));
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
}

fn line(pen: &Canvas, sheet: &Sheet, row: &DueRow) -> (String, Style) {
    let (word, when) = match row.kind {
        DueKind::Result(day) => {
            ("app-due-result", format!("{day} {}", days(pen, row.days_left.unwrap_or(0))))
        }
        DueKind::Lists(count) => {
            ("app-due-lists", pen.say(&Sentence::plain("app-due-lists-count").with("count", count)))
        }
        DueKind::Erase(until) => {
            ("app-due-erase", pen.say(&Sentence::plain("app-due-kept-until").with("until", until)))
        }
    };
    let style =
        if row.days_left.is_some_and(|days| days < 0) { pen.theme.block } else { pen.theme.text };
    (sheet.line([&pen.word(word), &row.title, &when]), style)
}

fn days(pen: &Canvas, left: i32) -> String {
    let (key, days) = match left {
        0 => ("app-due-today", 0),
        left if left > 0 => ("app-due-left", left),
        over => ("app-due-over", -over),
    };
    pen.say(&Sentence::plain(key).with("days", days))
}
