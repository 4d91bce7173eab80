//! 补贴项目: what is paid for, at which rate, to whom, how public it is and how it is noticed.
use super::date::Date;
use super::division::DivisionCode;
use super::quantity::Rate;
use serde::{Deserialize, Serialize};

/// One programme of a reference set. Everything a county may change is data, not code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The county's code, e.g. `P01`; 7-digit 功能分类科目 codes fit too.
    pub code: String,
    /// Official name, printed in titles.
    pub name: String,
    /// Other names found in files.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// 主管部门.
    pub department: String,
    /// Titles and numbers of the papers it rests on (文号).
    pub basis: Vec<String>,
    /// Who may receive it, one sentence for the poster (补贴对象与范围).
    pub audience: String,
    /// 计量单位: `亩`, `人·月`, `户` ...
    pub unit: String,
    /// 按户 or 按人.
    pub payee_basis: PayeeBasis,
    /// How the amount follows from rate and quantity.
    pub rate_kind: RateKind,
    /// The known rates; empty = the county has not filled them in (a check informs).
    #[serde(default)]
    pub rates: Vec<RateRow>,
    /// How much of a person may be public.
    pub class: Class,
    /// When and how long it is noticed.
    pub notice: NoticeRule,
    /// Who is old or young enough, at the start of the period.
    #[serde(default)]
    pub age: AgeRule,
    /// `certain`, `likely` or `placeholder` (PH: the county must fill it in).
    #[serde(default)]
    pub certainty: Certainty,
}

impl Programme {
    /// Is it this programme that a file means by `text`: its code, name or an alias?
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        self.code == text || self.name == text || self.aliases.iter().any(|alias| alias == text)
    }

    /// The rates valid for `division` on `day`, most local first.
    #[must_use]
    pub fn rates_on(&self, division: DivisionCode, day: Date) -> Vec<&RateRow> {
        let mut rows: Vec<_> = self.rates.iter().filter(|row| row.applies(division, day)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.region.map(DivisionCode::level)));
        rows
    }
}

/// Who receives the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayeeBasis {
    /// 按户: one line a household, paid to its head.
    Household,
    /// 按人: one line a person.
    Person,
}

/// How the amount follows; only `Fixed` and `Tiered` are recomputed by the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RateKind {
    /// 定额: one rate for all.
    Fixed,
    /// 分档: several rates, the line carries its own.
    Tiered,
    /// 差额: topped up to a standard.
    TopUp,
    /// 按比例.
    Share,
    /// 直接填金额.
    FreeAmount,
}

impl RateKind {
    /// Does amount = rate x quantity hold for every line?
    #[must_use]
    pub const fn is_computed(self) -> bool {
        matches!(self, Self::Fixed | Self::Tiered)
    }
}

/// One rate, with where and when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateRow {
    /// Yuan per unit.
    pub rate: Rate,
    /// Only there; `None` = the whole set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<DivisionCode>,
    /// Name of the tier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
    /// First valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The paper that set it (文号).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
}

impl RateRow {
    fn applies(&self, division: DivisionCode, day: Date) -> bool {
        self.region.is_none_or(|region| region.holds(division))
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
    }
}

/// Sensitivity class, one per programme; where unsure the stricter (design 5, domain 1.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// 普通: full name on paper, masked on the web unless the county switches it.
    S0,
    /// 救助类: full on the village's paper, masked on the web.
    S1,
    /// 不宜公示: no rows anywhere, only totals, suppressed under five persons.
    S2,
}

/// When a notice (事前公示) is posted, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeRule {
    /// Before submission, after review, or not at all.
    pub when: NoticeTime,
    /// Number of days after the day of posting.
    pub days: u16,
    /// What a day is.
    pub day_kind: DayKind,
}

/// Before submission, after review, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeTime {
    /// The village posts before it submits.
    BeforeSubmission,
    /// Posted after the township has approved.
    AfterReview,
    /// No notice (e.g. 事实无人抚养儿童).
    None,
}

/// 自然日 or 工作日.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// 自然日: every day counts; a last day on a holiday moves on (民法典 203).
    Calendar,
    /// 工作日: by the yearly holiday table.
    Working,
}

/// Ages in full years at the start of the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AgeRule {
    /// Youngest allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u8>,
    /// Oldest allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u8>,
}

/// How sure the reference data is of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Confirmed by a source.
    Certain,
    /// Check before printing.
    Likely,
    /// The county must fill it in.
    #[default]
    Placeholder,
}
