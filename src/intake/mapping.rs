//! What the clerk said of columns, now ([`Asked::columns`]) or in a saved profile of the
//! same head.
use super::asked::Asked;
use super::cells::letter;
use super::columns::Column;
use super::fault::FileFault;
use super::head_meaning::named;
use super::normalise::bare;
use crate::domain::roll::Field;
use crate::domain::roll::column_profile::{ColumnMeaning, Profile};

/// Words of a head, or a letter, and the column meant.
type Said = Vec<(String, Column)>;

/// All that was said.
#[derive(Default)]
pub(super) struct Mapping<'a> {
    now: Said,
    saved: Vec<(&'a Profile, Said)>,
}

impl<'a> Mapping<'a> {
    /// # Errors
    /// A meaning that is no word of a column. A saved one that later versions no longer know is
    /// passed over.
    pub(super) fn new(asked: &Asked<'a>) -> Result<Self, FileFault> {
        let now = sentence(asked.columns).ok_or(FileFault::ColumnMeaning)?;
        let saved = asked
            .profiles
            .iter()
            .filter_map(|profile| Some((profile, sentence(&profile.columns)?)))
            .collect();
        Ok(Self { now, saved })
    }

    /// Is there anything that the clerk said for this file?
    pub(super) const fn is_said_now(&self) -> bool {
        !self.now.is_empty()
    }

    /// What was said now of the column at `place` under the normalised `word`.
    pub(super) fn now(&self, word: &str, place: usize) -> Option<Column> {
        find(&self.now, word, place)
    }

    /// The profile saved for this head, with what it says.
    pub(super) fn profile(&self, head: &[String]) -> Option<Saved<'_>> {
        let width = head.iter().rposition(|word| !word.is_empty()).map_or(0, |last| last + 1);
        let same = |profile: &Profile| {
            !profile.head.is_empty() && head.get(..width) == Some(profile.head.as_slice())
        };
        self.saved
            .iter()
            .find(|(profile, _)| same(profile))
            .map(|(profile, sentence)| Saved { name: &profile.name, sentence })
    }

    /// Words said now that no head of the file has; `heads` = all of them, normalised.
    pub(super) fn missed<'m>(&'m self, heads: &'m [Vec<String>]) -> impl Iterator<Item = &'m str> {
        let stands = |word: &str| {
            let in_head = |head: &Vec<String>| {
                head.iter().enumerate().any(|(place, there)| is_meant(word, there, place))
            };
            heads.iter().any(in_head)
        };
        self.now.iter().map(|(word, _)| word.as_str()).filter(move |word| !stands(word))
    }
}

/// A profile that fits.
#[derive(Clone, Copy)]
pub(super) struct Saved<'m> {
    pub(super) name: &'m str,
    sentence: &'m Said,
}

impl Saved<'_> {
    /// What it says of a column.
    pub(super) fn meaning(self, word: &str, place: usize) -> Option<Column> {
        find(self.sentence, word, place)
    }
}

fn find(sentence: &Said, word: &str, place: usize) -> Option<Column> {
    sentence.iter().find(|(meant, _)| is_meant(meant, word, place)).map(|(_, column)| *column)
}

fn is_meant(sentence: &str, word: &str, place: usize) -> bool {
    sentence == word || sentence == letter(place)
}

fn sentence(columns: &[ColumnMeaning]) -> Option<Said> {
    columns.iter().map(|column| Some((normalised(&column.head), meaning(&column.means)?))).collect()
}

fn normalised(head: &str) -> String {
    let is_letter = head.len() <= 2 && head.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_letter { head.to_ascii_uppercase() } else { bare(head) }
}

fn meaning(means: &str) -> Option<Column> {
    if ["-", "不读", "skip"].contains(&means) {
        return Some(Column::Aside);
    }
    let in_chinese = Field::parse(means).filter(|_| means.is_ascii()).map(Field::in_chinese);
    named(&bare(in_chinese.unwrap_or(means))).map(|(column, _)| column)
}
