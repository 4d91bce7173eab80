//! Rates (元 per unit, up to 8 decimals) and quantities (亩, 人, 月, up to 4 decimals). Never
//! floats.
use crate::domain::text::half_width::plain_number;
use crate::domain::text::sentence::{Sentence, Spoken};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// 补贴标准 in yuan per unit, `0 ..`, at most 8 decimals (a county really paid 124.9788302 元/亩).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Decimal", into = "Decimal")]
pub struct Rate(Decimal);

/// 数量 in the programme's unit, `0 ..`, at most 4 decimals (areas are surveyed to 0.0001 亩 at
/// most).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Decimal", into = "Decimal")]
pub struct Quantity(Decimal);

/// Why a text is not a rate or quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Letters, several points, empty.
    #[error("not a number")]
    NotANumber,
    /// Below zero.
    #[error("cannot be negative")]
    Negative,
    /// More decimals than allowed.
    #[error("too many decimals")]
    TooFine,
    /// Beyond any real roll (10^10).
    #[error("too large")]
    TooLarge,
}

impl Spoken for NumberError {
    fn sentence(&self) -> Sentence {
        Sentence::plain(match self {
            Self::NotANumber => "number-not-a-number",
            Self::Negative => "number-negative",
            Self::TooFine => "number-too-fine",
            Self::TooLarge => "number-too-large",
        })
    }
}

fn checked(value: Decimal, decimals: u32) -> Result<Decimal, NumberError> {
    let value = value.normalize();
    if value.is_sign_negative() && !value.is_zero() {
        return Err(NumberError::Negative);
    }
    if value.scale() > decimals {
        return Err(NumberError::TooFine);
    }
    if value >= Decimal::from(10_000_000_000_i64) {
        return Err(NumberError::TooLarge);
    }
    Ok(value)
}

macro_rules! number {
    ($name:ident, $decimals:literal) => {
        impl $name {
            /// Reads what stands in a cell: full-width digits and thousands separators are folded.
            ///
            /// # Errors
            /// The first reason that a clerk can act upon.
            pub fn parse(text: &str) -> Result<Self, NumberError> {
                let value: Decimal = plain_number(text).parse().or(Err(NumberError::NotANumber))?;
                checked(value, $decimals).map(Self)
            }
            /// The exact decimal.
            #[must_use]
            pub const fn decimal(self) -> Decimal {
                self.0
            }
        }
        impl TryFrom<Decimal> for $name {
            type Error = NumberError;
            fn try_from(value: Decimal) -> Result<Self, NumberError> {
                checked(value, $decimals).map(Self)
            }
        }
        impl From<$name> for Decimal {
            fn from(value: $name) -> Self {
                value.0
            }
        }
        impl fmt::Display for $name {
            /// At least two decimals, as rolls print them.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = self.0;
                shown.rescale(self.0.scale().max(2));
                shown.fmt(f)
            }
        }
    };
}
number!(Rate, 8);
number!(Quantity, 4);

impl Quantity {
    /// Nothing; the start of a sum.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The sum; quantities are far from the type's limit, so it saturates rather than fails.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}
