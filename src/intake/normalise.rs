//! Removes what a person cannot see: padding, marks of width zero, full-width digits. Changes
//! nothing else.
use crate::domain::text::half_width::half_width;
use std::borrow::Cow;

/// Spaces of every kind, tabs, byte order marks and other characters without width.
pub(super) fn is_padding(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{ad}')
}

/// Only visible ASCII and ordinary Chinese characters: nothing to tidy, and the common case.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x21..0x7f).contains(&byte))
        || text.chars().all(|c| ('\u{4e00}'..='\u{9fa5}').contains(&c) || c.is_ascii_graphic())
}

/// Without padding around and without invisible characters inside.
pub(super) fn tidy(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let trimmed = text.trim_matches(is_padding);
    if trimmed.chars().any(is_invisible) {
        return Cow::Owned(trimmed.chars().filter(|c| !is_invisible(*c)).collect());
    }
    Cow::Borrowed(trimmed)
}

/// A number as it can be parsed: half width, no padding anywhere.
pub(super) fn digits(text: &str) -> Cow<'_, str> {
    let plain = |b: &u8| (0x21..0x7f).contains(b);
    if text.as_bytes().iter().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(half_width).filter(|c| !is_padding(*c)).collect())
}

/// A head or title: half width, no padding, without the parts in brackets (`补贴金额(元)` ->
/// `补贴金额`).
pub(super) fn bare(text: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::with_capacity(text.len());
    for c in text.chars().map(half_width).filter(|c| !is_padding(*c)) {
        match c {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            ':' | '*' => {}
            other if depth == 0 => bare.push(other),
            _ => {}
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use crate::intake::normalise::*;

    #[test]
    fn only_what_nobody_sees_is_removed() {
        assert_eq!(tidy("\u{feff} 张三\u{3000}"), "张三");
        assert_eq!(digits("１４０ ９２３\u{a0}"), "140923");
        assert_eq!(bare("社保卡（一卡通） 账号："), "社保卡账号");
    }
}
