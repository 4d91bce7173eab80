//! `recall list`, `recall print`.
use super::naming::who;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::runtime::files;
use crate::runtime::session::OpenRecall;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub fn list(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let open = session.recalls()?;
    session.close()?;
    let mut answer = Answer::default();
    if open.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-recalls"));
    }
    for recall in &open {
        let sentence = Sentence::plain("cli-recall")
            .with("name", recall.batch.name())
            .with("revision", recall.disclosed.body.revision);
        let sentence = sentence
            .with("check", recall.disclosed.body.code.check_code())
            .with("board", recall.board.name());
        answer = answer.say(sentence.with("since", recall.since));
    }
    Ok(answer.with("recalls", open.iter().map(document).collect::<Vec<Value>>()))
}

fn document(recall: &OpenRecall) -> Value {
    let mut members = who(&recall.batch);
    members.insert("board".into(), recall.board.subject.to_string().into());
    members.insert("board_name".into(), recall.board.name().into());
    members.insert("revision".into(), recall.disclosed.body.revision.into());
    members.insert("code".into(), recall.disclosed.body.code.as_str().into());
    members.insert("since".into(), recall.since.to_string().into());
    members.insert("because".into(), recall.because.word().into());
    Value::Object(members)
}

pub fn print(invocation: &mut Invocation<'_, '_>, folder: &Path) -> Done {
    let session = invocation.open()?;
    let orders = session.recall_orders()?;
    session.close()?;
    let mut answer = Answer::default();
    let mut told = Vec::with_capacity(orders.len());
    for (name, bytes) in &orders {
        let path: PathBuf = folder.join(name);
        files::write(&path, bytes)?;
        answer = answer.say(
            Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len()),
        );
        told.push(json!({"file": path.display().to_string(), "bytes": bytes.len()}));
    }
    if orders.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-recalls"));
    }
    Ok(answer.with("files", told))
}
