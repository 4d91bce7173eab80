//! What the world shall do, as data. `runtime::worker` does it, in order, and answers by ticket.
use super::paper::Paper;
use super::views::{BatchId, RollSource};
use crate::domain::roll::Edit;
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;
use crate::office::Request;

/// The number of a request; its answer carries the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u64);

/// An effect and the ticket that its answer shall carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketedEffect {
    /// Where the answer belongs.
    pub ticket: RequestId,
    /// What to do.
    pub effect: Effect,
}

/// What the office is called and who administers it: the first-run order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpOrder {
    /// Division code as typed and checked.
    pub division: String,
    /// The office's name.
    pub name: String,
    /// Host of the public site.
    pub host: String,
    /// Practice stores are born so and stay so.
    pub practice: bool,
    /// The administrator's name.
    pub administrator: String,
    /// The administrator's ID number; only a keyed hash of it is kept.
    pub id_number: Secret,
    /// The administrator's password.
    pub password: Secret,
}

/// One of several acts, and what a person calls the thing that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EachRequest {
    /// Village, programme and period in one.
    pub title: String,
    /// The act.
    pub request: Request,
}

/// One thing to do. Those that change the store are one transaction each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Look whether there is a store, and who may log in.
    ProbeStore,
    /// Make the store; answers with the recovery code.
    SetUp(Box<SetUpOrder>),
    /// The recovery code typed back; answers like [`Effect::ProbeStore`].
    ProveRecovery(Secret),
    /// Open the store for a user.
    Unlock {
        /// [`super::views::UserRow::id`].
        user: String,
        /// Their password.
        password: Secret,
    },
    /// Forget the keys.
    Lock,
    /// All batches.
    ListBatches,
    /// Look at the rows of these batches, for what only rows can decide; gives way to what is asked
    /// meanwhile.
    LookAtRows(Vec<BatchId>),
    /// Persons by name, pinyin initials or the ID's ending.
    Find(String),
    /// The sheet of a batch.
    ShowRows(BatchId),
    /// One line, unmasked, to mend it.
    ShowLine {
        /// The batch.
        batch: BatchId,
        /// The line.
        line: u32,
    },
    /// One change of a draft; answers with the sheet.
    Edit {
        /// The draft.
        batch: BatchId,
        /// The change.
        edit: Edit,
    },
    /// Take the last edit back.
    Undo(BatchId),
    /// One act of the office.
    Perform(Request),
    /// The same act on each of several things, one after the other; a refusal leaves those before
    /// it done.
    PerformEach(Vec<EachRequest>),
    /// Run the checks anew.
    Check(BatchId),
    /// The batch against the one before.
    ShowReview(BatchId),
    /// The public side.
    ListPublic,
    /// Write a paper: a file, or a folder of them.
    Paper {
        /// Which.
        paper: Paper,
        /// Where.
        path: String,
    },
    /// The QR code's modules.
    ShowQr(BatchId),
    /// Write the static site.
    BuildSite {
        /// The folder.
        folder: String,
    },
    /// The boards.
    ListBoards,
    /// Postings that must come down.
    ListRecalls,
    /// The register of objections and enquiries.
    ListCases,
    /// A case with its private words, by its number.
    ShowCase(String),
    /// 张贴情况
    ShowCoverage,
    /// What the office has to do by a day.
    ListDue,
    /// How much of all that waits.
    CountPending,
    /// Everything that happened to a batch.
    ShowDossier(BatchId),
    /// The rules behind its decisions; answers with a page.
    ShowRules(BatchId),
    /// The rules of a day; `None` = of today.
    ListRules(Option<Date>),
    /// A county's reference set.
    Reference {
        /// The folder of its files.
        folder: String,
        /// Take it in; else answer with a page of what it would change.
        take_in: bool,
    },
    /// Pay lists.
    ListFinance,
    /// Write a pay list's files.
    Export {
        /// [`super::views::PayListRow::id`].
        pay_list: String,
        /// The folder.
        folder: String,
    },
    /// Read roll files without taking them in.
    DryRun(RollSource),
    /// Take roll files in.
    Import(RollSource),
    /// Stop the long work of this ticket at the next safe place. Has no answer of its own.
    Cancel(RequestId),
    /// Leave the program. Has no answer.
    Quit,
}
