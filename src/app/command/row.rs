//! Commands, the places where keys work, and one row of the table.
use crate::app::input::Key;
use crate::domain::people::user::Role;
use crate::office::ActName;

/// What a person can tell the program to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each one's words stand in data/locales under the key of its row in TABLE"
)]
pub enum Command {
    Open,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    Left,
    Right,
    Find,
    Mark,
    NextFinding,
    Check,
    Batches,
    Public,
    Finance,
    Submit,
    SubmitMarked,
    Approve,
    ApproveMarked,
    Return,
    Withdraw,
    Publish,
    Pay,
    Export,
    Insert,
    Remove,
    Undo,
    Explain,
    Import,
    Renew,
    Poster,
    SignatureSheet,
    Site,
    NewRoll,
    Discard,
    Sign,
    Unsubmit,
    Dossier,
    Rules,
    RuleBook,
    RuleDay,
    ReadReference,
    PublishNext,
    WithdrawDisclosure,
    Correct,
    CorrectionNotice,
    Post,
    TakeDown,
    AddBoard,
    ChangeBoard,
    Inspect,
    NothingToReport,
    RetireBoard,
    ConfirmRecall,
    Register,
    Enquire,
    Proceed,
    InvestigateAgain,
    Escalate,
    Print,
    PolicyCards,
    BookPaid,
    DoDue,
    Finish,
    NextSection,
    PreviousSection,
    Lock,
    Leave,
    Help,
    Palette,
    Cancel,
}

impl Command {
    /// The act of the office that it leads to; `None` = none, or it depends on what is chosen.
    #[must_use]
    #[expect(clippy::wildcard_enum_match_arm, reason = "most commands only move or show")]
    pub const fn act(self) -> Option<ActName> {
        Some(match self {
            Self::Submit | Self::SubmitMarked => ActName::Submit,
            Self::Unsubmit => ActName::Unsubmit,
            Self::Approve | Self::ApproveMarked => ActName::Approve,
            Self::Sign => ActName::Sign,
            Self::Return => ActName::Return,
            Self::Withdraw => ActName::Withdraw,
            Self::Publish | Self::PublishNext => ActName::Publish,
            Self::WithdrawDisclosure => ActName::WithdrawDisclosure,
            Self::Pay => ActName::PayList,
            Self::BookPaid => ActName::BookPayment,
            Self::Insert | Self::Remove | Self::Undo | Self::Explain => ActName::Edit,
            Self::Discard => ActName::Discard,
            Self::Correct => ActName::Correct,
            Self::Post => ActName::Post,
            Self::TakeDown | Self::ConfirmRecall => ActName::TakeDown,
            Self::AddBoard => ActName::SetUpBoard,
            Self::ChangeBoard => ActName::ChangeBoard,
            Self::Inspect => ActName::InspectBoard,
            Self::NothingToReport => ActName::ReportNothing,
            Self::RetireBoard => ActName::RetireBoard,
            Self::Register | Self::Enquire => ActName::Raise,
            Self::InvestigateAgain => ActName::Investigate,
            Self::Escalate => ActName::Escalate,
            _ => return None,
        })
    }
}

/// Where keys go: the screen, or the part of it that has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the screens' and dialogs' own")]
pub enum Focus {
    Waiting,
    SetUp,
    Login,
    Today,
    Batches,
    Search,
    Rows,
    Line,
    Review,
    Public,
    Finance,
    Boards,
    Recalls,
    Cases,
    Case,
    Coverage,
    Due,
    Dossier,
    RuleBook,
    Confirm,
    Form,
    Choice,
    Palette,
    Page,
    Import,
}

/// How much a slip would cost; `Final` ones ask first, with counts and sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Danger {
    /// Nothing is changed, or it can be undone.
    None,
    /// An official act, or one that cannot be undone: asks first.
    Final,
}

/// One row of the table.
#[derive(Debug)]
pub struct CommandRow {
    /// Which command.
    pub id: Command,
    /// Key of its words in `app.ftl`.
    pub words: &'static str,
    /// Its keys; the first is the one shown.
    pub keys: &'static [Key],
    /// Where they work.
    pub places: &'static [Focus],
    /// Who may; `None` = everybody.
    pub role: Option<Role>,
    /// Does it stand in the line of keys?
    pub in_bar: bool,
    /// What a slip costs.
    pub danger: Danger,
}

pub(super) const fn row(
    id: Command,
    words: &'static str,
    keys: &'static [Key],
    places: &'static [Focus],
) -> CommandRow {
    CommandRow { id, words, keys, places, role: None, in_bar: true, danger: Danger::None }
}

impl CommandRow {
    pub(super) const fn only(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }
    pub(super) const fn quiet(mut self) -> Self {
        self.in_bar = false;
        self
    }
    pub(super) const fn asks(mut self) -> Self {
        self.danger = Danger::Final;
        self
    }
}
