//! How the kinds of one subject are listed: once, for the enum, the header's words, reading,
//! writing and the keys of what people call them.

/// The bodies of one subject, from a list of struct, kind word and key of the act's name in
/// `domain.ftl`. The struct of each stands in the same file as the list.
macro_rules! bodies {
    ($(#[doc = $about:literal])* $subject:ident($bodies:ident) {
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

            pub(super) fn to_bytes(&self) -> Result<Vec<u8>, super::BodyError> {
                match self {
                    $(Self::$body(body) => super::written(body),)*
                }
            }

            /// `None` = a kind of another subject, or of a later version.
            pub(super) fn from_bytes(
                kind: &str,
                bytes: &[u8],
            ) -> Result<Option<Self>, super::BodyError> {
                Ok(Some(match kind {
                    $($word => Self::$body(super::read(bytes)?),)*
                    _ => return Ok(None),
                }))
            }
        }

        $(impl From<$body> for super::Body {
            fn from(body: $body) -> Self {
                Self::$subject($bodies::$body(body))
            }
        })*
    };
}

pub(super) use bodies;
