//! From the words typed to the typed forms.
use super::{OnBoard, OnCase, OnStage, OnWall, Particulars, Photos};
use crate::cli::args::Args;
use crate::cli::command::Command;
use crate::cli::usage::UsageError;
use crate::cli::values::{code, columns, date, division, line, lines, period};
use crate::domain::board::{BoardColumn, BoardKind, Condition, PhotoView};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::values::date::Date;

type Made = Result<Command, UsageError>;

const DAY: &str = "2026-07-01";

fn on(args: &Args) -> Result<Option<Date>, UsageError> {
    args.read("on", DAY, date)
}

fn photos(args: &Args) -> Photos {
    let of = |view: PhotoView| args.path(view.word()).map(|path| (view, path));
    [PhotoView::Near, PhotoView::Far].into_iter().filter_map(of).collect()
}

pub fn board_add(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::Add {
        division: args.read_needed("division", "140923104201", division)?,
        name: args.needed("name")?,
        place: args.needed("place")?,
        kind: args.choice("kind", BoardKind::parse)?.unwrap_or(BoardKind::Fixed),
        columns: columns(&args.needed("columns")?)?,
        since: args.read("since", DAY, date)?,
    }))
}

pub fn board_change(args: &Args) -> Made {
    let particulars = Particulars {
        name: args.value("name"),
        place: args.value("place"),
        kind: args.choice("kind", BoardKind::parse)?,
        columns: args.value("columns").map(|text| columns(&text)).transpose()?,
        since: args.read("since", DAY, date)?,
    };
    if particulars == Particulars::default() {
        return Err(UsageError::AnyOf {
            command: args.spec.name(),
            options: "--name, --place, --columns, --kind, --since",
        });
    }
    Ok(Command::OnBoard(OnBoard::Change { board: args.word(0)?, particulars }))
}

pub fn board_list(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::List(args.read("division", "140923104201", division)?)))
}

pub fn board_inspect(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::Inspect {
        board: args.word(0)?,
        on: on(args)?,
        condition: args.choice_needed("condition", Condition::parse)?,
        photos: photos(args),
    }))
}

pub fn board_nothing(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::Nothing {
        board: args.word(0)?,
        column: args.choice_needed("column", BoardColumn::parse)?,
        period: args.read_needed("period", "2026Q3", period)?,
        on: on(args)?,
    }))
}

pub fn board_retire(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::Retire { board: args.word(0)?, on: on(args)? }))
}

pub fn post(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::Post(on_wall(args)?)))
}

pub fn take_down(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::TakeDown { down: on_wall(args)?, recalled_only: false }))
}

pub fn recall_confirm(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::TakeDown { down: on_wall(args)?, recalled_only: true }))
}

fn on_wall(args: &Args) -> Result<OnWall, UsageError> {
    let (batch, board) = (args.word(0)?, args.needed("board")?);
    Ok(OnWall { batch, board, code: code_of(args)?, on: on(args)?, photos: photos(args) })
}

fn code_of(args: &Args) -> Result<Option<Code>, UsageError> {
    args.value("code").map(|text| code(&text)).transpose()
}

pub fn recall_print(args: &Args) -> Made {
    Ok(Command::OnBoard(OnBoard::PrintRecalls(args.needed("out")?.into())))
}

pub fn objection_add(args: &Args) -> Made {
    let batch = Some(args.word(0)?);
    add(args, CaseKind::Objection, batch)
}

pub fn enquiry_add(args: &Args) -> Made {
    add(args, CaseKind::Enquiry, args.value("batch"))
}

fn add(args: &Args, kind: CaseKind, batch: Option<String>) -> Made {
    Ok(Command::OnCase(OnCase::Add {
        kind,
        batch,
        row: args.read("row", "14", line)?,
        about: args.choice("type", CaseType::parse)?.unwrap_or(CaseType::Other),
        channel: args.choice("channel", Channel::parse)?.unwrap_or(Channel::InPerson),
        on: on(args)?,
        hold: args.has("hold"),
        words: args.needed("words-file")?.into(),
    }))
}

pub fn case_show(args: &Args) -> Made {
    Ok(Command::OnCase(OnCase::Show(args.word(0)?)))
}

pub fn case_investigate(args: &Args) -> Made {
    Ok(Command::OnCase(OnCase::Investigate {
        no: args.word(0)?,
        on: on(args)?,
        outcome: args.choice_needed("outcome", Outcome::parse)?,
        facts: args.needed("facts-file")?.into(),
    }))
}

pub fn case_answer(args: &Args) -> Made {
    Ok(Command::OnCase(OnCase::Answer {
        no: args.word(0)?,
        on: on(args)?,
        action: args.choice_needed("action", Action::parse)?,
        note: args.value("note").unwrap_or_default(),
    }))
}

pub fn case_escalate(args: &Args) -> Made {
    Ok(Command::OnCase(OnCase::Escalate {
        no: args.word(0)?,
        on: on(args)?,
        to: args.needed("to")?,
    }))
}

pub fn case_reply(args: &Args) -> Made {
    Ok(Command::OnCase(OnCase::Reply { no: args.word(0)?, out: args.needed("out")?.into() }))
}

pub fn sign(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::Sign(args.word(0)?)))
}

pub fn unsubmit(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::Unsubmit(args.word(0)?)))
}

pub fn withdraw_disclosure(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::WithdrawDisclosure {
        batch: args.word(0)?,
        code: code_of(args)?,
        class: args.choice_needed("class", WithdrawalReason::parse)?,
        reason: args.needed("reason")?,
    }))
}

pub fn correct(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::Correct {
        batch: args.word(0)?,
        lines: args.read_needed("lines", "14,87", lines)?,
    }))
}

pub fn paid(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::Paid {
        list: args.word(0)?,
        on: args.read_needed("on", DAY, date)?,
    }))
}

pub fn correction_notice(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::CorrectionNotice {
        batch: args.word(0)?,
        out: args.needed("out")?.into(),
    }))
}

pub fn policy_card(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::PolicyCards {
        programme: Some(args.word(0)?),
        out: args.needed("out")?.into(),
    }))
}

pub fn policy_booklet(args: &Args) -> Made {
    Ok(Command::OnStage(OnStage::PolicyCards { programme: None, out: args.needed("out")?.into() }))
}
