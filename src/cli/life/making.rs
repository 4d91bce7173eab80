//! From the words typed to the typed forms.
use super::{OnBoard, OnCase, OnStage, OnWall, Particulars, Photos};
use crate::cli::command::Command;
use crate::cli::given::{Given, code, date, division, line, lines, period};
use crate::cli::usage::UsageError;
use crate::domain::board::{BoardColumn, BoardKind, Condition, PhotoView};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::values::date::Date;

type Made = Result<Command, UsageError>;

const DAY: &str = "2026-07-01";
const KINDS: &str = "fixed|screen|query-point|web";
const COLUMNS: &str = "party,government,village,finance";
const CLASSES: &str = "privacy|mistake|wrong-place|ordered";

fn on(given: &Given) -> Result<Option<Date>, UsageError> {
    given.read("on", DAY, date)
}

fn photos(given: &Given) -> Photos {
    let of = |view: PhotoView| given.path(view.word()).map(|path| (view, path));
    [PhotoView::Near, PhotoView::Far].into_iter().filter_map(of).collect()
}

fn columns(text: &str) -> Option<Vec<BoardColumn>> {
    text.split([',', '，']).map(|word| BoardColumn::parse(word.trim())).collect()
}

pub fn board_add(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::Add {
        division: given.read_needed("division", "140923104201", division)?,
        name: given.needed("name")?,
        place: given.needed("place")?,
        kind: given.read("kind", KINDS, BoardKind::parse)?.unwrap_or(BoardKind::Fixed),
        columns: given.read_needed("columns", COLUMNS, columns)?,
        since: given.read("since", DAY, date)?,
    }))
}

pub fn board_change(given: &Given) -> Made {
    let particulars = Particulars {
        name: given.value("name"),
        place: given.value("place"),
        kind: given.read("kind", KINDS, BoardKind::parse)?,
        columns: given.read("columns", COLUMNS, columns)?,
        since: given.read("since", DAY, date)?,
    };
    if particulars == Particulars::default() {
        return Err(UsageError::AnyOf {
            command: given.spec.name(),
            options: "--name, --place, --columns, --kind, --since",
        });
    }
    Ok(Command::OnBoard(OnBoard::Change { board: given.word(0)?, particulars }))
}

pub fn board_list(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::List(given.read("division", "140923104201", division)?)))
}

pub fn board_inspect(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::Inspect {
        board: given.word(0)?,
        on: on(given)?,
        condition: given.read_needed(
            "condition",
            "good|damaged|unreadable|missing",
            Condition::parse,
        )?,
        photos: photos(given),
    }))
}

pub fn board_nothing(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::Nothing {
        board: given.word(0)?,
        column: given.read_needed(
            "column",
            "party|government|village|finance",
            BoardColumn::parse,
        )?,
        period: given.read_needed("period", "2026Q3", period)?,
        on: on(given)?,
    }))
}

pub fn board_retire(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::Retire { board: given.word(0)?, on: on(given)? }))
}

pub fn post(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::Post(on_wall(given)?)))
}

pub fn take_down(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::TakeDown { down: on_wall(given)?, recalled_only: false }))
}

pub fn recall_confirm(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::TakeDown { down: on_wall(given)?, recalled_only: true }))
}

fn on_wall(given: &Given) -> Result<OnWall, UsageError> {
    let (batch, board) = (given.word(0)?, given.needed("board")?);
    Ok(OnWall { batch, board, code: code_of(given)?, on: on(given)?, photos: photos(given) })
}

fn code_of(given: &Given) -> Result<Option<Code>, UsageError> {
    given.value("code").map(|text| code(&text)).transpose()
}

pub fn recall_print(given: &Given) -> Made {
    Ok(Command::OnBoard(OnBoard::PrintRecalls(given.needed("out")?.into())))
}

pub fn objection_add(given: &Given) -> Made {
    let batch = Some(given.word(0)?);
    add(given, CaseKind::Objection, batch)
}

pub fn enquiry_add(given: &Given) -> Made {
    add(given, CaseKind::Enquiry, given.value("batch"))
}

fn add(given: &Given, kind: CaseKind, batch: Option<String>) -> Made {
    let types = "identity|area|standard|amount|omitted|not-eligible|privacy|other";
    Ok(Command::OnCase(OnCase::Add {
        kind,
        batch,
        row: given.read("row", "14", line)?,
        about: given.read("type", types, CaseType::parse)?.unwrap_or(CaseType::Other),
        channel: given
            .read("channel", "in-person|phone|written|box|online", Channel::parse)?
            .unwrap_or(Channel::InPerson),
        on: on(given)?,
        hold: given.has("hold"),
        words: given.needed("words-file")?.into(),
    }))
}

pub fn case_show(given: &Given) -> Made {
    Ok(Command::OnCase(OnCase::Show(given.word(0)?)))
}

pub fn case_investigate(given: &Given) -> Made {
    Ok(Command::OnCase(OnCase::Investigate {
        no: given.word(0)?,
        on: on(given)?,
        outcome: given.read_needed("outcome", "upheld|partly|not-upheld", Outcome::parse)?,
        facts: given.needed("facts-file")?.into(),
    }))
}

pub fn case_answer(given: &Given) -> Made {
    Ok(Command::OnCase(OnCase::Answer {
        no: given.word(0)?,
        on: on(given)?,
        action: given.read_needed(
            "action",
            "correct|withdraw|correction-batch|explain",
            Action::parse,
        )?,
        note: given.value("note").unwrap_or_default(),
    }))
}

pub fn case_escalate(given: &Given) -> Made {
    Ok(Command::OnCase(OnCase::Escalate {
        no: given.word(0)?,
        on: on(given)?,
        to: given.needed("to")?,
    }))
}

pub fn case_reply(given: &Given) -> Made {
    Ok(Command::OnCase(OnCase::Reply { no: given.word(0)?, out: given.needed("out")?.into() }))
}

pub fn sign(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::Sign(given.word(0)?)))
}

pub fn unsubmit(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::Unsubmit(given.word(0)?)))
}

pub fn withdraw_disclosure(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::WithdrawDisclosure {
        batch: given.word(0)?,
        code: code_of(given)?,
        class: given.read_needed("class", CLASSES, WithdrawalReason::parse)?,
        reason: given.needed("reason")?,
    }))
}

pub fn correct(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::Correct {
        batch: given.word(0)?,
        lines: given.read_needed("lines", "14,87", lines)?,
    }))
}

pub fn paid(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::Paid {
        list: given.word(0)?,
        on: given.read_needed("on", DAY, date)?,
    }))
}

pub fn correction_notice(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::CorrectionNotice {
        batch: given.word(0)?,
        out: given.needed("out")?.into(),
    }))
}

pub fn policy_card(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::PolicyCards {
        programme: Some(given.word(0)?),
        out: given.needed("out")?.into(),
    }))
}

pub fn policy_booklet(given: &Given) -> Made {
    Ok(Command::OnStage(OnStage::PolicyCards { programme: None, out: given.needed("out")?.into() }))
}
