//! What a command looks like on the command line: its words, what follows them, its options. Plain
//! data: `table` holds one for each command, `parser` makes clap's commands of them.
use crate::office::Choice;

/// One command.
#[derive(Debug)]
pub struct Spec {
    /// `["batch", "list"]`
    pub words: &'static [&'static str],
    /// What follows, by its name in the help.
    pub positionals: Positionals,
    /// Its own options.
    pub options: &'static [OptionSpec],
    /// Key of what it does, in one line.
    pub help: &'static str,
    /// Key of the description of its JSON document.
    pub json: &'static str,
}

/// What follows a command's words.
#[derive(Debug, Clone, Copy)]
pub enum Positionals {
    /// Nothing.
    Nothing,
    /// Exactly these.
    Each(&'static [&'static str]),
    /// One or more of this.
    Many(&'static str),
    /// Exactly one of these words, under this name.
    OneOf(&'static str, Choices),
}

/// An option.
#[derive(Debug, Clone, Copy)]
pub struct OptionSpec {
    /// Without hyphens.
    pub name: &'static str,
    /// What follows, by its name in the help; `None` = a switch.
    pub value: Option<&'static str>,
    /// The command cannot do without.
    pub needed: bool,
    /// The words of which the value is one.
    pub choices: Option<Choices>,
    /// Key of its description.
    pub help: &'static str,
}

/// The words of which a value is one, in the order of the help. A value may have other spellings
/// too (`补发` for `arrears`): what is right is decided where it is read.
#[derive(Debug, Clone, Copy)]
pub enum Choices {
    /// A list of the domain.
    Listed(fn() -> Vec<&'static str>),
    /// The words of a field of an act.
    OfField(&'static [Choice]),
}

impl Choices {
    /// The words.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        match self {
            Self::Listed(words) => words(),
            Self::OfField(choices) => choices.iter().map(|(word, _)| *word).collect(),
        }
    }
}

/// An option that the command needs.
pub const fn needed(name: &'static str, value: &'static str, help: &'static str) -> OptionSpec {
    OptionSpec { name, value: Some(value), needed: true, choices: None, help }
}

/// An option with a value.
pub const fn option(name: &'static str, value: &'static str, help: &'static str) -> OptionSpec {
    OptionSpec { name, value: Some(value), needed: false, choices: None, help }
}

/// An option without a value.
pub const fn switch(name: &'static str, help: &'static str) -> OptionSpec {
    OptionSpec { name, value: None, needed: false, choices: None, help }
}

/// The words of a list of the domain.
pub fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(word).collect()
}

impl Spec {
    /// The words with spaces: `batch list`.
    #[must_use]
    pub fn name(&self) -> String {
        self.words.join(" ")
    }

    /// Its own option of this name.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&'static OptionSpec> {
        self.options.iter().find(|option| option.name == name)
    }

    /// `--out FILE`, as sentences show it.
    #[must_use]
    pub fn written(&self, name: &str) -> String {
        self.option(name).map_or_else(|| format!("--{name}"), OptionSpec::written)
    }

    /// The right words for an option's value, as sentences show them.
    #[must_use]
    pub fn choices(&self, name: &str) -> String {
        let choices = self.option(name).and_then(|option| option.choices);
        choices.map(|choices| choices.words().join(", ")).unwrap_or_default()
    }

    /// The help's name of the word at `place`.
    #[must_use]
    pub fn word_name(&self, place: usize) -> String {
        let name = match self.positionals {
            Positionals::Nothing => None,
            Positionals::Each(names) => names.get(place).copied(),
            Positionals::Many(name) | Positionals::OneOf(name, _) => Some(name),
        };
        name.unwrap_or_default().to_owned()
    }

    /// `batch return BATCH --reason TEXT [--lines N,...]`
    #[must_use]
    pub fn usage(&self) -> String {
        let mut text = self.name();
        match self.positionals {
            Positionals::Nothing => {}
            Positionals::Each(names) => names.iter().for_each(|name| text.extend([" ", name])),
            Positionals::Many(name) => text.extend([" ", name, "..."]),
            Positionals::OneOf(_, choices) => text.extend([" ", &choices.words().join("|")]),
        }
        for option in self.options {
            let written = option.written();
            let (before, after) = if option.needed { (" ", "") } else { (" [", "]") };
            text.extend([before, &written, after]);
        }
        text
    }
}

impl OptionSpec {
    /// The same option, whose value is one of these words.
    pub const fn one_of(self, words: fn() -> Vec<&'static str>) -> Self {
        Self { choices: Some(Choices::Listed(words)), ..self }
    }

    /// `--out FILE`; a few words are written out, `--lang zh|en`.
    #[must_use]
    pub fn written(&self) -> String {
        const FEW: usize = 4;
        let Some(value) = self.value else { return format!("--{}", self.name) };
        let choices = self.choices.map(Choices::words).unwrap_or_default();
        if choices.is_empty() || choices.len() > FEW {
            return format!("--{} {value}", self.name);
        }
        format!("--{} {}", self.name, choices.join("|"))
    }
}
