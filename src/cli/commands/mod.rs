//! One small function per command: ask the desk, tell the answer. Groups of commands share a file.
//! All acts of the office are run by one ([`act`]); a `*_told` file says what they touched.
mod act;
mod batch_told;
mod board_told;
mod boards;
mod case_told;
mod cases;
mod checking;
mod completions;
mod coverage;
mod coverage_text;
mod draft;
mod draft_told;
mod due;
mod erasure_told;
mod finance;
mod list;
mod lists;
mod maintenance;
mod manual;
mod naming;
mod office;
mod papers;
mod passwords;
mod pay_list_told;
mod performed;
mod posting_told;
mod profiles;
mod publication_told;
mod recalls;
mod retention;
mod rolls;
mod rules;
mod show;
mod templates;
mod told;

use super::command::Command;
use super::output::Done;
use super::session::Session;

/// Does a command that asks the desk; `None` for those that do not (screens, help, demo).
pub fn run(session: &mut Session<'_, '_>, command: &Command) -> Option<Done> {
    Some(match command {
        Command::Screens | Command::Help(_) | Command::Version | Command::Demo { .. } => {
            return None;
        }
        Command::Act(asked) => act::run(session, asked),
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
        Command::BatchList(filter) => list::list(session, filter),
        Command::BatchShow(batch) => show::show(session, batch),
        Command::BatchRules(batch) => rules::behind(session, batch),
        Command::BatchCheck(batch) => checking::check(session, batch),
        Command::BatchEdit { batch, change } => draft::edit(session, batch, change),
        Command::BatchExplain(asked) => draft::explain(session, asked),
        Command::BatchDiff(batch) => show::diff(session, batch),
        Command::BoardList(within) => boards::list(session, *within),
        Command::RecallList => recalls::list(session),
        Command::RecallPrint(folder) => recalls::print(session, folder),
        Command::Coverage(out) => coverage::run(session, out.as_deref()),
        Command::CaseList { open, overdue } => cases::list(session, *open, *overdue),
        Command::CaseShow(no) => cases::show(session, no),
        Command::CaseReply { no, out } => cases::reply(session, no, out),
        Command::ListsEnd => due::end_lists(session),
        Command::ResultsDue => due::results(session),
        Command::CorrectionNotice(render) => papers::correction_notice(session, render),
        Command::PolicyCards { programme, out } => {
            papers::policy_cards(session, programme.as_deref(), out)
        }
        Command::Find(text) => list::find(session, text),
        Command::Poster(render) => papers::poster(session, render),
        Command::SignatureSheet(render) => papers::signature_sheet(session, render),
        Command::Qr(batch) => papers::qr(session, batch),
        Command::SiteBuild(folder) => papers::site(session, folder),
        Command::FinanceExport { list, out } => finance::export(session, list, out),
        Command::Verify(asked) => maintenance::verify(asked),
        Command::JournalVerify => maintenance::journal(session),
        Command::StoreCheck => maintenance::check(session),
        Command::StoreBackup(folder) => maintenance::backup(session, folder),
        Command::StoreRestore(folder) => maintenance::restore(session, folder),
        Command::StoreRebuild => maintenance::rebuild(session),
        Command::RetentionList(on) => retention::list(session, *on),
        Command::Completions(shell) => Ok(completions::script(session, *shell)),
        Command::Man(folder) => manual::write(session, folder),
    })
}
