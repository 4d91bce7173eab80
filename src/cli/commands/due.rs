//! What has come due: `lists end`, `results due`.
use super::batch_told::several;
use super::naming::who;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::office::{BatchName, BatchRef, Request};
use serde_json::Value;

/// Takes down the lists of every batch whose public time is over.
pub fn end_lists(invocation: &mut Invocation<'_, '_>) -> Done {
    let mut session = invocation.open()?;
    let mut ended = Vec::new();
    for (batch, _) in session.lists_due()? {
        let name = BatchName::Draft(batch.draft.number);
        session.perform(&Request::end_lists(BatchRef { name: name.clone(), seen: None }))?;
        ended.push(session.batch(&name)?);
    }
    session.close()?;
    let answer = several(&invocation.output.words, &ended);
    Ok(if ended.is_empty() { answer.say(Sentence::plain("cli-no-lists-due")) } else { answer })
}

pub fn results(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let due = session.results_due()?;
    session.close()?;
    let mut answer = Answer::default();
    if due.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-results-due"));
    }
    for (batch, day) in &due {
        answer = answer
            .say(Sentence::plain("cli-result-due").with("name", batch.name()).with("due", day));
    }
    let told = due.iter().map(|(batch, day)| {
        let mut members = who(batch);
        members.insert("due".to_owned(), day.to_string().into());
        Value::Object(members)
    });
    Ok(answer.with("results", told.collect::<Vec<Value>>()))
}
