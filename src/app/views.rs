//! What the screens show, built by `runtime::desk` from the store. Person data is masked there by
//! `domain::masking`; the full number stands in [`LineForm`] only, the row that is being mended.
use crate::domain::date::Date;
use crate::domain::finding::{Check, Level};
use crate::domain::hash::Hash;
use crate::domain::money::Fen;
use crate::domain::period::Period;
use crate::domain::quantity::{Quantity, Rate};
use crate::domain::roll::{Field, Totals};
use crate::domain::sentence::Sentence;
use crate::domain::user::{Role, Roles};

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

/// A user as the login screen lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// What the desk calls the user.
    pub id: String,
    /// The name shown.
    pub name: String,
    /// What the user may do.
    pub roles: Roles,
}

/// Who works here now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The user.
    pub user: UserRow,
    /// The office's name, `枣林镇`.
    pub office: String,
    /// Is it a practice store?
    pub practice: bool,
}

impl Session {
    /// Does the user hold `role`?
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.user.roles.has(role)
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
    /// 已审核
    Approved,
    /// 已报财政
    HandedOver,
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
    /// May it go to finance now (approved, notice ended, in no live pay list)?
    pub payable: bool,
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

/// One line of a roll's sheet.
#[derive(Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Its number.
    pub no: u32,
    /// 户主 (or 享受人 in a per-person programme).
    pub name: String,
    /// ID number, masked.
    pub id: String,
    /// Card, masked.
    pub card: String,
    /// 村民小组
    pub group: String,
    /// Quantity.
    pub quantity: Option<Quantity>,
    /// Rate.
    pub rate: Option<Rate>,
    /// Amount.
    pub amount: Fen,
    /// Places in [`RowsView::findings`] of the findings that name this line, the gravest first.
    pub findings: Vec<usize>,
}

impl std::fmt::Debug for LineRow {
    /// Shows the line's number only: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LineRow({})", self.no)
    }
}

/// A finding as shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// Which check.
    pub check: Check,
    /// How serious.
    pub level: Level,
    /// The lines meant.
    pub lines: Vec<u32>,
    /// The cell to mend.
    pub field: Option<Field>,
    /// What is wrong and what to do.
    pub said: Sentence,
    /// The clerk's reason.
    pub reason: Option<String>,
}

/// A roll as a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsView {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// How far it has come.
    pub standing: Standing,
    /// May this user change it?
    pub editable: bool,
    /// The programme's unit.
    pub unit: String,
    /// The lines, in order of number.
    pub lines: Vec<LineRow>,
    /// All findings, the gravest first.
    pub findings: Vec<FindingRow>,
    /// Counts and sums.
    pub totals: Totals,
    /// Do they agree with the file's own total, where it had one?
    pub agrees_with_file: Option<bool>,
    /// The number a new line gets: one more than the largest ever used.
    pub next_line: u32,
    /// When the last edit was saved, as `09:20:31`.
    pub saved_at: Option<String>,
}

/// One cell of the row being mended, unmasked.
#[derive(Clone, PartialEq, Eq)]
pub struct CellView {
    /// Which cell.
    pub field: Field,
    /// What stands there.
    pub value: String,
    /// Does the program compute it? Then it is shown and not entered.
    pub computed: bool,
}

impl std::fmt::Debug for CellView {
    /// Never shows the value: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CellView({:?})", self.field)
    }
}

/// The row being mended: the only view with full numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineForm {
    /// The batch.
    pub batch: BatchId,
    /// The line.
    pub line: u32,
    /// Its cells, in the order of the form.
    pub cells: Vec<CellView>,
    /// The same person in the batch before.
    pub last: Option<LastTime>,
}

/// What the same person had last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTime {
    /// Quantity then.
    pub quantity: Option<Quantity>,
    /// Amount then.
    pub amount: Fen,
    /// ID number then, masked.
    pub id: String,
}

/// How a line differs from the batch before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// 新增
    New,
    /// 消失
    Gone,
    /// 增加
    More,
    /// 减少
    Less,
    /// 换卡
    Card,
}

impl ChangeKind {
    /// The word's key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "app-change-new",
            Self::Gone => "app-change-gone",
            Self::More => "app-change-more",
            Self::Less => "app-change-less",
            Self::Card => "app-change-card",
        }
    }
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// What changed.
    pub kind: ChangeKind,
    /// The line of this batch; `None` for a gone one.
    pub line: Option<u32>,
    /// The householder.
    pub name: String,
    /// Amount of last time.
    pub before: Option<Fen>,
    /// Amount of this batch.
    pub after: Option<Fen>,
}

/// A batch before the reviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// How far it has come.
    pub standing: Standing,
    /// The programme's unit.
    pub unit: String,
    /// Counts and sums of this batch.
    pub now: Totals,
    /// Of the batch before, if there was one.
    pub last: Option<Totals>,
    /// Its notice.
    pub notice: Option<NoticeView>,
    /// Who submitted it.
    pub clerk: String,
    /// What differs.
    pub changes: Vec<ChangeRow>,
    /// Lines that are the same as last time.
    pub unchanged: u32,
    /// Findings with the clerk's reasons.
    pub findings: Vec<FindingRow>,
}

/// A batch whose notice may be published now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// Counts and sums.
    pub totals: Totals,
    /// Last day that the programme's notice rule gives if it is posted today.
    pub until: Date,
}

/// A disclosure that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// 1 for the first.
    pub revision: u32,
    /// Its notice; `None` for a result.
    pub notice: Option<NoticeView>,
    /// 核对码, `7K3Q-X2MD`.
    pub check_code: String,
    /// Was it withdrawn?
    pub withdrawn: bool,
}

/// The public side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicView {
    /// What waits to be published.
    pub waiting: Vec<PublishRow>,
    /// What is public.
    pub published: Vec<DisclosureRow>,
}

/// A QR code for the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrView {
    /// Village, programme and period in one.
    pub title: String,
    /// The address in it.
    pub address: String,
    /// 核对码
    pub check_code: String,
    /// Modules on a side, without the quiet zone.
    pub side: usize,
    /// Row by row, `true` = dark; `side * side` of them.
    pub dark: Vec<bool>,
}

/// A pay list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayListRow {
    /// What the desk calls it.
    pub id: String,
    /// When it was made.
    pub made_on: Date,
    /// Batches in it.
    pub batches: u32,
    /// Lines in it.
    pub lines: u32,
    /// Their sum.
    pub fen: Fen,
}

/// The finance side; what may be paid comes from the batches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FinanceView {
    /// Pay lists, the newest first.
    pub pay_lists: Vec<PayListRow>,
}

/// A roll that a file would bring (dry run) or has brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Village, programme and period in one.
    pub title: String,
    /// Counts and sums.
    pub totals: Totals,
}

/// What an import would do or has done; errors by row in sentences that name file, sheet, row and column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportView {
    /// The drafts.
    pub rolls: Vec<ImportRow>,
    /// What is wrong; nothing comes in while one stands here.
    pub errors: Vec<Sentence>,
    /// What was noticed and does not hinder.
    pub remarks: Vec<Sentence>,
}

/// Something failed: what was being done, what happened, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What happened, in the words of the room where it did.
    pub said: Sentence,
    /// The deeper reasons, outermost first.
    pub because: Vec<Sentence>,
}
