//! `batch edit`, `batch explain`, `batch discard`.
use super::{Done, named, who, yuan};
use crate::cli::command::{Change, Explain, ValueFrom};
use crate::cli::error::CommandError;
use crate::cli::output::Answer;
use crate::cli::session::{Session, secret_of_file};
use crate::domain::roll::Edit;
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::{Batch, Checked};
use zeroize::Zeroizing;

pub fn edit(session: &mut Session<'_, '_>, name: &str, change: &Change) -> Done {
    let mut desk = session.open()?;
    let batch = named(&desk, name)?;
    let (line, (batch, checked)) = match change {
        Change::Set { line, field, value } => {
            let value = value_of(value)?.to_string();
            (Some(*line), desk.edit(&batch, &Edit::Set { line: *line, field: *field, value })?)
        }
        Change::Insert => {
            let line = desk.next_line(&batch)?;
            (Some(line), desk.edit(&batch, &Edit::Insert { line })?)
        }
        Change::Remove(line) => (Some(*line), desk.edit(&batch, &Edit::Remove { line: *line })?),
        Change::Undo => (None, desk.undo(&batch)?),
    };
    desk.close()?;
    Ok(told(session, &batch, &checked).with("line", line))
}

fn value_of(value: &ValueFrom) -> Result<Zeroizing<String>, CommandError> {
    match value {
        ValueFrom::Argument(text) => Ok(Zeroizing::new(text.clone())),
        ValueFrom::File(path) => secret_of_file(path, "--value-file"),
    }
}

pub fn explain(session: &mut Session<'_, '_>, asked: &Explain) -> Done {
    let mut desk = session.open()?;
    let batch = named(&desk, &asked.batch)?;
    let edit = Edit::Explain {
        check: asked.check,
        lines: asked.lines.clone(),
        reason: asked.reason.clone(),
    };
    let (batch, checked) = desk.edit(&batch, &edit)?;
    desk.close()?;
    Ok(told(session, &batch, &checked)
        .with("check", super::word(asked.check))
        .with("explained_lines", asked.lines.clone()))
}

fn told(session: &Session<'_, '_>, batch: &Batch, checked: &Checked) -> Answer {
    let totals = checked.totals;
    let sentence = Sentence::plain("cli-saved")
        .with("name", batch.name())
        .with("lines", totals.lines)
        .with("yuan", yuan(totals.fen))
        .with("found", session.found(&checked.found));
    Answer::default()
        .say(sentence)
        .members(who(batch))
        .with("lines", totals.lines)
        .with("fen", totals.fen.fen())
        .with("blocking", checked.found.block)
        .with("unexplained", checked.found.unexplained)
}

pub fn discard(session: &mut Session<'_, '_>, name: &str) -> Done {
    let mut desk = session.open()?;
    let batch = named(&desk, name)?;
    desk.discard(&batch)?;
    desk.close()?;
    Ok(Answer::default()
        .say(Sentence::plain("cli-discarded").with("batch", batch.name()))
        .with("batch", batch.name()))
}
