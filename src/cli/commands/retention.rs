//! `retention list|erase`.
use super::{Done, named, who};
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::journal::{Subject, SubjectKind};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::desk::ErasureDue;
use serde_json::Value;
use std::path::PathBuf;

pub fn list(session: &mut Session<'_, '_>, on: Option<Date>) -> Done {
    let desk = session.open()?;
    let due = desk.erasures_due(on.unwrap_or_else(|| desk.now().date()))?;
    let stale = shown(&desk.stale_backups()?);
    desk.close()?;
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

pub fn erase(session: &mut Session<'_, '_>, name: &str, reason: ErasureReason) -> Done {
    let mut desk = session.open()?;
    let enquiry = Subject::parse(name).ok().filter(|subject| subject.kind == SubjectKind::Enquiry);
    let erasure = if let Some(subject) = enquiry {
        desk.erase_enquiry(subject, reason)?
    } else {
        let batch = named(&desk, name)?;
        desk.erase(&batch, reason)?
    };
    desk.close()?;
    let mut answer = Answer::default()
        .say(Sentence::plain("cli-erased").with("name", name).with("blobs", erasure.blobs));
    for place in shown(&erasure.renewed) {
        answer = answer.say(Sentence::plain("cli-backup-renewed").with("folder", place));
    }
    for place in shown(&erasure.unreachable) {
        answer = answer.say(Sentence::plain("cli-backup-unreachable").with("folder", place));
    }
    let found = !erasure.unreachable.is_empty();
    Ok(answer
        .with("blobs", erasure.blobs)
        .with("renewed", shown(&erasure.renewed))
        .with("unreachable", shown(&erasure.unreachable))
        .found(found))
}

fn shown(places: &[PathBuf]) -> Vec<String> {
    places.iter().map(|place| place.display().to_string()).collect()
}
