//! `batch edit`, `batch explain`: changes of a draft.
use super::naming::{named, yuan};
use crate::cli::command::{Change, Explain, ValueFrom};
use crate::cli::error::CommandError;
use crate::cli::invocation::{Invocation, secret_of_file};
use crate::cli::output::{Answer, Done};
use crate::domain::roll::Edit;
use crate::domain::text::sentence::Sentence;
use crate::office::views::{DraftChanged, ReasonGiven, SavedDraft};
use crate::office::{BatchRef, DraftEdit, Request};
use crate::runtime::session::{Batch, Session};
use zeroize::Zeroizing;

pub fn edit(invocation: &mut Invocation<'_, '_>, name: &str, change: &Change) -> Done {
    let (line, edit) = match change {
        Change::Set { line, field, value } => {
            let value = value_of(value)?.to_string();
            (Some(*line), DraftEdit::Do(Edit::Set { line: *line, field: *field, value }))
        }
        Change::Insert => (None, DraftEdit::Append),
        Change::Remove(line) => (Some(*line), DraftEdit::Do(Edit::Remove { line: *line })),
        Change::Undo => (None, DraftEdit::Undo),
    };
    let mut session = invocation.open()?;
    let batch = changed(&mut session, name, edit)?;
    let line = match change {
        Change::Insert => session.rows(&batch)?.lines.iter().map(|line| line.no).max(),
        Change::Set { .. } | Change::Remove(_) | Change::Undo => line,
    };
    session.close()?;
    let draft = SavedDraft::of(&batch);
    Ok(told(invocation, &batch).shows(&DraftChanged { draft, line }))
}

/// Makes the change; gives the draft as it stands then.
fn changed(session: &mut Session, name: &str, edit: DraftEdit) -> Result<Batch, CommandError> {
    session.perform(&Request::edit(BatchRef::named(name), edit))?;
    named(session, name)
}

fn value_of(value: &ValueFrom) -> Result<Zeroizing<String>, CommandError> {
    match value {
        ValueFrom::Argument(text) => Ok(Zeroizing::new(text.clone())),
        ValueFrom::File(path) => secret_of_file(path, "--value-file"),
    }
}

pub fn explain(invocation: &mut Invocation<'_, '_>, asked: &Explain) -> Done {
    let edit = DraftEdit::Do(Edit::Explain {
        check: asked.check,
        lines: asked.lines.clone(),
        reason: asked.reason.clone(),
    });
    let mut session = invocation.open()?;
    let batch = changed(&mut session, &asked.batch, edit)?;
    session.close()?;
    let draft = SavedDraft::of(&batch);
    let explained_lines = asked.lines.clone();
    Ok(told(invocation, &batch).shows(&ReasonGiven { draft, check: asked.check, explained_lines }))
}

fn told(invocation: &Invocation<'_, '_>, batch: &Batch) -> Answer {
    let (totals, found) = (batch.draft.totals, &batch.draft.found);
    let sentence = Sentence::plain("cli-saved")
        .with("name", batch.name())
        .with("lines", totals.lines)
        .with("yuan", yuan(totals.fen))
        .with("found", invocation.found(found));
    Answer::default().say(sentence)
}
