//! Money as printed on a disclosure: whole 分 (fen), shown as 元 (yuan) with two decimals.
use super::quantity::{Quantity, Rate};
use crate::domain::text::half_width::plain_number;
use crate::domain::text::sentence::{Sentence, Spoken};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::fmt;

pub use crate::domain::text::half_width::half_width;

/// A sum of money in **fen** (分, 1/100 yuan, CNY): a line's amount or a total of lines.
///
/// Range `0 ..= 10^15`. A line's amount is at most [`Fen::LINE_MAX`]. An integer, never a float, so
/// that column sums equal the printed rows to the fen. Zero is legal: a suspended line stays on the
/// list.
///
/// ```
/// use cunbang::domain::values::money::{AmountError, Fen};
/// use cunbang::domain::values::quantity::{Quantity, Rate};
///
/// assert_eq!(Fen::parse("1,200.50").map(Fen::fen), Ok(120_050));
/// assert_eq!(Fen::parse("1.005"), Err(AmountError::TooFine));
///
/// // 67 mu at 2.335 yuan are 156.445 yuan: rounded half up, line by line
/// let (rate, mu) = (Rate::parse("2.335")?, Quantity::parse("67")?);
/// let line = Fen::of(rate, mu, None)?;
/// assert_eq!(line.to_string(), "156.45");
///
/// // a total is the sum of the rounded lines
/// let total: Fen = [line; 100].into_iter().sum();
/// assert_eq!(total.grouped(), "15,645.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(try_from = "i64", into = "i64")] // a damaged store cannot make an illegal amount
pub struct Fen(i64);

/// Why a text or number is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Letters, several points, a currency sign, empty.
    #[error("not a number")]
    NotANumber,
    /// Below zero: a claw-back is a receivable, not a line.
    #[error("an amount cannot be negative")]
    Negative,
    /// More than two decimals.
    #[error("at most two decimals (fen)")]
    TooFine,
    /// More than ten digits of yuan.
    #[error("larger than ten digits of yuan")]
    TooLarge,
}

impl Spoken for AmountError {
    fn sentence(&self) -> Sentence {
        Sentence::plain(match self {
            Self::NotANumber => "amount-not-a-number",
            Self::Negative => "amount-negative",
            Self::TooFine => "amount-too-fine",
            Self::TooLarge => "amount-too-large",
        })
    }
}

impl Fen {
    /// Nothing; the start of a sum.
    pub const ZERO: Self = Self(0);
    /// The largest amount of one line, in fen: ten digits of yuan, the widest that provincial
    /// import templates accept (`^\d{1,10}(\.\d{1,2})?$`).
    pub const LINE_MAX: i64 = 999_999_999_999;
    const SUM_MAX: i64 = 1_000_000_000_000_000;

    /// Reads what a clerk types or pastes: `1,200.50`, `１２００`, ` 300 `.
    ///
    /// # Errors
    /// The first reason that a clerk can act upon; see [`AmountError`].
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        let yuan: Decimal = plain_number(text).parse().or(Err(AmountError::NotANumber))?;
        Self::from_yuan(yuan)
    }

    /// `rate x quantity [x months]`, rounded half up to the fen **per line** (2.335 x 67 = 156.45).
    ///
    /// # Errors
    /// [`AmountError::TooLarge`].
    pub fn of(rate: Rate, quantity: Quantity, months: Option<u16>) -> Result<Self, AmountError> {
        let product = rate.decimal().checked_mul(quantity.decimal());
        let exact = product
            .and_then(|p| p.checked_mul(Decimal::from(months.unwrap_or(1))))
            .ok_or(AmountError::TooLarge)?;
        Self::from_yuan(exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }

    /// From yuan; at most two decimals and [`Fen::LINE_MAX`].
    ///
    /// # Errors
    /// See [`AmountError`].
    pub fn from_yuan(yuan: Decimal) -> Result<Self, AmountError> {
        let yuan = yuan.normalize();
        if yuan.is_sign_negative() && !yuan.is_zero() {
            return Err(AmountError::Negative);
        }
        if yuan.scale() > 2 {
            return Err(AmountError::TooFine);
        }
        let fen = yuan.checked_mul(Decimal::ONE_HUNDRED).and_then(|fen| fen.to_i64());
        match fen {
            Some(fen) if fen <= Self::LINE_MAX => Ok(Self(fen)),
            _ => Err(AmountError::TooLarge),
        }
    }

    /// The number of fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// The sum; saturates at 10^15 fen, far above any county's budget.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).min(Self::SUM_MAX))
    }

    /// With thousands separators, as screens and posters show sums: `68,701.80`.
    #[must_use]
    pub fn grouped(self) -> String {
        let yuan = (self.0 / 100).to_string();
        let mut text = String::with_capacity(yuan.len() + 8);
        for (place, digit) in yuan.chars().enumerate() {
            if place > 0 && (yuan.len() - place).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        format!("{text}.{:02}", self.0 % 100)
    }
}

impl std::iter::Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::plus)
    }
}

impl TryFrom<i64> for Fen {
    type Error = AmountError;
    fn try_from(fen: i64) -> Result<Self, AmountError> {
        match fen {
            ..0 => Err(AmountError::Negative),
            0..=Self::SUM_MAX => Ok(Self(fen)),
            _ => Err(AmountError::TooLarge),
        }
    }
}

impl From<Fen> for i64 {
    fn from(amount: Fen) -> Self {
        amount.0
    }
}

impl fmt::Display for Fen {
    /// Plain yuan without separators, `68701.80`; see [`Fen::grouped`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::values::money::*;
    use proptest::prelude::*;

    #[test]
    fn a_clerk_may_type_full_width_digits_and_commas() {
        assert_eq!(Fen::parse(" 1,200.50 "), Fen::parse("１２００．５"));
        assert_eq!(Fen::parse("-3"), Err(AmountError::Negative));
        assert_eq!(Fen::parse("1.005"), Err(AmountError::TooFine));
        assert_eq!(Fen::parse("￥18.74"), Err(AmountError::NotANumber));
    }

    proptest! {
        #[test]
        fn every_amount_survives_the_trip_through_text(fen in 0..=Fen::LINE_MAX) {
            let amount = Fen::try_from(fen).unwrap();
            prop_assert_eq!(Fen::parse(&amount.to_string()), Ok(amount));
            prop_assert_eq!(Fen::parse(&amount.grouped()), Ok(amount));
        }
    }
}
