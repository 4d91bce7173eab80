//! The official acts: `batch publish`, `submit`, `approve`, `return`, `withdraw`.
use super::{Done, named, who, yuan};
use crate::cli::error::CommandError;
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::{Batch, Desk, DeskError, PublishAsked};
use serde_json::Value;

pub fn submit(session: &mut Session<'_, '_>, names: &[String]) -> Done {
    let mut desk = session.open()?;
    let batches =
        names.iter().map(|name| named(&desk, name)).collect::<Result<Vec<_>, CommandError>>()?;
    let submitted = desk.submit(&batches)?;
    desk.close()?;
    let answer =
        submitted.iter().fold(Answer::default(), |answer, batch| answer.say(done(session, batch)));
    Ok(answer.with("acts", submitted.iter().map(document).collect::<Vec<_>>()))
}

pub fn approve(session: &mut Session<'_, '_>, name: &str) -> Done {
    decided(session, name, Desk::approve)
}

pub fn send_back(session: &mut Session<'_, '_>, name: &str, reason: &str, lines: &[u32]) -> Done {
    decided(session, name, |desk, batch| desk.send_back(batch, reason, lines))
}

pub fn withdraw(
    session: &mut Session<'_, '_>,
    name: &str,
    reason: &str,
    class: WithdrawalReason,
) -> Done {
    decided(session, name, |desk, batch| desk.withdraw_as(batch, reason, class))
}

pub(super) fn decided(
    session: &mut Session<'_, '_>,
    name: &str,
    act: impl FnOnce(&mut Desk, &Batch) -> Result<Batch, DeskError>,
) -> Done {
    let mut desk = session.open()?;
    let batch = named(&desk, name)?;
    let batch = act(&mut desk, &batch)?;
    desk.close()?;
    let answer = Answer::default().say(done(session, &batch)).members(who(&batch));
    Ok(answer.with("entry", entry(&batch)))
}

pub fn publish(session: &mut Session<'_, '_>, name: &str, asked: &PublishAsked) -> Done {
    let mut desk = session.open()?;
    let batch = named(&desk, name)?;
    let (batch, publication) = desk.publish_as(&batch, asked)?;
    let url = desk.qr(&batch)?.1;
    desk.close()?;
    let disclosed = batch.dossier.live(asked.stage).ok_or(DeskError::NotPublished)?;
    let (code, notice) = (&disclosed.body.code, disclosed.body.notice);
    let sentence = match notice {
        Some(days) => Sentence::plain("cli-published").with("from", days.from).with("to", days.to),
        None => Sentence::plain("cli-result-published"),
    };
    let sentence = sentence.with("name", batch.name()).with("revision", disclosed.body.revision);
    let shown = Sentence::plain("cli-batch-code")
        .with("code", code.grouped())
        .with("check", code.check_code());
    let mut answer = Answer::default()
        .say(sentence)
        .say(shown)
        .say(Sentence::plain("cli-url").with("url", &url));
    for year in publication.plan.missing_years.iter().filter(|_| notice.is_some()) {
        answer = answer.say(Sentence::plain("cli-no-holidays").with("year", year));
    }
    Ok(answer
        .members(who(&batch))
        .with("revision", disclosed.body.revision)
        .with("code", code.as_str())
        .with("check_code", code.check_code())
        .with("url", url)
        .with("notice_from", notice.map(|days| days.from.to_string()))
        .with("notice_to", notice.map(|days| days.to.to_string()))
        .with("entry", disclosed.entry.to_string()))
}

/// What stands now, with counts and sums.
pub(super) fn done(session: &Session<'_, '_>, batch: &Batch) -> Sentence {
    let totals = batch.draft.totals;
    Sentence::plain("cli-act-done")
        .with("name", batch.name())
        .with("village", &batch.village)
        .with("programme", &batch.programme)
        .with("stage", session.stage(batch.stage()))
        .with("lines", totals.lines)
        .with("yuan", yuan(totals.fen))
}

fn entry(batch: &Batch) -> Option<String> {
    batch.dossier.history.last().map(|event| event.entry.to_string())
}

/// The members of one act of several.
pub(super) fn document(batch: &Batch) -> Value {
    let mut members = who(batch);
    members.insert("entry".to_owned(), entry(batch).into());
    Value::Object(members)
}
