//! 编号: the running number of a batch, as an office counts them by year and programme.
use pinyin::ToPinyin;

/// `140923104-2026-GD-0007`: always with letters, so that it is never taken for an ID or card
/// number.
#[must_use]
pub fn of(office: &str, year: i16, letters: &str, number: u32) -> String {
    format!("{office}-{year}-{letters}-{number:04}")
}

/// Two letters for the running number: the initials of the programme's first two characters, `XX`
/// if it has none.
#[must_use]
pub fn letters(programme: &str) -> String {
    let initials = programme
        .to_pinyin()
        .flatten()
        .take(2)
        .map(|syllable| syllable.first_letter().to_ascii_uppercase());
    let letters: String = initials.collect();
    if letters.is_empty() { "XX".to_owned() } else { letters }
}
