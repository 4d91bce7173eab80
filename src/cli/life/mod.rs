//! The typed forms of the commands about a disclosure's life: boards, postings, cases, later stages
//! of a batch.
pub mod making;

use crate::domain::board::{BoardColumn, BoardKind, Condition, PhotoView};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::reference::division::DivisionCode;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
use std::path::PathBuf;

/// Photo files with what they show.
pub type Photos = Vec<(PhotoView, PathBuf)>;

/// New particulars of a board; what is `None` stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Particulars {
    /// E.g. `村委会门口栏`.
    pub name: Option<String>,
    /// Where it stands.
    pub place: Option<String>,
    /// What it is.
    pub kind: Option<BoardKind>,
    /// Its columns.
    pub columns: Option<Vec<BoardColumn>>,
    /// The first day of its use.
    pub since: Option<Date>,
}

/// A disclosure on a board, as it is named by who hangs it there or takes it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnWall {
    /// Which batch.
    pub batch: String,
    /// Which board.
    pub board: String,
    /// Which of the batch's disclosures; `None` = the usual one.
    pub code: Option<Code>,
    /// The day.
    pub on: Option<Date>,
    /// Photos.
    pub photos: Photos,
}

/// A command about boards and what hangs there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnBoard {
    /// `board add`
    Add {
        /// The village.
        division: DivisionCode,
        /// E.g. `村委会门口栏`.
        name: String,
        /// Where it stands.
        place: String,
        /// What it is.
        kind: BoardKind,
        /// Its columns.
        columns: Vec<BoardColumn>,
        /// The first day of its use; `None` = today.
        since: Option<Date>,
    },
    /// `board change`
    Change {
        /// Which board.
        board: String,
        /// Its new particulars; `None` = as they were.
        particulars: Particulars,
    },
    /// `board list`
    List(Option<DivisionCode>),
    /// `board inspect`
    Inspect {
        /// Which board.
        board: String,
        /// The day.
        on: Option<Date>,
        /// What it was like.
        condition: Condition,
        /// Photos.
        photos: Photos,
    },
    /// `board nothing`
    Nothing {
        /// Which board.
        board: String,
        /// In which column.
        column: BoardColumn,
        /// For which period.
        period: Period,
        /// The day.
        on: Option<Date>,
    },
    /// `board retire`
    Retire {
        /// Which board.
        board: String,
        /// The day.
        on: Option<Date>,
    },
    /// `post`
    Post(OnWall),
    /// `takedown`, `recall confirm`
    TakeDown {
        /// What comes down.
        down: OnWall,
        /// What is not under recall stays up.
        recalled_only: bool,
    },
    /// `recall list`
    Recalls,
    /// `recall print`
    PrintRecalls(PathBuf),
    /// `coverage`
    Coverage(Option<PathBuf>),
}

/// A command about the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnCase {
    /// `objection add`, `enquiry add`
    Add {
        /// Objection or enquiry.
        kind: CaseKind,
        /// About which batch; an enquiry may be about none.
        batch: Option<String>,
        /// The row.
        row: Option<u32>,
        /// What about.
        about: CaseType,
        /// How it came.
        channel: Channel,
        /// The day.
        on: Option<Date>,
        /// No approval while it is open.
        hold: bool,
        /// File with name, how to reach, and the words.
        words: PathBuf,
    },
    /// `objection list`
    List {
        /// Only what is not answered.
        open: bool,
        /// Only what is overdue.
        overdue: bool,
    },
    /// `objection show`
    Show(String),
    /// `objection investigate`
    Investigate {
        /// Its number.
        no: String,
        /// The day.
        on: Option<Date>,
        /// What was found.
        outcome: Outcome,
        /// File with the two names and the facts.
        facts: PathBuf,
    },
    /// `objection answer`
    Answer {
        /// Its number.
        no: String,
        /// The day.
        on: Option<Date>,
        /// What follows.
        action: Action,
        /// More words on it.
        note: String,
    },
    /// `objection escalate`
    Escalate {
        /// Its number.
        no: String,
        /// The day.
        on: Option<Date>,
        /// To which unit.
        to: String,
    },
    /// `objection reply`
    Reply {
        /// Its number.
        no: String,
        /// The letter.
        out: PathBuf,
    },
}

/// A command about the later stages of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnStage {
    /// `batch sign`
    Sign(String),
    /// `batch unsubmit`
    Unsubmit(String),
    /// `batch withdraw-disclosure`
    WithdrawDisclosure {
        /// Which batch.
        batch: String,
        /// Which disclosure; `None` = all whose lists are shown.
        code: Option<Code>,
        /// The public class.
        class: WithdrawalReason,
        /// The office's words.
        reason: String,
    },
    /// `batch correct`
    Correct {
        /// Which batch.
        batch: String,
        /// Which lines.
        lines: Vec<u32>,
    },
    /// `finance paid`
    Paid {
        /// Which pay list.
        list: String,
        /// The day.
        on: Date,
    },
    /// `lists end`
    EndLists,
    /// `results due`
    ResultsDue,
    /// `correction-notice`
    CorrectionNotice {
        /// Which batch.
        batch: String,
        /// The paper.
        out: PathBuf,
    },
    /// `policy-card`, `policy-booklet`
    PolicyCards {
        /// Which programme; `None` = a booklet of all in force.
        programme: Option<String>,
        /// The paper.
        out: PathBuf,
    },
}
