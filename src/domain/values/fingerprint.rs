//! The 24 digits by which a person compares a publication key with the poster.
use super::hash::Hash;

const TAG: &str = "cunbang/key/1\n";
const MODULUS: u128 = 1_000_000_000_000_000_000_000_000;

/// 指纹 of an Ed25519 public key: the first 10 bytes of SHA-256(`cunbang/key/1\n` + key) as a
/// number modulo 10^24, as 24 digits in groups of four.
///
/// Digits, because they can be read aloud over a telephone in any dialect.
#[must_use]
pub fn fingerprint(public_key: &[u8; 32]) -> String {
    let hash = Hash::of(TAG, &[public_key]);
    let number =
        hash.bytes().iter().take(10).fold(0_u128, |number, &byte| (number << 8) | u128::from(byte));
    let digits: Vec<char> = format!("{:024}", number % MODULUS).chars().collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::domain::values::fingerprint::*;

    #[test]
    fn the_fingerprint_of_a_key_never_changes() {
        assert_eq!(fingerprint(&[7; 32]), "0559 9984 5588 3137 0950 8692");
    }

    #[test]
    fn a_fingerprint_has_six_groups_of_four_digits() {
        let text = fingerprint(&[0; 32]);
        assert_eq!(text.split(' ').map(str::len).collect::<Vec<_>>(), [4; 6]);
        assert!(text.chars().all(|c| c.is_ascii_digit() || c == ' '));
    }
}
