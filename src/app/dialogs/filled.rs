//! What was entered into a form, read as what it is meant to be; or which entry is wrong, and why.
use super::ask::{Asked, Entry};
use crate::app::orders::Photos;
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::{self, Date};
use crate::domain::values::money::half_width;
use crate::domain::values::period::Period;

/// An entry that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Which entry.
    pub place: usize,
    /// What is wrong and what to do.
    pub sentence: Sentence,
}

/// The entries of a form.
#[derive(Debug, Clone, Copy)]
pub struct Filled<'a>(pub &'a [Asked]);

impl Filled<'_> {
    /// What was typed, without blanks around it.
    #[must_use]
    pub fn text(&self, place: usize) -> &str {
        match self.0.get(place).map(|asked| &asked.entry) {
            Some(Entry::Text(field) | Entry::Long(field)) => field.text().trim(),
            Some(Entry::Choice { .. } | Entry::Marks { .. }) | None => "",
        }
    }

    /// The same, kept out of logs.
    #[must_use]
    pub fn secret(&self, place: usize) -> Secret {
        Secret::new(self.text(place))
    }

    /// What was typed; it cannot stay empty.
    ///
    /// # Errors
    /// It is empty.
    pub fn needed(&self, place: usize) -> Result<String, Wrong> {
        let text = self.text(place);
        if text.is_empty() { Err(wrong(place, "app-wrong-empty")) } else { Ok(text.to_owned()) }
    }

    /// A private text that cannot stay empty.
    ///
    /// # Errors
    /// It is empty.
    pub fn needed_secret(&self, place: usize) -> Result<Secret, Wrong> {
        self.needed(place)?;
        Ok(self.secret(place))
    }

    /// A day, in any usual way of writing it.
    ///
    /// # Errors
    /// No day.
    pub fn day(&self, place: usize) -> Result<Date, Wrong> {
        date::parse(self.text(place)).ok_or_else(|| wrong(place, "app-wrong-date"))
    }

    /// A period.
    ///
    /// # Errors
    /// No period.
    pub fn period(&self, place: usize) -> Result<Period, Wrong> {
        Period::parse(self.text(place)).ok().ok_or_else(|| wrong(place, "app-wrong-period"))
    }

    /// Numbers of rows as clerks write them, `14、87` or `14, 87`; may be empty.
    ///
    /// # Errors
    /// Something else than numbers.
    pub fn rows(&self, place: usize) -> Result<Vec<u32>, Wrong> {
        let plain: String = self.text(place).chars().map(half_width).collect();
        let parts = plain
            .split(|c: char| c == ',' || c == '、' || c == ';' || c.is_whitespace())
            .filter(|part| !part.is_empty());
        let numbers: Option<Vec<u32>> = parts.map(|part| part.parse().ok()).collect();
        numbers.ok_or_else(|| wrong(place, "app-wrong-rows"))
    }

    /// The number of one row, or none.
    ///
    /// # Errors
    /// More than one, or no number.
    pub fn row(&self, place: usize) -> Result<Option<u32>, Wrong> {
        let rows = self.rows(place)?;
        if rows.len() > 1 {
            Err(wrong(place, "app-wrong-one-row"))
        } else {
            Ok(rows.first().copied())
        }
    }

    /// Place of the chosen option.
    #[must_use]
    pub fn place_of(&self, place: usize) -> usize {
        match self.0.get(place).map(|asked| &asked.entry) {
            Some(Entry::Choice { chosen, .. }) => *chosen,
            Some(Entry::Text(_) | Entry::Long(_) | Entry::Marks { .. }) | None => 0,
        }
    }

    /// The chosen one of `all`, which the form offered in this order.
    ///
    /// # Errors
    /// There was nothing to choose from.
    pub fn chosen<T: Clone>(&self, place: usize, all: &[T]) -> Result<T, Wrong> {
        all.get(self.place_of(place)).cloned().ok_or_else(|| wrong(place, "app-wrong-no-choice"))
    }

    /// The marked ones of `all`, at least one.
    ///
    /// # Errors
    /// None is marked.
    pub fn marked<T: Copy>(&self, place: usize, all: &[T]) -> Result<Vec<T>, Wrong> {
        let marked = match self.0.get(place).map(|asked| &asked.entry) {
            Some(Entry::Marks { marked, .. }) => {
                all.iter().zip(marked).filter(|(_, marked)| **marked).map(|(one, _)| *one).collect()
            }
            Some(Entry::Text(_) | Entry::Long(_) | Entry::Choice { .. }) | None => Vec::new(),
        };
        if marked.is_empty() { Err(wrong(place, "app-wrong-no-mark")) } else { Ok(marked) }
    }

    /// The two files of photos, the near one at `near`, the far one behind it.
    #[must_use]
    pub fn photos(&self, near: usize) -> Photos {
        Photos { near: self.text(near).to_owned(), far: self.text(near + 1).to_owned() }
    }
}

/// The entry at `place` is wrong because of what `key` says.
#[must_use]
pub const fn wrong(place: usize, key: &'static str) -> Wrong {
    Wrong { place, sentence: Sentence::plain(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_may_be_written_with_chinese_commas_and_full_width_digits() {
        let rows = |text: &str| Filled(&[Asked::text("x", text)]).rows(0);
        assert_eq!(rows("１４、87, 9").unwrap(), [14, 87, 9]);
        assert_eq!(rows("").unwrap(), Vec::<u32>::new());
        assert!(rows("第14行").is_err());
        assert_eq!(
            Filled(&[Asked::text("x", "14、87")]).row(0).unwrap_err().sentence.key,
            "app-wrong-one-row"
        );
    }

    #[test]
    fn a_day_may_be_written_as_people_do() {
        let day = |text: &str| Filled(&[Asked::text("x", text)]).day(0);
        assert_eq!(day("2026年7月1日").unwrap().to_string(), "2026-07-01");
        assert_eq!(day("七月").unwrap_err(), wrong(0, "app-wrong-date"));
    }
}
