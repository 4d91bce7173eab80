//! 公示: the bytes that become public, and the names that only the paper carries.
//!
//! A type that cannot hold an ID, card or phone number, an address or a birth date: what is not a
//! field here cannot leak. The bytes are made once, at `publish`, and copied ever after.
pub mod correction;
pub mod erasure_reason;
pub mod policy_card;
pub mod publication;
pub mod revision;
pub mod scanner;
pub mod title;
pub mod tombstone;
pub mod withdrawal;
use super::reference::division::DivisionCode;
use super::reference::programme::{DayKind, PayeeBasis};
use super::roll::BatchKind;
use super::values::crockford;
use super::values::date::Date;
use super::values::hash::Hash;
use super::values::money::Fen;
use super::values::period::Period;
use super::values::quantity::{Quantity, Rate};
use crate::domain::disclosure::revision::ChangedRow;
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
    /// Salted hash of [`PaperNames`], if the paper shows more than the page.
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
    /// Full or masked, see [`Disclosure::names`]; same-looking names carry a letter.
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

/// The full names of the paper, by line number; a private blob that `site` never gets.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperNames {
    /// 16 random bytes in Crockford base32.
    pub salt: String,
    /// `(no, name as printed)`, in the order of the rows.
    pub names: Vec<(u32, String)>,
}

impl std::fmt::Debug for PaperNames {
    /// Never shows a name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PaperNames({})", self.names.len())
    }
}

impl PaperNames {
    /// The bytes that are stored and hashed.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// What stands in [`Disclosure::paper_names`].
    ///
    /// # Errors
    /// They cannot be written.
    pub fn hash(&self) -> Result<Hash, serde_json::Error> {
        Ok(Hash::of("cunbang/paper-names/1\n", &[&self.to_bytes()?]))
    }
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

/// 公开码: the first 26 Crockford characters (130 bits) of the plain SHA-256 of the public bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    /// Characters of a code.
    pub const LENGTH: usize = 26;

    /// The code of published bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(crockford::encode(content_hash(bytes).bytes()).chars().take(Self::LENGTH).collect())
    }

    /// Reads a typed code: any case, with or without hyphens and spaces.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String =
            text.chars().filter(|c| !matches!(c, '-' | ' ')).flat_map(char::to_uppercase).collect();
        let plain: String = plain
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let is_code = plain.len() == Self::LENGTH
            && plain.bytes().all(|b| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(&b));
        is_code.then_some(Self(plain))
    }

    /// The 26 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 核对码: the first 8 characters as `7K3Q-X2MD`, against mix-ups and stuck-over codes.
    #[must_use]
    pub fn check_code(&self) -> String {
        let mut text: String = self.0.chars().take(4).collect();
        text.push('-');
        text.extend(self.0.chars().skip(4).take(4));
        text
    }

    /// In groups of four for the paper.
    #[must_use]
    pub fn grouped(&self) -> String {
        let chars: Vec<char> = self.0.chars().collect();
        chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// What the QR code holds: `HTTPS://HOST[/PREFIX]/D/<CODE>/`, upper case (alphanumeric mode).
    #[must_use]
    pub fn url(&self, host: &str) -> String {
        format!("HTTPS://{}/D/{}/", host.to_uppercase(), self.0)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The plain SHA-256 of published bytes (what `sha256sum` says).
#[must_use]
pub fn content_hash(bytes: &[u8]) -> Hash {
    Hash::of("", &[bytes])
}

/// What the office's publication key signs: the domain tag and the 32 bytes of [`content_hash`].
#[must_use]
pub fn signed_message(bytes: &[u8]) -> Vec<u8> {
    let mut message = b"cunbang/disclosure/1\n".to_vec();
    message.extend_from_slice(content_hash(bytes).bytes());
    message
}
