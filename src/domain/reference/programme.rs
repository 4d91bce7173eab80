//! 补贴项目: what is paid for, at which rate, to whom, how public it is and how it is noticed.
use super::division::DivisionCode;
use super::effective::{Dated, dated};
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::domain::values::quantity::Rate;
use crate::domain::values::yuan;
use serde::{Deserialize, Serialize};

/// One version of a programme: what holds of it between two days. Everything a county may change is
/// data, not code.
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
    /// How often it is paid.
    #[serde(default)]
    pub frequency: Frequency,
    /// 救助: results are public within ten working days instead of twenty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub relief: bool,
    /// Working days until the result must be public, where this programme has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result_days: Option<u16>,
    /// Not for persons on the public payroll (财政供养, A12).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_for_staff: bool,
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
    /// What the county should know of these values, e.g. which of them it must confirm.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
    /// First valid day of this version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Its last valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

dated!(Programme, |programme| programme.code.clone());

impl Programme {
    /// Is it this programme that a file means by `text`: its code, name or an alias?
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        self.code == text || self.name == text || self.aliases.iter().any(|alias| alias == text)
    }

    /// The rates valid for `division` on `day`, most local first. For amounts the day lies in the
    /// period paid for.
    #[must_use]
    pub fn rates_on(&self, division: DivisionCode, day: Date) -> Vec<&RateRow> {
        let mut rows: Vec<_> = self.rates.iter().filter(|row| row.applies(division, day)).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.region.map(DivisionCode::level)));
        rows
    }

    /// Of [`Self::rates_on`] the most local: where the very village has a rate, the county's does
    /// not count.
    #[must_use]
    pub fn nearest_rates(&self, division: DivisionCode, day: Date) -> Vec<&RateRow> {
        let mut rows = self.rates_on(division, day);
        let nearest = rows.first().map(|row| row.region.map(DivisionCode::level));
        rows.retain(|row| Some(row.region.map(DivisionCode::level)) == nearest);
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
    /// A line gets no more than this, in yuan.
    #[serde(default, with = "yuan::option", skip_serializing_if = "Option::is_none")]
    pub cap: Option<Fen>,
    /// A line gets no less than this, in yuan.
    #[serde(default, with = "yuan::option", skip_serializing_if = "Option::is_none")]
    pub floor: Option<Fen>,
    /// First valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The paper that set it (文号).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// How sure this rate is, where it is surer or less sure than its programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

dated!(RateRow, RateRow::place);

impl RateRow {
    /// A rate that holds everywhere and always; for the rest `..RateRow::of(rate)`.
    #[must_use]
    pub const fn of(rate: Rate) -> Self {
        Self {
            rate,
            region: None,
            tier: None,
            cap: None,
            floor: None,
            from: None,
            to: None,
            basis: String::new(),
            certainty: None,
        }
    }

    /// Region and tier as rule references write them after the programme: nothing, `/region`,
    /// `//tier`, `/region/tier`.
    #[must_use]
    pub fn place(&self) -> String {
        match (self.region, &self.tier) {
            (None, None) => String::new(),
            (Some(region), None) => format!("/{region}"),
            (region, Some(tier)) => {
                format!("/{}/{tier}", region.map(|code| code.to_string()).unwrap_or_default())
            }
        }
    }

    /// The amount, no more than the cap and no less than the floor.
    #[must_use]
    pub fn bounded(&self, amount: Fen) -> Fen {
        let capped = self.cap.map_or(amount, |cap| amount.min(cap));
        self.floor.map_or(capped, |floor| capped.max(floor))
    }

    fn applies(&self, division: DivisionCode, day: Date) -> bool {
        self.region.is_none_or(|region| region.holds(division)) && self.holds_on(day)
    }
}

/// A rate that comes on its own, in `rates.json`: only the rate changes, the programme stays as it
/// is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRate {
    /// Code of the programme.
    pub programme: String,
    /// The rate.
    #[serde(flatten)]
    pub row: RateRow,
}

/// How often a programme is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// 按月
    Month,
    /// 按季
    Quarter,
    /// 半年
    HalfYear,
    /// 按年
    Year,
    /// 按学期
    Term,
    /// 按次: when there is a case or an order.
    #[default]
    Event,
}

impl Frequency {
    /// As papers print it.
    #[must_use]
    pub const fn in_chinese(self) -> &'static str {
        match self {
            Self::Month => "按月",
            Self::Quarter => "按季",
            Self::HalfYear => "每半年",
            Self::Year => "每年",
            Self::Term => "每学期",
            Self::Event => "按次",
        }
    }
}

/// Sensitivity class, one per programme; where unsure the stricter.
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
    /// Days of the new notice after an upheld objection; `None` = as many as the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repost_days: Option<u16>,
    /// How sure this rule is, where it is surer or less sure than its programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

impl NoticeRule {
    /// A rule whose second notice is as long as the first.
    #[must_use]
    pub const fn new(when: NoticeTime, days: u16, day_kind: DayKind) -> Self {
        Self { when, days, day_kind, repost_days: None, certainty: None }
    }

    /// Days of the notice of rows that changed after an objection.
    #[must_use]
    pub fn days_again(&self) -> u16 {
        self.repost_days.unwrap_or(self.days)
    }
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
