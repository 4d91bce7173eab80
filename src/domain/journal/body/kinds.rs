//! How the kinds of one subject are listed: once, for the enum, the header's words, reading,
//! writing and the keys of what people call them.

/// A body's struct, which is one of the kinds of its subject.
pub trait OfSubject {
    /// All kinds of the subject.
    type Bodies;

    /// The same as one of them.
    fn of_subject(self) -> Self::Bodies;
}

/// The bodies of one subject, from a list of struct, kind word and key of the act's name in
/// `domain.ftl`. The struct of each stands in the same file as the list.
macro_rules! bodies {
    ($(#[doc = $about:literal])* $bodies:ident {
        $($(#[doc = $doc:literal])* $body:ident = $word:literal => $key:literal,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(
            clippy::large_enum_variant,
            reason = "one entry is read at a time, so the size of the largest body costs nothing"
        )]
        pub enum $bodies {
            $($(#[doc = $doc])* $body($body),)*
        }

        impl $bodies {
            /// Kind words, each with the key of its name.
            pub(super) const KINDS: &[(&str, &str)] = &[$(($word, $key)),*];

            /// The header's `kind` word.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$body(_) => $word,)*
                }
            }

            pub(super) fn to_bytes(&self) -> Result<Vec<u8>, BodyError> {
                match self {
                    $(Self::$body(body) => written(body),)*
                }
            }

            /// `None` = a kind of another subject, or of a later version.
            pub(super) fn from_bytes(
                kind: &str,
                bytes: &[u8],
            ) -> Result<Option<Self>, BodyError> {
                Ok(Some(match kind {
                    $($word => Self::$body(read(bytes)?),)*
                    _ => return Ok(None),
                }))
            }
        }

        $(impl OfSubject for $body {
            type Bodies = $bodies;

            fn of_subject(self) -> $bodies {
                $bodies::$body(self)
            }
        })*
    };
}

pub(super) use bodies;
