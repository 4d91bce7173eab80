//! 批次: the search line, the batches with their state in words, the persons found below, sums.
use super::super::layout::Body;
use super::super::sheet::{Column, Sheet};
use super::super::width::{broken, cells, fit};
use super::hindrance::short;
use super::notice_days::days;
use crate::app::screens::Batches;
use crate::app::views::{BatchRow, FoundRow, Standing};
use crate::app::world::World;
use crate::domain::dossier::Refusal;
use crate::domain::roll::BatchKind;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::money::Fen;
use crate::ui::canvas::Canvas;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(pen: &mut Canvas, body: Body, screen: &Batches, world: &World) {
    search(pen, body.main, screen, world);
    let sheet = columns(body.main.width);
    let head = sheet.head([
        "",
        &pen.word("app-column-village"),
        &pen.word("app-column-programme"),
        &pen.word("app-column-standing"),
        &pen.word("app-column-lines"),
        &pen.word("app-column-amount"),
        &pen.word("app-column-hints"),
    ]);
    pen.text(body.main, 1, &format!(" {head}"), pen.theme.key);
    let area = Rect { y: body.main.y + 2, height: body.main.height.saturating_sub(2), ..body.main };
    if screen.length() == 0 {
        let sentence = pen.word(if world.batches.is_empty() {
            "app-batches-none"
        } else {
            "app-batches-none-found"
        });
        pen.paragraph(
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area },
            &sentence,
            pen.theme.text,
        );
    }
    let shown =
        crate::ui::canvas::first_shown(screen.length(), screen.cursor, usize::from(area.height));
    let lines: Vec<(String, Style)> = (shown
        ..screen.length().min(shown + usize::from(area.height)))
        .map(|place| line(pen, &sheet, screen, world, place))
        .collect();
    pen.list(area, screen.length(), screen.cursor, |place| {
        place.checked_sub(shown).and_then(|row| lines.get(row).cloned()).unwrap_or_default()
    });
    sums(pen, body.sums, screen, world);
    if let (Some(pane), Some(batch)) = (body.pane, screen.chosen(world)) {
        evidence(pen, pane, batch);
    }
}

fn columns(width: u16) -> Sheet {
    let wide = width >= 76;
    let (village, hints) = if wide { (12, 9) } else { (8, 8) };
    let lines = if wide { Column::Number(5) } else { Column::Gone };
    let columns = vec![
        Column::Words(1),
        Column::Words(village),
        Column::Rest,
        Column::Words(8),
        lines,
        Column::Number(12),
        Column::Words(hints),
    ];
    Sheet::new(columns, width.saturating_sub(1))
}

fn search(pen: &mut Canvas, area: Rect, screen: &Batches, world: &World) {
    let label = format!(" {}: ", pen.word("app-find"));
    let used = pen.text(area, 0, &label, pen.theme.key);
    let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
    let field = Rect { width: rest.width.min(26), ..rest };
    if screen.searching {
        pen.field(field, 0, &screen.query, true);
    } else {
        let shown =
            if screen.query.text().is_empty() { "-".to_owned() } else { screen.query.shown() };
        pen.text(field, 0, &shown, pen.theme.text);
    }
    let only = screen.only.map_or_else(|| pen.word("app-all"), |due| pen.word(due.key()));
    let count = Sentence::plain("app-shown-of")
        .with("shown", screen.shown.len())
        .with("all", world.batches.len())
        .with("only", only);
    let count = pen.say(&count);
    let right = Rect {
        x: field.x + field.width,
        width: rest.width.saturating_sub(field.width + 1),
        ..area
    };
    pen.text_right(right, 0, &count, pen.theme.text);
}

fn line(
    pen: &Canvas,
    sheet: &Sheet,
    screen: &Batches,
    world: &World,
    place: usize,
) -> (String, Style) {
    if let Some(batch) = screen.shown.get(place).and_then(|place| world.batches.get(*place)) {
        let mark = match batch.hindrance() {
            _ if screen.marked.contains(&batch.seen.batch) => "*",
            Some(_) => "!",
            None => "",
        };
        let period = match batch.kind {
            BatchKind::Normal => batch.period.to_string(),
            BatchKind::Arrears => format!("{} {}", batch.period, pen.word("app-kind-arrears")),
            BatchKind::Correction(_) => {
                format!("{} {}", batch.period, pen.word("app-kind-correction"))
            }
        };
        let what = format!(
            "{} {period}",
            fit(&batch.programme, sheet.rest().saturating_sub(cells(&period) + 1))
        );
        let standing = pen.word(batch.standing.key());
        let lines = batch.totals.lines.to_string();
        let text = sheet.line([
            mark,
            &batch.village,
            &what,
            &standing,
            &lines,
            &batch.totals.fen.grouped(),
            &hint(pen, batch),
        ]);
        return (text, style(pen, batch));
    }
    let person = place.checked_sub(screen.shown.len()).and_then(|place| screen.persons.get(place));
    person.map_or_else(Default::default, |person| (found(pen, sheet, person), pen.theme.inform))
}

fn found(pen: &Canvas, sheet: &Sheet, person: &FoundRow) -> String {
    let row = pen.say(&Sentence::plain("app-row-number").with("line", person.line));
    sheet.line([
        "",
        &person.name,
        &format!("{} {}", person.id, person.title),
        &row,
        "",
        &person.amount.grouped(),
        "",
    ])
}

/// What needs a person first: what blocks, what wants a reason, what is in the way of the next step,
/// the notice's days.
fn hint(pen: &Canvas, batch: &BatchRow) -> String {
    let counted = |key, count: u32| pen.say(&Sentence::plain(key).with("count", count));
    let hindrance = batch.hindrance().filter(|why| !matches!(why, Refusal::NoticeRuns(_)));
    if batch.blocking > 0 {
        counted("app-hint-blocking", batch.blocking)
    } else if batch.unexplained > 0 {
        counted("app-hint-unexplained", batch.unexplained)
    } else if let Some(why) = hindrance {
        pen.say(&short(why))
    } else if batch.lacks_a_look() {
        pen.word("app-unchecked")
    } else if let (Some(notice), Standing::Noticed | Standing::NoticeEnded) =
        (batch.notice, batch.standing)
    {
        days(pen, notice)
    } else if batch.explained > 0 {
        counted("app-hint-explained", batch.explained)
    } else {
        "-".into()
    }
}

fn style(pen: &Canvas, batch: &BatchRow) -> Style {
    match batch.standing {
        Standing::Returned | Standing::Conflict => pen.theme.block,
        _ if batch.blocking > 0 => pen.theme.block,
        _ if batch.unexplained > 0 || batch.hindrance().is_some() => pen.theme.explain,
        Standing::Approved | Standing::HandedOver | Standing::Paid => pen.theme.good,
        Standing::Draft
        | Standing::Noticed
        | Standing::NoticeEnded
        | Standing::Submitted
        | Standing::Reviewed
        | Standing::Withdrawn => pen.theme.text,
    }
}

fn sums(pen: &mut Canvas, line: Rect, screen: &Batches, world: &World) {
    let sentence = |key, batches: &[&BatchRow]| {
        let fen: Fen = batches.iter().map(|batch| batch.totals.fen).sum();
        let lines: u64 = batches.iter().map(|batch| u64::from(batch.totals.lines)).sum();
        Sentence::plain(key)
            .with("batches", batches.len())
            .with("lines", lines)
            .with("sum", fen.grouped())
    };
    let shown: Vec<&BatchRow> = screen.batches(world).collect();
    let mut text = pen.say(&sentence("app-sums-all", &shown));
    let marked: Vec<&BatchRow> =
        world.batches.iter().filter(|batch| screen.marked.contains(&batch.seen.batch)).collect();
    if !marked.is_empty() {
        text = format!("{text}    {}", pen.say(&sentence("app-sums-marked", &marked)));
    }
    pen.text(line, 0, &format!(" {text}"), pen.theme.text);
}

fn evidence(pen: &mut Canvas, pane: Rect, batch: &BatchRow) {
    let count = |key, count: u32| Sentence::plain(key).with("count", count);
    let mut lines = vec![
        format!("{} {}", batch.village, batch.period),
        batch.programme.clone(),
        batch.label.clone(),
        pen.word(batch.standing.key()),
        pen.say(&count("app-count-households", batch.totals.households)),
        pen.say(&count("app-count-persons", batch.totals.persons)),
        pen.say(&Sentence::plain("app-quantity-sum").with("sum", batch.totals.quantity)),
        pen.say(&count("app-hint-blocking", batch.blocking)),
        pen.say(&count("app-hint-unexplained", batch.unexplained)),
        pen.say(&count("app-hint-explained", batch.explained)),
    ];
    if let Some(notice) = batch.notice {
        lines.push(format!("{} - {}", notice.from, notice.to));
        lines.push(days(pen, notice));
    }
    if let Some(why) = batch.hindrance() {
        lines.extend(broken(&pen.say(&why.sentence()), usize::from(pane.width)));
    }
    for (row, line) in (0..pane.height).zip(lines.iter().filter(|line| !line.is_empty())) {
        pen.text(pane, row, line, pen.theme.text);
    }
}
