//! What was entered into an act's fields, by name, and how it is read. The form and the command line
//! fill the same values; nobody reads them by position.
use crate::domain::journal::NewBlob;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::{self, Date};
use crate::domain::values::money::half_width;
use crate::domain::values::period::Period;
use std::collections::BTreeMap;

/// A field that cannot be used as it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Which field.
    pub field: &'static str,
    /// What is wrong and what to do.
    pub sentence: Sentence,
}

impl FieldError {
    /// The field is wrong because of what `key` says.
    #[must_use]
    pub const fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, sentence: Sentence::plain(key) }
    }
}

/// Texts by the names of their fields. What is not in it was not asked or not given.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<&'static str, Secret>);

impl std::fmt::Debug for Values {
    /// Names only: a value may be private.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

type Read<T> = Result<T, FieldError>;

impl Values {
    /// Enters a text.
    pub fn set(&mut self, field: &'static str, text: impl AsRef<str>) {
        self.0.insert(field, Secret::new(text.as_ref()));
    }

    /// The same values with one more.
    #[must_use]
    pub fn with(mut self, field: &'static str, text: impl AsRef<str>) -> Self {
        self.set(field, text);
        self
    }

    /// What was entered, without blanks around it; empty = nothing.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.0.get(field).map_or("", |text| text.reveal().trim())
    }

    /// What was entered; nothing if it is empty.
    #[must_use]
    pub fn given(&self, field: &str) -> Option<String> {
        Some(self.text(field).to_owned()).filter(|text| !text.is_empty())
    }

    /// What was entered; it cannot stay empty.
    ///
    /// # Errors
    /// It is empty.
    pub fn needed(&self, field: &'static str) -> Read<String> {
        self.given(field).ok_or(FieldError::new(field, "app-wrong-empty"))
    }

    /// A private text that may be empty.
    #[must_use]
    pub fn secret(&self, field: &str) -> Secret {
        Secret::new(self.text(field))
    }

    /// A private text that cannot stay empty.
    ///
    /// # Errors
    /// It is empty.
    pub fn needed_secret(&self, field: &'static str) -> Read<Secret> {
        self.needed(field).map(|text| Secret::new(&text))
    }

    /// A day, in any usual way of writing it; `None` = the field was not asked: today is meant.
    ///
    /// # Errors
    /// No day; a field that was asked and emptied.
    pub fn day(&self, field: &'static str) -> Read<Option<Date>> {
        if !self.0.contains_key(field) {
            return Ok(None);
        }
        date::parse(self.text(field)).map(Some).ok_or(FieldError::new(field, "app-wrong-date"))
    }

    /// A day that may stay open.
    ///
    /// # Errors
    /// No day.
    pub fn open_day(&self, field: &'static str) -> Read<Option<Date>> {
        if self.text(field).is_empty() { Ok(None) } else { self.day(field) }
    }

    /// A period.
    ///
    /// # Errors
    /// No period.
    pub fn period(&self, field: &'static str) -> Read<Period> {
        Period::parse(self.text(field)).or(Err(FieldError::new(field, "app-wrong-period")))
    }

    /// Numbers of rows as clerks write them, `14、87` or `14, 87`; may be empty.
    ///
    /// # Errors
    /// Something else than numbers.
    pub fn rows(&self, field: &'static str) -> Read<Vec<u32>> {
        let plain: String = self.text(field).chars().map(half_width).collect();
        let parts = plain
            .split(|c: char| c == ',' || c == '、' || c == ';' || c.is_whitespace())
            .filter(|part| !part.is_empty());
        let numbers: Option<Vec<u32>> = parts.map(|part| part.parse().ok()).collect();
        numbers.ok_or(FieldError::new(field, "app-wrong-rows"))
    }

    /// The number of one row, or none.
    ///
    /// # Errors
    /// More than one, or no number.
    pub fn row(&self, field: &'static str) -> Read<Option<u32>> {
        let rows = self.rows(field)?;
        if rows.len() > 1 {
            return Err(FieldError::new(field, "app-wrong-one-row"));
        }
        Ok(rows.first().copied())
    }

    /// One of the field's words; `None` = nothing was said.
    ///
    /// # Errors
    /// Another word.
    pub fn choice<T>(
        &self,
        field: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Read<Option<T>> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        parse(text).map(Some).ok_or(FieldError::new(field, "app-wrong-no-choice"))
    }

    /// One of the field's words; one must be said.
    ///
    /// # Errors
    /// Nothing or another word.
    pub fn needed_choice<T>(
        &self,
        field: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Read<T> {
        self.choice(field, parse)?.ok_or(FieldError::new(field, "app-wrong-no-choice"))
    }

    /// Any of the field's words, separated by commas; `None` = nothing was said.
    ///
    /// # Errors
    /// Another word, or no mark where marks were asked.
    pub fn marks<T>(
        &self,
        field: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Read<Option<Vec<T>>> {
        if !self.0.contains_key(field) {
            return Ok(None);
        }
        let words = self.text(field).split([',', '，']).map(str::trim);
        let marked: Option<Vec<T>> = words.filter(|word| !word.is_empty()).map(parse).collect();
        let marked = marked.filter(|marked| !marked.is_empty());
        marked.map(Some).ok_or(FieldError::new(field, "app-wrong-no-mark"))
    }

    /// Is the switch on?
    #[must_use]
    pub fn switch(&self, field: &str) -> bool {
        self.text(field) == YES
    }
}

/// What a switch holds when it is on.
pub const YES: &str = "yes";

/// A reason as a blob; nothing if nothing was written.
#[must_use]
pub fn written(reason: &str, salt: [u8; 16]) -> Option<NewBlob> {
    let text = crate::domain::people::name::clean_text(reason);
    let text = text.trim();
    (!text.is_empty()).then(|| NewBlob::new(salt, text.as_bytes().to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_may_be_written_with_chinese_commas_and_full_width_digits() {
        let rows = |text: &str| Values::default().with("rows", text).rows("rows");
        assert_eq!(rows("１４、87, 9").unwrap(), [14, 87, 9]);
        assert_eq!(rows("").unwrap(), Vec::<u32>::new());
        assert!(rows("第14行").is_err());
        let one = Values::default().with("row", "14、87").row("row");
        assert_eq!(one.unwrap_err().sentence.key, "app-wrong-one-row");
    }

    #[test]
    fn a_day_may_be_written_as_people_do_and_means_today_only_where_nobody_asked() {
        let day = |text: &str| Values::default().with("on", text).day("on");
        assert_eq!(day("2026年7月1日").unwrap().unwrap().to_string(), "2026-07-01");
        assert_eq!(day("七月").unwrap_err(), FieldError::new("on", "app-wrong-date"));
        assert_eq!(day("").unwrap_err(), FieldError::new("on", "app-wrong-date"));
        assert_eq!(Values::default().day("on").unwrap(), None);
    }

    #[test]
    fn debug_output_shows_no_value() {
        let values = Values::default().with("name", "张三");
        assert_eq!(format!("{values:?}"), "{\"name\"}");
    }
}
