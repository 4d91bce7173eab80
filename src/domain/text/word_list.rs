//! Word lists of the field: an enum, the words that files and the command line use for it, their
//! reading, and the keys of what people call them.

/// A word list of the field: enum, words for files and the command line, their reading, and keys of
/// what people say.
macro_rules! words {
    ($(#[doc = $about:literal])* $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $word:literal => $key:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[doc = $doc])* $variant,)*
        }

        impl $name {
            /// All of them, in the order of the lists.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word that files and the command line use.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// Every word with the key of what people call it, as forms and the command line offer
            /// them.
            pub const CHOICES: &'static [(&'static str, &'static str)] =
                &[$(($word, $key)),*];

            /// Key of what people call it, in `domain.ftl`.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }

            /// Reads the word.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.word() == text)
            }
        }
    };
}

pub(in crate::domain) use words;
