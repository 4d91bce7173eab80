//! Why a new password is not accepted, and the lengths between which it must lie.
use crate::domain::text::sentence::Sentence;

/// Fewest characters.
pub const SHORTEST: usize = 10;
/// Most characters.
pub const LONGEST: usize = 256;

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    TooShort,
    /// More than [`LONGEST`] characters.
    TooLong,
    /// Mostly a word, row or run that is tried first, or the user's or office's own name.
    TriedFirst,
}

impl Weakness {
    pub(super) fn sentence(self) -> Sentence {
        match self {
            Self::TooShort => {
                Sentence::plain("vault-password-too-short").with("shortest", SHORTEST)
            }
            Self::TooLong => Sentence::plain("vault-password-too-long").with("longest", LONGEST),
            Self::TriedFirst => Sentence::plain("vault-password-tried-first"),
        }
    }
}
