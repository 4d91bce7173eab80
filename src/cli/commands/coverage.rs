//! `coverage`: which village has posted what, in time or not; which boards nobody looked at; who is
//! silent.
use super::coverage_text;
use super::naming::word;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::disclosure::Code;
use crate::domain::dossier::coverage::{BoardRow, Coverage, CoverageRow, DownState};
use crate::domain::text::sentence::Sentence;
use crate::runtime::session::write_paper;
use serde_json::{Value, json};
use std::path::Path;

pub fn run(invocation: &mut Invocation<'_, '_>, out: Option<&Path>) -> Done {
    let session = invocation.open()?;
    let report = session.coverage()?;
    let paper = out
        .map(|path| {
            session.coverage_paper(&report, path.extension().is_some_and(|ending| ending == "xlsx"))
        })
        .transpose()?;
    let told = coverage_text::told(invocation, &session, &report);
    session.close()?;
    let mut answer = sums(told, &report);
    if let Some((path, bytes)) = out.zip(paper) {
        write_paper(path, &bytes)?;
        answer = answer.say(
            Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len()),
        );
    }
    let answer = answer.with("totals", totals_document(&report)).with("rows", rows(&report));
    let boardless: Vec<String> = report.boardless.iter().map(ToString::to_string).collect();
    Ok(answer
        .with("boards", boards(&report))
        .with("boardless", boardless)
        .with("silent", silent(&report)))
}

/// The sums, last: where a screen is short they are what is still to be seen.
fn sums(answer: Answer, report: &Coverage) -> Answer {
    let totals = report.totals;
    let sentence = Sentence::plain("cli-coverage")
        .with("disclosures", totals.disclosures)
        .with("complete", totals.complete)
        .with("unposted", totals.unposted)
        .with("unpublished", totals.unpublished)
        .with("late", totals.late)
        .with("early", totals.early_down)
        .with("overdue", totals.late_down)
        .with("recalls", totals.recalls_open);
    let care = Sentence::plain("cli-coverage-boards")
        .with("boards", totals.boards_overdue)
        .with("villages", totals.villages_without_board);
    answer.say(sentence).say(care.with("silent", report.silent.len()))
}

fn totals_document(report: &Coverage) -> Value {
    let totals = report.totals;
    json!({
        "disclosures": totals.disclosures,
        "complete": totals.complete,
        "unposted": totals.unposted,
        "late": totals.late,
        "early_down": totals.early_down,
        "late_down": totals.late_down,
        "recalls_open": totals.recalls_open,
        "boards_overdue": totals.boards_overdue,
        "villages_without_board": totals.villages_without_board,
        "unpublished": totals.unpublished,
    })
}

fn rows(report: &Coverage) -> Vec<Value> {
    let row = |row: &CoverageRow| {
        let (down, down_days) = down(row.down);
        json!({
            "division": row.division.to_string(),
            "label": row.label,
            "stage": word(row.stage),
            "revision": row.revision,
            "code": row.code.as_ref().map(Code::as_str),
            "owed_since": row.owed.map(|owed| owed.since.to_string()),
            "due": row.owed.and_then(|owed| owed.due).map(|due| due.to_string()),
            "required": row.required,
            "posted": row.posted,
            "posted_on": row.posted_on.map(|on| on.to_string()),
            "late_days": row.late_days,
            "down_on": row.down_on.map(|on| on.to_string()),
            "down": down,
            "down_days": down_days,
            "recalls_open": row.recalls_open,
        })
    };
    report.rows.iter().map(row).collect()
}

/// A fixed word, and how many days early, late or overdue.
const fn down(state: DownState) -> (&'static str, u32) {
    match state {
        DownState::NotPosted => ("not-posted", 0),
        DownState::Hanging => ("hanging", 0),
        DownState::InTime => ("in-time", 0),
        DownState::Early(days) => ("early", days),
        DownState::Late(days) => ("late", days),
        DownState::Overdue(days) => ("overdue", days),
        DownState::Recalled => ("recalled", 0),
    }
}

fn boards(report: &Coverage) -> Vec<Value> {
    let board = |row: &BoardRow| {
        json!({
            "board": row.subject.to_string(),
            "division": row.division.to_string(),
            "name": row.name,
            "inspected_on": row.inspected.map(|(on, _)| on.to_string()),
            "condition": row.inspected.map(|(_, condition)| word(condition)),
            "overdue": row.overdue,
            "hanging": row.hanging,
        })
    };
    report.boards.iter().map(board).collect()
}

fn silent(report: &Coverage) -> Vec<Value> {
    let told = report.silent.iter();
    told.map(|silent| json!({"division": silent.division.to_string(), "column": silent.column.word(), "period": silent.period.to_string()}))
        .collect()
}
