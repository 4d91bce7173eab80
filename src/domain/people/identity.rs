//! 公民身份号码 (GB 11643-1999): what a right number is, and what is wrong with another.
//!
//! The first six digits are the place of first registration. They are never judged by today's
//! division codes: people of this county registered before 2000 carry 142225. Only the province is
//! looked at.
use crate::domain::text::half_width::half_width;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS: [u8; 11] = *b"10X98765432";
/// 忻州地区, a city since 2000 (1409..): numbers with this beginning are old and right.
const OLD_PREFIX: &[u8] = b"1422";
/// Nobody on a roll is older.
const OLDEST: i16 = 120;

/// A right number: 18 characters, real date, known province, check character fits.
///
/// ```
/// use cunbang::domain::people::identity::{IdNumber, IdProblem, normalise_id};
/// use cunbang::domain::values::date;
///
/// // as it was typed: full width, a space, a small x; nobody has this number
/// let typed = normalise_id("１４０９２３ 19850620001x");
/// let number = IdNumber::parse(&typed)?;
/// assert_eq!(number.as_str(), "14092319850620001X");
/// assert_eq!(date::in_chinese(number.birth()), "1985年6月20日");
///
/// // two digits changed places: there is no month 60, and the last one does not follow any more
/// assert_eq!(IdNumber::parse("14092319856020001X"), Err(IdProblem::NoSuchDate));
/// assert_eq!(IdNumber::parse("14092319850602001X"), Err(IdProblem::CheckDigit));
/// // a spreadsheet kept fifteen digits of it
/// assert_eq!(IdNumber::parse("1.40923E+17"), Err(IdProblem::ExcelDamage));
/// // debug output reaches logs
/// assert_eq!(format!("{number:?}"), "IdNumber(..)");
/// # Ok::<(), IdProblem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdNumber {
    text: [u8; 18],
    birth: Date,
}

impl std::fmt::Debug for IdNumber {
    /// Never shows the number: debug output reaches logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdNumber(..)")
    }
}

/// What is wrong with a number, the most telling reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum IdProblem {
    /// A spreadsheet kept 15 digits: `1.40923E+17`, or `000` at the end and a check digit that does
    /// not fit.
    #[error("damaged by a spreadsheet")]
    ExcelDamage,
    /// The form of before 1999; no valid document since 2013, but found in old rolls.
    #[error("the old form of 15 digits")]
    OldForm,
    /// Not 18 characters.
    #[error("not 18 characters")]
    WrongLength,
    /// A letter or sign where a digit belongs (O for 0, l for 1).
    #[error("a character that is not a digit")]
    NotDigits,
    /// Not one of the 34 provinces (two first digits).
    #[error("unknown province")]
    UnknownProvince,
    /// 30 February, month 13.
    #[error("the date of birth does not exist")]
    NoSuchDate,
    /// The last character does not follow from the others: one of them is wrong.
    #[error("the check digit does not fit")]
    CheckDigit,
    /// Born after today.
    #[error("born in the future")]
    InFuture,
    /// Older than 120 years.
    #[error("older than 120 years")]
    TooOld,
}

impl IdProblem {
    /// The key's last word, the same in `id-…` and in the findings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ExcelDamage => "id-excel-damage",
            Self::OldForm => "id-old-form",
            Self::WrongLength => "id-wrong-length",
            Self::NotDigits => "id-not-digits",
            Self::UnknownProvince => "id-unknown-province",
            Self::NoSuchDate => "id-no-such-date",
            Self::CheckDigit => "id-check-digit",
            Self::InFuture => "id-in-future",
            Self::TooOld => "id-too-old",
        }
    }
}

impl Spoken for IdProblem {
    fn sentence(&self) -> Sentence {
        Sentence::plain(self.key())
    }
}

/// The number as it is stored: half width, no spaces, upper-case X. May still be wrong.
#[must_use]
pub fn normalise_id(text: &str) -> String {
    let kept = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && !crate::domain::people::name::is_invisible(*c));
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// Does the cell show a number that a spreadsheet wrote with an exponent (`1.40923E+17`)?
#[must_use]
pub fn is_scientific(text: &str) -> bool {
    let mut parts = text.splitn(2, ['E', 'e']);
    let (Some(mantissa), Some(exponent)) = (parts.next(), parts.next()) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(exponent.trim_start_matches('+')) && digits(&mantissa.replacen('.', "", 1))
}

impl IdNumber {
    /// Reads a normalised number (see [`normalise_id`]).
    ///
    /// # Errors
    /// See [`IdProblem`]; the future and the age need a day: [`IdNumber::on`].
    pub fn parse(text: &str) -> Result<Self, IdProblem> {
        let bytes = text.as_bytes();
        let Ok(number) = <[u8; 18]>::try_from(bytes) else { return Err(wrong_length(text)) };
        let (Some((head, [last])), true) = (number.split_last_chunk::<1>(), number.is_ascii())
        else {
            return Err(IdProblem::NotDigits);
        };
        if is_scientific(text) {
            return Err(IdProblem::ExcelDamage);
        }
        if !head.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || *last == b'X') {
            return Err(IdProblem::NotDigits);
        }
        let sum: u32 =
            head.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        let fits = CHECK_CHARACTERS.get((sum % 11) as usize) == Some(last);
        if !fits && number.ends_with(b"000") {
            return Err(IdProblem::ExcelDamage);
        }
        if !is_province(digits_at(&number, 0, 2)) {
            return Err(IdProblem::UnknownProvince);
        }
        let birth = birth_of(&number).ok_or(IdProblem::NoSuchDate)?;
        if fits { Ok(Self { text: number, birth }) } else { Err(IdProblem::CheckDigit) }
    }

    /// The same number, if its bearer can be alive on `today`.
    ///
    /// # Errors
    /// [`IdProblem::InFuture`], [`IdProblem::TooOld`].
    pub fn on(self, today: Date) -> Result<Self, IdProblem> {
        if self.birth > today {
            return Err(IdProblem::InFuture);
        }
        if self.age_on(today) > OLDEST { Err(IdProblem::TooOld) } else { Ok(self) }
    }

    /// The 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// Date of birth.
    #[must_use]
    pub const fn birth(self) -> Date {
        self.birth
    }

    /// Age in full years on `day`; negative before birth.
    #[must_use]
    pub fn age_on(self, day: Date) -> i16 {
        let years = day.year() - self.birth.year();
        let before_birthday = (day.month(), day.day()) < (self.birth.month(), self.birth.day());
        years - i16::from(before_birthday)
    }

    /// An abolished prefix of this region: informs ("old code, usable"), nothing else.
    #[must_use]
    pub fn is_old_prefix(self) -> bool {
        self.text.starts_with(OLD_PREFIX)
    }
}

fn wrong_length(text: &str) -> IdProblem {
    if is_scientific(text) {
        IdProblem::ExcelDamage
    } else if text.len() == 15 && text.bytes().all(|b| b.is_ascii_digit()) {
        IdProblem::OldForm
    } else if text.bytes().all(|b| b.is_ascii_digit() || b == b'X') {
        IdProblem::WrongLength
    } else {
        IdProblem::NotDigits
    }
}

fn digits_at(number: &[u8; 18], from: usize, count: usize) -> i16 {
    number
        .iter()
        .skip(from)
        .take(count)
        .fold(0, |value, digit| value * 10 + i16::from(digit - b'0'))
}

fn birth_of(number: &[u8; 18]) -> Option<Date> {
    let month = i8::try_from(digits_at(number, 10, 2)).ok()?;
    let day = i8::try_from(digits_at(number, 12, 2)).ok()?;
    Date::new(digits_at(number, 6, 4), month, day).ok()
}

const fn is_province(code: i16) -> bool {
    matches!(code, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91)
}

#[cfg(test)]
mod tests {
    use crate::domain::people::identity::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const RIGHT: [&str; 14] = [
        "11010519491231002X",
        "440524188001010014",
        "140923198001010018",
        "142225195503151235",
        "142225196507120043",
        "142225197111302566",
        "142225194808080429",
        "142225196004017773",
        "14222519550315003X",
        "14092320160229011X",
        "140923200002290103",
        "140923199912318886",
        "14092319850620001X",
        "810000198703060075",
    ];

    #[test]
    fn every_right_number_of_the_field_is_right() {
        for text in RIGHT {
            assert_eq!(IdNumber::parse(text).unwrap().as_str(), text);
        }
        assert_eq!(IdNumber::parse("14092320160229011X").unwrap().birth(), date(2016, 2, 29));
    }

    #[test]
    fn each_wrong_number_is_told_what_is_wrong() {
        let wrong = [
            ("140923198001010019", IdProblem::CheckDigit),
            ("142225195502300005", IdProblem::NoSuchDate),
            ("140923201902290105", IdProblem::NoSuchDate),
            ("1409231980O1010018", IdProblem::NotDigits),
            ("14092319800101001", IdProblem::WrongLength),
            ("", IdProblem::WrongLength),
            ("140923800101001", IdProblem::OldForm),
            ("990923198001010018", IdProblem::UnknownProvince),
            ("1.40923E+17", IdProblem::ExcelDamage),
            ("1.40923194502071E17", IdProblem::ExcelDamage),
            ("140923194410306000", IdProblem::ExcelDamage),
            ("张140923198001010", IdProblem::NotDigits),
        ];
        for (text, problem) in wrong {
            assert_eq!(IdNumber::parse(text), Err(problem), "{text}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow_or_older_than_120() {
        let id = IdNumber::parse("140923198001010018").unwrap();
        assert_eq!(id.on(date(1979, 12, 31)), Err(IdProblem::InFuture));
        assert_eq!(id.on(date(2026, 11, 22)), Ok(id));
        assert_eq!(
            IdNumber::parse("440524188001010014").unwrap().on(date(2026, 11, 22)),
            Err(IdProblem::TooOld)
        );
    }

    #[test]
    fn a_birthday_is_the_first_day_of_the_new_age() {
        let id = IdNumber::parse("142225195503151235").unwrap();
        assert_eq!((id.age_on(date(2035, 3, 14)), id.age_on(date(2035, 3, 15))), (79, 80));
    }

    #[test]
    fn the_old_prefix_of_the_county_is_right_and_known_as_old() {
        assert!(IdNumber::parse("142225195503151235").unwrap().is_old_prefix());
        assert!(!IdNumber::parse("140923198001010018").unwrap().is_old_prefix());
    }

    #[test]
    fn a_clerk_may_type_full_width_digits_spaces_and_a_small_x() {
        assert_eq!(normalise_id(" １４０９２３ 1985 0620 001x\u{feff}"), "14092319850620001X");
    }

    proptest! {
        #[test]
        fn one_mistyped_digit_is_always_noticed(which in 0..14_usize, at in 0..17_usize, other in 1..10_u8) {
            let mut text = RIGHT[which].as_bytes().to_vec();
            text[at] = b'0' + (text[at] - b'0' + other) % 10;
            prop_assert!(IdNumber::parse(std::str::from_utf8(&text).unwrap()).is_err());
        }

        #[test]
        fn no_text_breaks_the_reader(text: String) {
            let _ = IdNumber::parse(&normalise_id(&text));
        }
    }
}
