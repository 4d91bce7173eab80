//! What a screen knows when it opens the form of an act: what stands in the fields at first, what
//! there is to choose from, what is not asked because it is known.
use super::field::{Field, FieldKind};
use super::values::{FieldError, Values};

/// What an option is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// By a key of the words.
    Key(&'static str),
    /// By a name of the field: a board, a number of the register.
    Said(String),
}

/// One of several that may be chosen: what the field holds then, and what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choosable {
    /// What the field holds.
    pub value: String,
    /// What it is called.
    pub label: Label,
}

impl Choosable {
    /// Called by what it holds.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        let value = name.into();
        Self { label: Label::Said(value.clone()), value }
    }

    /// Called by a key of the words.
    #[must_use]
    pub fn keyed(value: impl Into<String>, key: &'static str) -> Self {
        Self { value: value.into(), label: Label::Key(key) }
    }
}

/// Names that may be typed into a field, each with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct KnownNames {
    field: &'static str,
    names: Vec<(String, String)>,
    /// Key of what is said of any other name.
    otherwise: &'static str,
}

/// What a screen knows about the fields of a form, by their names.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    offered: Values,
    preset: Values,
    without: Vec<&'static str>,
    needed: Vec<&'static str>,
    listed: Vec<(&'static str, Vec<Choosable>)>,
    possible: Vec<(&'static str, Vec<&'static str>)>,
    names: Vec<KnownNames>,
}

impl Offer {
    /// This stands in the field at first.
    #[must_use]
    pub fn value(mut self, field: &'static str, text: impl AsRef<str>) -> Self {
        self.offered.set(field, text);
        self
    }

    /// The field is not asked: it holds this.
    #[must_use]
    pub fn preset(mut self, field: &'static str, text: impl AsRef<str>) -> Self {
        self.preset.set(field, text);
        self.without(field)
    }

    /// The field is not asked.
    #[must_use]
    pub fn without(mut self, field: &'static str) -> Self {
        self.without.push(field);
        self
    }

    /// The field cannot stay empty here.
    #[must_use]
    pub fn needed(mut self, field: &'static str) -> Self {
        self.needed.push(field);
        self
    }

    /// The field holds one of these things of the office; without any it is not asked.
    #[must_use]
    pub fn listed(mut self, field: &'static str, there: Vec<Choosable>) -> Self {
        self.listed.push((field, there));
        self
    }

    /// Of the field's words only these are possible now.
    #[must_use]
    pub fn possible(
        mut self,
        field: &'static str,
        words: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        self.possible.push((field, words.into_iter().collect()));
        self
    }

    /// Only these names may be typed, each with what it stands for; of any other `otherwise` is said.
    #[must_use]
    pub fn names(
        mut self,
        field: &'static str,
        names: Vec<(String, String)>,
        otherwise: &'static str,
    ) -> Self {
        self.names.push(KnownNames { field, names, otherwise });
        self
    }

    /// What stands in a field at first, if the screen knows.
    #[must_use]
    pub fn offered(&self, field: &str) -> Option<String> {
        self.offered.given(field)
    }

    /// Is the field asked on a form? Fields without a label never are.
    #[must_use]
    pub fn asks(&self, field: &Field) -> bool {
        !field.label.is_empty()
            && !self.without.contains(&field.name)
            && (field.kind != FieldKind::Listed || !self.choices(field).is_empty())
    }

    /// What there is to choose from.
    #[must_use]
    pub fn choices(&self, field: &Field) -> Vec<Choosable> {
        if let Some((_, there)) = self.listed.iter().find(|(name, _)| *name == field.name) {
            return there.clone();
        }
        let possible = self.possible.iter().find(|(name, _)| *name == field.name);
        let is_possible = |word: &str| possible.is_none_or(|(_, words)| words.contains(&word));
        let choices = field.choices().iter().filter(|(word, _)| is_possible(word));
        choices.map(|(word, key)| Choosable::keyed(*word, key)).collect()
    }

    /// What was entered, with what was not asked, and names replaced by what they stand for.
    ///
    /// # Errors
    /// A text that cannot be missing is; a name that nobody has.
    pub fn complete(&self, fields: &[Field], entered: &Values) -> Result<Values, FieldError> {
        let mut values = self.preset.clone();
        for field in fields.iter().filter(|field| self.asks(field)) {
            let text = entered.text(field.name);
            if text.is_empty() && self.is_needed(field) {
                return Err(FieldError::new(field.name, "app-wrong-empty"));
            }
            let meant = self.names.iter().find(|names| names.field == field.name);
            let meant = meant.map_or(Ok(text), |names| names.meant(text))?;
            values.set(field.name, meant);
        }
        Ok(values)
    }

    fn is_needed(&self, field: &Field) -> bool {
        let is_text = matches!(field.kind, FieldKind::Text | FieldKind::Long | FieldKind::Rows);
        (is_text && field.needed) || self.needed.contains(&field.name)
    }
}

impl KnownNames {
    fn meant(&self, typed: &str) -> Result<&str, FieldError> {
        let found = self.names.iter().find(|(name, _)| name == typed);
        let meant = found.map(|(_, meant)| meant.as_str());
        meant.ok_or(FieldError::new(self.field, self.otherwise))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: &[Field] = &[
        Field::needed("village", FieldKind::Text, "label", ""),
        Field::open("board", FieldKind::Listed, "label", ""),
        Field::open("kind", FieldKind::Choice(&[("a", "key-a"), ("b", "key-b")]), "label", ""),
        Field::open("code", FieldKind::Listed, "", ""),
    ];

    #[test]
    fn a_listed_field_is_asked_where_there_is_something_to_choose_from() {
        let asked = |offer: &Offer| {
            FIELDS.iter().filter(|field| offer.asks(field)).map(|field| field.name).collect()
        };
        let names: Vec<&str> = asked(&Offer::default());
        assert_eq!(names, ["village", "kind"]);
        let listed = Offer::default().listed("board", vec![Choosable::named("W-1")]);
        let names: Vec<&str> = asked(&listed.without("kind"));
        assert_eq!(names, ["village", "board"]);
    }

    #[test]
    fn only_what_is_possible_now_is_offered() {
        let offer = Offer::default().possible("kind", ["b"]);
        assert_eq!(offer.choices(&FIELDS[2]), [Choosable::keyed("b", "key-b")]);
    }

    #[test]
    fn a_name_stands_for_what_it_means_and_preset_values_come_along() {
        let names = vec![("段村".to_owned(), "140923104201".to_owned())];
        let offer = Offer::default().names("village", names, "wrong").preset("code", "7K3Q");
        let complete = |typed| {
            let entered = Values::default().with("village", typed).with("kind", "a");
            offer.complete(FIELDS, &entered)
        };
        let values = complete("段村").unwrap();
        assert_eq!((values.text("village"), values.text("code")), ("140923104201", "7K3Q"));
        assert_eq!(complete("别处").unwrap_err(), FieldError::new("village", "wrong"));
        assert_eq!(complete("").unwrap_err(), FieldError::new("village", "app-wrong-empty"));
    }
}
