//! Everything that can happen to the state.
use super::effect::RequestId;
use super::input::Input;
use super::views::{
    BatchId, BatchRow, BoardsView, CaseRow, CaseView, CoverageView, DossierView, DueRow,
    FinanceView, FoundRow, ImportView, LineForm, PublicView, QrView, RecallRow, ReviewView,
    RowsView, RulesView, SessionView, Trouble, UserRow,
};
use crate::domain::dossier::pending::Waiting;
use crate::domain::text::sentence::Sentence;

/// One message to `update`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// From the terminal.
    Input(Input),
    /// The person is gone (the program is to end or to stop for a while): save what was typed,
    /// lock.
    Away,
    /// From the worker: a request is done.
    Answer {
        /// Which request.
        ticket: RequestId,
        /// What came of it.
        answer: Answer,
    },
    /// From the worker: long work goes on.
    Progress {
        /// Which request.
        ticket: RequestId,
        /// Done so far.
        done: u64,
        /// Of so many; 0 = unknown.
        total: u64,
    },
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is no store yet.
    NoStore,
    /// There is a store; these may log in.
    Users {
        /// Who.
        users: Vec<UserRow>,
        /// The office's name, if it stands outside the encrypted part.
        office: String,
    },
    /// The store is made; the code is shown once.
    RecoveryCode(String),
    /// The user is in.
    Unlocked(SessionView),
    /// The password was wrong, or it is too early to try again.
    NotUnlocked {
        /// What to say.
        sentence: Sentence,
        /// Seconds until the next try.
        wait: u64,
    },
    /// All batches.
    Batches(Vec<BatchRow>),
    /// Rows were looked at.
    Looked {
        /// All batches, as they are known now.
        batches: Vec<BatchRow>,
        /// Those that nobody had the time to look at.
        left: Vec<BatchId>,
    },
    /// Persons found.
    Found(Vec<FoundRow>),
    /// A sheet, also after each edit.
    Rows(Box<RowsView>),
    /// The row being mended.
    Line(Box<LineForm>),
    /// The differences.
    Review(Box<ReviewView>),
    /// The public side.
    Public(PublicView),
    /// A QR code.
    Qr(QrView),
    /// Something to read.
    Page(Vec<Sentence>),
    /// The boards.
    Boards(BoardsView),
    /// Postings under recall.
    Recalls(Vec<RecallRow>),
    /// The register.
    Cases(Vec<CaseRow>),
    /// One case.
    Case(Box<CaseView>),
    /// 张贴情况
    Coverage(CoverageView),
    /// What is due.
    Due(Vec<DueRow>),
    /// How much of all that waits.
    Pending(Waiting),
    /// Everything that happened to a batch.
    Dossier(Box<DossierView>),
    /// The rules of a day.
    Rules(RulesView),
    /// Pay lists.
    Finance(FinanceView),
    /// What files would bring.
    DryRun(ImportView),
    /// What files have brought.
    Imported(ImportView),
    /// An act is done: what to say, and the batch it made, if it made one.
    Done {
        /// What to say.
        sentence: Sentence,
        /// A new batch to open.
        made: Option<BatchId>,
    },
    /// An act is done, and something about it is to be read: what to say first, then what to look
    /// out for.
    DoneLookOut {
        /// What to say.
        sentence: Sentence,
        /// What to look out for.
        warnings: Vec<Sentence>,
    },
    /// It did not work.
    Failed(Trouble),
}
