//! The few words that bodies hold as they were typed: a board's name and place, the unit that a
//! case is sent on to.
//!
//! A body cannot be erased, so no number of a person may ever get in. Asked by the act only: what
//! an older version let in stays as it is.
use super::refusal::Refusal;
use crate::domain::board::Particulars;
use crate::domain::disclosure::scanner::scan;

/// Longest name, place or unit, in characters.
const LONGEST: u32 = 40;

/// May these words stand in a body?
///
/// # Errors
/// Too long, or a number of a person.
pub fn fit(text: &str) -> Result<(), Refusal> {
    if u32::try_from(text.chars().count()).map_or(true, |length| length > LONGEST) {
        return Err(Refusal::WordsTooLong(LONGEST));
    }
    if scan(text, &[]).is_empty() { Ok(()) } else { Err(Refusal::WordsOfPerson) }
}

/// Both texts of a board; a name of nothing but blanks is none.
///
/// # Errors
/// As [`fit`].
pub fn of_board(body: &Particulars) -> Result<(), Refusal> {
    if body.name.trim().is_empty() {
        return Err(Refusal::BoardWords);
    }
    fit(&body.name)?;
    fit(&body.place)
}

#[cfg(test)]
mod tests {
    use crate::domain::dossier::free_text::*;

    /// Right in check digit, Luhn and ranges, and nobody's.
    const NUMBERS: [&str; 3] = ["142225195503151235", "6222020402012345672", "13835000001"];

    #[test]
    fn a_name_of_forty_characters_fits_and_one_more_does_not() {
        assert_eq!(fit(&"栏".repeat(40)), Ok(()));
        assert_eq!(fit(&"栏".repeat(41)), Err(Refusal::WordsTooLong(40)));
    }

    #[test]
    fn no_number_of_a_person_gets_into_a_body_however_it_is_typed() {
        for number in NUMBERS {
            for text in [
                number.to_owned(),
                format!("张三家东墙{number}旁"),
                number.chars().map(full_width).collect(),
            ] {
                assert_eq!(fit(&text), Err(Refusal::WordsOfPerson));
            }
        }
        assert_eq!(
            fit("村委会门口栏（2号，电话0350-5233333）"),
            Ok(()),
            "an office's telephone is no person's"
        );
    }

    fn full_width(c: char) -> char {
        char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap()
    }
}
