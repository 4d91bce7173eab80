//! `batch list`, `find`.
use super::naming::{period_of, who, yuan};
use crate::cli::command::BatchFilter;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::runtime::session::{Batch, FoundPerson, Payment, Session};
use serde_json::{Value, json};

pub fn list(invocation: &mut Invocation<'_, '_>, filter: &BatchFilter) -> Done {
    let session = invocation.open()?;
    let wanted_programme = filter.programme.as_deref().map(|text| code_of(&session, text));
    let mut batches = session.batches()?;
    batches.retain(|batch| {
        let key = &batch.draft.key;
        filter.stage.is_none_or(|stage| batch.stage() == stage)
            && wanted_programme.as_ref().is_none_or(|code| key.programme == *code)
            && filter.division.is_none_or(|division| division.holds(key.division))
    });
    session.close()?;
    let lines: u64 = batches.iter().map(|batch| u64::from(batch.draft.totals.lines)).sum();
    let fen: Fen = batches.iter().map(|batch| batch.draft.totals.fen).sum();
    let mut sheet = Sheet::new([
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Left,
    ]);
    sheet.row(invocation.titles([
        "cli-title-name",
        "cli-title-village",
        "cli-title-programme",
        "cli-title-period",
        "cli-title-stage",
        "cli-title-lines",
        "cli-title-yuan",
        "cli-title-found",
    ]));
    for batch in &batches {
        sheet.row(row(invocation, batch));
    }
    let sums = Sentence::plain("cli-list-sums")
        .with("batches", batches.len())
        .with("lines", lines)
        .with("yuan", yuan(fen));
    let listed: Vec<Value> = batches.iter().map(document).collect();
    Ok(Answer::default()
        .sheet(sheet)
        .say(sums)
        .with("batches", listed)
        .with("lines", lines)
        .with("fen", fen.fen()))
}

/// The code of the programme that `text` names.
fn code_of(session: &Session, text: &str) -> String {
    session
        .reference()
        .programme_named(text)
        .map_or_else(|| text.to_owned(), |programme| programme.code.clone())
}

fn row(invocation: &Invocation<'_, '_>, batch: &Batch) -> [String; 8] {
    let totals = &batch.draft.totals;
    [
        batch.name(),
        batch.village.clone(),
        batch.programme.clone(),
        period_of(invocation, &batch.draft.key),
        invocation.stage(batch.stage()),
        totals.lines.to_string(),
        yuan(totals.fen),
        invocation.found(&batch.draft.found),
    ]
}

fn document(batch: &Batch) -> Value {
    let mut members = who(batch);
    members.insert("lines".to_owned(), batch.draft.totals.lines.into());
    members.insert("fen".to_owned(), batch.draft.totals.fen.fen().into());
    members.insert("blocking".to_owned(), batch.draft.found.block.into());
    members.insert("unexplained".to_owned(), batch.draft.found.unexplained.into());
    Value::Object(members)
}

pub fn find(invocation: &mut Invocation<'_, '_>, text: &str) -> Done {
    let mut session = invocation.open()?;
    let people = session.find(text)?;
    session.close()?;
    let mut sheet = Sheet::new([
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Right,
        Align::Left,
        Align::Left,
        Align::Left,
        Align::Right,
    ]);
    sheet.row(invocation.titles([
        "cli-title-person",
        "cli-title-id",
        "cli-title-name",
        "cli-title-line",
        "cli-title-village",
        "cli-title-programme",
        "cli-title-period",
        "cli-title-yuan",
    ]));
    for person in &people {
        for payment in &person.payments {
            sheet.row(found_row(person, payment));
        }
    }
    let count = Sentence::plain("cli-found-people").with("people", people.len());
    let told: Vec<Value> = people.iter().map(found_document).collect();
    Ok(Answer::default().sheet(sheet).say(count).with("people", told))
}

fn found_row(person: &FoundPerson, payment: &Payment) -> [String; 8] {
    [
        person.name.clone(),
        person.masked_id.clone(),
        payment.batch.clone(),
        payment.line.to_string(),
        payment.village.clone(),
        payment.programme.clone(),
        payment.period.to_string(),
        yuan(payment.amount),
    ]
}

fn found_document(person: &FoundPerson) -> Value {
    let payment = |payment: &Payment| {
        json!({
            "batch": payment.batch, "line": payment.line, "programme": payment.programme, "village": payment.village,
            "period": payment.period.to_string(), "fen": payment.amount.fen(),
        })
    };
    json!({"name": person.name, "id": person.masked_id, "payments": person.payments.iter().map(payment).collect::<Vec<_>>()})
}
