//! The words of the program: sentences by key, Chinese first, English beside it.
//!
//! Every room has one file per language in `data/locales`, built into the program. Papers and pages
//! for residents are always Chinese and are not made from here. No formatting of money or dates
//! either: arguments arrive as text.
use super::sentence::Sentence;
use crate::domain::text::display;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// A language of the program (`--lang`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// Reads `zh` or `en`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// `zh` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// For plural rules; the root language, were the tag ever unreadable.
    fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    const fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Zh => &ZH,
            Self::En => &EN,
        }
    }
}

/// The files of one language: room and text.
macro_rules! rooms {
    ($lang:literal: $($room:literal)*) => {
        [$(($room, include_str!(concat!("../../../data/locales/", $lang, "/", $room, ".ftl")))),*]
    };
}

const ZH: [(&str, &str); 19] = rooms!("zh": "domain" "template" "rules" "checks" "intake" "vault" "store" "documents" "sheets" "site" "finance"
    "reference" "app" "boards" "dossier" "cases" "pending" "cli" "runtime");
const EN: [(&str, &str); 19] = rooms!("en": "domain" "template" "rules" "checks" "intake" "vault" "store" "documents" "sheets" "site" "finance"
    "reference" "app" "boards" "dossier" "cases" "pending" "cli" "runtime");

/// The dictionary of one language; cheap to clone, shared between threads.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.lang.code())
    }
}

impl Words {
    /// Reads the built-in files. A line that is not Fluent is left out here and found by a test.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        for &(_, text) in lang.files() {
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle: Arc::new(bundle) }
    }

    /// Which language this is.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence in this language; `[its-key]` where the files lack it.
    #[must_use]
    pub fn say(&self, sentence: &Sentence) -> String {
        let mut args = FluentArgs::with_capacity(sentence.args.len());
        for (name, text) in &sentence.args {
            args.set(*name, value(text));
        }
        self.format(sentence.key, &args)
    }

    /// A word or sentence without arguments.
    #[must_use]
    pub fn text(&self, key: &'static str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// Is there a text for `key`?
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
    }
}

/// A short plain count may choose a plural form; anything else, above all `0007` or a code, stays
/// the text it is.
fn value(text: &str) -> FluentValue<'static> {
    match text.parse::<i32>() {
        Ok(count) if count.to_string() == text => FluentValue::from(count),
        Ok(_) | Err(_) => FluentValue::from(display::visible(text).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::text::words::*;

    fn of(text: &str) -> Words {
        let mut bundle = FluentBundle::new_concurrent(vec![Lang::En.identifier()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(FluentResource::try_new(text.to_owned()).unwrap());
        Words { lang: Lang::En, bundle: Arc::new(bundle) }
    }

    #[test]
    fn a_missing_word_shows_its_key() {
        assert_eq!(Words::new(Lang::Zh).text("no-such-key"), "[no-such-key]");
    }

    #[test]
    fn arguments_stand_in_the_sentence_without_invisible_marks() {
        let words = of("row = Row { $row } of { $sheet }.");
        let sentence = Sentence::plain("row").with("row", 14).with("sheet", "0007");
        assert_eq!(words.say(&sentence), "Row 14 of 0007.");
    }

    #[test]
    fn a_count_chooses_the_plural() {
        let words = of("lines = { $n ->\n    [one] one line\n   *[other] { $n } lines\n }");
        assert_eq!(words.say(&Sentence::plain("lines").with("n", 1)), "one line");
        assert_eq!(words.say(&Sentence::plain("lines").with("n", 214)), "214 lines");
    }

    #[test]
    fn an_escape_sequence_in_an_argument_is_not_obeyed() {
        assert_eq!(of("x = { $a }").say(&Sentence::plain("x").with("a", "\u{1b}[2J")), "␛[2J");
    }

    #[test]
    fn every_line_of_the_files_is_fluent() {
        for (room, text) in ZH.into_iter().chain(EN) {
            let broken = FluentResource::try_new(text.to_owned()).err().map(|(_, errors)| errors);
            assert!(broken.is_none(), "{room}: {broken:?}");
        }
    }
}
