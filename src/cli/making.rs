//! From the words of one command to its typed form; one small function per command, named in the
//! table.
use super::args::Args;
use super::command::{
    BatchFilter, Change, Command, Explain, Init, NewPassword, OnList, OnProfile, Poster, Render,
    RollImport, RollNew, UserAdd, ValueFrom, Verify,
};
use super::usage::UsageError;
use super::values::{
    code, date, division, journal_word, line, lines, period, roles, shell, shells,
};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::people::cross_match::ListKind;
use crate::domain::reference::rule::RuleKind;
use crate::domain::roll::column_profile::{ColumnMeaning, profile_name};
use crate::domain::roll::{BatchKind, Field};
use crate::intake::HeaderPolicy;
use crate::runtime::desk::PublishAsked;
use crate::runtime::desk::{ListAsked, NewRoll};
use std::path::PathBuf;

type Made = Result<Command, UsageError>;

const DIVISION: &str = "140923104201";
const COLUMNS: &str = "领取额=amount,H=remark,I=-";
const DAY: &str = "2026-07-01";
const PERIOD: &str = "2026, 2026H1, 2026Q2, 2026-07";

pub fn init(args: &Args) -> Made {
    Ok(Command::Init(Init {
        office: args.read_needed("office", "140923104", division)?,
        name: args.needed("name")?,
        host: args.needed("host")?,
        practice: args.has("practice"),
        id_number_file: args.path("id-number-file"),
        recovery_file: args.path("recovery-file"),
    }))
}

pub fn user_add(args: &Args) -> Made {
    Ok(Command::UserAdd(UserAdd {
        name: args.needed("name")?,
        roles: roles(&args.needed("roles")?)?,
        id_number_file: args.path("id-number-file"),
        new_password_file: args.path("new-password-file"),
    }))
}

pub fn user_reset(args: &Args) -> Made {
    new_password(args).map(Command::UserReset)
}

pub fn user_recover(args: &Args) -> Made {
    new_password(args).map(Command::UserRecover)
}

fn new_password(args: &Args) -> Result<NewPassword, UsageError> {
    Ok(NewPassword {
        user: args.word(0)?,
        code_file: args.path("code-file"),
        file: args.path("new-password-file"),
    })
}

pub fn reference_import(args: &Args) -> Made {
    Ok(Command::ReferenceImport { folder: args.word(0)?.into(), dry_run: args.has("dry-run") })
}

pub fn rule_list(args: &Args) -> Made {
    let on = args.read("on", DAY, date)?;
    Ok(Command::RuleList { on, kind: args.choice("kind", RuleKind::of_word)? })
}

pub fn rule_show(args: &Args) -> Made {
    let rule = args.word(0)?.parse().ok();
    rule.map(Command::RuleShow).ok_or(UsageError::Form {
        option: "RULE".to_owned(),
        form: "programme:P01@2026-01-01".to_owned(),
    })
}

pub fn programme_list(args: &Args) -> Made {
    Ok(Command::ProgrammeList(args.read("on", DAY, date)?))
}

pub fn list_import(args: &Args) -> Made {
    let asked = ListAsked {
        kind: args.choice_needed("kind", ListKind::parse)?,
        programme: args.value("programme"),
        as_of: args.read_needed("as-of", "2026-06-30", date)?,
    };
    Ok(Command::OnList(OnList::Import(args.word(0)?.into(), asked)))
}

pub fn roll_import(args: &Args) -> Made {
    let columns = args.read("columns", COLUMNS, ColumnMeaning::parse_all)?.unwrap_or_default();
    let save_profile = args.read("save-profile", "月表", profile_name)?;
    if args.has("columns") && args.has("profile") {
        return Err(UsageError::OneOf {
            command: args.spec.name(),
            options: "--columns, --profile",
        });
    }
    let manner = match (args.has("despite-title"), args.has("template")) {
        (false, false) => HeaderPolicy::TitlesFit,
        (true, false) => HeaderPolicy::DespiteTitles,
        (false, true) => HeaderPolicy::Template,
        (true, true) => {
            return Err(UsageError::OneOf {
                command: args.spec.name(),
                options: "--despite-title, --template",
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

pub fn profile_remove(args: &Args) -> Made {
    Ok(Command::OnProfile(OnProfile::Remove(args.word(0)?)))
}

pub fn template_blank(args: &Args) -> Made {
    let period = args.read("period", PERIOD, period)?;
    Ok(Command::TemplateBlank { programme: args.word(0)?, period, out: args.needed("out")?.into() })
}

pub fn template_export(args: &Args) -> Made {
    Ok(Command::TemplateExport(render(args)?))
}

pub fn roll_new(args: &Args) -> Made {
    let period = args.read_needed("period", PERIOD, period)?;
    let kind = kind(args)?;
    match (args.value("from"), args.value("programme")) {
        (Some(batch), None)
            if !args.has("division") && !args.has("kind") && !args.has("from-last") =>
        {
            Ok(Command::RollNew(RollNew::From { batch, period }))
        }
        (None, Some(programme)) => {
            let division = args.read_needed("division", DIVISION, division)?;
            Ok(Command::RollNew(RollNew::Typed(NewRoll {
                programme,
                division,
                period,
                kind,
                from_last: args.has("from-last"),
            })))
        }
        (Some(_) | None, _) => {
            Err(UsageError::OneOf { command: args.spec.name(), options: "--from, --programme" })
        }
    }
}

pub fn batch_list(args: &Args) -> Made {
    Ok(Command::BatchList(BatchFilter {
        stage: args.choice("stage", journal_word)?,
        programme: args.value("programme"),
        division: args.read("division", DIVISION, division)?,
    }))
}

pub fn batch_show(args: &Args) -> Made {
    Ok(Command::BatchShow(args.word(0)?))
}

pub fn batch_rules(args: &Args) -> Made {
    Ok(Command::BatchRules(args.word(0)?))
}

pub fn batch_check(args: &Args) -> Made {
    Ok(Command::BatchCheck(args.word(0)?))
}

pub fn batch_edit(args: &Args) -> Made {
    let one_of = || UsageError::OneOf {
        command: args.spec.name(),
        options: "--line, --insert, --remove, --undo",
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
                options: "--value, --value-file",
            });
        }
    };
    let field = args.choice_needed("field", Field::parse)?;
    Ok(Change::Set { line: args.read_needed("line", "14", line)?, field, value })
}

pub fn batch_explain(args: &Args) -> Made {
    Ok(Command::BatchExplain(Explain {
        batch: args.word(0)?,
        check: args.read_needed("check", "A07", journal_word)?,
        lines: args.read_needed("lines", "14,87", lines)?,
        reason: args.needed("reason")?,
    }))
}

pub fn batch_diff(args: &Args) -> Made {
    Ok(Command::BatchDiff(args.word(0)?))
}

pub fn batch_publish(args: &Args) -> Made {
    let asked = PublishAsked {
        stage: if args.has("result") { DisclosureStage::Result } else { DisclosureStage::Notice },
        from: args.read("from", "2026-07-01", date)?,
        reason: args.choice("reason", ChangeReason::parse)?,
        answers: args.value("answers"),
    };
    Ok(Command::BatchPublish { batch: args.word(0)?, asked })
}

pub fn batch_approve(args: &Args) -> Made {
    Ok(Command::BatchApprove(args.word(0)?))
}

pub fn batch_return(args: &Args) -> Made {
    let lines = args.read("lines", "14,87", lines)?.unwrap_or_default();
    Ok(Command::BatchReturn { batch: args.word(0)?, reason: args.needed("reason")?, lines })
}

pub fn batch_withdraw(args: &Args) -> Made {
    let class = args.choice("class", WithdrawalReason::parse)?.unwrap_or_default();
    Ok(Command::BatchWithdraw { batch: args.word(0)?, reason: args.needed("reason")?, class })
}

pub fn find(args: &Args) -> Made {
    Ok(Command::Find(args.word(0)?))
}

pub fn poster(args: &Args) -> Made {
    Ok(Command::Poster(Poster { render: render(args)?, paper_names: args.path("paper-names") }))
}

pub fn signature_sheet(args: &Args) -> Made {
    Ok(Command::SignatureSheet(render(args)?))
}

fn render(args: &Args) -> Result<Render, UsageError> {
    Ok(Render { batch: args.word(0)?, out: args.needed("out")?.into() })
}

pub fn qr(args: &Args) -> Made {
    Ok(Command::Qr(args.word(0)?))
}

pub fn site_build(args: &Args) -> Made {
    Ok(Command::SiteBuild(args.needed("out")?.into()))
}

pub fn finance_export(args: &Args) -> Made {
    Ok(Command::FinanceExport { list: args.word(0)?, out: args.needed("out")?.into() })
}

pub fn verify(args: &Args) -> Made {
    Ok(Command::Verify(Verify {
        file: args.word(0)?.into(),
        code: code(&args.word(1)?)?,
        paper: args.path("paper"),
    }))
}

pub fn completions(args: &Args) -> Made {
    let form = || UsageError::Form { option: "SHELL".to_owned(), form: shells().join(", ") };
    shell(&args.word(0)?).map(Command::Completions).ok_or_else(form)
}

pub fn man(args: &Args) -> Made {
    Ok(Command::Man(args.needed("out")?.into()))
}

pub fn store_backup(args: &Args) -> Made {
    Ok(Command::StoreBackup(args.needed("out")?.into()))
}

pub fn store_restore(args: &Args) -> Made {
    Ok(Command::StoreRestore(args.needed("from")?.into()))
}

pub fn retention_list(args: &Args) -> Made {
    Ok(Command::RetentionList(args.read("on", "YYYY-MM-DD", date)?))
}

pub fn retention_erase(args: &Args) -> Made {
    let reason = args.choice_needed("reason", ErasureReason::parse)?;
    Ok(Command::RetentionErase { name: args.word(0)?, reason })
}
