//! What stands on a village's page beside its disclosures: boards, postings, 本期无事项, counts of
//! objections.
//!
//! Plain words, days and counts. No field can hold a person: photos, names and reasons stay in the
//! office.
use crate::domain::disclosure::{Code, PublicContact, PublicDivision};
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;

/// One village.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageShown {
    /// Code and names.
    pub division: PublicDivision,
    /// Its boards, in the order of the page.
    pub boards: Vec<BoardShown>,
    /// 本期无事项: columns of which somebody said that there is nothing to disclose, so that they
    /// differ from columns that were forgotten.
    pub nothing: Vec<NothingShown>,
    /// Where to object, as far as no disclosure says it.
    pub contacts: Vec<PublicContact>,
}

/// 村务公开栏, as a resident finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardShown {
    /// Where it stands, e.g. `村委会院外东墙`.
    pub place: String,
    /// What it is.
    pub kind: BoardKind,
    /// What it is for; may be empty.
    pub columns: Vec<BoardColumn>,
    /// The last inspection.
    pub inspected_on: Option<Date>,
    /// What was ever posted there, in any order.
    pub postings: Vec<PostingShown>,
}

/// What a board is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoardKind {
    /// 固定公开栏
    Fixed,
    /// 电子屏
    Screen,
    /// 公共查询点
    QueryPoint,
    /// 网上专栏
    Web,
}

/// 栏目.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoardColumn {
    /// 党务
    Party,
    /// 村务
    Village,
    /// 财务
    Finance,
    /// 政务
    Government,
}

/// A disclosure on a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingShown {
    /// Which disclosure.
    pub code: Code,
    /// First day.
    pub from: Date,
    /// Last day as planned.
    pub until: Option<Date>,
    /// The day it was taken down.
    pub taken_down_on: Option<Date>,
}

/// 本期无事项.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NothingShown {
    /// In which column.
    pub column: BoardColumn,
    /// For which stretch of time.
    pub period: Period,
    /// The day on which it was said.
    pub on: Date,
}

/// Objections to one disclosure: how many came and how they ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ObjectionCounts {
    /// 受理
    pub received: u32,
    /// 属实
    pub upheld: u32,
    /// 部分属实
    pub partly: u32,
    /// 不属实
    pub rejected: u32,
    /// 办理中
    pub open: u32,
}
