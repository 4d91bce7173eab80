//! From the words of one command to its typed form; one small function per command, named in the
//! table.
use super::command::{
    BatchFilter, Change, Command, Explain, Init, NewPassword, OnList, OnProfile, Poster, Render,
    RollImport, RollNew, UserAdd, ValueFrom, Verify,
};
use super::given::{Given, code, date, division, journal_word, line, lines, period, roles};
use super::usage::UsageError;
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
const KINDS: &str =
    "programme, rate, notice, division, citation, holidays, policy, exclusive, thresholds";
const PERIOD: &str = "2026, 2026H1, 2026Q2, 2026-07";

pub fn init(given: &Given) -> Made {
    Ok(Command::Init(Init {
        office: given.read_needed("office", "140923104", division)?,
        name: given.needed("name")?,
        host: given.needed("host")?,
        practice: given.has("practice"),
        id_number_file: given.path("id-number-file"),
        recovery_file: given.path("recovery-file"),
    }))
}

pub fn user_add(given: &Given) -> Made {
    Ok(Command::UserAdd(UserAdd {
        name: given.needed("name")?,
        roles: roles(&given.needed("roles")?)?,
        id_number_file: given.path("id-number-file"),
        new_password_file: given.path("new-password-file"),
    }))
}

pub fn user_reset(given: &Given) -> Made {
    new_password(given).map(Command::UserReset)
}

pub fn user_recover(given: &Given) -> Made {
    new_password(given).map(Command::UserRecover)
}

fn new_password(given: &Given) -> Result<NewPassword, UsageError> {
    Ok(NewPassword {
        user: given.word(0)?,
        code_file: given.path("code-file"),
        file: given.path("new-password-file"),
    })
}

pub fn reference_import(given: &Given) -> Made {
    Ok(Command::ReferenceImport { folder: given.word(0)?.into(), dry_run: given.has("dry-run") })
}

pub fn rule_list(given: &Given) -> Made {
    let on = given.read("on", DAY, date)?;
    Ok(Command::RuleList { on, kind: given.read("kind", KINDS, RuleKind::of_word)? })
}

pub fn rule_show(given: &Given) -> Made {
    let rule = given.word(0)?.parse().ok();
    rule.map(Command::RuleShow)
        .ok_or(UsageError::Form { option: "RULE".to_owned(), form: "programme:P01@2026-01-01" })
}

pub fn programme_list(given: &Given) -> Made {
    Ok(Command::ProgrammeList(given.read("on", DAY, date)?))
}

pub fn list_import(given: &Given) -> Made {
    let asked = ListAsked {
        kind: given.read_needed("kind", "deceased, staff, relatives, register", ListKind::parse)?,
        programme: given.value("programme"),
        as_of: given.read_needed("as-of", "2026-06-30", date)?,
    };
    Ok(Command::OnList(OnList::Import(given.word(0)?.into(), asked)))
}

pub fn roll_import(given: &Given) -> Made {
    let columns = given.read("columns", COLUMNS, ColumnMeaning::parse_all)?.unwrap_or_default();
    let save_profile = given.read("save-profile", "月表", profile_name)?;
    if given.has("columns") && given.has("profile") {
        return Err(UsageError::OneOf {
            command: given.spec.name(),
            options: "--columns, --profile",
        });
    }
    let manner = match (given.has("despite-title"), given.has("template")) {
        (false, false) => HeaderPolicy::TitlesFit,
        (true, false) => HeaderPolicy::DespiteTitles,
        (false, true) => HeaderPolicy::Template,
        (true, true) => {
            return Err(UsageError::OneOf {
                command: given.spec.name(),
                options: "--despite-title, --template",
            });
        }
    };
    if save_profile.is_some() {
        given.needed("columns")?;
    }
    Ok(Command::RollImport(RollImport {
        files: given.words.iter().map(PathBuf::from).collect(),
        programme: given.value("programme"),
        division: given.read("division", DIVISION, division)?,
        period: given.read("period", PERIOD, period)?,
        columns,
        profile: given.value("profile"),
        save_profile,
        kind: kind(given)?,
        manner,
        dry_run: given.has("dry-run"),
    }))
}

/// `--kind`: a correction is an act of its own.
fn kind(given: &Given) -> Result<BatchKind, UsageError> {
    let read = |text: &str| match text {
        "normal" | "正常" => Some(BatchKind::Normal),
        "arrears" | "补发" => Some(BatchKind::Arrears),
        _ => None,
    };
    Ok(given.read("kind", "normal, arrears", read)?.unwrap_or_default())
}

pub fn profile_remove(given: &Given) -> Made {
    Ok(Command::OnProfile(OnProfile::Remove(given.word(0)?)))
}

pub fn template_blank(given: &Given) -> Made {
    let period = given.read("period", PERIOD, period)?;
    Ok(Command::TemplateBlank {
        programme: given.word(0)?,
        period,
        out: given.needed("out")?.into(),
    })
}

pub fn template_export(given: &Given) -> Made {
    Ok(Command::TemplateExport(render(given)?))
}

pub fn roll_new(given: &Given) -> Made {
    let period = given.read_needed("period", PERIOD, period)?;
    let kind = kind(given)?;
    match (given.value("from"), given.value("programme")) {
        (Some(batch), None)
            if !given.has("division") && !given.has("kind") && !given.has("from-last") =>
        {
            Ok(Command::RollNew(RollNew::From { batch, period }))
        }
        (None, Some(programme)) => {
            let division = given.read_needed("division", DIVISION, division)?;
            Ok(Command::RollNew(RollNew::Typed(NewRoll {
                programme,
                division,
                period,
                kind,
                from_last: given.has("from-last"),
            })))
        }
        (Some(_) | None, _) => {
            Err(UsageError::OneOf { command: given.spec.name(), options: "--from, --programme" })
        }
    }
}

pub fn batch_list(given: &Given) -> Made {
    Ok(Command::BatchList(BatchFilter {
        stage: given.read(
            "stage",
            "open, submitted, reviewed, approved, returned, handed, paid, withdrawn",
            journal_word,
        )?,
        programme: given.value("programme"),
        division: given.read("division", DIVISION, division)?,
    }))
}

pub fn batch_show(given: &Given) -> Made {
    Ok(Command::BatchShow(given.word(0)?))
}

pub fn batch_rules(given: &Given) -> Made {
    Ok(Command::BatchRules(given.word(0)?))
}

pub fn batch_check(given: &Given) -> Made {
    Ok(Command::BatchCheck(given.word(0)?))
}

pub fn batch_edit(given: &Given) -> Made {
    let one_of = || UsageError::OneOf {
        command: given.spec.name(),
        options: "--line, --insert, --remove, --undo",
    };
    let wanted =
        ["line", "insert", "remove", "undo"].iter().filter(|option| given.has(option)).count();
    if wanted != 1 {
        return Err(one_of());
    }
    let change = if given.has("line") {
        set_cell(given)?
    } else if given.has("insert") {
        Change::Insert
    } else if given.has("undo") {
        Change::Undo
    } else {
        Change::Remove(given.read_needed("remove", "14", line)?)
    };
    Ok(Command::BatchEdit { batch: given.word(0)?, change })
}

fn set_cell(given: &Given) -> Result<Change, UsageError> {
    let value = match (given.value("value"), given.path("value-file")) {
        (Some(text), None) => ValueFrom::Argument(text),
        (None, Some(path)) => ValueFrom::File(path),
        (None, None) | (Some(_), Some(_)) => {
            return Err(UsageError::OneOf {
                command: given.spec.name(),
                options: "--value, --value-file",
            });
        }
    };
    let field = given.read_needed(
        "field",
        "name, id, beneficiary-id, card, quantity, rate, amount, group",
        Field::parse,
    )?;
    Ok(Change::Set { line: given.read_needed("line", "14", line)?, field, value })
}

pub fn batch_explain(given: &Given) -> Made {
    Ok(Command::BatchExplain(Explain {
        batch: given.word(0)?,
        check: given.read_needed("check", "A07", journal_word)?,
        lines: given.read_needed("lines", "14,87", lines)?,
        reason: given.needed("reason")?,
    }))
}

pub fn batch_diff(given: &Given) -> Made {
    Ok(Command::BatchDiff(given.word(0)?))
}

pub fn batch_publish(given: &Given) -> Made {
    let asked = PublishAsked {
        stage: if given.has("result") { DisclosureStage::Result } else { DisclosureStage::Notice },
        from: given.read("from", "2026-07-01", date)?,
        reason: given.read(
            "reason",
            "objection|verified|typing|facts|policy|privacy",
            ChangeReason::parse,
        )?,
        answers: given.value("answers"),
    };
    Ok(Command::BatchPublish { batch: given.word(0)?, asked })
}

pub fn batch_approve(given: &Given) -> Made {
    Ok(Command::BatchApprove(given.word(0)?))
}

pub fn batch_return(given: &Given) -> Made {
    let lines = given.read("lines", "14,87", lines)?.unwrap_or_default();
    Ok(Command::BatchReturn { batch: given.word(0)?, reason: given.needed("reason")?, lines })
}

pub fn batch_withdraw(given: &Given) -> Made {
    let class = given
        .read("class", "privacy|mistake|wrong-place|ordered", WithdrawalReason::parse)?
        .unwrap_or_default();
    Ok(Command::BatchWithdraw { batch: given.word(0)?, reason: given.needed("reason")?, class })
}

pub fn find(given: &Given) -> Made {
    Ok(Command::Find(given.word(0)?))
}

pub fn poster(given: &Given) -> Made {
    Ok(Command::Poster(Poster { render: render(given)?, paper_names: given.path("paper-names") }))
}

pub fn signature_sheet(given: &Given) -> Made {
    Ok(Command::SignatureSheet(render(given)?))
}

fn render(given: &Given) -> Result<Render, UsageError> {
    Ok(Render { batch: given.word(0)?, out: given.needed("out")?.into() })
}

pub fn qr(given: &Given) -> Made {
    Ok(Command::Qr(given.word(0)?))
}

pub fn site_build(given: &Given) -> Made {
    Ok(Command::SiteBuild(given.needed("out")?.into()))
}

pub fn finance_export(given: &Given) -> Made {
    Ok(Command::FinanceExport { list: given.word(0)?, out: given.needed("out")?.into() })
}

pub fn verify(given: &Given) -> Made {
    Ok(Command::Verify(Verify {
        file: given.word(0)?.into(),
        code: code(&given.word(1)?)?,
        paper: given.path("paper"),
    }))
}

pub fn store_backup(given: &Given) -> Made {
    Ok(Command::StoreBackup(given.needed("out")?.into()))
}

pub fn store_restore(given: &Given) -> Made {
    Ok(Command::StoreRestore(given.needed("from")?.into()))
}

pub fn retention_list(given: &Given) -> Made {
    Ok(Command::RetentionList(given.read("on", "YYYY-MM-DD", date)?))
}

pub fn retention_erase(given: &Given) -> Made {
    let reason = given.read_needed("reason", "retention|privacy|request", ErasureReason::parse)?;
    Ok(Command::RetentionErase { name: given.word(0)?, reason })
}
