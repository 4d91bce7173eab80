//! `roll import`.
use super::naming::{period_of, programme_name, village_name, yuan};
use crate::cli::command::RollImport;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::roll::finding::Finding;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::intake::IntakeError;
use crate::office::views::{self, CellFault, ImportFinding, RollView};
use crate::runtime::session::{Failure, ImportAsked, Imported, ImportedRoll, Session};
use std::path::Path;
use std::sync::atomic::AtomicBool;

pub fn import(invocation: &mut Invocation<'_, '_>, asked: &RollImport) -> Done {
    let mut session = invocation.open()?;
    let wanted = ImportAsked {
        programme: asked.programme.clone(),
        division: asked.division,
        period: asked.period,
        columns: asked.columns.clone(),
        profile: asked.profile.clone(),
        save_profile: asked.save_profile.clone(),
        kind: asked.kind,
        manner: asked.manner,
        dry_run: asked.dry_run,
    };
    let never = AtomicBool::new(false);
    let mut answer = Answer::default();
    let mut drafts = Vec::new();
    let mut faults = Vec::new();
    for file in &asked.files {
        match session.import(file, &wanted, &never, &mut |_| {}) {
            Ok(imported) => {
                drafts.extend(
                    imported.rolls.iter().map(|roll| told(invocation, &session, file, roll)),
                );
                answer = summed(answer, invocation, &session, file, &imported);
                let report = &imported.report;
                if !report.errors.is_empty() {
                    faults.extend(
                        report.errors.iter().map(|fault| fault_document(invocation, file, fault)),
                    );
                    answer = refused(answer, invocation, file, &report.errors, report.more_errors);
                }
            }
            Err(Failure::Intake(found, more)) => {
                faults.extend(found.iter().map(|fault| fault_document(invocation, file, fault)));
                answer = refused(answer, invocation, file, &found, more);
                break;
            }
            Err(error) => return Err(error.into()),
        }
    }
    session.close()?;
    let any = !faults.is_empty();
    Ok(answer
        .shows(&views::RollImport { drafts, errors: faults, dry_run: asked.dry_run })
        .found(any))
}

/// Every fault on its line; nothing of this file came in.
fn refused(
    answer: Answer,
    invocation: &Invocation<'_, '_>,
    file: &Path,
    faults: &[IntakeError],
    more: u64,
) -> Answer {
    let all = u64::try_from(faults.len()).unwrap_or(u64::MAX).saturating_add(more);
    let answer = fault_lines(answer, invocation, file, faults);
    answer.say(Sentence::plain("cli-faults").with("file", file.display()).with("count", all))
}

/// Every fault on its line, with its place as Excel shows it.
pub(super) fn fault_lines(
    answer: Answer,
    invocation: &Invocation<'_, '_>,
    file: &Path,
    faults: &[IntakeError],
) -> Answer {
    let name = file.display().to_string();
    faults.iter().fold(answer, |answer, fault| {
        let column = fault
            .column
            .as_ref()
            .map(|column| format!("{} {}", column.letter, column.words).trim().to_owned());
        let column = column.unwrap_or_default();
        let key = match (fault.row, fault.column.is_some()) {
            (0, _) => "cli-fault-file",
            (_, false) => "cli-fault-row",
            (_, true) => "cli-fault-cell",
        };
        let sentence = Sentence::plain(key)
            .with("file", &name)
            .with("sheet", &fault.sheet)
            .with("row", fault.row)
            .with("column", column);
        answer.say(sentence.with("said", invocation.output.words.say(&fault.sentence())))
    })
}

pub(super) fn fault_document(
    invocation: &Invocation<'_, '_>,
    file: &Path,
    fault: &IntakeError,
) -> CellFault {
    CellFault {
        file: file.display().to_string(),
        sheet: fault.sheet.clone(),
        row: fault.row,
        column: fault.column.as_ref().map(|column| column.letter.clone()),
        column_words: fault.column.as_ref().map(|column| column.words.clone()),
        code: fault.sentence.key,
        said: invocation.output.words.say(&fault.sentence()),
    }
}

fn summed(
    answer: Answer,
    invocation: &Invocation<'_, '_>,
    session: &Session,
    file: &Path,
    imported: &Imported,
) -> Answer {
    let name = file.display().to_string();
    let dry_run = imported.rolls.iter().all(|roll| roll.draft.is_none());
    let key = if dry_run { "cli-import-would" } else { "cli-import-done" };
    let head = Sentence::plain(key)
        .with("file", &name)
        .with("lines", imported.report.lines)
        .with("yuan", yuan(imported.report.lines_total))
        .with("rolls", imported.rolls.len());
    let mut sheet = Sheet::new([
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Left,
    ]);
    for roll in &imported.rolls {
        let key = &roll.key;
        sheet.row([
            roll.draft.map_or_else(|| "-".to_owned(), |number| format!("D-{number}")),
            village_name(session, key.division),
            programme_name(session, &key.programme),
            period_of(invocation, key),
            roll.totals.lines.to_string(),
            yuan(roll.totals.fen),
            invocation.found(&roll.found),
        ]);
    }
    let answer = answer.say(head).sheet(sheet);
    imported.report.notes.iter().cloned().fold(answer, Answer::say)
}

fn told(
    invocation: &Invocation<'_, '_>,
    session: &Session,
    file: &Path,
    roll: &ImportedRoll,
) -> RollView {
    let finding = |(finding, rows): &(Finding, Vec<u32>)| ImportFinding {
        check: finding.check,
        level: finding.level,
        lines: finding.lines.clone(),
        rows: rows.clone(),
        code: finding.sentence.key,
        said: invocation.output.words.say(&finding.sentence()),
    };
    RollView {
        draft: roll.draft.map(|number| format!("D-{number}")),
        programme: roll.key.programme.clone(),
        division: roll.key.division,
        village: village_name(session, roll.key.division),
        period: roll.key.period,
        kind: roll.key.kind.word(),
        lines: roll.totals.lines,
        fen: roll.totals.fen,
        file: file.display().to_string(),
        blocking: roll.found.block,
        unexplained: roll.found.unexplained,
        informing: roll.found.inform,
        findings: roll.findings.iter().map(finding).collect(),
    }
}
