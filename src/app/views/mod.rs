//! What the screens show, built by `runtime::desk` from the store. Person data is masked there by
//! `domain::masking`; the full number stands in [`LineForm`] only, the row that is being mended.
mod boards;
mod cases;
mod dossier;
mod papers;
mod pending;
mod review;
mod rows;
mod rules;

pub use boards::{
    BoardRow, BoardsView, CoverageLine, CoverageView, RecallRow, SeenBoard, VillageRow,
};
pub use cases::{CaseRow, CaseView, SeenCase};
pub use dossier::{DisclosedRow, DossierView, EventRow, PostingRow};
pub use papers::{
    DisclosureRow, FaultRow, FinanceView, ImportRow, ImportView, PayListRow, PublicView,
    PublishRow, QrView, RollSource,
};
pub use pending::{DueKind, DueRow};
pub use review::{ChangeKind, ChangeRow, ReviewView};
pub use rows::{CellView, FindingRow, LastTime, LineForm, LineRow, RowsView};
pub use rules::{RuleRow, RulesView};

use crate::domain::dossier::Refusal;
use crate::domain::people::user::{Role, Roles};
use crate::domain::roll::{BatchKind, Totals};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::office::{ActName, BatchName, BatchRef, Possibilities, Target};

/// A draft or batch as the desk names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BatchId(pub String);

/// A batch and the heads of its dossier that were on the screen: every act carries them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The batch.
    pub batch: BatchId,
    /// Its heads, sorted; empty for a draft.
    pub heads: Vec<Hash>,
}

impl Seen {
    /// As the acts name it.
    #[must_use]
    pub fn named(&self) -> BatchRef {
        BatchRef { name: BatchName::parse(&self.batch.0), seen: Some(self.heads.clone()) }
    }

    /// What an act on it is about.
    #[must_use]
    pub fn target(&self) -> Target {
        Target::Batch(self.named())
    }
}

/// A state of a batch: its heads, and the changes of its draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsState {
    /// The batch and its heads.
    pub seen: Seen,
    /// Changes of the draft.
    pub edits: u32,
}

/// A user as the login screen lists them: names are only known behind the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// Number of the key slot, as typed.
    pub id: String,
    /// What stands on the slot, where it is no role.
    pub label: String,
    /// The roles that stand on the slot.
    pub roles: Vec<Role>,
}

/// Who works here now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// The user's name.
    pub name: String,
    /// What the user may do.
    pub roles: Roles,
    /// The office's name, `枣林镇`.
    pub office: String,
    /// Is it a practice store?
    pub practice: bool,
    /// What the user may begin: a board, an enquiry about no batch.
    pub possible: Possibilities,
}

impl SessionView {
    /// Does the user hold `role`?
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.has(role)
    }
}

/// How far a batch has come; the most careful state where several hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// 草稿
    Draft,
    /// 公示中
    Noticed,
    /// 公示期满
    NoticeEnded,
    /// 待审
    Submitted,
    /// 已退回
    Returned,
    /// 待签发
    Reviewed,
    /// 已审核
    Approved,
    /// 已报财政
    HandedOver,
    /// 已发放
    Paid,
    /// 已撤回
    Withdrawn,
    /// 有冲突
    Conflict,
}

impl Standing {
    /// The word's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "app-standing-draft",
            Self::Noticed => "app-standing-noticed",
            Self::NoticeEnded => "app-standing-notice-ended",
            Self::Submitted => "app-standing-submitted",
            Self::Returned => "app-standing-returned",
            Self::Reviewed => "app-standing-reviewed",
            Self::Paid => "app-standing-paid",
            Self::Approved => "app-standing-approved",
            Self::HandedOver => "app-standing-handed-over",
            Self::Withdrawn => "app-standing-withdrawn",
            Self::Conflict => "app-standing-conflict",
        }
    }
}

/// First and last day of a notice, and the days still to go (below zero: ended so long ago).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeView {
    /// Day of posting.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Days left; 0 = today is the last.
    pub days_left: i32,
}

/// One batch of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// The office's running number; empty for a draft.
    pub label: String,
    /// The village.
    pub village: String,
    /// The programme's name.
    pub programme: String,
    /// Pinyin initials of village and programme, small letters, for the search.
    pub initials: String,
    /// What is paid for.
    pub period: Period,
    /// 正常, 补发 or 更正.
    pub kind: BatchKind,
    /// How far it has come.
    pub standing: Standing,
    /// Counts and sums.
    pub totals: Totals,
    /// Findings that block.
    pub blocking: u32,
    /// Findings that want a reason and have none yet.
    pub unexplained: u32,
    /// Findings with a reason.
    pub explained: u32,
    /// Its running or ended notice.
    pub notice: Option<NoticeView>,
    /// The act that would bring it on towards its money.
    pub next: Option<ActName>,
    /// What this user may do with it.
    pub possible: Possibilities,
    /// Changes of the draft: another number is another state to be looked at.
    pub edits: u32,
}

impl BatchRow {
    /// It waits for this act, and the user can do it.
    #[must_use]
    pub fn is_ready_for(&self, act: ActName) -> bool {
        self.next == Some(act) && self.possible.is_yes(act)
    }

    /// Nobody has looked whether this user can bring it on.
    #[must_use]
    pub fn lacks_a_look(&self) -> bool {
        self.next.is_some_and(|act| self.possible.is_unchecked(act))
    }

    /// The state in which its rows are looked at.
    #[must_use]
    pub fn state(&self) -> RowsState {
        RowsState { seen: self.seen.clone(), edits: self.edits }
    }

    /// Why the user, whose work it is, cannot bring it on now.
    #[must_use]
    pub fn hindrance(&self) -> Option<&Refusal> {
        self.next.and_then(|act| self.possible.hindrance(act))
    }
}

/// A person found, with one of the batches they stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRow {
    /// The batch.
    pub batch: BatchId,
    /// The line.
    pub line: u32,
    /// Name.
    pub name: String,
    /// ID number, masked.
    pub id: String,
    /// Village, programme and period in one.
    pub title: String,
    /// The line's amount.
    pub amount: Fen,
}

/// Something failed: what was being done, what happened, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, in the words of the room where it did.
    pub sentence: Sentence,
    /// The deeper reasons, outermost first.
    pub because: Vec<Sentence>,
}
