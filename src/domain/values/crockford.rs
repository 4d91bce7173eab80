//! Crockford base32, upper case, without padding: readable aloud, no I, L, O, U.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Encodes bytes, most significant bit first; 32 bytes give 52 characters.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(8).div_ceil(5));
    for group in bytes.chunks(5) {
        // five bytes are eight characters; the last group may be shorter
        let bits = group.iter().fold(0_u64, |bits, &byte| (bits << 8) | u64::from(byte))
            << (8 * (5 - group.len()));
        for place in 0..(group.len() * 8).div_ceil(5) {
            text.push(symbol(bits >> (35 - 5 * place)));
        }
    }
    text
}

/// Decodes what a person typed: any case, `O` as 0, `I` and `L` as 1, hyphens and spaces ignored.
///
/// Gives `None` for a foreign character or set padding bits.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len().saturating_mul(5) / 8);
    let mut buffer = 0_u32;
    let mut bits = 0_u32;
    for c in text.chars().filter(|c| !matches!(c, '-' | ' ')) {
        buffer = (buffer << 5) | value(c)?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 0xFF).ok()?);
        }
        buffer &= (1 << bits) - 1;
    }
    (buffer == 0).then_some(bytes)
}

/// The character for the lowest five bits of `five_bits`.
#[must_use]
pub fn symbol(five_bits: u64) -> char {
    ALPHABET.get((five_bits & 31) as usize).map_or('0', |&byte| char::from(byte))
}

/// The five bits that a typed character stands for; the same tolerance as [`decode`].
#[must_use]
pub fn value(c: char) -> Option<u32> {
    let upper = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|&byte| char::from(byte) == upper)?;
    u32::try_from(place).ok()
}

#[cfg(test)]
mod tests {
    use crate::domain::values::crockford::*;
    use proptest::prelude::*;

    #[test]
    fn a_typed_code_may_hold_hyphens_and_lookalikes() {
        assert_eq!(decode("7k3q-x2md"), decode("7K3QX2MD"));
        assert_eq!(decode("oil"), decode("011"));
        assert_eq!(decode("U"), None);
    }

    proptest! {
        #[test]
        fn bytes_survive_the_trip_through_text(bytes: Vec<u8>) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
    }
}
