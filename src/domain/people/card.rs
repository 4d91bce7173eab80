//! 银行卡号 / 社保卡号: digits as text, and what makes one doubtful.
//!
//! Nothing here refuses a roll because of the Luhn digit: passbooks (存折) and some rural accounts
//! have none.
use super::identity::is_scientific;
use crate::domain::text::half_width::half_width;
use crate::domain::text::sentence::{Sentence, Spoken};

/// What is doubtful about a card number, the most telling reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CardProblem {
    /// A spreadsheet kept 15 digits: `6.21412E+18`, or zeros from the 16th digit on.
    #[error("damaged by a spreadsheet")]
    ExcelDamage,
    /// A letter or sign.
    #[error("a character that is not a digit")]
    NotDigits,
    /// Not 16 to 19 digits: a passbook, or a digit is missing.
    #[error("not 16 to 19 digits")]
    Length,
    /// The last digit does not follow from the others.
    #[error("the check digit does not fit")]
    Luhn,
}

impl CardProblem {
    /// The key's last word, the same in `card-…` and in the findings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ExcelDamage => "card-excel-damage",
            Self::NotDigits => "card-not-digits",
            Self::Length => "card-length",
            Self::Luhn => "card-luhn",
        }
    }
}

impl Spoken for CardProblem {
    fn sentence(&self) -> Sentence {
        Sentence::plain(self.key())
    }
}

/// The number as it is stored: half width, without spaces and hyphens. May still be wrong.
#[must_use]
pub fn normalise_card(text: &str) -> String {
    let kept = text.chars().map(half_width);
    kept.filter(|c| {
        !c.is_whitespace() && *c != '-' && !crate::domain::people::name::is_invisible(*c)
    })
    .collect()
}

/// Looks at a normalised card number.
///
/// # Errors
/// See [`CardProblem`].
pub fn check_card(card: &str) -> Result<(), CardProblem> {
    let digits = card.as_bytes();
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(if is_scientific(card) {
            CardProblem::ExcelDamage
        } else {
            CardProblem::NotDigits
        });
    }
    let fits = luhn(digits);
    if is_rounded(digits) && (digits.len() == 19 || !fits) {
        return Err(CardProblem::ExcelDamage);
    }
    if !(16..=19).contains(&digits.len()) {
        return Err(CardProblem::Length);
    }
    if fits { Ok(()) } else { Err(CardProblem::Luhn) }
}

/// Does the Luhn digit of these ASCII digits fit?
#[must_use]
pub fn luhn(digits: &[u8]) -> bool {
    let mut sum = 0_u32;
    for (place, digit) in digits.iter().rev().enumerate() {
        let value = u32::from(digit.wrapping_sub(b'0'));
        sum += if place % 2 == 0 {
            value
        } else if value > 4 {
            value * 2 - 9
        } else {
            value * 2
        };
    }
    sum.is_multiple_of(10)
}

/// Does the number begin like a card that is issued here: 银联 62 and 60, Visa 4, `MasterCard` 5,
/// social cards 9?
#[must_use]
pub fn has_known_beginning(digits: &[u8]) -> bool {
    matches!(digits, [b'6', b'0' | b'2', ..] | [b'4' | b'5' | b'9', ..])
}

/// 17 to 19 digits that are all zero from the 16th on: what a spreadsheet leaves of a long number.
fn is_rounded(digits: &[u8]) -> bool {
    (17..=19).contains(&digits.len()) && digits.iter().skip(15).all(|digit| *digit == b'0')
}

#[cfg(test)]
mod tests {
    use crate::domain::people::card::*;

    const RIGHT: [&str; 6] = [
        "6214123456789012348",
        "6217001234567890122",
        "6222020100000123453",
        "6235681409230000015",
        "621700123456789011",
        "6214123456789014",
    ];

    #[test]
    fn every_right_card_of_the_field_is_right_and_any_changed_digit_is_doubtful() {
        for card in RIGHT {
            assert_eq!(check_card(card), Ok(()));
            for at in 0..card.len() {
                let mut wrong = card.as_bytes().to_vec();
                wrong[at] = b'0' + (wrong[at] - b'0' + 1) % 10;
                assert!(check_card(std::str::from_utf8(&wrong).unwrap()).is_err());
            }
        }
    }

    #[test]
    fn what_a_spreadsheet_leaves_of_a_card_is_recognised() {
        for card in ["6214123456789010000", "6.21412E+18", "621700123456789000"] {
            assert_eq!(check_card(card), Err(CardProblem::ExcelDamage), "{card}");
        }
    }

    #[test]
    fn a_passbook_is_doubtful_not_damaged() {
        assert_eq!(check_card("101010101010"), Err(CardProblem::Length));
        assert_eq!(check_card("62141234567890123A8"), Err(CardProblem::NotDigits));
        assert_eq!(check_card("6214123456789012349"), Err(CardProblem::Luhn));
    }

    #[test]
    fn a_clerk_may_type_a_card_in_groups_and_full_width() {
        assert_eq!(normalise_card("６２１４ 1234-5678 9012　348"), "6214123456789012348");
    }
}
