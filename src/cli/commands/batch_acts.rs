//! Later stages: `batch sign|unsubmit|withdraw-disclosure|correct`, `finance paid`, `lists end`,
//! `results due`.
use super::acts::{decided, document, done};
use super::days::warned;
use super::papers::written;
use crate::cli::commands::{Done, named, who};
use crate::cli::life::OnStage;
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::{Batch, Desk};
use serde_json::Value;

pub fn run(session: &mut Session<'_, '_>, command: &OnStage) -> Done {
    match command {
        OnStage::Sign(name) => decided(session, name, Desk::sign),
        OnStage::Unsubmit(name) => decided(session, name, Desk::unsubmit),
        OnStage::WithdrawDisclosure { batch, code, class, reason } => {
            decided(session, batch, |desk, batch| {
                desk.withdraw_disclosure(batch, code.as_ref(), reason, *class)
            })
        }
        OnStage::Correct { batch, lines } => {
            let mut desk = session.open()?;
            let batch = named(&desk, batch)?;
            let correction = desk.correct(&batch, lines)?;
            desk.close()?;
            Ok(Answer::default()
                .say(done(session, &correction))
                .members(who(&correction))
                .with("entry", Value::Null))
        }
        OnStage::Paid { list, on } => {
            let mut desk = session.open()?;
            let made = desk.book_paid(list, *on)?;
            let latest = made
                .batches
                .iter()
                .filter_map(|batch| Some(batch.dossier.booked()?.body.result_due))
                .max();
            let answer = warned(&desk, all(session, &made.batches), *on, latest.unwrap_or(*on));
            desk.close()?;
            Ok(answer)
        }
        OnStage::EndLists => end_lists(session),
        OnStage::ResultsDue => results_due(session),
        OnStage::CorrectionNotice { batch, out } => {
            let desk = session.open()?;
            let bytes = desk.correction_notice(&named(&desk, batch)?)?;
            desk.close()?;
            written(out, &bytes)
        }
        OnStage::PolicyCards { programme, out } => {
            let desk = session.open()?;
            let bytes = desk.policy_cards(programme.as_deref())?;
            desk.close()?;
            written(out, &bytes)
        }
    }
}

fn all(session: &Session<'_, '_>, batches: &[Batch]) -> Answer {
    let answer =
        batches.iter().fold(Answer::default(), |answer, batch| answer.say(done(session, batch)));
    answer.with("acts", batches.iter().map(document).collect::<Vec<Value>>())
}

fn end_lists(session: &mut Session<'_, '_>) -> Done {
    let mut desk = session.open()?;
    let mut ended = Vec::new();
    for (batch, _) in desk.lists_due()? {
        ended.push(desk.end_lists(&batch)?);
    }
    desk.close()?;
    let answer = all(session, &ended);
    Ok(if ended.is_empty() { answer.say(Sentence::plain("cli-no-lists-due")) } else { answer })
}

fn results_due(session: &mut Session<'_, '_>) -> Done {
    let desk = session.open()?;
    let due = desk.results_due()?;
    desk.close()?;
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
