//! Passwords: what is accepted, and how one becomes a key (argon2id).
//!
//! # Policy
//! At least ten characters after NFC (a Chinese character is one), at most 256, none of the
//! passwords that everyone tries first. No composition rules and no expiry: they make people write
//! the password on a note beside the screen. NIST SP 800-63B-4 asks fifteen characters where the
//! password is the only factor against a network; here the attacker needs the disk first and then
//! 64 MiB and a tenth of a second for each guess, while tries at the keyboard are counted. Ten is
//! what clerks will keep; the block list does the rest.
use super::error::VaultError;
use super::password_weakness::{LONGEST, SHORTEST, Weakness};
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Characters that must remain after everything guessable is taken away.
const UNGUESSABLE: usize = 6;
/// Parts of the passwords that everyone tries first; lower case.
const TRIED_FIRST: [&str; 24] = [
    "password",
    "passw0rd",
    "administrator",
    "admin",
    "root",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdfgh",
    "zxcvbnm",
    "zxcvbn",
    "1qaz2wsx3edc",
    "1qaz2wsx",
    "qazwsxedc",
    "woaini",
    "iloveyou",
    "5201314",
    "1314",
    "520",
    "mima",
    "cunbang",
    "村榜",
    "密码",
    "abc123",
];

/// A password as typed, in NFC; wiped when dropped.
pub struct Password(Zeroizing<String>);

impl std::fmt::Debug for Password {
    /// Never shows the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Password {
    /// What was typed; any script, spaces too.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self(Zeroizing::new(typed.nfc().collect()))
    }

    /// Checks the policy for a new password; `own` are the names that are no secret (the user's,
    /// the office's).
    ///
    /// # Errors
    /// [`VaultError::WeakPassword`].
    pub fn check(&self, own: &[&str]) -> Result<(), VaultError> {
        let length = self.0.chars().count();
        let weakness = match length {
            0..SHORTEST => Weakness::TooShort,
            SHORTEST..=LONGEST if unguessable(&self.0, own) < UNGUESSABLE => Weakness::TriedFirst,
            SHORTEST..=LONGEST => return Ok(()),
            _ => Weakness::TooLong,
        };
        Err(VaultError::WeakPassword(weakness))
    }
}

/// Characters that are left without known words, the own names, runs (`3456`, `dcba`, `aaaa`) and
/// pairs of characters that occurred before.
fn unguessable(password: &str, own: &[&str]) -> usize {
    let mut rest = Zeroizing::new(password.to_lowercase());
    let names = own
        .iter()
        .map(|name| name.nfc().collect::<String>().to_lowercase())
        .filter(|name| name.chars().count() > 1);
    for word in TRIED_FIRST.iter().map(ToString::to_string).chain(names) {
        // A line feed keeps the two sides from becoming a new word; it is not counted below.
        *rest = rest.replace(&word, "\n");
    }
    let mut before = '\n';
    let mut seen = Vec::new();
    let mut count = 0;
    for c in rest.chars().filter(|c| !c.is_whitespace()) {
        let is_run = u32::from(before).abs_diff(u32::from(c)) <= 1;
        let is_repeat = before != '\n' && seen.contains(&(before, c));
        count += usize::from(!is_run && !is_repeat);
        seen.push((before, c));
        before = c;
    }
    count
}

/// What one derivation costs; stored with each slot, so that it can rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawCost", into = "RawCost")]
pub struct KdfCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

#[derive(Serialize, Deserialize)]
struct RawCost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// A cost below the floor or above the cap: a doctored file could make guessing cheap or exhaust
/// the memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key derivation's cost is out of bounds")]
pub struct CostOutOfBounds;

impl KdfCost {
    /// 64 MiB, 3 passes, 1 lane (RFC 9106, second choice): 0.13 s on the measured machine, about 1
    /// s on a netbook of 2012.
    pub const STANDARD: Self = Self { memory_kib: 64 << 10, passes: 3, lanes: 1 };
    /// 19 MiB, 2 passes (OWASP's minimum): the least that is read; for tests.
    pub const FLOOR: Self = Self { memory_kib: 19 << 10, passes: 2, lanes: 1 };
    const MOST_MEMORY_KIB: u32 = 256 << 10;
    const MOST_PASSES: u32 = 10;
    const MOST_LANES: u32 = 4;

    /// The key of `password` with `salt`; takes its time, so not on the thread that draws.
    ///
    /// # Errors
    /// [`VaultError::OutOfMemory`].
    pub(super) fn derive(
        self,
        password: &Password,
        salt: &[u8; 16],
    ) -> Result<Zeroizing<[u8; 32]>, VaultError> {
        let mut key = Zeroizing::new([0; 32]);
        Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map(|params| Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
            .and_then(|argon2| argon2.hash_password_into(password.0.as_bytes(), salt, key.as_mut()))
            .map(|()| key)
            // Lengths and costs are within bounds by type; the one failure left is the allocation.
            .or(Err(VaultError::OutOfMemory))
    }
}

impl TryFrom<RawCost> for KdfCost {
    type Error = CostOutOfBounds;
    fn try_from(raw: RawCost) -> Result<Self, CostOutOfBounds> {
        let RawCost { memory_kib, passes, lanes } = raw;
        let within = (Self::FLOOR.memory_kib..=Self::MOST_MEMORY_KIB).contains(&memory_kib)
            && (Self::FLOOR.passes..=Self::MOST_PASSES).contains(&passes)
            && (1..=Self::MOST_LANES).contains(&lanes);
        if within { Ok(Self { memory_kib, passes, lanes }) } else { Err(CostOutOfBounds) }
    }
}

impl From<KdfCost> for RawCost {
    fn from(KdfCost { memory_kib, passes, lanes }: KdfCost) -> Self {
        Self { memory_kib, passes, lanes }
    }
}

impl std::fmt::Display for KdfCost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "argon2id m={} t={} p={}", self.memory_kib, self.passes, self.lanes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weakness(typed: &str) -> Option<Weakness> {
        match Password::new(typed).check(&["张建军", "枣林镇人民政府", "zhangjianjun"]) {
            Ok(()) => None,
            Err(VaultError::WeakPassword(weakness)) => Some(weakness),
            Err(other) => unreachable!("{other}"),
        }
    }

    #[test]
    fn a_phrase_or_random_digits_are_accepted() {
        for typed in [
            "羊圈门口有三棵老枣树",
            "tractor rain 42 plum",
            "839105527416",
            "h7-Kq2wZ.m9",
            "kuai le de xiao mao lv",
        ] {
            assert_eq!(weakness(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_everyone_tries_first_is_refused() {
        for typed in [
            "1234567890",
            "123456789012",
            "qwertyuiop",
            "password2026",
            "Passw0rd123",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "1111122222",
            "woaini1314520",
            "张建军1234567",
            "zhangjianjun1",
            "枣林镇人民政府2026",
            "0987654321",
            "1qaz2wsx3edc",
            "村榜村榜村榜村榜村榜",
            "12341234123412",
        ] {
            assert_eq!(weakness(typed), Some(Weakness::TriedFirst), "{typed}");
        }
    }

    #[test]
    fn length_is_counted_in_characters_after_composition() {
        assert_eq!(weakness("羊圈门口有三棵老枣"), Some(Weakness::TooShort));
        assert_eq!(weakness(&"e\u{301}x1zq".repeat(2).replace("zq", "")), Some(Weakness::TooShort));
        assert_eq!(weakness(&"村头老槐树下集合".repeat(33)), Some(Weakness::TooLong));
    }

    #[test]
    fn the_same_password_typed_composed_or_decomposed_gives_one_key() {
        let derive = |typed: &str, salt: u8| {
            *KdfCost::FLOOR.derive(&Password::new(typed), &[salt; 16]).unwrap()
        };
        assert_eq!(derive("café au lait 7", 1), derive("cafe\u{301} au lait 7", 1));
        assert_ne!(derive("café au lait 7", 1), derive("café au lait 7", 2));
    }

    #[test]
    fn a_doctored_cost_is_not_read() {
        let read = |json: &str| serde_json::from_str::<KdfCost>(json);
        assert_eq!(
            read(r#"{"memory_kib":65536,"passes":3,"lanes":1}"#).unwrap(),
            KdfCost::STANDARD
        );
        for json in [
            r#"{"memory_kib":19455,"passes":2,"lanes":1}"#,
            r#"{"memory_kib":4194304,"passes":3,"lanes":1}"#,
            r#"{"memory_kib":65536,"passes":1,"lanes":1}"#,
            r#"{"memory_kib":65536,"passes":11,"lanes":1}"#,
            r#"{"memory_kib":65536,"passes":3,"lanes":5}"#,
            r#"{"memory_kib":65536,"passes":3,"lanes":0}"#,
        ] {
            assert!(read(json).is_err(), "{json}");
        }
    }

    #[test]
    fn debug_output_shows_no_password() {
        assert_eq!(format!("{:?}", Password::new("羊圈门口有三棵老枣树")), "Password(..)");
    }
}
