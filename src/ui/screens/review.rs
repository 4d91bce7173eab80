//! 审核: the batch beside the one before, what to look at, one decision.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use super::notice_days::days;
use crate::app::screens::{Review, ReviewItem};
use crate::app::views::{FindingRow, ReviewView};
use crate::domain::roll::finding::Level;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Review) {
    let Some(view) = &screen.view else {
        let sentence = pen.word("app-loading");
        pen.text(body.main, 1, &format!(" {sentence}"), pen.theme.text);
        return;
    };
    compared(pen, body.main, view);
    let items = screen.items();
    let look = match view.last {
        Some(_) => Sentence::plain("app-review-look").with("unchanged", view.unchanged),
        None => Sentence::plain("app-review-first"),
    };
    let look = look.with("count", items.len());
    let look = pen.say(&look);
    pen.text(body.main, 5, &format!(" {look}"), pen.theme.key);
    let area = Rect { y: body.main.y + 6, height: body.main.height.saturating_sub(6), ..body.main };
    let (kind, name, amount) = if area.width >= 70 { (6, 12, 12) } else { (4, 8, 11) };
    let amount = Column::Number(amount);
    let columns =
        vec![Column::Words(kind), Column::Words(name), amount, amount, amount, Column::Rest];
    let sheet = Sheet::new(columns, area.width.saturating_sub(1));
    let lines: Vec<(String, Style)> = items.iter().map(|item| line(pen, &sheet, *item)).collect();
    pen.list(area, items.len(), screen.cursor, |place| {
        lines.get(place).cloned().unwrap_or_default()
    });
    let explained = view.findings.iter().filter(|finding| finding.reason.is_some()).count();
    let sums = Sentence::plain("app-sums-review")
        .with("explained", explained)
        .with("households", view.now.households)
        .with("sum", view.now.fen.grouped());
    let sums = pen.say(&sums);
    pen.text(body.sums, 0, &format!(" {sums}"), pen.theme.text);
    if let (Some(pane), Some(item)) = (body.pane, items.get(screen.cursor)) {
        evidence(pen, pane, item);
    }
}

fn compared(pen: &mut Canvas, area: Rect, view: &ReviewView) {
    let width = area.width.min(60);
    let columns =
        vec![Column::Words(10), Column::Number(14), Column::Number(14), Column::Number(14)];
    let sheet = Sheet::new(columns, width);
    let head = sheet.head([
        "",
        &pen.word("app-this-batch"),
        &pen.word("app-last-batch"),
        &pen.word("app-change"),
    ]);
    pen.text(area, 0, &format!(" {head}"), pen.theme.key);
    let last = |text: fn(&crate::domain::roll::Totals) -> String| {
        view.last.as_ref().map_or_else(|| "-".to_owned(), text)
    };
    let households =
        i64::from(view.now.households) - view.last.map_or(0, |last| i64::from(last.households));
    let quantity = view.now.quantity.decimal()
        - view.last.map_or_else(Default::default, |last| last.quantity.decimal());
    let fen = view.now.fen.fen() - view.last.map_or(0, |last| last.fen.fen());
    let rows = [
        (
            "app-households",
            view.now.households.to_string(),
            last(|totals| totals.households.to_string()),
            format!("{households:+}"),
        ),
        (
            "app-quantity",
            view.now.quantity.to_string(),
            last(|totals| totals.quantity.to_string()),
            format!("{quantity:+}"),
        ),
        (
            "app-column-amount",
            view.now.fen.grouped(),
            last(|totals| totals.fen.grouped()),
            signed(fen),
        ),
    ];
    for (row, (key, now, before, change)) in (1..).zip(rows) {
        let change = if view.last.is_some() { change } else { "-".into() };
        let text = sheet.line([&pen.word(key), &now, &before, &change]);
        pen.text(area, row, &format!(" {text}"), pen.theme.text);
    }
    let notice = view.notice.map_or_else(
        || pen.word("app-no-notice"),
        |notice| {
            let sentence = Sentence::plain("app-notice-from-to")
                .with("from", notice.from)
                .with("to", notice.to)
                .with("days", days(pen, notice));
            pen.say(&sentence)
        },
    );
    let by = pen.say(&Sentence::plain("app-entered-by").with("clerk", &view.clerk));
    pen.text(area, 4, &format!(" {notice}   {by}"), pen.theme.text);
}

fn line(pen: &Canvas, sheet: &Sheet, item: ReviewItem) -> (String, Style) {
    let amount = |fen: Option<Fen>| fen.map_or_else(|| "-".into(), Fen::grouped);
    match item {
        ReviewItem::Change(change) => {
            let difference = change.after.map_or(0, Fen::fen) - change.before.map_or(0, Fen::fen);
            let row = change.line.map_or_else(String::new, |line| {
                pen.say(&Sentence::plain("app-row-number").with("line", line))
            });
            let kind = pen.word(change.kind.key());
            let text = sheet.line([
                &kind,
                &change.name,
                &amount(change.before),
                &amount(change.after),
                &signed(difference),
                &row,
            ]);
            (text, pen.theme.text)
        }
        ReviewItem::Finding(finding) => finding_line(pen, finding),
    }
}

fn finding_line(pen: &Canvas, finding: &FindingRow) -> (String, Style) {
    let (mark, style) = match finding.level {
        Level::Block => ("!", pen.theme.block),
        Level::Explain => ("?", pen.theme.explain),
        Level::Inform => ("i", pen.theme.inform),
    };
    let reason = finding
        .reason
        .as_ref()
        .map(|reason| pen.say(&Sentence::plain("app-reason-is").with("reason", reason)));
    let rows: Vec<String> = finding.lines.iter().take(4).map(u32::to_string).collect();
    let text = format!(
        "{mark} {:?} {}: {} {}",
        finding.check,
        rows.join(","),
        pen.say(&finding.sentence),
        reason.unwrap_or_default()
    );
    (text, style)
}

fn evidence(pen: &mut Canvas, pane: Rect, item: &ReviewItem) {
    if let ReviewItem::Finding(finding) = item {
        let (text, style) = finding_line(pen, finding);
        pen.paragraph(pane, &text, style);
    }
}

/// A difference of sums, always with its sign.
fn signed(fen: i64) -> String {
    let amount = Fen::try_from(fen.abs()).unwrap_or_default();
    let sign = match fen {
        ..0 => "-",
        0 => "",
        1.. => "+",
    };
    format!("{sign}{}", amount.grouped())
}
