//! What foreign text looks like on a screen or in a terminal's output: nothing invisible, nothing
//! that moves the cursor.
//!
//! Names and cells are cleaned when they come in; this is the second door, for whatever is shown.
//! It is not for stored bytes, papers or finance files.
use std::borrow::Cow;

/// `text` with each control, format, private-use or separator character replaced by a visible one.
///
/// Ordinary text comes back unchanged and unallocated.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_hidden) {
        Cow::Owned(text.chars().map(stand_in).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Would a terminal obey this character, or show nothing for it?
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control() || is_format(c) || is_private(c) || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Unicode category Cf, the variation selectors and the combining joiner: they change how their
/// neighbours look.
fn is_format(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Private use: no two machines show the same.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// `␛` for the ASCII controls, `�` for the rest.
fn stand_in(c: char) -> char {
    match c {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        hidden if is_hidden(hidden) => '\u{fffd}',
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::text::display::*;
    use proptest::prelude::*;

    #[test]
    fn an_escape_sequence_in_a_name_is_shown_and_not_obeyed() {
        assert_eq!(visible("张\u{1b}[2J军"), "张␛[2J军");
        assert_eq!(visible("a\r\nb\tc\u{7f}"), "a␍␊b␉c␡");
    }

    #[test]
    fn invisible_and_direction_marks_become_visible() {
        for hidden in [
            "\u{202e}",
            "\u{2067}",
            "\u{feff}",
            "\u{200d}",
            "\u{2028}",
            "\u{e0041}",
            "\u{fe0f}",
            "\u{e000}",
            "\u{9b}",
        ] {
            assert_eq!(visible(hidden), "\u{fffd}", "{hidden:?}");
        }
    }

    #[test]
    fn names_of_the_field_stay_as_they_are() {
        for name in ["赵𬭎", "㛃", "买买提·吐尔逊", "=cmd|' /C calc'!A0", "140923********0038"]
        {
            assert!(matches!(visible(name), Cow::Borrowed(same) if same == name));
        }
    }

    proptest! {
        #[test]
        fn nothing_hidden_is_left(text in "\\PC*|.*") {
            prop_assert!(!visible(&text).chars().any(is_hidden));
        }
    }
}
