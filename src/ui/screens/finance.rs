//! 财政: what may be paid stands first, then the pay lists.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use super::hindrance::short;
use crate::app::screens::{Finance, FinanceItem, is_payable};
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Finance, world: &World) {
    let items = screen.items(world);
    let sheet = Sheet::new(
        vec![
            Column::Words(1),
            Column::Words(10),
            Column::Rest,
            Column::Number(8),
            Column::Number(16),
        ],
        body.main.width.saturating_sub(1),
    );
    let head = sheet.head([
        "",
        &pen.word("app-column-standing"),
        &pen.word("app-column-programme"),
        &pen.word("app-column-lines"),
        &pen.word("app-column-amount"),
    ]);
    pen.text(body.main, 0, &format!(" {head}"), pen.theme.key);
    let area = Rect { y: body.main.y + 1, height: body.main.height.saturating_sub(1), ..body.main };
    if items.is_empty() {
        let sentence = pen.word("app-finance-none");
        pen.paragraph(
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area },
            &sentence,
            pen.theme.text,
        );
    }
    let lines: Vec<(String, Style)> =
        items.iter().map(|item| line(pen, &sheet, screen, *item)).collect();
    pen.list(area, items.len(), screen.cursor, |place| {
        lines.get(place).cloned().unwrap_or_default()
    });
    let payable: Vec<_> = world.batches.iter().filter(|batch| is_payable(batch)).collect();
    let fen: Fen = payable.iter().map(|batch| batch.totals.fen).sum();
    let sums = Sentence::plain("app-sums-finance")
        .with("batches", payable.len())
        .with("sum", fen.grouped());
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
}

fn line(pen: &Canvas, sheet: &Sheet, screen: &Finance, item: FinanceItem) -> (String, Style) {
    match item {
        FinanceItem::Batch(batch) => {
            let mark = if screen.marked.contains(&batch.seen.batch) { "*" } else { "" };
            let title = format!("{} {} {}", batch.village, batch.programme, batch.period);
            let (word, style) = match batch.hindrance() {
                None if is_payable(batch) => ("app-payable", pen.theme.good),
                None => ("app-unchecked", pen.theme.text),
                Some(_) => ("app-due-hindered", pen.theme.explain),
            };
            let title = match batch.hindrance() {
                Some(why) => format!("{title}  {}", pen.say(&short(why))),
                None => title,
            };
            let mark = if mark.is_empty() && batch.hindrance().is_some() { "!" } else { mark };
            let text = sheet.line([
                mark,
                &pen.word(word),
                &title,
                &batch.totals.lines.to_string(),
                &batch.totals.fen.grouped(),
            ]);
            (text, style)
        }
        FinanceItem::PayList(list) => {
            let sentence = Sentence::plain("app-pay-list")
                .with("id", &list.id)
                .with("on", list.made_on)
                .with("batches", list.batches);
            let text = sheet.line([
                "",
                &pen.word("app-pay-list-word"),
                &pen.say(&sentence),
                &list.lines.to_string(),
                &list.fen.grouped(),
            ]);
            (text, pen.theme.text)
        }
    }
}
