//! A batch beside the one before.
use super::{FindingRow, NoticeView, Seen, Standing};
use crate::domain::roll::Totals;
use crate::domain::values::money::Fen;
use crate::office::Possibilities;

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
    /// 改名 or another quantity for the same amount.
    Other,
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
            Self::Other => "app-change-other",
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
    /// What this user may do with it.
    pub possible: Possibilities,
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
