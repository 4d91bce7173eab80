//! What an office has to do by a day.
use super::Seen;
use crate::domain::values::date::Date;
use crate::office::{ActName, Possibilities};

/// What an office has to do by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// 结果公开: paid, the result is not public; last day.
    Result(Date),
    /// 下架: so many lists have had their time.
    Lists(usize),
    /// 销毁: the rows have been kept long enough; last day of keeping.
    Erase(Date),
}

impl DueKind {
    /// The act that does it.
    #[must_use]
    pub const fn act(self) -> ActName {
        match self {
            Self::Result(_) => ActName::Publish,
            Self::Lists(_) => ActName::EndLists,
            Self::Erase(_) => ActName::Erase,
        }
    }
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// The batch and its heads.
    pub seen: Seen,
    /// Village, programme and period in one.
    pub title: String,
    /// What.
    pub kind: DueKind,
    /// Days until the last day; below zero = overdue.
    pub days_left: Option<i32>,
    /// What this user may do with it.
    pub possible: Possibilities,
}
