//! Masks: how a name looks on the web, and how numbers look on screens where they need not be read.
//!
//! One way only. Public things are built from types that hold no raw field; nothing here is undone.
//!
//! ```
//! use cunbang::domain::people::masking::{mask_card, mask_id, mask_name, public_names};
//!
//! assert_eq!(mask_name("张爱军"), "张*军");
//! assert_eq!(mask_id("14092319850620001X"), "140923********001X");
//! assert_eq!(mask_card("621400000000002348"), "6214****2348");
//!
//! // two people of one group who look alike are told apart
//! let rows = [("张爱军", "一组"), ("张建军", "一组"), ("李秀英", "一组")];
//! assert_eq!(public_names(&rows), ["张*军A", "张*军B", "李*英"]);
//! ```
use std::collections::HashMap;

/// `张*`, `张*三`, `欧**娜`, `阿***·***江`: by Unicode scalar, middle dots kept; a single character
/// is hidden.
#[must_use]
pub fn mask_name(name: &str) -> String {
    let last = name.chars().count().saturating_sub(1);
    let masked = name.chars().enumerate().map(|(at, c)| {
        let is_kept = matches!(c, '·' | '•') || (at == 0 && last > 0) || (at == last && last > 1);
        if is_kept { c } else { '*' }
    });
    masked.collect()
}

/// `142225********1235`; a number that is not 18 characters long shows its last four at most.
#[must_use]
pub fn mask_id(id: &str) -> String {
    if id.chars().count() == 18 { mask(id, 6, 8, 4) } else { mask(id, 0, 4, 4) }
}

/// `6214****2348`.
#[must_use]
pub fn mask_card(card: &str) -> String {
    mask(card, 4, 4, 4)
}

/// `138****0001`.
#[must_use]
pub fn mask_phone(phone: &str) -> String {
    mask(phone, 3, 4, 4)
}

/// Keeps a head and a tail around stars, if at least four characters are hidden; else stars only.
fn mask(text: &str, head: usize, stars: usize, tail: usize) -> String {
    let length = text.chars().count();
    if length == 0 {
        return String::new();
    }
    if length < head + tail + 4 {
        return "*".repeat(length);
    }
    let mut masked: String = text.chars().take(head).collect();
    masked.extend(std::iter::repeat_n('*', stars));
    masked.extend(text.chars().skip(length - tail));
    masked
}

/// Names as the web shows them, for rows `(name, group)` in order: masked, and where name and group
/// of several rows look the same each carries a running letter (`张*军A`, `张*军B`).
#[must_use]
pub fn public_names(rows: &[(&str, &str)]) -> Vec<String> {
    with_letters(rows.iter().map(|(name, group)| (mask_name(name), *group)).collect())
}

/// The names, with a running letter where `(name, group)` is there more than once.
#[must_use]
pub fn with_letters(rows: Vec<(String, &str)>) -> Vec<String> {
    let mut seen: HashMap<(&str, &str), (usize, usize)> = HashMap::with_capacity(rows.len());
    for (name, group) in &rows {
        seen.entry((name.as_str(), *group)).or_default().0 += 1;
    }
    let mut letters = Vec::with_capacity(rows.len());
    for (name, group) in &rows {
        let counted = seen.entry((name.as_str(), *group)).or_default();
        letters.push(if counted.0 > 1 { letter(counted.1) } else { String::new() });
        counted.1 += 1;
    }
    rows.into_iter().zip(letters).map(|((name, _), letter)| name + &letter).collect()
}

/// A, B .. Z, AA, AB ..
fn letter(mut number: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(number % 26).unwrap_or_default()));
        match (number / 26).checked_sub(1) {
            Some(higher) => number = higher,
            None => return letters.into_iter().rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::people::masking::*;
    use proptest::prelude::*;

    #[test]
    fn names_show_their_ends_and_their_dots() {
        let vectors = [
            ("张", "*"),
            ("张三", "张*"),
            ("张建三", "张*三"),
            ("欧阳娜娜", "欧**娜"),
            ("阿卜杜拉·买买提江", "阿***·***江"),
            ("赵𬭎", "赵*"),
        ];
        for (name, masked) in vectors {
            assert_eq!(mask_name(name), masked);
        }
    }

    #[test]
    fn numbers_show_their_ends() {
        assert_eq!(mask_id("142225195503151235"), "142225********1235");
        assert_eq!(mask_id("14222519550315003X"), "142225********003X");
        assert_eq!(mask_card("6214123456789012348"), "6214****2348");
        assert_eq!(mask_phone("13800000001"), "138****0001");
        assert_eq!(
            (mask_id("1234567"), mask_id("140923800101001")),
            ("*******".into(), "****1001".into())
        );
    }

    #[test]
    fn rows_that_look_the_same_carry_a_letter() {
        let rows = [("张建军", "一组"), ("张爱军", "一组"), ("张小军", "二组"), ("李四", "")];
        assert_eq!(public_names(&rows), ["张*军A", "张*军B", "张*军", "李*"]);
        assert_eq!((letter(25), letter(26), letter(27)), ("Z".into(), "AA".into(), "AB".into()));
    }

    proptest! {
        #[test]
        fn a_mask_never_shows_a_middle_character(name in "[\u{4e00}-\u{9fff}]{3,50}") {
            let shown: Vec<char> = mask_name(&name).chars().filter(|c| *c != '*').collect();
            prop_assert_eq!(shown.len(), 2);
        }

        #[test]
        fn no_two_rows_of_a_list_look_the_same(names in prop::collection::vec("[张王][一二]?[三四]", 0..60)) {
            let rows: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
            let shown = public_names(&rows);
            let distinct: std::collections::HashSet<_> = shown.iter().collect();
            prop_assert_eq!(distinct.len(), shown.len());
        }
    }
}
