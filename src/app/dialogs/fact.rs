//! What is said before an act is confirmed; it may name what was entered.
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date;
use crate::office::Values;

/// A sentence, and what of the entries it depends on.
#[derive(Debug, Clone)]
pub struct Fact {
    sentence: Sentence,
    names: Option<&'static str>,
    only: Option<Only>,
}

/// Said only where a field holds this, or only where it holds anything else.
#[derive(Debug, Clone)]
struct Only {
    field: &'static str,
    text: String,
    holds: bool,
}

impl From<Sentence> for Fact {
    fn from(sentence: Sentence) -> Self {
        Self { sentence, names: None, only: None }
    }
}

impl Fact {
    /// Said in any case.
    #[must_use]
    pub const fn plain(key: &'static str) -> Self {
        Self { sentence: Sentence::plain(key), names: None, only: None }
    }

    /// Names what was entered into a field, as its argument of the same name.
    #[must_use]
    pub const fn naming(mut self, field: &'static str) -> Self {
        self.names = Some(field);
        self
    }

    /// Said only where the field holds this.
    #[must_use]
    pub fn where_entered(mut self, field: &'static str, text: impl Into<String>) -> Self {
        self.only = Some(Only { field, text: text.into(), holds: true });
        self
    }

    /// Said only where the field holds anything else.
    #[must_use]
    pub fn unless_entered(mut self, field: &'static str, text: impl Into<String>) -> Self {
        self.only = Some(Only { field, text: text.into(), holds: false });
        self
    }

    /// The sentence, if these entries are as it needs them.
    #[must_use]
    pub fn said(&self, entered: &Values) -> Option<Sentence> {
        let is_as_needed = |only: &Only| {
            (as_written(entered.text(only.field)) == as_written(&only.text)) == only.holds
        };
        if !self.only.as_ref().is_none_or(is_as_needed) {
            return None;
        }
        let sentence = self.sentence.clone();
        Some(match self.names {
            Some(field) => sentence.with(field, as_written(entered.text(field))),
            None => sentence,
        })
    }
}

/// A day as it is printed, however it was typed; anything else as it is.
fn as_written(text: &str) -> String {
    date::parse(text).map_or_else(|| text.to_owned(), |day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_names_the_day_as_printed_and_depends_on_what_was_entered() {
        let entered = Values::default().with("from", "2026年7月1日");
        let until = Fact::plain("until").where_entered("from", "2026-07-01").naming("from");
        let said = until.said(&entered).unwrap();
        assert_eq!(said, Sentence::plain("until").with("from", "2026-07-01"));
        assert!(Fact::plain("from").unless_entered("from", "2026-07-01").said(&entered).is_none());
    }
}
