//! 行政区划: counties, townships and villages by 12-digit code, effective-dated.
use super::effective::dated;
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A 12-digit division code: county 6 (GB/T 2260) + township 3 (GB/T 10114) + village 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DivisionCode(u64);

/// What a code stands for, by its trailing zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 县
    County,
    /// 乡镇
    Township,
    /// 村
    Village,
}

/// Not 6, 9 or 12 digits, or one that starts with 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a division code has 6, 9 or 12 digits")]
pub struct DivisionCodeError;

impl DivisionCode {
    /// Reads 6, 9 or 12 digits; shorter ones are filled with zeros.
    ///
    /// # Errors
    /// [`DivisionCodeError`].
    pub fn parse(text: &str) -> Result<Self, DivisionCodeError> {
        let text = text.trim();
        if !text.bytes().all(|b| b.is_ascii_digit()) || text.starts_with('0') {
            return Err(DivisionCodeError);
        }
        let scale = match text.len() {
            6 => 1_000_000,
            9 => 1_000,
            12 => 1,
            _ => return Err(DivisionCodeError),
        };
        let number: u64 = text.parse().or(Err(DivisionCodeError))?;
        Ok(Self(number * scale))
    }

    /// Reads [`Self::number`].
    ///
    /// # Errors
    /// [`DivisionCodeError`] if it has not 12 digits.
    pub fn of_number(number: u64) -> Result<Self, DivisionCodeError> {
        if (100_000_000_000..1_000_000_000_000).contains(&number) {
            Ok(Self(number))
        } else {
            Err(DivisionCodeError)
        }
    }

    /// The number, for keys of the store.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }

    /// County, township or village.
    #[must_use]
    pub const fn level(self) -> Level {
        if self.0.is_multiple_of(1_000_000) {
            Level::County
        } else if self.0.is_multiple_of(1_000) {
            Level::Township
        } else {
            Level::Village
        }
    }

    /// The township of a village, the county of a township; a county is its own parent.
    #[must_use]
    pub const fn parent(self) -> Self {
        match self.level() {
            Level::Village => Self(self.0 / 1_000 * 1_000),
            Level::Township | Level::County => Self(self.0 / 1_000_000 * 1_000_000),
        }
    }

    /// Is `other` this division or inside it?
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self == other || self == other.parent() || self == other.parent().parent()
    }

    /// Without trailing zeros: 6, 9 or 12 digits, as running numbers print it.
    #[must_use]
    pub fn short(self) -> String {
        match self.level() {
            Level::County => (self.0 / 1_000_000).to_string(),
            Level::Township => (self.0 / 1_000).to_string(),
            Level::Village => self.0.to_string(),
        }
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012}", self.0)
    }
}

impl TryFrom<String> for DivisionCode {
    type Error = DivisionCodeError;
    fn try_from(text: String) -> Result<Self, DivisionCodeError> {
        Self::parse(&text)
    }
}

impl From<DivisionCode> for String {
    fn from(code: DivisionCode) -> Self {
        code.to_string()
    }
}

/// One division as it was between two dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its code.
    pub code: DivisionCode,
    /// Its official name, e.g. `段村村委会`.
    pub name: String,
    /// First day on which code and name are valid; `None` = since ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day; `None` = still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Codes that this division took over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<DivisionCode>,
}

dated!(Division, |division| division.code.to_string());

impl Division {
    /// The name without the committee: `段村村委会` -> `段村`; `东关村委会` -> `东关村`; a township
    /// keeps its name.
    #[must_use]
    pub fn place(&self) -> String {
        for tail in ["村民委员会", "村委会"] {
            if let Some(stem) = self.name.strip_suffix(tail) {
                return if stem.ends_with('村') { stem.to_owned() } else { format!("{stem}村") };
            }
        }
        let stem =
            self.name.strip_suffix("居民委员会").or_else(|| self.name.strip_suffix("居委会"));
        stem.unwrap_or(&self.name).to_owned()
    }
}
