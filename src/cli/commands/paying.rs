//! `finance pay` (an act), `finance export` (rendering).
use super::papers::sha256;
use super::{Done, named, yuan};
use crate::cli::error::CommandError;
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::Batch;
use crate::runtime::files;
use serde_json::json;
use std::path::Path;

pub fn pay(session: &mut Session<'_, '_>, names: &[String]) -> Done {
    let mut desk = session.open()?;
    let batches =
        names.iter().map(|name| named(&desk, name)).collect::<Result<Vec<_>, CommandError>>()?;
    let made = desk.pay(&batches)?;
    desk.close()?;
    let sentence = Sentence::plain("cli-pay-list")
        .with("list", &made.id)
        .with("batches", made.batches.len())
        .with("lines", made.lines)
        .with("yuan", yuan(made.fen));
    let labels: Vec<String> = made.batches.iter().map(Batch::name).collect();
    Ok(Answer::default()
        .say(sentence)
        .with("list", made.id.as_str())
        .with("batches", labels)
        .with("lines", made.lines)
        .with("fen", made.fen.fen()))
}

pub fn export(session: &mut Session<'_, '_>, list: &str, folder: &Path) -> Done {
    let desk = session.open()?;
    let exported = desk.export(list)?;
    desk.close()?;
    let mut answer = Answer::default();
    let mut told = Vec::with_capacity(exported.len());
    for (name, bytes) in &exported {
        let path = folder.join(name);
        files::write(&path, bytes)?;
        answer = answer.say(
            Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len()),
        );
        told.push(json!({"file": path.display().to_string(), "bytes": bytes.len(), "sha256": sha256(bytes)}));
    }
    Ok(answer.with("list", list).with("folder", folder.display().to_string()).with("files", told))
}
