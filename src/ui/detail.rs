//! One thing in full, as lines: a board, a disclosure, a posting. For the page over a narrow screen
//! and the pane of a wide one.
use super::canvas::Canvas;
use super::width::broken;
use crate::app::views::{BoardRow, DisclosedRow, PostingRow};
use crate::domain::board::BoardColumn;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

fn lines(sentence: &[String], width: usize) -> Vec<String> {
    sentence.iter().flat_map(|line| broken(line, width)).collect()
}

/// Label and value.
fn fact(pen: &Canvas, label: &'static str, value: &str) -> String {
    format!("{} {value}", pen.word(label))
}

fn dated(pen: &Canvas, label: &'static str, day: Option<Date>) -> Option<String> {
    day.map(|day| fact(pen, label, &day.to_string()))
}

/// The columns of a board in words.
fn columns(pen: &Canvas, columns: &[BoardColumn]) -> String {
    columns.iter().map(|column| pen.word(column.key())).collect::<Vec<_>>().join(" ")
}

/// A board: where it is, what hangs there, when somebody looked, what it said of its columns.
pub fn board(pen: &Canvas, row: &BoardRow, width: usize) -> Vec<String> {
    let there = &row.described;
    let mut sentence = vec![
        format!("{}/{}", row.village, there.name),
        fact(pen, "app-fact-place", &there.place),
        fact(pen, "app-fact-kind", &pen.word(there.kind.key())),
        fact(pen, "app-fact-columns", &columns(pen, &there.columns)),
    ];
    sentence.extend(row.inspected.map(|(on, condition)| {
        fact(pen, "app-fact-inspected", &format!("{on} {}", pen.word(condition.key())))
    }));
    sentence.extend(dated(pen, "app-fact-retired", row.retired_on));
    sentence.push(pen.say(&Sentence::plain("app-fact-hanging").with("count", row.hanging.len())));
    sentence.extend(row.hanging.iter().map(|(title, on)| format!("  {on} {title}")));
    if !row.nothing.is_empty() {
        sentence.push(pen.word("app-fact-nothing"));
    }
    sentence.extend(row.nothing.iter().map(|nothing| {
        format!("  {} {} {}", nothing.on, pen.word(nothing.column.key()), nothing.period)
    }));
    lines(&sentence, width)
}

/// What stage and revision are called.
pub fn edition(pen: &Canvas, stage: DisclosureStage, revision: u32) -> String {
    let stage = pen.word(match stage {
        DisclosureStage::Notice => "app-stage-notice",
        DisclosureStage::Result => "app-stage-result",
    });
    pen.say(&Sentence::plain("app-edition").with("stage", stage).with("revision", revision))
}

/// How a disclosure stands, in words.
pub fn disclosure_standing(pen: &Canvas, row: &DisclosedRow) -> String {
    match (row.withdrawn, row.ended_on) {
        (Some((_, class)), _) => pen
            .say(&Sentence::plain("app-disclosed-withdrawn").with("class", pen.word(class.key()))),
        (None, Some(on)) => pen.say(&Sentence::plain("app-disclosed-ended").with("on", on)),
        (None, None) if row.live => pen.word("app-disclosed-live"),
        (None, None) => pen.word("app-disclosed-replaced"),
    }
}

/// A disclosure: days, code, what it corrects, what became of it.
pub fn disclosure(pen: &Canvas, row: &DisclosedRow, width: usize) -> Vec<String> {
    let mut sentence = vec![edition(pen, row.stage, row.revision), disclosure_standing(pen, row)];
    sentence.extend(dated(pen, "app-fact-published", Some(row.on)));
    sentence.extend(
        row.notice.map(|notice| {
            fact(pen, "app-fact-notice", &format!("{} - {}", notice.from, notice.to))
        }),
    );
    sentence.push(fact(pen, "app-fact-check-code", &row.code.check_code()));
    sentence.push(fact(pen, "app-fact-code", &row.code.grouped()));
    sentence.extend(row.changed.map(|(count, reason)| {
        pen.say(
            &Sentence::plain("app-fact-changed")
                .with("count", count)
                .with("reason", pen.word(reason.key())),
        )
    }));
    sentence.extend(dated(pen, "app-fact-withdrawn", row.withdrawn.map(|(on, _)| on)));
    sentence.extend(dated(
        pen,
        "app-fact-list-until",
        row.list_until.filter(|_| row.withdrawn.is_none()),
    ));
    lines(&sentence, width)
}

/// How a posting stands, in words.
pub fn posting_standing(pen: &Canvas, row: &PostingRow) -> String {
    match row.down_on {
        Some(on) => pen.say(&Sentence::plain("app-posting-down").with("on", on)),
        None if row.recalled => pen.word("app-posting-recalled"),
        None => pen.word("app-posting-hangs"),
    }
}

/// A posting: where, from when to when, its photos.
pub fn posting(pen: &Canvas, row: &PostingRow, width: usize) -> Vec<String> {
    let mut sentence = vec![
        row.board.clone(),
        posting_standing(pen, row),
        fact(pen, "app-fact-posted", &row.on.to_string()),
        fact(pen, "app-fact-check-code", &row.check_code),
    ];
    sentence.extend(dated(pen, "app-fact-through", row.through));
    sentence.push(pen.say(&Sentence::plain("app-fact-photos").with("count", row.photos)));
    lines(&sentence, width)
}
