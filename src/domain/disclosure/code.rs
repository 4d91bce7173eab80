//! 公开码: what the public bytes are known by, and what the office signs of them.
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// 公开码: the first 26 Crockford characters (130 bits) of the plain SHA-256 of the public bytes.
///
/// ```
/// use cunbang::domain::disclosure::Code;
///
/// let code = Code::of(br#"{"village":"140923104201"}"#);
/// assert_eq!(code.as_str().len(), Code::LENGTH);
/// assert!(code.as_str().starts_with(&code.check_code().replace('-', "")));
///
/// // one changed byte is another code
/// assert_ne!(code, Code::of(br#"{"village":"140923104202"}"#));
/// // as somebody types it from the paper, in groups and in small letters
/// assert_eq!(Code::parse(&code.grouped().to_lowercase()), Some(code));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Code(String);

impl Code {
    /// Characters of a code.
    pub const LENGTH: usize = 26;

    /// The code of published bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(crockford::encode(content_hash(bytes).bytes()).chars().take(Self::LENGTH).collect())
    }

    /// Reads a typed code: any case, with or without hyphens and spaces.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String =
            text.chars().filter(|c| !matches!(c, '-' | ' ')).flat_map(char::to_uppercase).collect();
        let plain: String = plain
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let is_code = plain.len() == Self::LENGTH
            && plain.bytes().all(|b| b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains(&b));
        is_code.then_some(Self(plain))
    }

    /// The 26 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// 核对码: the first 8 characters as `7K3Q-X2MD`, against mix-ups and stuck-over codes.
    #[must_use]
    pub fn check_code(&self) -> String {
        let mut text: String = self.0.chars().take(4).collect();
        text.push('-');
        text.extend(self.0.chars().skip(4).take(4));
        text
    }

    /// In groups of four for the paper.
    #[must_use]
    pub fn grouped(&self) -> String {
        let chars: Vec<char> = self.0.chars().collect();
        chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// What the QR code holds: `HTTPS://HOST[/PREFIX]/D/<CODE>/`, upper case (alphanumeric mode).
    #[must_use]
    pub fn url(&self, host: &str) -> String {
        format!("HTTPS://{}/D/{}/", host.to_uppercase(), self.0)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The plain SHA-256 of published bytes (what `sha256sum` says).
#[must_use]
pub fn content_hash(bytes: &[u8]) -> Hash {
    Hash::of("", &[bytes])
}

/// What the office's publication key signs: the domain tag and the 32 bytes of [`content_hash`].
#[must_use]
pub fn signed_message(bytes: &[u8]) -> Vec<u8> {
    let mut message = b"cunbang/disclosure/1\n".to_vec();
    message.extend_from_slice(content_hash(bytes).bytes());
    message
}
