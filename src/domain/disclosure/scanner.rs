//! The last gate before something becomes public: does this text hold an ID, card or phone number?
//!
//! Pure text in, places out; a hit never repeats the number. `documents` and `site` bring the text
//! of PDF, HTML, JSON, file names and QR payloads. It must not cry wolf: what is judged is always a
//! whole word of letters and digits (so no hit has a letter or digit beside it), and each kind has
//! to pass its own check digit and ranges. Numbers split by single spaces or hyphens are joined in
//! the usual groupings only.
use crate::domain::people::card;
use crate::domain::people::identity::{IdNumber, IdProblem};
use crate::domain::text::half_width::half_width;
use std::borrow::Cow;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitKind {
    /// 身份证号: check digit, date and province are right.
    Id,
    /// 银行卡号: known beginning, 16 to 19 digits, Luhn is right.
    Card,
    /// 手机号: `1[3-9]` and nine digits more.
    Phone,
}

/// One find; never holds the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// What.
    pub kind: HitKind,
    /// Byte at which it begins in the text.
    pub at: usize,
}

/// Longest number looked for: 19 digits of a card.
const LONGEST: usize = 19;
/// A grouped number has at most this many groups; more are a fingerprint, not a card.
const MOST_GROUPS: usize = 5;

/// Looks for numbers of persons in `text`. `allowed_phones` are the official telephones, in any
/// notation.
#[must_use]
pub fn scan(text: &str, allowed_phones: &[&str]) -> Vec<Hit> {
    let mut scan = Scan {
        allowed: allowed_phones.iter().map(|phone| digits_of(phone)).collect(),
        ..Scan::default()
    };
    for (at, c) in text.char_indices() {
        let c = half_width(c);
        if c.is_ascii_alphanumeric() {
            scan.word.push(at, c);
        } else {
            scan.end_word(is_separator(c));
        }
    }
    scan.end_word(false);
    scan.hits.sort_unstable_by_key(|hit| (hit.at, hit.kind));
    scan.hits.dedup();
    scan.hits
}

/// `text` with `*` for every letter and digit of a number of a person, to the end of its groups;
/// for what is said to whoever looks at the screen or reads a log.
#[must_use]
pub fn hidden(text: &str) -> Cow<'_, str> {
    let hits = scan(text, &[]);
    if hits.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut hiding = false;
    for (at, c) in text.char_indices() {
        let is_part = half_width(c).is_ascii_alphanumeric();
        hiding = (hiding && (is_part || is_separator(c))) || hits.iter().any(|hit| hit.at == at);
        shown.push(if hiding && is_part { '*' } else { c });
    }
    Cow::Owned(shown)
}

/// What may stand between the groups of one number.
const fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{a0}')
}

/// A word of ASCII letters and digits; longer ones are only counted.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    at: usize,
    length: usize,
    text: [u8; LONGEST],
    is_digits: bool,
}

impl Word {
    fn push(&mut self, at: usize, c: char) {
        if self.length == 0 {
            *self = Self { at, is_digits: true, ..Self::default() };
        }
        if let (Some(place), Ok(byte)) = (self.text.get_mut(self.length), u8::try_from(c)) {
            *place = byte.to_ascii_uppercase();
        }
        self.is_digits &= c.is_ascii_digit();
        self.length += 1;
    }

    fn bytes(&self) -> &[u8] {
        self.text.get(..self.length).unwrap_or_default()
    }
}

#[derive(Debug, Default)]
struct Scan {
    allowed: Vec<Vec<u8>>,
    hits: Vec<Hit>,
    word: Word,
    /// Digit words in a row, one separator between each.
    groups: Vec<Word>,
}

impl Scan {
    fn end_word(&mut self, by_separator: bool) {
        let word = std::mem::take(&mut self.word);
        if word.length == 0 {
            self.end_groups(); // two separators in a row, or none of the text was a word
            return;
        }
        if let Some(kind) = self.kind_of(word.bytes()) {
            self.hits.push(Hit { kind, at: word.at });
        }
        let is_group =
            (1..=8).contains(&word.length) && (word.is_digits || is_id_tail(word.bytes()));
        if is_group {
            self.groups.push(word);
        }
        if !is_group || !by_separator {
            self.end_groups();
        }
    }

    /// Numbers written in groups: cards 4-4-4-4(-1..3), IDs 6-8-4, phones 3-4-4.
    fn end_groups(&mut self) {
        let groups = std::mem::take(&mut self.groups);
        for run in runs_of_fours(&groups) {
            self.judge_fours(run, &groups);
        }
        for three in groups.windows(3) {
            let lengths: Vec<usize> = three.iter().map(|group| group.length).collect();
            if lengths == [6, 8, 4] || lengths == [3, 4, 4] {
                self.judge(three);
            }
        }
        self.groups = groups;
        self.groups.clear();
    }

    fn judge_fours(&mut self, (from, count): (usize, usize), groups: &[Word]) {
        if count > MOST_GROUPS {
            return;
        }
        for start in from..=from + count.saturating_sub(4) {
            if let Some(card) = groups.get(start..start + 4) {
                self.judge(card);
            }
            let tail = groups.get(start + 4).is_some_and(|group| group.length < 4);
            if let (true, Some(card)) = (tail, groups.get(start..start + 5)) {
                self.judge(card);
            }
        }
    }

    fn judge(&mut self, groups: &[Word]) {
        let joined: Vec<u8> =
            groups.iter().flat_map(|group| group.bytes().iter().copied()).collect();
        if let (Some(kind), Some(first)) = (self.kind_of(&joined), groups.first()) {
            self.hits.push(Hit { kind, at: first.at });
        }
    }

    fn kind_of(&self, word: &[u8]) -> Option<HitKind> {
        if is_phone(word) {
            let is_official = self.allowed.iter().any(|phone| phone == word);
            return (!is_official).then_some(HitKind::Phone);
        }
        if let ([b'8', b'6', phone @ ..], 13) = (word, word.len()) {
            return self.kind_of(phone);
        }
        if word.len() == 18 && is_id(word) {
            return Some(HitKind::Id);
        }
        is_card(word).then_some(HitKind::Card)
    }
}

/// Where and how many groups of four stand in a row, at least four.
fn runs_of_fours(groups: &[Word]) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut count = 0;
    for (place, group) in groups.iter().enumerate() {
        if group.length == 4 {
            count += 1;
        } else {
            runs.push((place - count, count));
            count = 0;
        }
    }
    runs.push((groups.len() - count, count));
    runs.retain(|(_, count)| *count >= 4);
    runs
}

/// The last group of an ID may end in X.
fn is_id_tail(word: &[u8]) -> bool {
    matches!(word, [a, b, c, b'X'] if [a, b, c].into_iter().all(u8::is_ascii_digit))
}

fn is_id(word: &[u8]) -> bool {
    let text = std::str::from_utf8(word).map(IdNumber::parse);
    matches!(text, Ok(Ok(_) | Err(IdProblem::InFuture | IdProblem::TooOld)))
}

fn is_card(word: &[u8]) -> bool {
    (16..=LONGEST).contains(&word.len())
        && word.iter().all(u8::is_ascii_digit)
        && card::has_known_beginning(word)
        && card::luhn(word)
}

fn is_phone(word: &[u8]) -> bool {
    matches!(word, [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit))
}

fn digits_of(phone: &str) -> Vec<u8> {
    phone
        .chars()
        .map(half_width)
        .filter_map(|c| u8::try_from(c).ok())
        .filter(u8::is_ascii_digit)
        .collect()
}

#[cfg(test)]
mod tests;
