//! A row of the public list and its columns.
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::{Quantity, Rate};
use serde::{Deserialize, Serialize};

/// A cell of a row that is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 序号
    No,
    /// 姓名
    Name,
    /// 组
    Group,
    /// 数量
    Quantity,
    /// 标准
    Rate,
    /// 月数
    Months,
    /// 金额
    Amount,
}

/// One row, `[no, name, group, quantity, rate, months, fen]`; serialised as that array.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "RowCells", try_from = "RowCells")]
pub struct Row {
    /// The line's number; the same on paper, page and pay list.
    pub no: u32,
    /// Full or masked, see [`crate::domain::disclosure::Disclosure::names`]; same-looking names
    /// carry a letter.
    pub name: String,
    /// 村民小组.
    pub group: String,
    /// In the programme's unit.
    pub quantity: Option<Quantity>,
    /// Yuan per unit.
    pub rate: Option<Rate>,
    /// 月数.
    pub months: Option<u16>,
    /// The amount.
    pub amount: Fen,
}

type RowCells = (u32, String, String, Option<Quantity>, Option<Rate>, Option<u16>, Fen);

impl From<Row> for RowCells {
    fn from(row: Row) -> Self {
        (row.no, row.name, row.group, row.quantity, row.rate, row.months, row.amount)
    }
}

impl From<RowCells> for Row {
    fn from((no, name, group, quantity, rate, months, amount): RowCells) -> Self {
        Self { no, name, group, quantity, rate, months, amount }
    }
}
