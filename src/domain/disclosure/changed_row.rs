//! 更正: a changed row of a list, its cells before and after, and why it was changed.
use super::row::Column;
use crate::domain::text::word_list::words;
use serde::{Deserialize, Serialize};

words! {
    /// Why rows were changed: a public word, never the office's text.
    ChangeReason {
        /// 异议属实: an objection was upheld, wholly or partly.
        Objection = "objection" => "change-reason-objection",
        /// 核实更正: the office found it itself.
        Verified = "verified" => "change-reason-verified",
        /// 录入错误: typed wrongly.
        Typing = "typing" => "change-reason-typing",
        /// 信息变动: the facts have changed (moved, died, divided the household).
        Facts = "facts" => "change-reason-facts",
        /// 政策调整: the rule has changed.
        Policy = "policy" => "change-reason-policy",
        /// 隐私保护: less of a person is shown.
        Privacy = "privacy" => "change-reason-privacy",
    }
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowChange {
    /// 新增
    Added,
    /// 删除
    Removed,
    /// 更正
    Changed,
}

/// One changed row, as the public sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedRow {
    /// The row's number.
    pub no: u32,
    /// Its name as this revision shows it (as the former one showed it, if the row is gone; empty
    /// if it went for privacy).
    pub name: String,
    /// Added, removed or changed.
    pub change: RowChange,
    /// The cells that differ; for added and removed rows the amount.
    pub cells: Vec<ChangedCell>,
    /// Why.
    pub reason: ChangeReason,
}

/// One cell, before and after, as printed: decimals and yuan as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedCell {
    /// Which.
    pub column: Column,
    /// Empty = there was none, or it was hidden for privacy.
    pub before: String,
    /// Empty = there is none.
    pub after: String,
}
