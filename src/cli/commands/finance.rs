//! `finance export`: the files for the finance bureau.
use super::papers::sha256;
use crate::cli::output::{Answer, Done};
use crate::cli::session::Session;
use crate::domain::text::sentence::Sentence;
use crate::runtime::files;
use serde_json::json;
use std::path::Path;

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
