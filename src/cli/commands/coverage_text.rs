//! What `coverage` shows to people: each disclosure, each board nobody looked at, the villages
//! without one, the silent columns.
use super::naming::{programme_name, village_name};
use crate::cli::invocation::Invocation;
use crate::cli::output::Answer;
use crate::cli::text_table::{Align, Sheet};
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::dossier::coverage::{Coverage, CoverageRow, DownState};
use crate::domain::text::sentence::Sentence;
use crate::runtime::session::Session;

/// Rows first, then what is amiss with boards.
pub(super) fn told(
    invocation: &Invocation<'_, '_>,
    session: &Session,
    report: &Coverage,
) -> Answer {
    let mut answer = Answer::default();
    if !report.rows.is_empty() {
        answer = answer.sheet(rows(invocation, session, report));
    }
    for board in report.boards.iter().filter(|board| board.overdue) {
        let name = format!("{}/{}", village_name(session, board.division), board.name);
        answer = answer.say(match board.inspected {
            Some((on, _)) => {
                Sentence::plain("cli-coverage-board").with("board", name).with("on", on)
            }
            None => Sentence::plain("cli-coverage-board-never").with("board", name),
        });
    }
    if !report.boardless.is_empty() {
        let villages: Vec<String> =
            report.boardless.iter().map(|village| village_name(session, *village)).collect();
        answer = answer
            .say(Sentence::plain("cli-coverage-boardless").with("villages", villages.join(", ")));
    }
    for silent in &report.silent {
        let sentence = Sentence::plain("cli-coverage-silent")
            .with("village", village_name(session, silent.division));
        answer = answer.say(
            sentence
                .with("column", invocation.output.words.text(silent.column.key()))
                .with("period", silent.period),
        );
    }
    answer
}

fn rows(invocation: &Invocation<'_, '_>, session: &Session, report: &Coverage) -> Sheet {
    let mut sheet = Sheet::new([
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Left,
    ]);
    sheet.row(invocation.titles([
        "cli-title-village",
        "cli-title-programme",
        "cli-title-name",
        "cli-title-edition",
        "cli-title-check",
        "cli-title-posted",
        "cli-title-late",
        "cli-title-down",
    ]));
    for row in &report.rows {
        sheet.row([
            village_name(session, row.division),
            programme_name(session, &row.programme),
            row.label.clone(),
            edition(invocation, row),
            row.code.as_ref().map_or_else(|| "-".to_owned(), Code::check_code),
            format!("{}/{}", row.posted, row.required),
            if row.late_days > 0 { row.late_days.to_string() } else { "-".to_owned() },
            invocation.output.words.say(&down(row)),
        ]);
    }
    sheet
}

fn edition(invocation: &Invocation<'_, '_>, row: &CoverageRow) -> String {
    let key = match row.stage {
        DisclosureStage::Notice => "cli-coverage-notice",
        DisclosureStage::Result => "cli-coverage-result",
    };
    invocation.output.words.say(&Sentence::plain(key).with("revision", row.revision))
}

/// How it stands; of what is owed, until or since when.
fn down(row: &CoverageRow) -> Sentence {
    if let Some(owed) = row.owed {
        return match owed.due {
            Some(due) => Sentence::plain("cli-coverage-owed-until").with("due", due),
            None => Sentence::plain("cli-coverage-owed-since").with("since", owed.since),
        };
    }
    match row.down {
        DownState::NotPosted => Sentence::plain("cli-coverage-not-posted"),
        DownState::Hanging => Sentence::plain("cli-coverage-hanging"),
        DownState::InTime => Sentence::plain("cli-coverage-in-time"),
        DownState::Early(days) => Sentence::plain("cli-coverage-early").with("days", days),
        DownState::Late(days) => Sentence::plain("cli-coverage-late").with("days", days),
        DownState::Overdue(days) => Sentence::plain("cli-coverage-overdue").with("days", days),
        DownState::Recalled if row.recalls_open > 0 => {
            Sentence::plain("cli-coverage-recall-open").with("boards", row.recalls_open)
        }
        DownState::Recalled => Sentence::plain("cli-coverage-recalled"),
    }
}
