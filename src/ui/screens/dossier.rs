//! 始末: disclosures, postings, cases and entries of one batch, each kind under its name.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use super::cases;
use super::evidence_pane;
use crate::app::screens::{Dossier, DossierItem};
use crate::app::views::{DossierView, EventRow};
use crate::domain::text::sentence::Sentence;
use crate::ui::canvas::{Canvas, first_shown};
use crate::ui::detail;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Dossier) {
    let Some(view) = &screen.view else {
        let sentence = pen.word("app-loading");
        pen.text(body.main, 1, &format!(" {sentence}"), pen.theme.text);
        return;
    };
    let items = screen.items();
    let sheet = Sheet::new(
        vec![Column::Words(8), Column::Words(16), Column::Rest, Column::Words(22)],
        body.main.width.saturating_sub(1),
    );
    if items.is_empty() {
        let sentence = pen.word("app-dossier-none");
        pen.paragraph(
            Rect { x: body.main.x + 1, width: body.main.width.saturating_sub(2), ..body.main },
            &sentence,
            pen.theme.text,
        );
    }
    let height = usize::from(body.main.height);
    let first = first_shown(items.len(), screen.cursor, height);
    let shown: Vec<(String, Style)> =
        items.iter().skip(first).take(height).map(|item| line(pen, &sheet, *item)).collect();
    pen.list(body.main, items.len(), screen.cursor, |place| {
        place.checked_sub(first).and_then(|row| shown.get(row).cloned()).unwrap_or_default()
    });
    sums(pen, body.sums, view);
    if let (Some(pane), Some(item)) = (body.pane, items.get(screen.cursor)) {
        evidence(pen, pane, *item);
    }
}

fn line(pen: &Canvas, sheet: &Sheet, item: DossierItem) -> (String, Style) {
    match item {
        DossierItem::Disclosed(row) => {
            let until = |to| pen.say(&Sentence::plain("app-disclosed-until").with("until", to));
            let when = row.notice.map_or_else(|| row.on.to_string(), |notice| until(notice.to));
            let edition = detail::edition(pen, row.stage, row.revision);
            let what = format!("{} {when}", row.code.check_code());
            let style = if row.live { pen.theme.good } else { pen.theme.text };
            (
                sheet.line([
                    &pen.word("app-item-disclosed"),
                    &edition,
                    &what,
                    &detail::disclosure_standing(pen, row),
                ]),
                style,
            )
        }
        DossierItem::Posting(row) => {
            let what = format!("{} {}", row.check_code, row.board);
            let style = if row.recalled { pen.theme.block } else { pen.theme.text };
            let word = pen.word("app-item-posting");
            let standing = detail::posting_standing(pen, row);
            (sheet.line([&word, &row.on.to_string(), &what, &standing]), style)
        }
        DossierItem::Case(row) => {
            let raised = &row.case.raised;
            let what = format!("{} {}", cases::short(&raised.no), pen.word(raised.about.key()));
            let standing =
                format!("{} {}", pen.word(cases::standing(&row.case)), cases::due(pen, row));
            let style = if row.case.is_open() || row.case.owes() {
                pen.theme.explain
            } else {
                pen.theme.text
            };
            (
                sheet.line([
                    &pen.word(raised.case.key()),
                    &raised.received_on.to_string(),
                    &what,
                    &standing,
                ]),
                style,
            )
        }
        DossierItem::Event(row) => event(pen, sheet, row),
    }
}

/// An entry that its own past did not permit stays, and says so.
fn event(pen: &Canvas, sheet: &Sheet, row: &EventRow) -> (String, Style) {
    let (standing, style) = if row.without_effect.is_some() {
        (pen.word("app-event-without-effect"), pen.theme.explain)
    } else {
        (String::new(), pen.theme.text)
    };
    (
        sheet.line([
            &pen.word("app-item-event"),
            &row.at,
            &format!("{} {}", pen.word(row.act), row.author),
            &standing,
        ]),
        style,
    )
}

fn sums(pen: &mut Canvas, line: Rect, view: &DossierView) {
    let sentence = Sentence::plain("app-sums-dossier")
        .with("disclosures", view.disclosures.len())
        .with("hanging", view.postings.iter().filter(|row| row.down_on.is_none()).count())
        .with("open", view.cases.iter().filter(|row| row.case.is_open()).count())
        .with("events", view.events.len());
    let sentence = pen.say(&sentence);
    pen.text(line, 0, &format!(" {sentence}"), pen.theme.text);
}

fn evidence(pen: &mut Canvas, pane: Rect, item: DossierItem) {
    let width = usize::from(pane.width);
    let sentence = match item {
        DossierItem::Disclosed(row) => detail::disclosure(pen, row, width),
        DossierItem::Posting(row) => detail::posting(pen, row, width),
        DossierItem::Case(_) | DossierItem::Event(_) => Vec::new(),
    };
    evidence_pane::draw(pen, pane, &sentence);
}
