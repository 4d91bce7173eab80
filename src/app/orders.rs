//! Acts in the life of a disclosure, as data: what a form, filled in, asks of the desk.
use super::views::{BatchId, Seen, SeenBoard, SeenCase};
use crate::domain::board::{BoardColumn, Condition};
use crate::domain::case::{Action, CaseKind, CaseType, Channel, Outcome};
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::disclosure::{Code, DisclosureStage};
use crate::domain::journal::{BoardDescribed, EntryId, Subject};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;

/// Files with photos as typed; empty = none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Photos {
    /// 近景
    pub near: String,
    /// 远景
    pub far: String,
}

/// An act on a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardOrder {
    /// Set one up.
    Add(BoardDescribed),
    /// Change its particulars.
    Change(SeenBoard, BoardDescribed),
    /// Write down what it was like.
    Inspect {
        /// Which.
        board: SeenBoard,
        /// The day.
        on: Date,
        /// What it was like.
        condition: Condition,
        /// Photos.
        photos: Photos,
    },
    /// 本期无事项.
    Nothing {
        /// Which.
        board: SeenBoard,
        /// In which column.
        column: BoardColumn,
        /// For which period.
        period: Period,
        /// The day.
        on: Date,
    },
    /// Give it up.
    Retire {
        /// Which.
        board: SeenBoard,
        /// The day.
        on: Date,
    },
}

/// An act on a batch that is public, submitted or paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BatchOrder {
    /// Hang a disclosure on a board.
    Post {
        /// Which.
        code: Code,
        /// Where.
        board: Subject,
        /// The day.
        on: Date,
        /// Photos.
        photos: Photos,
    },
    /// Take it down; under recall this confirms, and needs a photo.
    TakeDown {
        /// Which posting.
        posting: EntryId,
        /// The day.
        on: Date,
        /// Photos.
        photos: Photos,
    },
    /// Publish the next revision, or the result.
    Publish {
        /// Notice or result.
        stage: DisclosureStage,
        /// First day of a notice; a result has none.
        from: Option<Date>,
        /// Why a live one is corrected.
        reason: Option<ChangeReason>,
        /// Which upheld objections it answers.
        answers: Answers,
    },
    /// Take one back while the batch stands.
    WithdrawDisclosure {
        /// Which.
        code: Code,
        /// The public class of the reason.
        class: WithdrawalReason,
        /// The office's words.
        reason: String,
    },
    /// 取消送审
    Unsubmit,
    /// 签发
    Sign,
    /// 更正批次 of these lines; makes a new draft.
    Correct(Vec<u32>),
    /// 下架
    EndLists,
    /// 销毁
    Erase(ErasureReason),
    /// Throw a draft away.
    Discard,
}

/// Upheld objections that a publication answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answers {
    /// All to which a correction was promised; most often there is none.
    All,
    /// Those with these numbers; may be none.
    These(Vec<String>),
}

/// An act of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseOrder {
    /// Register one.
    Raise(Box<NewCase>),
    /// What two people found.
    Investigate {
        /// Which.
        case: SeenCase,
        /// The day.
        on: Date,
        /// Upheld, partly, not.
        outcome: Outcome,
        /// The two.
        investigators: [Secret; 2],
        /// What they found.
        facts: Secret,
    },
    /// The written answer.
    Answer {
        /// Which.
        case: SeenCase,
        /// The day.
        on: Date,
        /// What follows.
        action: Action,
        /// More words on it; may be empty.
        note: Secret,
    },
    /// 转办
    Escalate {
        /// Which.
        case: SeenCase,
        /// The day.
        on: Date,
        /// The unit.
        to: String,
    },
}

/// An objection or enquiry as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// About which batch; an enquiry may be about none.
    pub batch: Option<Seen>,
    /// Objection or enquiry.
    pub kind: CaseKind,
    /// The day on which it came.
    pub received_on: Date,
    /// How.
    pub channel: Channel,
    /// What about.
    pub about: CaseType,
    /// The row.
    pub row: Option<u32>,
    /// No approval while it is open.
    pub hold: bool,
    /// Who; empty = anonymous.
    pub name: Secret,
    /// How to reach them.
    pub reach: Secret,
    /// In the words of the resident.
    pub text: Secret,
}

/// A roll that is typed rather than imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRoll {
    /// Code, name or alias.
    pub programme: String,
    /// The village, by name or code as typed.
    pub village: String,
    /// What is paid for.
    pub period: Period,
    /// 补发
    pub arrears: bool,
    /// Begin with the lines of the last batch.
    pub from_last: bool,
}

/// A paper that can be made again at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// 公示榜
    Poster(BatchId),
    /// 签字表
    SignatureSheet(BatchId),
    /// 更正公告
    CorrectionNotice(BatchId),
    /// 答复书 of the case with this number.
    Reply(String),
    /// 张贴情况; a workbook if the file ends in `.xlsx`.
    Coverage,
    /// 撤下通知, a file for each disclosure, into a folder.
    Recalls,
    /// 政策明白卡 of a programme; empty = a booklet of all.
    PolicyCards(String),
}
