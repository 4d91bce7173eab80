//! 今日: what is due, one line for each kind, the hindering ones first; then the year's sums.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use crate::app::pending::Pending;
use crate::app::screens::{Today, TodayItem};
use crate::app::views::{BatchRow, Standing};
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;
use std::collections::BTreeMap;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Today, world: &World) {
    let due = Today::due(world);
    let sentence =
        Sentence::plain(if due.is_empty() { "app-today-nothing" } else { "app-today-due" })
            .with("count", due.len());
    let sentence = pen.say(&sentence);
    pen.text(body.main, 0, &format!(" {sentence}"), pen.theme.key);
    let height =
        u16::try_from(due.len()).unwrap_or(u16::MAX).min(body.main.height.saturating_sub(1));
    let area = Rect { y: body.main.y + 1, height, ..body.main };
    let sheet = Sheet::new(
        vec![Column::Words(1), Column::Words(10), Column::Number(7), Column::Rest],
        area.width.saturating_sub(1),
    );
    let lines: Vec<_> =
        due.iter().map(|(due, count)| line(pen, &sheet, *due, *count, world)).collect();
    let theme = *pen.theme;
    pen.list(area, due.len(), screen.cursor, |place| {
        let urgent = due.get(place).is_some_and(|(due, _)| due.urgent(world));
        (
            lines.get(place).cloned().unwrap_or_default(),
            if urgent { theme.block } else { theme.text },
        )
    });
    let used = height + 2;
    paid(
        pen,
        Rect { y: body.main.y + used, height: body.main.height.saturating_sub(used), ..body.main },
        &world.batches,
    );
    sums(pen, body.sums, &world.batches);
}

fn line(pen: &Canvas, sheet: &Sheet, item: TodayItem, count: usize, world: &World) -> String {
    let mark = if item.urgent(world) { "!" } else { "" };
    let sentence = |key| pen.say(&Sentence::plain(key).with("count", count));
    let (key, count, advice) = match item {
        TodayItem::Batches(due) => {
            (due.key(), sentence("app-count-batches"), pen.word(due.advice()))
        }
        TodayItem::Pending(due) => {
            (due.key(), sentence("app-count-things"), pending_advice(pen, due, world))
        }
    };
    sheet.line([mark, &pen.word(key), &count, &advice])
}

/// What to do; of cases also by when.
fn pending_advice(pen: &Canvas, due: Pending, world: &World) -> String {
    let advice = pen.word(due.advice());
    let nearest = world.pending.nearest.filter(|_| due == Pending::Cases);
    let Some(days) = nearest.and_then(|day| world.days_until(day)) else { return advice };
    let (key, days) = if days < 0 { ("app-due-over", -days) } else { ("app-due-left", days) };
    format!("{advice}  {}", pen.say(&Sentence::plain(key).with("days", days)))
}

/// What was approved or paid, by year and programme: the newest year first.
fn paid(pen: &mut Canvas, area: Rect, batches: &[BatchRow]) {
    let mut sums: BTreeMap<(i16, &str), (u64, Fen)> = BTreeMap::new();
    let counts = |batch: &&BatchRow| {
        matches!(batch.standing, Standing::Approved | Standing::HandedOver | Standing::Paid)
    };
    for batch in batches.iter().filter(counts) {
        let sum = sums.entry((batch.period.year(), &batch.programme)).or_default();
        sum.0 += u64::from(batch.totals.lines);
        sum.1 = sum.1.plus(batch.totals.fen);
    }
    if sums.is_empty() || area.height < 2 {
        return;
    }
    let title = pen.word("app-today-paid");
    pen.text(area, 0, &format!(" {title}"), pen.theme.key);
    let sheet = Sheet::new(
        vec![Column::Words(4), Column::Rest, Column::Number(10), Column::Number(16)],
        area.width.saturating_sub(3),
    );
    for (row, ((year, programme), (lines, fen))) in (1..area.height).zip(sums.iter().rev()) {
        let lines = pen.say(&Sentence::plain("app-count-lines").with("count", lines));
        let text = sheet.line([&year.to_string(), programme, &lines, &fen.grouped()]);
        pen.text(area, row, &format!("  {text}"), pen.theme.text);
    }
}

fn sums(pen: &mut Canvas, line: Rect, batches: &[BatchRow]) {
    let fen: Fen = batches.iter().map(|batch| batch.totals.fen).sum();
    let sentence = Sentence::plain("app-sums-all")
        .with("batches", batches.len())
        .with("lines", batches.iter().map(|batch| u64::from(batch.totals.lines)).sum::<u64>())
        .with("sum", fen.grouped());
    let sentence = pen.say(&sentence);
    pen.text(line, 0, &format!(" {sentence}"), pen.theme.text);
}
