//! 公开栏: one line a board; what hangs there and who looked stands at the right of a wide
//! terminal.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use super::evidence_pane;
use crate::app::screens::Boards;
use crate::app::section::Section;
use crate::app::views::BoardRow;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;
use crate::ui::{detail, sections};
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Boards) {
    let body = sections::draw(pen, body, Section::Boards);
    let wide = body.main.width >= 76;
    let kind = if wide { Column::Words(10) } else { Column::Gone };
    let sheet = Sheet::new(
        vec![Column::Words(10), Column::Rest, kind, Column::Number(4), Column::Words(15)],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        &pen.word("app-column-village"),
        &pen.word("app-column-board"),
        &pen.word("app-column-kind"),
        &pen.word("app-column-hanging"),
        &pen.word("app-column-inspected"),
    ]);
    sections::list(pen, body, &head, &screen.list, "app-boards-none", |pen, row| {
        line(pen, &sheet, row)
    });
    let rows = screen.list.rows();
    let sums = Sentence::plain("app-sums-boards")
        .with("boards", rows.iter().filter(|row| row.retired_on.is_none()).count())
        .with("hanging", rows.iter().map(|row| row.hanging.len()).sum::<usize>())
        .with("overdue", rows.iter().filter(|row| row.overdue).count());
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
    if let (Some(pane), Some(row)) = (body.pane, screen.list.chosen()) {
        let sentence = detail::board(pen, row, usize::from(pane.width));
        evidence_pane::draw(pen, pane, &sentence);
    }
}

fn line(pen: &Canvas, sheet: &Sheet, row: &BoardRow) -> (String, Style) {
    let there = &row.described;
    let inspected = match (row.retired_on, row.inspected) {
        (Some(on), _) => pen.say(&Sentence::plain("app-board-retired").with("on", on)),
        (None, Some((on, condition))) => format!("{on} {}", pen.word(condition.key())),
        (None, None) => pen.word("app-board-never-inspected"),
    };
    let text = sheet.line([
        &row.village,
        &there.name,
        &pen.word(there.kind.key()),
        &row.hanging.len().to_string(),
        &inspected,
    ]);
    let style = if row.retired_on.is_some() {
        pen.theme.text
    } else if row.overdue {
        pen.theme.explain
    } else {
        pen.theme.good
    };
    (text, style)
}
