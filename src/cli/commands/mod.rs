//! One small function per command: ask the session, tell the answer. Groups of commands share a file.
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
use super::invocation::Invocation;
use super::output::Done;

/// Does a command that asks the session; `None` for those that do not (screens, help, demo).
pub fn run(invocation: &mut Invocation<'_, '_>, command: &Command) -> Option<Done> {
    Some(match command {
        Command::Screens | Command::Help(_) | Command::Version | Command::Demo { .. } => {
            return None;
        }
        Command::Act(asked) => act::run(invocation, asked),
        Command::Init(asked) => office::init(invocation, asked),
        Command::UserAdd(asked) => office::user_add(invocation, asked),
        Command::UserList => office::user_list(invocation),
        Command::UserPassword(file) => passwords::change(invocation, file.as_deref()),
        Command::UserReset(asked) => passwords::reset(invocation, asked),
        Command::UserRecover(asked) => passwords::recover(invocation, asked),
        Command::ReferenceImport { folder, dry_run } => {
            rules::reference_import(invocation, folder, *dry_run)
        }
        Command::RuleList { on, kind } => rules::list(invocation, *on, *kind),
        Command::RuleShow(rule) => rules::show(invocation, rule),
        Command::ProgrammeList(on) => rules::programmes(invocation, *on),
        Command::OnList(command) => lists::run(invocation, command),
        Command::RollImport(asked) => rolls::import(invocation, asked),
        Command::OnProfile(command) => profiles::run(invocation, command),
        Command::TemplateBlank { programme, period, out } => {
            templates::blank(invocation, programme, *period, out)
        }
        Command::TemplateExport(render) => templates::export(invocation, render),
        Command::BatchList(filter) => list::list(invocation, filter),
        Command::BatchShow(batch) => show::show(invocation, batch),
        Command::BatchRules(batch) => rules::behind(invocation, batch),
        Command::BatchCheck(batch) => checking::check(invocation, batch),
        Command::BatchEdit { batch, change } => draft::edit(invocation, batch, change),
        Command::BatchExplain(asked) => draft::explain(invocation, asked),
        Command::BatchDiff(batch) => show::diff(invocation, batch),
        Command::BoardList(within) => boards::list(invocation, *within),
        Command::RecallList => recalls::list(invocation),
        Command::RecallPrint(folder) => recalls::print(invocation, folder),
        Command::Coverage(out) => coverage::run(invocation, out.as_deref()),
        Command::CaseList { open, overdue } => cases::list(invocation, *open, *overdue),
        Command::CaseShow(no) => cases::show(invocation, no),
        Command::CaseReply { no, out } => cases::reply(invocation, no, out),
        Command::ListsEnd => due::end_lists(invocation),
        Command::ResultsDue => due::results(invocation),
        Command::CorrectionNotice(render) => papers::correction_notice(invocation, render),
        Command::PolicyCards { programme, out } => {
            papers::policy_cards(invocation, programme.as_deref(), out)
        }
        Command::Find(text) => list::find(invocation, text),
        Command::Poster(render) => papers::poster(invocation, render),
        Command::SignatureSheet(render) => papers::signature_sheet(invocation, render),
        Command::Qr(batch) => papers::qr(invocation, batch),
        Command::SiteBuild(folder) => papers::site(invocation, folder),
        Command::FinanceExport { list, out } => finance::export(invocation, list, out),
        Command::Verify(asked) => maintenance::verify(asked),
        Command::JournalVerify => maintenance::journal(invocation),
        Command::StoreCheck => maintenance::check(invocation),
        Command::StoreBackup(folder) => maintenance::backup(invocation, folder),
        Command::StoreRestore(folder) => maintenance::restore(invocation, folder),
        Command::StoreRebuild => maintenance::rebuild(invocation),
        Command::RetentionList(on) => retention::list(invocation, *on),
        Command::Completions(shell) => Ok(completions::script(invocation, *shell)),
        Command::Man(folder) => manual::write(invocation, folder),
    })
}
