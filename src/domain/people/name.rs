//! Names of people and groups: how they are written down, and which characters they may hold.
//!
//! The same rule at every door (form, csv, xlsx): it keeps formulas, terminal escapes,
//! bidirectional tricks and private-use characters out of everything that is made from a roll.
use crate::domain::text::half_width::half_width;
use crate::domain::text::sentence::{Sentence, Spoken};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Longest name in characters; names of Uyghur and Tibetan people are long.
const LONGEST: usize = 50;
const NUMERALS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Why a text is not a name. Positions count characters from 1; the text itself is never repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NameProblem {
    /// Nothing there.
    #[error("no name")]
    Empty,
    /// More than 50 characters.
    #[error("longer than 50 characters")]
    TooLong,
    /// `=`, `+`, `-` or `@` at the beginning: a spreadsheet would run it.
    #[error("begins like a formula")]
    Formula,
    /// A control, invisible or direction character.
    #[error("an invisible character at {at}")]
    Invisible {
        /// Where.
        at: usize,
    },
    /// A private-use character of an old system: every machine draws it differently.
    #[error("a private-use character at {at}")]
    PrivateUse {
        /// Where.
        at: usize,
    },
    /// Not a Chinese character, a Latin letter, `·` or a space.
    #[error("a character that no name holds at {at}")]
    Character {
        /// Where.
        at: usize,
    },
}

impl Spoken for NameProblem {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Empty => Sentence::plain("name-empty"),
            Self::TooLong => Sentence::plain("name-too-long").with("longest", LONGEST),
            Self::Formula => Sentence::plain("name-formula"),
            Self::Invisible { at } => Sentence::plain("name-invisible").with("at", at),
            Self::PrivateUse { at } => Sentence::plain("name-private-use").with("at", at),
            Self::Character { at } => Sentence::plain("name-character").with("at", at),
        }
    }
}

/// A cell as every door takes it: line breaks and tabs become spaces, byte order marks and other
/// controls go, then it is trimmed. Direction and zero-width characters stay for [`check_name`] to
/// refuse.
#[must_use]
pub fn clean_text(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{a0}' => text.push(' '),
            '\u{feff}' => {}
            other if other.is_control() => {}
            other => text.push(other),
        }
    }
    text.trim().to_owned()
}

/// The name as it is stored: NFC, full-width letters half width, one kind of middle dot between
/// Chinese characters, no spaces that only align (`张 三`, `潘 守信`). May still be no name: see
/// [`check_name`].
#[must_use]
pub fn normalise_name(cell: &str) -> String {
    let folded: String = clean_text(cell)
        .chars()
        .map(|c| if is_full_width_letter(c) { half_width(c) } else { c })
        .collect();
    let text: String = if is_nfc_quick(folded.chars()) == IsNormalized::Yes {
        folded
    } else {
        folded.nfc().collect()
    };
    without_alignment(&with_one_dot(&text))
}

fn with_one_dot(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let han_at = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| is_han(*c));
    let dotted = chars.iter().enumerate().map(|(at, c)| {
        let between = han_at(at.checked_sub(1)) && han_at(at.checked_add(1));
        if between && matches!(c, '•' | '．' | '・' | '.' | '‧' | '∙' | '･') {
            '·'
        } else {
            *c
        }
    });
    dotted.collect()
}

/// Short Chinese names have no inner spaces; in long ones (a foreign name) a space stands for
/// itself, once.
fn without_alignment(text: &str) -> String {
    let parts: Vec<&str> = text.split([' ', '\u{3000}']).filter(|part| !part.is_empty()).collect();
    let is_short = parts.iter().flat_map(|part| part.chars()).count() <= 4;
    let is_chinese = parts.iter().flat_map(|part| part.chars()).all(is_han);
    parts.join(if is_short && is_chinese { "" } else { " " })
}

/// Is this normalised text a name: 1 to 50 of Chinese characters (all extensions, 〇), `·`, Latin
/// letters, spaces?
///
/// # Errors
/// See [`NameProblem`].
pub fn check_name(name: &str) -> Result<(), NameProblem> {
    match name.chars().next() {
        None => return Err(NameProblem::Empty),
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => {
            return Err(NameProblem::Formula);
        }
        Some(_) => {}
    }
    let mut length = 0;
    for c in name.chars() {
        length += 1;
        if !is_name_character(c) {
            return Err(problem_of(c, length));
        }
    }
    if length > LONGEST { Err(NameProblem::TooLong) } else { Ok(()) }
}

fn problem_of(c: char, at: usize) -> NameProblem {
    match c {
        c if is_invisible(c) => NameProblem::Invisible { at },
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => NameProblem::PrivateUse { at },
        _ => NameProblem::Character { at },
    }
}

const fn is_name_character(c: char) -> bool {
    is_han(c)
        || c.is_ascii_alphabetic()
        || matches!(c, '·' | ' ')
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && !matches!(c, '×' | '÷')
}

/// A Chinese character: the blocks of all extensions, and 〇.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{2fa1f}' | '\u{30000}'..='\u{3347f}')
}

/// Controls and characters that draw nothing: Cc, Cf, Zl, Zp, variation selectors, tags.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

const fn is_full_width_letter(c: char) -> bool {
    matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// 村民小组 as it is stored: `1组`, `第一村民小组`, `1` are all `一组`; other texts stay, cleaned.
#[must_use]
pub fn normalise_group(cell: &str) -> String {
    let text: String =
        clean_text(cell).chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let stem = text.strip_prefix('第').unwrap_or(&text);
    let stem = ["村民小组", "居民小组", "小组", "组"]
        .iter()
        .find_map(|tail| stem.strip_suffix(tail))
        .unwrap_or(stem);
    match group_number(stem) {
        Some(number) => format!("{}组", numeral(number)),
        None => text,
    }
}

fn group_number(stem: &str) -> Option<usize> {
    if !stem.is_empty() && stem.bytes().all(|b| b.is_ascii_digit()) {
        return stem.parse().ok().filter(|n| (1..100).contains(n));
    }
    (1..100).find(|n| numeral(*n) == stem)
}

fn numeral(number: usize) -> String {
    let word = |n: usize| NUMERALS.get(n).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => word(ones).to_owned(),
        (1, ones) => format!("十{}", word(ones)),
        (tens, ones) => format!("{}十{}", word(tens), word(ones)),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::people::name::*;
    use proptest::prelude::*;

    #[test]
    fn names_typed_with_spaces_to_align_are_the_names_without() {
        assert_eq!(normalise_name("张　三"), "张三");
        assert_eq!(normalise_name(" 潘\n守信 "), "潘守信");
        assert_eq!(normalise_name("Ａnna  Wang"), "Anna Wang");
    }

    #[test]
    fn every_dot_between_chinese_characters_becomes_one_kind() {
        for dot in ["·", "•", "．", "・", "."] {
            assert_eq!(normalise_name(&format!("阿卜杜拉{dot}买买提江")), "阿卜杜拉·买买提江");
        }
    }

    #[test]
    fn rare_characters_minorities_and_foreigners_have_names() {
        for name in ["赵𬭎", "㛃", "王〇", "𠅤", "欧阳春梅", "阿卜杜拉·买买提江", "Anna Müller"]
        {
            assert_eq!(check_name(&normalise_name(name)), Ok(()), "{name}");
        }
    }

    #[test]
    fn what_would_run_in_a_spreadsheet_is_no_name() {
        for name in
            ["=cmd|'/C calc'!A0", "+1", "-张三", "@SUM(A1)", "＝张三", "＋１", "－张", "＠张"]
        {
            assert_eq!(check_name(&normalise_name(name)), Err(NameProblem::Formula), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_seen_or_drawn_is_no_name() {
        assert_eq!(check_name("张\u{202e}三"), Err(NameProblem::Invisible { at: 2 }));
        assert_eq!(check_name("张\u{200b}三"), Err(NameProblem::Invisible { at: 2 }));
        assert_eq!(check_name("张\u{2028}三"), Err(NameProblem::Invisible { at: 2 }));
        assert_eq!(check_name("张\u{e863}"), Err(NameProblem::PrivateUse { at: 2 }));
        assert_eq!(check_name("王皓轩,"), Err(NameProblem::Character { at: 4 }));
        assert_eq!(check_name("张\u{301}"), Err(NameProblem::Character { at: 2 }));
        assert_eq!(check_name(""), Err(NameProblem::Empty));
        assert_eq!(
            (check_name(&"张".repeat(50)), check_name(&"张".repeat(51))),
            (Ok(()), Err(NameProblem::TooLong))
        );
    }

    #[test]
    fn a_group_has_one_name_however_it_is_written() {
        for written in ["1组", "一组", "第一村民小组", "1", "第1小组", " １ 组 "] {
            assert_eq!(normalise_group(written), "一组");
        }
        assert_eq!(
            (normalise_group("12组"), normalise_group("二十三组")),
            ("十二组".into(), "二十三组".into())
        );
        assert_eq!((normalise_group("河东"), normalise_group("")), ("河东".into(), String::new()));
    }

    #[test]
    fn a_cell_loses_marks_and_controls_at_the_door() {
        assert_eq!(clean_text("\u{feff}备注\u{1b}[31m\r\n第二行\0 "), "备注[31m  第二行");
    }

    proptest! {
        #[test]
        fn normalising_a_name_twice_changes_nothing(text: String) {
            let once = normalise_name(&text);
            prop_assert_eq!(normalise_name(&once), once);
        }

        #[test]
        fn an_accepted_name_can_be_seen_and_begins_no_formula(text: String) {
            let name = normalise_name(&text);
            if check_name(&name).is_ok() {
                prop_assert!(!name.chars().any(is_invisible));
                prop_assert!(!name.starts_with(['=', '+', '-', '@']));
            }
        }
    }
}
