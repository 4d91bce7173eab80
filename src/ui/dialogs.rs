//! Dialogs: whole lines over the body, edge to edge, above the keys. No half characters, no boxes.
use super::canvas::Canvas;
use super::layout::{Body, bottom};
use super::qr;
use super::width::{broken, left};
use crate::app::command::CommandRow;
use crate::app::dialogs::{
    Confirm, Dialog, IMPORT_LABELS as LABELS, Import, Page, PageText, Palette, Step,
};
use crate::app::readiness::Readiness;
use crate::app::views::{FaultRow, ImportView};
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use crate::ui::{detail, forms, keys};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the open dialog.
pub fn draw(pen: &mut Canvas, body: Body, dialog: &Dialog, world: &World) {
    match dialog {
        Dialog::Confirm(dialog) => confirm(pen, body, dialog),
        Dialog::Form(dialog) => forms::draw(pen, body, dialog),
        Dialog::Palette(dialog) => palette(pen, body, dialog),
        Dialog::Page(dialog) => page(pen, body, dialog, world),
        Dialog::Import(dialog) => import(pen, body, dialog),
    }
}

fn confirm(pen: &mut Canvas, body: Body, dialog: &Confirm) {
    let width = usize::from(body.whole().width.saturating_sub(2));
    let lines: Vec<String> =
        dialog.facts.iter().flat_map(|fact| broken(&pen.say(fact), width)).collect();
    let area = bottom(pen, body, u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(1));
    let mut row = 0;
    for (place, line) in lines.iter().enumerate() {
        pen.text(area, row, line, if place == 0 { pen.theme.key } else { pen.theme.text });
        row += 1;
    }
    let no = format!(" {} ", pen.word("app-no"));
    let yes = format!(" {} ", pen.word("app-yes"));
    let look = |chosen: bool| if chosen { pen.theme.chosen } else { pen.theme.text };
    let look_no = look(!dialog.yes);
    let look_yes = look(dialog.yes);
    let mark = |chosen: bool| if chosen { ">" } else { " " };
    let used = pen.text(area, row + 1, &format!("{}{no}", mark(!dialog.yes)), look_no) + 3;
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    pen.text(rest, row + 1, &format!("{}{yes}", mark(dialog.yes)), look_yes);
}

fn palette(pen: &mut Canvas, body: Body, dialog: &Palette) {
    let area = bottom(pen, body, body.whole().height.saturating_sub(2));
    pen.field(Rect { width: area.width.min(40), ..area }, 0, &dialog.query, true);
    let lines: Vec<(String, Style)> = (0..dialog.found.len())
        .filter_map(|place| Some((dialog.row(place)?, dialog.readiness(place))))
        .map(|(row, readiness)| command(pen, row, readiness))
        .collect();
    let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    pen.list(list, lines.len(), dialog.cursor, |place| {
        lines.get(place).cloned().unwrap_or_default()
    });
}

/// Its key and words; behind what is not possible stands why.
fn command(pen: &Canvas, row: &CommandRow, readiness: &Readiness) -> (String, Style) {
    let key = row.keys.first().map(|key| keys::name(pen, *key)).unwrap_or_default();
    let words = format!("{} {}", left(&key, 12), pen.word(row.words));
    match readiness {
        Readiness::Yes => (words, pen.theme.text),
        Readiness::Unchecked => (format!("{words}  {}", pen.word("app-unchecked")), pen.theme.text),
        Readiness::No(why) => (format!("{words}  {}", pen.say(why)), pen.theme.faint),
    }
}

fn page(pen: &mut Canvas, body: Body, dialog: &Page, world: &World) {
    if let PageText::Qr(view) = &dialog.text {
        let whole = body.whole();
        return qr::draw(pen, Rect { height: whole.height + 3, ..whole }, view);
    }
    let area = bottom(pen, body, body.whole().height);
    let width = usize::from(area.width);
    let lines: Vec<String> = match &dialog.text {
        PageText::Help(place) => keys::help(pen, *place, world),
        PageText::Said(sentence) => {
            sentence.iter().flat_map(|one| broken(&pen.say(one), width)).collect()
        }
        PageText::Board(row) => detail::board(pen, row, width),
        PageText::Disclosure(row) => detail::disclosure(pen, row, width),
        PageText::Posting(row) => detail::posting(pen, row, width),
        PageText::Qr(_) => Vec::new(),
    };
    scrolled(
        pen,
        area,
        &lines.into_iter().map(|line| (line, Style::new())).collect::<Vec<_>>(),
        dialog.scroll,
    );
}

/// Lines from `scroll` on, never beyond the last one.
fn scrolled(pen: &mut Canvas, area: Rect, lines: &[(String, Style)], scroll: usize) {
    let first = scroll.min(lines.len().saturating_sub(usize::from(area.height)));
    for (row, (line, style)) in (0..area.height).zip(lines.iter().skip(first)) {
        pen.text(area, row, line, *style);
    }
}

fn import(pen: &mut Canvas, body: Body, dialog: &Import) {
    let area = bottom(pen, body, body.whole().height);
    let title = pen.word("app-title-import");
    pen.text(area, 0, &title, pen.theme.key);
    let typing = dialog.step == Step::Typing;
    // While the clerk types, all fields are shown, even those that the file itself may answer;
    // afterwards only the first.
    let shown = if typing { LABELS.len() } else { 1 };
    for (row, (place, field)) in (1..).zip(dialog.fields.iter().enumerate().take(shown)) {
        let label = left(&pen.word(LABELS.get(place).copied().unwrap_or_default()), 14);
        let used = pen.text(area, row, &label, pen.theme.text);
        let room = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        pen.field(room, row, field, typing && place == dialog.focus);
    }
    let below = u16::try_from(shown).unwrap_or(1) + 1;
    let (sentence, style) = match (&dialog.wrong, &dialog.step) {
        (Some(wrong), _) => (pen.say(wrong), pen.theme.block),
        (None, Step::Typing) => (pen.word("app-import-typing"), pen.theme.inform),
        (None, Step::Reading) => (pen.word("app-import-reading"), pen.theme.inform),
        (None, Step::Shown(view)) => (pen.say(&outlook(view)), pen.theme.key),
        (None, Step::TakingIn(_)) => (pen.word("app-import-taking-in"), pen.theme.inform),
        (None, Step::Done(view)) => (
            pen.say(&Sentence::plain("app-imported").with("rolls", view.rolls.len())),
            pen.theme.good,
        ),
    };
    let used = pen.paragraph(
        Rect { y: area.y + below, height: 3.min(area.height.saturating_sub(below)), ..area },
        &sentence,
        style,
    );
    if let Some(view) = dialog.view() {
        let list =
            Rect { y: area.y + used + 3, height: area.height.saturating_sub(used + 3), ..area };
        scrolled(pen, list, &contents(pen, view, list.width), dialog.scroll);
    }
}

fn outlook(view: &ImportView) -> Sentence {
    let key = if view.errors.is_empty() { "app-import-shown" } else { "app-import-errors" };
    Sentence::plain(key).with("rolls", view.rolls.len()).with("errors", view.errors.len())
}

/// Sheet, row and column in front of a fault; nothing for the whole file.
fn place_of(pen: &Canvas, fault: &FaultRow) -> String {
    let sheet = if fault.sheet.is_empty() { String::new() } else { format!("{} ", fault.sheet) };
    match &fault.column {
        _ if fault.row == 0 => String::new(),
        Some((letter, words)) => {
            let place = Sentence::plain("app-import-at-cell")
                .with("row", fault.row)
                .with("letter", letter)
                .with("words", words);
            format!("{sheet}{}", pen.say(&place))
        }
        None => format!(
            "{sheet}{}",
            pen.say(&Sentence::plain("app-import-at-row").with("row", fault.row))
        ),
    }
}

/// Errors by row first, then the rolls, then remarks.
fn contents(pen: &Canvas, view: &ImportView, width: u16) -> Vec<(String, Style)> {
    let width = usize::from(width);
    let sentence = |sentence: &Sentence, style: Style| {
        broken(&pen.say(sentence), width)
            .into_iter()
            .map(move |line| (line, style))
            .collect::<Vec<_>>()
    };
    let fault = |fault: &FaultRow| {
        let text = format!("{}{}", place_of(pen, fault), pen.say(&fault.sentence));
        broken(&text, width).into_iter().map(|line| (line, pen.theme.block)).collect::<Vec<_>>()
    };
    let errors = view.errors.iter().flat_map(fault);
    let rolls = view.rolls.iter().map(|roll| {
        let counts = Sentence::plain("app-import-roll")
            .with("title", &roll.title)
            .with("lines", roll.totals.lines)
            .with("sum", roll.totals.fen.grouped());
        (pen.say(&counts), pen.theme.text)
    });
    let remarks = view.remarks.iter().flat_map(|remark| sentence(remark, pen.theme.inform));
    errors.chain(rolls).chain(remarks).collect()
}
