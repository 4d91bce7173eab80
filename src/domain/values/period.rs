//! 所属期: the stretch of time that a payment is for.
use super::date::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A year, half-year, quarter or month: `2026`, `2026H1`, `2026Q3`, `2026-07`.
///
/// ```
/// use cunbang::domain::values::period::Period;
///
/// let half = Period::parse("2026H2")?;
/// assert_eq!(half.in_chinese(), "2026年下半年");
/// assert_eq!(half.start().to_string(), "2026-07-01");
/// assert_eq!(half.end().to_string(), "2026-12-31");
/// assert!(half.overlaps(Period::parse("2026-07")?));
/// assert!(Period::parse("2026-7").is_err());
/// # Ok::<(), cunbang::domain::values::period::PeriodError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    year: i16,
    part: Part,
}

/// Which part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// 上半年 1 or 下半年 2.
    Half(i8),
    /// Quarter 1 to 4.
    Quarter(i8),
    /// Month 1 to 12.
    Month(i8),
}

/// The text is none of the four forms, or the year is not in 2000..=2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a period is written 2026, 2026H1, 2026Q3 or 2026-07")]
pub struct PeriodError;

impl Period {
    /// The whole of `year`.
    ///
    /// # Errors
    /// A year outside 2000..=2100.
    pub fn year_of(year: i16) -> Result<Self, PeriodError> {
        Self::new(year, Part::Year)
    }

    /// A checked period.
    ///
    /// # Errors
    /// [`PeriodError`] for a year outside 2000..=2100 or a part out of range.
    pub fn new(year: i16, part: Part) -> Result<Self, PeriodError> {
        let part_is_real = match part {
            Part::Year => true,
            Part::Half(n) => (1..=2).contains(&n),
            Part::Quarter(n) => (1..=4).contains(&n),
            Part::Month(n) => (1..=12).contains(&n),
        };
        if (2000..=2100).contains(&year) && part_is_real {
            Ok(Self { year, part })
        } else {
            Err(PeriodError)
        }
    }

    /// Reads one of the four forms.
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (year, rest) = text.trim().split_at_checked(4).ok_or(PeriodError)?;
        let year = year.parse().or(Err(PeriodError))?;
        let number = |digits: &str| digits.parse::<i8>().or(Err(PeriodError));
        let part = match (rest.get(..1), rest.get(1..)) {
            (None, _) if rest.is_empty() => Part::Year,
            (Some("H"), Some(n)) => Part::Half(number(n)?),
            (Some("Q"), Some(n)) => Part::Quarter(number(n)?),
            (Some("-"), Some(n)) if n.len() == 2 => Part::Month(number(n)?),
            _ => return Err(PeriodError),
        };
        Self::new(year, part)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Which part of the year.
    #[must_use]
    pub const fn part(self) -> Part {
        self.part
    }

    /// First and last month, 1..=12.
    #[must_use]
    pub const fn months(self) -> (i8, i8) {
        match self.part {
            Part::Year => (1, 12),
            Part::Half(n) => (n * 6 - 5, n * 6),
            Part::Quarter(n) => (n * 3 - 2, n * 3),
            Part::Month(n) => (n, n),
        }
    }

    /// The first day.
    #[must_use]
    pub fn start(self) -> Date {
        jiff::civil::date(self.year, self.months().0, 1)
    }

    /// The last day.
    #[must_use]
    pub fn end(self) -> Date {
        jiff::civil::date(self.year, self.months().1, 1).last_of_month()
    }

    /// Do the two share a day?
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        let here = self.months();
        let there = other.months();
        self.year == other.year && here.0 <= there.1 && there.0 <= here.1
    }

    /// As titles print it: `2026年度`, `2026年上半年`, `2026年第3季度`, `2026年7月`.
    #[must_use]
    pub fn in_chinese(self) -> String {
        let year = self.year;
        match self.part {
            Part::Year => format!("{year}年度"),
            Part::Half(1) => format!("{year}年上半年"),
            Part::Half(_) => format!("{year}年下半年"),
            Part::Quarter(n) => format!("{year}年第{n}季度"),
            Part::Month(n) => format!("{year}年{n}月"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{}", self.year),
            Part::Half(n) => write!(f, "{}H{n}", self.year),
            Part::Quarter(n) => write!(f, "{}Q{n}", self.year),
            Part::Month(n) => write!(f, "{}-{n:02}", self.year),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;
    fn try_from(text: String) -> Result<Self, PeriodError> {
        Self::parse(&text)
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}
