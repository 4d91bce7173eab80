//! 公示: everything that a resident may see, as the type of `disclosure.json`.
use super::changed_row::ChangedRow;
use super::row::{Column, Row};
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::{DayKind, PayeeBasis};
use crate::domain::roll::BatchKind;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::{Quantity, Rate};
use serde::{Deserialize, Serialize};

/// The `format` of [`Disclosure`] that this version writes.
pub const FORMAT: &str = "cunbang/disclosure/1";

/// Everything that a resident may see. Serialised as `disclosure.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// [`FORMAT`].
    pub format: String,
    /// 16 random bytes in Crockford base32: equal lists get different codes.
    pub salt: String,
    /// The batch, `B-7K3QX2MD-42`.
    pub subject: String,
    /// The office's running number, `140923104-2026-DL-0007`.
    pub label: String,
    /// 1 for the first.
    pub revision: u32,
    /// Code of the revision before.
    pub replaces: Option<String>,
    /// Notice before payment, or result after it.
    pub stage: DisclosureStage,
    /// Who publishes.
    pub issuer: Issuer,
    /// What is paid for.
    pub programme: PublicProgramme,
    /// Papers it rests on.
    pub basis: Vec<String>,
    /// The village.
    pub division: PublicDivision,
    /// What the payment is for.
    pub period: Period,
    /// First and last day; `None` for a result.
    pub notice: Option<NoticePeriod>,
    /// How names are shown here (the paper may show more).
    pub names: NameShow,
    /// Which of the row's cells are in use, in order.
    pub columns: Vec<Column>,
    /// The list; empty for class S2.
    pub rows: Vec<Row>,
    /// Counts and sums.
    pub totals: PublicTotals,
    /// Official telephones.
    pub contacts: Vec<PublicContact>,
    /// Salted hash of [`super::PaperNames`], if the paper shows more than the page.
    pub paper_names: Option<Hash>,
    /// Printed and shown as 练习 (practice).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// Normal, arrears or correction.
    #[serde(default, skip_serializing_if = "BatchKind::is_normal")]
    pub kind: BatchKind,
    /// The day of payment; only of a result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<Date>,
    /// What this revision changes against the one that it replaces, by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangedRow>,
}

/// Notice before payment (事前公示) or result after it (结果公开).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisclosureStage {
    /// 事前公示
    Notice,
    /// 结果公开
    Result,
}

/// Who publishes; each kind has its own legal basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issuer {
    /// As printed below the list, e.g. `段村村民委员会`.
    pub name: String,
    /// Its division.
    pub division: DivisionCode,
    /// Village committee or township government.
    pub kind: IssuerKind,
}

/// Village committee (村务公开) or township government (政府信息公开).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuerKind {
    /// 村民委员会
    VillageCommittee,
    /// 乡镇人民政府
    Township,
}

/// What a resident needs to know of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicProgramme {
    /// The county's code.
    pub code: String,
    /// Official name.
    pub name: String,
    /// Unit of quantities.
    pub unit: String,
    /// 按户 or 按人.
    pub payee_basis: PayeeBasis,
    /// 补贴对象与范围.
    pub audience: String,
    /// The one rate of all rows, if there is one.
    pub rate: Option<Rate>,
}

/// Code and names of the village.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicDivision {
    /// 12 digits.
    pub code: DivisionCode,
    /// Of the village, `段村`.
    pub name: String,
    /// Of its township, `枣林镇`.
    pub township: String,
    /// Of its county, `代县`.
    pub county: String,
}

/// The days of a notice, inclusive, and how they were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePeriod {
    /// Day of posting.
    pub from: Date,
    /// Last day, through 24:00.
    pub to: Date,
    /// 自然日 or 工作日.
    pub day_kind: DayKind,
}

/// How names are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameShow {
    /// 张建军
    Full,
    /// 张*军
    Masked,
    /// No rows at all.
    None,
}

/// Counts and sums as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicTotals {
    /// 户数; `None` = suppressed (class S2, fewer than five).
    pub households: Option<u32>,
    /// 人数; `None` = suppressed.
    pub persons: Option<u32>,
    /// 笔数; `None` = suppressed.
    pub lines: Option<u32>,
    /// Sum of quantities; `None` = suppressed.
    pub quantity: Option<Quantity>,
    /// Sum of amounts; `None` = suppressed (a total of one person is personal data).
    pub fen: Option<Fen>,
}

/// An official telephone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicContact {
    /// Office as printed.
    pub office: String,
    /// As printed.
    pub phone: String,
}

impl Disclosure {
    /// The public bytes. Called once, at `publish`: what cannot be written must neither be signed
    /// nor pass the scanner as empty.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// Reads published bytes back.
    ///
    /// # Errors
    /// Bytes that are not a disclosure of this format.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}
