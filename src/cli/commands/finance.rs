//! `finance export`: the files for the finance bureau.
use super::papers::sha256;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::runtime::files;
use serde_json::json;
use std::path::Path;

pub fn export(invocation: &mut Invocation<'_, '_>, list: &str, folder: &Path) -> Done {
    let session = invocation.open()?;
    let exported = session.export(list)?;
    session.close()?;
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
