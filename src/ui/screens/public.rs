//! 公开: what waits for its notice stands first, then what is public, with the days still to go.
use super::super::layout::Body;
use super::super::sections;
use super::super::sheet::{Column, Sheet};
use super::notice_days::days;
use crate::app::screens::{Public, PublicItem};
use crate::app::section::Section;
use crate::domain::text::sentence::Sentence;
use crate::office::ActName;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Public) {
    let body = sections::draw(pen, body, Section::Notices);
    let Some(view) = &screen.view else {
        let sentence = pen.word("app-loading");
        pen.text(body.main, 1, &format!(" {sentence}"), pen.theme.text);
        return;
    };
    let items = screen.items();
    let sheet = Sheet::new(
        vec![
            Column::Words(8),
            Column::Rest,
            Column::Words(10),
            Column::Words(10),
            Column::Words(10),
        ],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        &pen.word("app-column-standing"),
        &pen.word("app-column-programme"),
        &pen.word("app-column-until"),
        &pen.word("app-column-check-code"),
        &pen.word("app-column-hints"),
    ]);
    pen.text(body.main, 0, &format!(" {head}"), pen.theme.key);
    let area = Rect { y: body.main.y + 1, height: body.main.height.saturating_sub(1), ..body.main };
    if items.is_empty() {
        let sentence = pen.word("app-public-none");
        pen.paragraph(
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area },
            &sentence,
            pen.theme.text,
        );
    }
    let lines: Vec<(String, Style)> = items.iter().map(|item| line(pen, &sheet, *item)).collect();
    pen.list(area, items.len(), screen.cursor, |place| {
        lines.get(place).cloned().unwrap_or_default()
    });
    let ready = view.waiting.iter().filter(|row| row.possible.is_yes(ActName::Publish));
    let sums = Sentence::plain("app-sums-public")
        .with("waiting", ready.count())
        .with("published", view.published.len());
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
}

fn line(pen: &Canvas, sheet: &Sheet, item: PublicItem) -> (String, Style) {
    match item {
        PublicItem::Waiting(row) => {
            let households = pen
                .say(&Sentence::plain("app-count-households").with("count", row.totals.households));
            let ready = row.possible.is_yes(ActName::Publish);
            let word = if ready { "app-public-waiting" } else { "app-unchecked" };
            (
                sheet.line([&pen.word(word), &row.title, &row.until.to_string(), "-", &households]),
                pen.theme.explain,
            )
        }
        PublicItem::Published(row) => {
            let standing =
                if row.withdrawn { "app-public-withdrawn" } else { "app-public-published" };
            let until = row.notice.map_or_else(|| "-".into(), |notice| notice.to.to_string());
            let hint = row.notice.map_or_else(|| "-".into(), |notice| days(pen, notice));
            (
                sheet.line([&pen.word(standing), &row.title, &until, &row.check_code, &hint]),
                pen.theme.text,
            )
        }
    }
}
