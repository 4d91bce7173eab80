//! One small function per command: ask the desk, tell the answer. Groups of commands share a file.
mod acts;
mod batch_acts;
mod boards;
mod cases;
mod checking;
mod completions;
mod coverage;
mod coverage_text;
mod days;
mod list;
mod lists;
mod maintenance;
mod manual;
mod mending;
mod office;
mod papers;
mod passwords;
mod paying;
mod profiles;
mod retention;
mod rolls;
mod rules;
mod show;
mod templates;

use super::command::Command;
use super::error::CommandError;
use super::output::Answer;
use super::session::Session;
use crate::domain::reference::division::{Division, DivisionCode};
use crate::domain::roll::{BatchKind, RollKey, Totals};
use crate::domain::values::money::Fen;
use crate::runtime::desk::{Batch, BatchName, Desk};
use serde::Serialize;
use serde_json::{Value, json};

/// What a command comes to.
pub type Done = Result<Answer, CommandError>;

/// Does a command that asks the desk; `None` for those that do not (screens, help, demo).
pub fn run(session: &mut Session<'_, '_>, command: &Command) -> Option<Done> {
    Some(match command {
        Command::Screens | Command::Help(_) | Command::Version | Command::Demo { .. } => {
            return None;
        }
        Command::Init(asked) => office::init(session, asked),
        Command::UserAdd(asked) => office::user_add(session, asked),
        Command::UserList => office::user_list(session),
        Command::UserPassword(file) => passwords::change(session, file.as_deref()),
        Command::UserReset(asked) => passwords::reset(session, asked),
        Command::UserRecover(asked) => passwords::recover(session, asked),
        Command::ReferenceImport { folder, dry_run } => {
            rules::reference_import(session, folder, *dry_run)
        }
        Command::RuleList { on, kind } => rules::list(session, *on, *kind),
        Command::RuleShow(rule) => rules::show(session, rule),
        Command::ProgrammeList(on) => rules::programmes(session, *on),
        Command::OnList(command) => lists::run(session, command),
        Command::RollImport(asked) => rolls::import(session, asked),
        Command::OnProfile(command) => profiles::run(session, command),
        Command::TemplateBlank { programme, period, out } => {
            templates::blank(session, programme, *period, out)
        }
        Command::TemplateExport(render) => templates::export(session, render),
        Command::RollNew(asked) => rolls::new(session, asked),
        Command::BatchList(filter) => list::list(session, filter),
        Command::BatchShow(batch) => show::show(session, batch),
        Command::BatchDiscard(batch) => mending::discard(session, batch),
        Command::BatchRules(batch) => rules::behind(session, batch),
        Command::BatchCheck(batch) => checking::check(session, batch),
        Command::BatchEdit { batch, change } => mending::edit(session, batch, change),
        Command::BatchExplain(asked) => mending::explain(session, asked),
        Command::BatchDiff(batch) => show::diff(session, batch),
        Command::BatchPublish { batch, asked } => acts::publish(session, batch, asked),
        Command::BatchSubmit(batches) => acts::submit(session, batches),
        Command::BatchApprove(batch) => acts::approve(session, batch),
        Command::BatchReturn { batch, reason, lines } => {
            acts::send_back(session, batch, reason, lines)
        }
        Command::BatchWithdraw { batch, reason, class } => {
            acts::withdraw(session, batch, reason, *class)
        }
        Command::OnBoard(command) => boards::run(session, command),
        Command::OnCase(command) => cases::run(session, command),
        Command::OnStage(command) => batch_acts::run(session, command),
        Command::Find(text) => list::find(session, text),
        Command::Poster(render) => papers::poster(session, render),
        Command::SignatureSheet(render) => papers::signature_sheet(session, render),
        Command::Qr(batch) => papers::qr(session, batch),
        Command::SiteBuild(folder) => papers::site(session, folder),
        Command::FinancePay(batches) => paying::pay(session, batches),
        Command::FinanceExport { list, out } => paying::export(session, list, out),
        Command::Verify(asked) => maintenance::verify(asked),
        Command::JournalVerify => maintenance::journal(session),
        Command::StoreCheck => maintenance::check(session),
        Command::StoreBackup(folder) => maintenance::backup(session, folder),
        Command::StoreRestore(folder) => maintenance::restore(session, folder),
        Command::StoreRebuild => maintenance::rebuild(session),
        Command::RetentionList(on) => retention::list(session, *on),
        Command::Completions(shell) => Ok(completions::script(session, *shell)),
        Command::Man(folder) => manual::write(session, folder),
        Command::RetentionErase { name, reason } => retention::erase(session, name, *reason),
    })
}

/// The batch that `text` names.
fn named(desk: &Desk, text: &str) -> Result<Batch, CommandError> {
    Ok(desk.batch(&BatchName::parse(text))?)
}

/// A word of the journal as JSON writes it.
fn word(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// `"lines"`, `"households"`, `"persons"`, `"fen"`.
fn counted(totals: &Totals) -> Value {
    json!({"lines": totals.lines, "households": totals.households, "persons": totals.persons, "fen": totals.fen.fen()})
}

/// The members that name a batch in every document.
fn who(batch: &Batch) -> serde_json::Map<String, Value> {
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
fn period_of(session: &Session<'_, '_>, key: &RollKey) -> String {
    let kind = match key.kind {
        BatchKind::Normal => return key.period.to_string(),
        BatchKind::Arrears => "cli-kind-arrears",
        BatchKind::Correction(_) => "cli-kind-correction",
    };
    format!("{} {}", key.period, session.output.words.text(kind))
}

/// 段村, or the code if the reference data lacks it.
fn village_name(desk: &Desk, code: DivisionCode) -> String {
    desk.reference()
        .division(code, desk.now().date())
        .map_or_else(|| code.to_string(), Division::place)
}

/// The programme's name, or its code if the reference data lacks it.
fn programme_name(desk: &Desk, code: &str) -> String {
    desk.reference()
        .programme(code, desk.now().date())
        .map_or_else(|| code.to_owned(), |programme| programme.name.clone())
}

/// Yuan with separators.
fn yuan(amount: Fen) -> String {
    amount.grouped()
}
