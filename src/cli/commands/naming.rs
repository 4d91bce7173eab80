//! How documents and sheets name things: batches, villages, programmes, amounts.
use crate::cli::error::CommandError;
use crate::cli::invocation::Invocation;
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::roll::{BatchKind, RollKey, Totals};
use crate::domain::values::money::Fen;
use crate::runtime::session::{Batch, BatchName, Session};
use serde::Serialize;
use serde_json::{Value, json};

/// The batch that `text` names.
pub(super) fn named(session: &Session, text: &str) -> Result<Batch, CommandError> {
    Ok(session.batch(&BatchName::parse(text))?)
}

/// A word of the journal as JSON writes it.
pub(super) fn word(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// `"lines"`, `"households"`, `"persons"`, `"fen"`.
pub(super) fn counted(totals: &Totals) -> Value {
    json!({"lines": totals.lines, "households": totals.households, "persons": totals.persons, "fen": totals.fen.fen()})
}

/// The members that name a batch in every document.
pub(super) fn who(batch: &Batch) -> serde_json::Map<String, Value> {
    let key = &batch.draft.key;
    let members = json!({
        "batch": batch.draft.subject.map_or_else(|| format!("D-{}", batch.draft.number), |subject| subject.to_string()),
        "draft": format!("D-{}", batch.draft.number),
        "label": batch.dossier.label().unwrap_or_default(),
        "programme": key.programme,
        "programme_name": batch.programme,
        "division": key.division.to_string(),
        "village": batch.village,
        "period": key.period.to_string(),
        "kind": key.kind.word(),
        "stage": word(batch.stage()),
    });
    if let Value::Object(members) = members { members } else { serde_json::Map::new() }
}

/// The period of a roll, and what kind it is if it is not the usual one: `2026 补发`.
pub(super) fn period_of(invocation: &Invocation<'_, '_>, key: &RollKey) -> String {
    let kind = match key.kind {
        BatchKind::Normal => return key.period.to_string(),
        BatchKind::Arrears => "cli-kind-arrears",
        BatchKind::Correction(_) => "cli-kind-correction",
    };
    format!("{} {}", key.period, invocation.output.words.text(kind))
}

/// 段村, or the code if the reference data lacks it.
pub(super) fn village_name(session: &Session, code: DivisionCode) -> String {
    session
        .reference()
        .division(code, session.now().date())
        .map_or_else(|| code.to_string(), Division::place)
}

/// The programme's name, or its code if the reference data lacks it.
pub(super) fn programme_name(session: &Session, code: &str) -> String {
    session
        .reference()
        .programme(code, session.now().date())
        .map_or_else(|| code.to_owned(), |programme| programme.name.clone())
}

/// Yuan with separators.
pub(super) fn yuan(amount: Fen) -> String {
    amount.grouped()
}
