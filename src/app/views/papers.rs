//! What leaves the office and what comes in: disclosures, QR codes, pay lists, roll files.
use super::{NoticeView, Seen};
use crate::domain::roll::Totals;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::office::Possibilities;

/// A batch that waits for its notice: it may be published, or nobody has looked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// Counts and sums.
    pub totals: Totals,
    /// Today.
    pub from: Date,
    /// Last day that the programme's notice rule gives if it is posted today.
    pub until: Date,
    /// Changes of the draft: another number is another state to be looked at.
    pub edits: u32,
    /// What this user may do with it.
    pub possible: Possibilities,
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
    /// What this user may do with its batch.
    pub possible: Possibilities,
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
    /// What this user may do with it.
    pub possible: Possibilities,
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

/// A roll file and what it may leave open, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollSource {
    /// The file.
    pub path: String,
    /// Programme's name or code; empty = the file says.
    pub programme: String,
    /// Village's name or code; empty = the file says.
    pub village: String,
    /// The period; empty = the file says.
    pub period: String,
    /// 补发: files do not say it.
    pub arrears: bool,
    /// Name of the saved profile that says what columns mean; empty = none.
    pub profile: String,
}

/// A fault of a file at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultRow {
    /// Sheet; empty = the only one.
    pub sheet: String,
    /// Row as the spreadsheet counts; 0 = the whole file.
    pub row: u32,
    /// Letter and heading of the column.
    pub column: Option<(String, String)>,
    /// What is wrong and what to do.
    pub sentence: Sentence,
}

/// What an import would do or has done; errors by row in sentences that name file, sheet, row and
/// column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportView {
    /// The drafts.
    pub rolls: Vec<ImportRow>,
    /// What is wrong; nothing comes in while one stands here.
    pub errors: Vec<FaultRow>,
    /// What was noticed and does not hinder.
    pub remarks: Vec<Sentence>,
}
