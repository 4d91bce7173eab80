//! Full-width forms, as Chinese keyboards and sheets give them, in ASCII.

/// The ASCII form of a full-width character (`１` -> `1`); others unchanged.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// A numeric cell without padding, separators and full-width forms.
#[must_use]
pub fn plain_number(text: &str) -> String {
    text.trim().chars().map(half_width).filter(|c| *c != ',').collect()
}
