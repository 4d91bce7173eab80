//! 花名册: the lines of one programme, village and period, their cells ([`Field`]) and the edits
//! that mend them ([`Edit`]).
pub mod column_profile;
pub mod difference;
mod draft_record;
mod edit;
mod edit_problem;
mod field;
pub mod finding;
mod renew;
pub mod running_number;
pub mod template;

pub use draft_record::{DraftChange, DraftRecord, FindingTotals};
pub use edit::{Draft, Edit, Explanation, apply, open_findings};
pub use edit_problem::EditProblem;
pub use field::Field;
pub use renew::Renewal;

use super::journal::Subject;
use super::reference::division::DivisionCode;
use super::values::date::Date;
use super::values::money::Fen;
use super::values::period::Period;
use super::values::quantity::{Quantity, Rate};
use serde::{Deserialize, Serialize};

/// What makes a roll one roll.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RollKey {
    /// Programme code.
    pub programme: String,
    /// The village.
    pub division: DivisionCode,
    /// What the payment is for.
    pub period: Period,
    /// Normal, arrears or correction.
    #[serde(default, skip_serializing_if = "BatchKind::is_normal")]
    pub kind: BatchKind,
}

impl RollKey {
    /// The key of a normal roll.
    #[must_use]
    pub const fn normal(programme: String, division: DivisionCode, period: Period) -> Self {
        Self { programme, division, period, kind: BatchKind::Normal }
    }
}

/// 批次类型.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum BatchKind {
    /// 正常
    #[default]
    Normal,
    /// 补发: for an earlier period that was left out.
    Arrears,
    /// 更正: corrects lines of a batch that is with the finance bureau or paid.
    Correction(Subject),
}

impl BatchKind {
    /// The kinds that a person may ask for; a correction is an act of its own.
    pub const ASKED: [Self; 2] = [Self::Normal, Self::Arrears];

    /// The word of the command line and of `--json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Arrears => "arrears",
            Self::Correction(_) => "correction",
        }
    }

    /// Is it the usual kind? (For serde.)
    #[must_use]
    pub const fn is_normal(&self) -> bool {
        matches!(self, Self::Normal)
    }
}

/// A person as the roll names them. The number is kept as given (normalised: half width, no spaces,
/// upper-case X) and may be wrong: a check says so.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// 姓名, NFC, inner spaces of alignment removed.
    #[serde(rename = "n")]
    pub name: String,
    /// 身份证号, 18 characters if it is right; may be empty.
    #[serde(rename = "i", default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}

impl std::fmt::Debug for Person {
    /// Never shows the person: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(..)")
    }
}

/// 明细: one payment of a roll.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Number on the roll, 1.., unique in it; kept when other lines are removed.
    #[serde(rename = "k")]
    pub no: u32,
    /// 户主.
    #[serde(rename = "h")]
    pub householder: Person,
    /// 享受人, if not the householder.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub beneficiary: Option<Person>,
    /// 收款人, if not the householder.
    #[serde(rename = "p", default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<Person>,
    /// 户编号.
    #[serde(rename = "u", default, skip_serializing_if = "String::is_empty")]
    pub household: String,
    /// 村民小组 as written, normalised (`一组`).
    #[serde(rename = "g", default, skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// 开户银行.
    #[serde(rename = "o", default, skip_serializing_if = "String::is_empty")]
    pub bank: String,
    /// 银行卡号 / 社保卡号, digits as given.
    #[serde(rename = "c", default, skip_serializing_if = "String::is_empty")]
    pub card: String,
    /// 联系电话.
    #[serde(rename = "t", default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// 数量 in the programme's unit.
    #[serde(rename = "q", default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// 补贴标准, yuan per unit.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// 发放月数, where the file has it apart from the quantity.
    #[serde(rename = "m", default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// 补贴金额.
    #[serde(rename = "f")]
    pub amount: Fen,
    /// 发放日期.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<Date>,
    /// 备注.
    #[serde(rename = "z", default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
    /// Row of the source file (1-based, as Excel shows it); 0 = typed.
    #[serde(rename = "s", default)]
    pub source_row: u32,
}

impl std::fmt::Debug for Line {
    /// Shows the line's number only: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line({})", self.no)
    }
}

impl Line {
    /// An empty line with a number.
    #[must_use]
    pub fn new(no: u32) -> Self {
        Self {
            no,
            householder: Person::default(),
            beneficiary: None,
            payee: None,
            household: String::new(),
            group: String::new(),
            bank: String::new(),
            card: String::new(),
            phone: String::new(),
            quantity: None,
            rate: None,
            months: None,
            amount: Fen::ZERO,
            paid_on: None,
            remark: String::new(),
            source_row: 0,
        }
    }

    /// 享受人: who the payment is for.
    #[must_use]
    pub fn beneficiary(&self) -> &Person {
        self.beneficiary.as_ref().unwrap_or(&self.householder)
    }

    /// 收款人: whose account gets it.
    #[must_use]
    pub fn payee(&self) -> &Person {
        self.payee.as_ref().unwrap_or(&self.householder)
    }
}

/// Counts and sums of a roll; what every list, screen and sheet shows below its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// 笔数.
    pub lines: u32,
    /// 户数: distinct householders (by ID number, else by name).
    pub households: u32,
    /// 人数: distinct beneficiaries.
    pub persons: u32,
    /// Sum of quantities.
    pub quantity: Quantity,
    /// Sum of rounded line amounts.
    pub fen: Fen,
}

impl Totals {
    /// Counts `lines`.
    #[must_use]
    pub fn of(lines: &[Line]) -> Self {
        let mut households = rustc_hash::FxHashSet::default();
        let mut persons = rustc_hash::FxHashSet::default();
        let mut quantity = Quantity::ZERO;
        let mut fen = Fen::ZERO;
        for line in lines {
            households.insert(key_of(&line.householder));
            persons.insert(key_of(line.beneficiary()));
            quantity = line.quantity.map_or(quantity, |more| quantity.plus(more));
            fen = fen.plus(line.amount);
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            lines: count(lines.len()),
            households: count(households.len()),
            persons: count(persons.len()),
            quantity,
            fen,
        }
    }
}

fn key_of(person: &Person) -> &str {
    if person.id.is_empty() { &person.name } else { &person.id }
}
