//! 行: the sheet, the findings of the chosen row, and its form below. No full number unless it is
//! being mended.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use super::line_editor;
use crate::app::screens::Rows;
use crate::app::views::{FindingRow, LineRow, RowsView};
use crate::domain::roll::finding::Level;
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::{Canvas, first_shown};
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Rows) {
    let Some(view) = &screen.view else {
        let sentence = pen.word("app-loading");
        pen.text(body.main, 1, &format!(" {sentence}"), pen.theme.text);
        return;
    };
    let below = if screen.form.is_some() { 9 } else { 6 }.min(body.main.height / 2);
    let height = body.main.height.saturating_sub(below);
    sheet(pen, Rect { height, ..body.main }, screen, view);
    let panel = Rect {
        x: body.main.x + 1,
        y: body.main.y + height,
        width: body.main.width.saturating_sub(2),
        height: below,
    };
    pen.rule(Rect { x: body.main.x, width: body.main.width, ..panel }, 0);
    chosen(pen, Rect { y: panel.y + 1, height: below.saturating_sub(1), ..panel }, screen);
    sums(pen, body.sums, view);
    if let Some(pane) = body.pane {
        evidence(pen, pane, view);
    }
}

fn sheet(pen: &mut Canvas, area: Rect, screen: &Rows, view: &RowsView) {
    let wide = area.width >= 70;
    let (rate, hint) =
        if wide { (Column::Number(7), Column::Rest) } else { (Column::Gone, Column::Gone) };
    let (name, quantity_cells) = if wide { (10, 9) } else { (8, 8) };
    let columns = vec![
        Column::Number(4),
        Column::Words(1),
        Column::Words(name),
        Column::Words(18),
        Column::Number(quantity_cells),
        rate,
        Column::Number(10),
        hint,
    ];
    let sheet = Sheet::new(columns, area.width.saturating_sub(1));
    let quantity = pen.say(&Sentence::plain("app-column-quantity").with("unit", &view.unit));
    let head = sheet.head([
        &pen.word("app-column-row"),
        "",
        &pen.word("app-column-name"),
        &pen.word("app-column-id"),
        &quantity,
        &pen.word("app-column-rate"),
        &pen.word("app-column-amount"),
        &pen.word("app-column-hints"),
    ]);
    pen.text(area, 0, &format!(" {head}"), pen.theme.key);
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let first = first_shown(view.lines.len(), screen.cursor, usize::from(list.height));
    let lines: Vec<(String, Style)> = view
        .lines
        .iter()
        .skip(first)
        .take(usize::from(list.height))
        .map(|line| row(pen, &sheet, view, line))
        .collect();
    pen.list(list, view.lines.len(), screen.cursor, |place| {
        place.checked_sub(first).and_then(|row| lines.get(row).cloned()).unwrap_or_default()
    });
}

fn row(pen: &Canvas, sheet: &Sheet, view: &RowsView, line: &LineRow) -> (String, Style) {
    let finding = line.findings.first().and_then(|place| view.findings.get(*place));
    let show = |number: Option<String>| number.unwrap_or_else(|| "-".into());
    let (mark, hint) = finding
        .map_or_else(Default::default, |finding| (mark(finding), pen.say(&finding.sentence)));
    let text = sheet.line([
        &line.no.to_string(),
        mark,
        &line.name,
        &line.id,
        &show(line.quantity.map(|quantity| quantity.to_string())),
        &show(line.rate.map(|rate| rate.to_string())),
        &line.amount.grouped(),
        &hint,
    ]);
    (text, finding.map_or(pen.theme.text, |finding| style(pen, finding)))
}

/// `!` blocks, `?` wants a reason, `+` has one, `i` informs.
const fn mark(finding: &FindingRow) -> &'static str {
    match (finding.level, finding.reason.is_some()) {
        (Level::Block, _) => "!",
        (Level::Explain, false) => "?",
        (Level::Explain, true) => "+",
        (Level::Inform, _) => "i",
    }
}

fn style(pen: &Canvas, finding: &FindingRow) -> Style {
    match (finding.level, finding.reason.is_some()) {
        (Level::Block, _) => pen.theme.block,
        (Level::Explain, false) => pen.theme.explain,
        (Level::Explain, true) | (Level::Inform, _) => pen.theme.inform,
    }
}

/// The findings of the chosen row in full, then its form or its masked cells.
fn chosen(pen: &mut Canvas, area: Rect, screen: &Rows) {
    let Some(line) = screen.chosen() else {
        let sentence = pen.word("app-rows-none");
        pen.text(area, 0, &sentence, pen.theme.text);
        return;
    };
    let least = if screen.form.is_some() { 4.min(area.height.saturating_sub(1)) } else { 1 };
    let mut used = 0;
    for finding in screen.findings() {
        let room =
            Rect { y: area.y + used, height: area.height.saturating_sub(used + least), ..area };
        used += pen.paragraph(room, &sentence(pen, line.no, finding), style(pen, finding));
    }
    if used == 0 {
        let sentence = pen.say(&Sentence::plain("app-row-number").with("line", line.no));
        used += pen.text(area, 0, &sentence, pen.theme.key).min(1);
    }
    let rest = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    if let Some(form) = &screen.form {
        line_editor::draw(pen, rest, form);
    } else {
        let cells = [
            ("app-field-name", &line.name),
            ("app-field-id", &line.id),
            ("app-field-card", &line.card),
            ("app-field-group", &line.group),
        ];
        let shown = cells
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| format!("{} {value}", pen.word(key)));
        let text = shown.collect::<Vec<_>>().join("  ");
        pen.text(rest, 0, &text, pen.theme.text);
    }
}

fn sentence(pen: &Canvas, line: u32, finding: &FindingRow) -> String {
    let row = match line {
        // A finding without lines is about the whole roll.
        0 => pen.say(&Sentence::plain("app-whole-roll")),
        line => pen.say(&Sentence::plain("app-row-number").with("line", line)),
    };
    let sentence =
        format!("{} {row} {:?} {}", mark(finding), finding.check, pen.say(&finding.sentence));
    match &finding.reason {
        Some(reason) => {
            format!(
                "{sentence} {}",
                pen.say(&Sentence::plain("app-reason-is").with("reason", reason))
            )
        }
        None => sentence,
    }
}

fn sums(pen: &mut Canvas, line: Rect, view: &RowsView) {
    let count = |level| view.findings.iter().filter(|finding| finding.level == level).count();
    let explained = view
        .findings
        .iter()
        .filter(|finding| finding.level == Level::Explain && finding.reason.is_some())
        .count();
    let sentence = Sentence::plain("app-sums-rows")
        .with("lines", view.totals.lines)
        .with("quantity", view.totals.quantity)
        .with("unit", &view.unit)
        .with("sum", view.totals.fen.grouped())
        .with("block", count(Level::Block))
        .with("explain", count(Level::Explain))
        .with("explained", explained)
        .with("inform", count(Level::Inform));
    let text = pen.say(&sentence);
    pen.text(line, 0, &format!(" {text}"), pen.theme.text);
}

/// All findings of the batch, for a wide terminal.
fn evidence(pen: &mut Canvas, pane: Rect, view: &RowsView) {
    let mut used = 0;
    for finding in &view.findings {
        if used >= pane.height {
            break;
        }
        let line = finding.lines.first().copied().unwrap_or_default();
        let room = Rect { y: pane.y + used, height: pane.height - used, ..pane };
        used += pen.paragraph(room, &sentence(pen, line, finding), style(pen, finding));
    }
}
