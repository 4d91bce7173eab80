//! What is said to a person, before it has a language: a key of `data/locales` and its arguments.
use std::fmt;

/// A sentence by key. The key is also the `code` word of `--json`, so it never changes once
/// shipped.
///
/// Arguments never hold a name, an ID, card or phone number: sentences reach logs and scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Message id in `data/locales/*/*.ftl`, e.g. `refused-own-batch`.
    pub key: &'static str,
    /// Named arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

impl Sentence {
    /// A sentence without arguments.
    #[must_use]
    pub const fn plain(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// Anything that can be told to a person: refusals, findings, errors.
pub trait Spoken {
    /// The sentence to show; see [`Sentence`].
    fn sentence(&self) -> Sentence;
}
