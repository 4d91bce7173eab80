//! 撤下通知: one line for each board on which something hangs that must not.
use super::super::layout::Body;
use super::super::sections;
use super::super::sheet::{Column, Sheet};
use super::evidence_pane;
use crate::app::screens::Recalls;
use crate::app::section::Section;
use crate::app::views::RecallRow;
use crate::domain::dossier::RecallReason;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::Canvas;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Recalls) {
    let body = sections::draw(pen, body, Section::Recalls);
    let wide = body.main.width >= 76;
    let because = if wide { Column::Words(12) } else { Column::Gone };
    let sheet = Sheet::new(
        vec![
            Column::Words(if wide { 20 } else { 16 }),
            Column::Rest,
            Column::Words(9),
            because,
            Column::Words(10),
        ],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        &pen.word("app-column-board"),
        &pen.word("app-column-programme"),
        &pen.word("app-column-check-code"),
        &pen.word("app-column-because"),
        &pen.word("app-column-since"),
    ]);
    sections::list(pen, body, &head, &screen.list, "app-recalls-none", |pen, row| {
        line(pen, &sheet, row)
    });
    let sums =
        pen.say(&Sentence::plain("app-sums-recalls").with("count", screen.list.rows().len()));
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
    if let (Some(pane), Some(row)) = (body.pane, screen.list.chosen()) {
        let edition = pen.say(
            &Sentence::plain("app-recall-edition")
                .with("revision", row.revision)
                .with("code", &row.check_code),
        );
        let sentence = [
            row.board.clone(),
            row.title.clone(),
            edition,
            because_of(pen, row),
            pen.word("app-recall-photo"),
        ];
        evidence_pane::draw(pen, pane, &sentence);
    }
}

fn because_of(pen: &Canvas, row: &RecallRow) -> String {
    match row.because {
        RecallReason::Withdrawn(class) => pen.word(class.key()),
        RecallReason::Corrected => pen.word("app-recall-corrected"),
    }
}

fn line(pen: &Canvas, sheet: &Sheet, row: &RecallRow) -> (String, Style) {
    let text = sheet.line([
        &row.board,
        &row.title,
        &row.check_code,
        &because_of(pen, row),
        &row.since.to_string(),
    ]);
    (text, pen.theme.block)
}
