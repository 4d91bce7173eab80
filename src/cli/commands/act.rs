//! Any act of the office: what was asked becomes its request, the session performs it, the answer tells
//! what it touched.
use super::performed::Performed;
use super::told::told;
use crate::cli::act::ActAsked;
use crate::cli::error::CommandError;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::intake::text_of;
use crate::office::{PrivateFile, Request, Values};
use crate::runtime::files;
use std::path::Path;

pub fn run(invocation: &mut Invocation<'_, '_>, asked: &ActAsked) -> Done {
    let request = request(asked)?;
    let mut session = invocation.open()?;
    let outcome = session.perform(&request)?;
    let words = &invocation.output.words;
    let answer = told(&Performed { words, session: &session, asked, outcome: &outcome })?;
    session.close()?;
    Ok(outcome.warnings.into_iter().fold(answer, Answer::say))
}

fn request(asked: &ActAsked) -> Result<Request, CommandError> {
    let mut values = asked.values.clone();
    if let Some((file, path)) = asked.act.spec().private.zip(asked.private.as_deref()) {
        private(&file, path, &mut values)?;
    }
    let request = asked.act.read(asked.target.clone(), &values);
    request.map_err(|error| CommandError::Field(error.sentence))
}

/// A line for each field, the rest of the file for the last one; in any encoding of an editor.
fn private(file: &PrivateFile, path: &Path, values: &mut Values) -> Result<(), CommandError> {
    let shown = || path.display().to_string();
    let text = text_of(&files::read(path)?).ok_or_else(|| CommandError::NotText(shown()))?;
    let mut lines = text.lines().map(str::trim);
    let Some((last, first)) = file.fields.split_last() else { return Ok(()) };
    for field in first {
        values.set(field, lines.next().unwrap_or_default());
    }
    values.set(last, lines.collect::<Vec<_>>().join("\n"));
    if values.text(last).is_empty() { Err(CommandError::NoWords(shown())) } else { Ok(()) }
}
