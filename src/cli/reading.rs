//! From the words of one command to its typed form; one small function per command, named in the
//! table.
use super::args::Args;
use super::command::{
    BatchFilter, Change, Command, Explain, Init, NewPassword, OnList, OnProfile, Poster, Render,
    RollImport, UserAdd, ValueFrom, Verify,
};
use super::usage::UsageError;
use super::values::{
    DAY, PERIOD, code, date, division, journal_word, line, lines, period, roles, shell, shells,
};
use crate::domain::people::cross_match::ListKind;
use crate::domain::reference::rule::RuleKind;
use crate::domain::roll::column_profile::{ColumnMeaning, profile_name};
use crate::domain::roll::{BatchKind, Field};
use crate::intake::HeaderPolicy;
use crate::runtime::session::ListAsked;
use std::path::PathBuf;

type Reading = Result<Command, UsageError>;

const DIVISION: &str = "140923104201";
const COLUMNS: &str = "领取额=amount,H=remark,I=-";

pub fn init(args: &Args) -> Reading {
    Ok(Command::Init(Init {
        office: args.read_needed("office", "140923104", division)?,
        name: args.needed("name")?,
        host: args.needed("host")?,
        practice: args.has("practice"),
        id_number_file: args.path("id-number-file"),
        recovery_file: args.path("recovery-file"),
    }))
}

pub fn user_add(args: &Args) -> Reading {
    Ok(Command::UserAdd(UserAdd {
        name: args.needed("name")?,
        roles: roles(&args.needed("roles")?)?,
        id_number_file: args.path("id-number-file"),
        new_password_file: args.path("new-password-file"),
    }))
}

pub fn user_reset(args: &Args) -> Reading {
    new_password(args).map(Command::UserReset)
}

pub fn user_recover(args: &Args) -> Reading {
    new_password(args).map(Command::UserRecover)
}

fn new_password(args: &Args) -> Result<NewPassword, UsageError> {
    Ok(NewPassword {
        user: args.word(0)?,
        code_file: args.path("code-file"),
        file: args.path("new-password-file"),
    })
}

pub fn reference_import(args: &Args) -> Reading {
    Ok(Command::ReferenceImport { folder: args.word(0)?.into(), dry_run: args.has("dry-run") })
}

pub fn rule_list(args: &Args) -> Reading {
    let on = args.read("on", DAY, date)?;
    Ok(Command::RuleList { on, kind: args.choice("kind", RuleKind::of_word)? })
}

pub fn rule_show(args: &Args) -> Reading {
    let rule = args.word(0)?.parse().ok();
    rule.map(Command::RuleShow).ok_or(UsageError::Form {
        option: "RULE".to_owned(),
        form: "programme:P01@2026-01-01".to_owned(),
    })
}

pub fn programme_list(args: &Args) -> Reading {
    Ok(Command::ProgrammeList(args.read("on", DAY, date)?))
}

pub fn list_import(args: &Args) -> Reading {
    let asked = ListAsked {
        kind: args.choice_needed("kind", ListKind::parse)?,
        programme: args.value("programme"),
        as_of: args.read_needed("as-of", "2026-06-30", date)?,
    };
    Ok(Command::OnList(OnList::Import(args.word(0)?.into(), asked)))
}

pub fn roll_import(args: &Args) -> Reading {
    let columns = args.read("columns", COLUMNS, ColumnMeaning::parse_all)?.unwrap_or_default();
    let save_profile = args.read("save-profile", "月表", profile_name)?;
    if args.has("columns") && args.has("profile") {
        return Err(UsageError::OneOf {
            command: args.spec.name(),
            options: "--columns, --profile".to_owned(),
        });
    }
    let manner = match (args.has("despite-title"), args.has("template")) {
        (false, false) => HeaderPolicy::TitlesFit,
        (true, false) => HeaderPolicy::DespiteTitles,
        (false, true) => HeaderPolicy::Template,
        (true, true) => {
            return Err(UsageError::OneOf {
                command: args.spec.name(),
                options: "--despite-title, --template".to_owned(),
            });
        }
    };
    if save_profile.is_some() {
        args.needed("columns")?;
    }
    Ok(Command::RollImport(RollImport {
        files: args.words.iter().map(PathBuf::from).collect(),
        programme: args.value("programme"),
        division: args.read("division", DIVISION, division)?,
        period: args.read("period", PERIOD, period)?,
        columns,
        profile: args.value("profile"),
        save_profile,
        kind: kind(args)?,
        manner,
        dry_run: args.has("dry-run"),
    }))
}

/// `--kind`: a correction is an act of its own.
fn kind(args: &Args) -> Result<BatchKind, UsageError> {
    let read = |text: &str| match text {
        "normal" | "正常" => Some(BatchKind::Normal),
        "arrears" | "补发" => Some(BatchKind::Arrears),
        _ => None,
    };
    Ok(args.choice("kind", read)?.unwrap_or_default())
}

pub fn profile_remove(args: &Args) -> Reading {
    Ok(Command::OnProfile(OnProfile::Remove(args.word(0)?)))
}

pub fn template_blank(args: &Args) -> Reading {
    let period = args.read("period", PERIOD, period)?;
    Ok(Command::TemplateBlank { programme: args.word(0)?, period, out: args.needed("out")?.into() })
}

pub fn template_export(args: &Args) -> Reading {
    Ok(Command::TemplateExport(render(args)?))
}

pub fn batch_list(args: &Args) -> Reading {
    Ok(Command::BatchList(BatchFilter {
        stage: args.choice("stage", journal_word)?,
        programme: args.value("programme"),
        division: args.read("division", DIVISION, division)?,
    }))
}

pub fn batch_show(args: &Args) -> Reading {
    Ok(Command::BatchShow(args.word(0)?))
}

pub fn batch_rules(args: &Args) -> Reading {
    Ok(Command::BatchRules(args.word(0)?))
}

pub fn batch_check(args: &Args) -> Reading {
    Ok(Command::BatchCheck(args.word(0)?))
}

pub fn batch_edit(args: &Args) -> Reading {
    let one_of = || UsageError::OneOf {
        command: args.spec.name(),
        options: "--line, --insert, --remove, --undo".to_owned(),
    };
    let wanted =
        ["line", "insert", "remove", "undo"].iter().filter(|option| args.has(option)).count();
    if wanted != 1 {
        return Err(one_of());
    }
    let change = if args.has("line") {
        set_cell(args)?
    } else if args.has("insert") {
        Change::Insert
    } else if args.has("undo") {
        Change::Undo
    } else {
        Change::Remove(args.read_needed("remove", "14", line)?)
    };
    Ok(Command::BatchEdit { batch: args.word(0)?, change })
}

fn set_cell(args: &Args) -> Result<Change, UsageError> {
    let value = match (args.value("value"), args.path("value-file")) {
        (Some(text), None) => ValueFrom::Argument(text),
        (None, Some(path)) => ValueFrom::File(path),
        (None, None) | (Some(_), Some(_)) => {
            return Err(UsageError::OneOf {
                command: args.spec.name(),
                options: "--value, --value-file".to_owned(),
            });
        }
    };
    let field = args.choice_needed("field", Field::parse)?;
    Ok(Change::Set { line: args.read_needed("line", "14", line)?, field, value })
}

pub fn batch_explain(args: &Args) -> Reading {
    Ok(Command::BatchExplain(Explain {
        batch: args.word(0)?,
        check: args.read_needed("check", "A07", journal_word)?,
        lines: args.read_needed("lines", "14,87", lines)?,
        reason: args.needed("reason")?,
    }))
}

pub fn batch_diff(args: &Args) -> Reading {
    Ok(Command::BatchDiff(args.word(0)?))
}

pub fn find(args: &Args) -> Reading {
    Ok(Command::Find(args.word(0)?))
}

pub fn poster(args: &Args) -> Reading {
    Ok(Command::Poster(Poster { render: render(args)?, paper_names: args.path("paper-names") }))
}

pub fn signature_sheet(args: &Args) -> Reading {
    Ok(Command::SignatureSheet(render(args)?))
}

fn render(args: &Args) -> Result<Render, UsageError> {
    Ok(Render { batch: args.word(0)?, out: args.needed("out")?.into() })
}

pub fn qr(args: &Args) -> Reading {
    Ok(Command::Qr(args.word(0)?))
}

pub fn site_build(args: &Args) -> Reading {
    Ok(Command::SiteBuild(args.needed("out")?.into()))
}

pub fn finance_export(args: &Args) -> Reading {
    Ok(Command::FinanceExport { list: args.word(0)?, out: args.needed("out")?.into() })
}

pub fn board_list(args: &Args) -> Reading {
    Ok(Command::BoardList(args.read("division", DIVISION, division)?))
}

pub fn recall_print(args: &Args) -> Reading {
    Ok(Command::RecallPrint(args.needed("out")?.into()))
}

pub fn case_show(args: &Args) -> Reading {
    Ok(Command::CaseShow(args.word(0)?))
}

pub fn case_reply(args: &Args) -> Reading {
    Ok(Command::CaseReply { no: args.word(0)?, out: args.needed("out")?.into() })
}

pub fn correction_notice(args: &Args) -> Reading {
    Ok(Command::CorrectionNotice(render(args)?))
}

pub fn policy_card(args: &Args) -> Reading {
    let programme = Some(args.word(0)?);
    Ok(Command::PolicyCards { programme, out: args.needed("out")?.into() })
}

pub fn policy_booklet(args: &Args) -> Reading {
    Ok(Command::PolicyCards { programme: None, out: args.needed("out")?.into() })
}

pub fn verify(args: &Args) -> Reading {
    Ok(Command::Verify(Verify {
        file: args.word(0)?.into(),
        code: code(&args.word(1)?)?,
        paper: args.path("paper"),
    }))
}

pub fn completions(args: &Args) -> Reading {
    let form = || UsageError::Form { option: "SHELL".to_owned(), form: shells().join(", ") };
    shell(&args.word(0)?).map(Command::Completions).ok_or_else(form)
}

pub fn man(args: &Args) -> Reading {
    Ok(Command::Man(args.needed("out")?.into()))
}

pub fn store_backup(args: &Args) -> Reading {
    Ok(Command::StoreBackup(args.needed("out")?.into()))
}

pub fn store_restore(args: &Args) -> Reading {
    Ok(Command::StoreRestore(args.needed("from")?.into()))
}

pub fn retention_list(args: &Args) -> Reading {
    Ok(Command::RetentionList(args.read("on", "YYYY-MM-DD", date)?))
}
