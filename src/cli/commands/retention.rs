//! `retention list`.
use super::naming::who;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::session::ErasureDue;
use serde_json::Value;
use std::path::PathBuf;

pub fn list(invocation: &mut Invocation<'_, '_>, on: Option<Date>) -> Done {
    let session = invocation.open()?;
    let due = session.erasures_due(on.unwrap_or_else(|| session.now().date()))?;
    let stale = shown(&session.stale_backups()?);
    session.close()?;
    let mut answer = Answer::default();
    if due.is_empty() {
        answer = answer.say(Sentence::plain("cli-nothing-to-erase"));
    }
    for one in &due {
        let sentence = Sentence::plain("cli-erasure-due")
            .with("name", one.batch.name())
            .with("village", &one.batch.village);
        answer =
            answer.say(sentence.with("programme", &one.batch.programme).with("until", one.until));
    }
    for place in &stale {
        answer = answer.say(Sentence::plain("cli-backup-unreachable").with("folder", place));
    }
    Ok(answer
        .with("stale_backups", stale)
        .with("due", due.iter().map(document).collect::<Vec<Value>>()))
}

fn document(due: &ErasureDue) -> Value {
    let mut members = who(&due.batch);
    members.insert("keep_until".to_owned(), due.until.to_string().into());
    Value::Object(members)
}

fn shown(places: &[PathBuf]) -> Vec<String> {
    places.iter().map(|place| place.display().to_string()).collect()
}
