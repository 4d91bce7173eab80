//! What was typed behind a command: its words and options, read into typed values one by one.
use super::spec::Spec;
use super::usage::UsageError;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The words and options of one command line, by the command's own names.
#[derive(Debug)]
pub struct Args {
    /// The command; for its name in sentences.
    pub spec: &'static Spec,
    /// Words behind the command.
    pub words: Vec<String>,
    /// Options without hyphens; switches have an empty value.
    pub options: BTreeMap<&'static str, String>,
}

impl Args {
    /// Is the switch there?
    #[must_use]
    pub fn has(&self, option: &str) -> bool {
        self.options.contains_key(option)
    }

    /// The option's text.
    #[must_use]
    pub fn value(&self, option: &str) -> Option<String> {
        self.options.get(option).cloned()
    }

    /// The option's path.
    #[must_use]
    pub fn path(&self, option: &str) -> Option<PathBuf> {
        self.value(option).map(PathBuf::from)
    }

    /// The option's text, where the command cannot do without.
    ///
    /// # Errors
    /// [`UsageError::MissingOption`].
    pub fn needed(&self, option: &'static str) -> Result<String, UsageError> {
        self.value(option).ok_or_else(|| UsageError::MissingOption {
            command: self.spec.name(),
            option: self.spec.written(option),
        })
    }

    /// The word at `place`; the parser has made sure of it.
    ///
    /// # Errors
    /// [`UsageError::MissingWord`].
    pub fn word(&self, place: usize) -> Result<String, UsageError> {
        let missing = || UsageError::MissingWord {
            command: self.spec.name(),
            word: self.spec.word_name(place),
        };
        self.words.get(place).cloned().ok_or_else(missing)
    }

    /// An option read by `read`; `form` shows the right form when it cannot.
    ///
    /// # Errors
    /// [`UsageError::Form`].
    pub fn read<T>(
        &self,
        option: &'static str,
        form: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, UsageError> {
        let wrong = || UsageError::Form { option: format!("--{option}"), form: form.to_owned() };
        self.options.get(option).map(|text| read(text).ok_or_else(wrong)).transpose()
    }

    /// The same for an option that the command needs.
    ///
    /// # Errors
    /// [`UsageError::Form`], [`UsageError::MissingOption`].
    pub fn read_needed<T>(
        &self,
        option: &'static str,
        form: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, UsageError> {
        self.needed(option)?;
        self.read(option, form, read)?.ok_or_else(|| UsageError::NoValue(format!("--{option}")))
    }

    /// An option whose value is one of the words that the table lists for it.
    ///
    /// # Errors
    /// [`UsageError::Form`].
    pub fn choice<T>(
        &self,
        option: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, UsageError> {
        self.read(option, &self.spec.choices(option), read)
    }

    /// The same for an option that the command needs.
    ///
    /// # Errors
    /// [`UsageError::Form`], [`UsageError::MissingOption`].
    pub fn choice_needed<T>(
        &self,
        option: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, UsageError> {
        self.read_needed(option, &self.spec.choices(option), read)
    }
}
