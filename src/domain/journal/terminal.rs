//! A terminal's name, made of its key.
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Characters of a [`TerminalId`].
pub const TERMINAL_LENGTH: usize = 8;

/// First 8 Crockford characters of the hash of a terminal's public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TerminalId([u8; TERMINAL_LENGTH]);

impl TerminalId {
    /// Of a terminal's 32-byte public key.
    #[must_use]
    pub fn of_key(public_key: &[u8; 32]) -> Self {
        let text = Hash::of("cunbang/terminal/1\n", &[public_key]).to_string();
        Self::parse(text.get(..TERMINAL_LENGTH).unwrap_or("00000000"))
            .unwrap_or(Self([b'0'; TERMINAL_LENGTH]))
    }

    /// Reads 8 Crockford characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let upper = text.to_ascii_uppercase();
        crockford::decode(&upper)?;
        upper.into_bytes().try_into().ok().map(Self)
    }

    /// The 8 characters as bytes, for keys of the store.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; TERMINAL_LENGTH] {
        &self.0
    }
}

impl fmt::Display for TerminalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.0).unwrap_or_default())
    }
}

impl fmt::Debug for TerminalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for TerminalId {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a terminal has 8 Crockford characters")
    }
}

impl From<TerminalId> for String {
    fn from(terminal: TerminalId) -> Self {
        terminal.to_string()
    }
}
