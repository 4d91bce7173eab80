//! What a page carries for its own script: the exact bytes, the signature, the key; base64, so that
//! nothing in them can end the script element.
use serde::Serialize;

#[derive(Serialize)]
struct Carried {
    bytes: String,
    signature: String,
    key: String,
}

/// The content of `<script type="application/json" id="carried">`.
pub(super) fn carried(bytes: &[u8], signature: &[u8; 64], key: &[u8; 32]) -> String {
    let carried = Carried { bytes: base64(bytes), signature: base64(signature), key: base64(key) };
    for_script(&carried)
}

/// Of a list that is gone: the hash of its bytes instead of them, as far as it is known.
#[derive(Serialize)]
struct CarriedEnd {
    ended: bool,
    hash: String,
    signature: String,
    key: String,
}

/// The same for a page whose list has been taken down on schedule.
pub(super) fn carried_end(
    hash: Option<&[u8; 32]>,
    signature: &[u8; 64],
    key: Option<&[u8; 32]>,
) -> String {
    let or_nothing =
        |bytes: Option<&[u8; 32]>| bytes.map(|bytes| base64(bytes)).unwrap_or_default();
    for_script(&CarriedEnd {
        ended: true,
        hash: or_nothing(hash),
        signature: base64(signature),
        key: or_nothing(key),
    })
}

/// JSON that may stand in a script element or a script file: no `<`, no line separators of old
/// engines.
pub(super) fn for_script(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding (RFC 4648, section 4), as `atob` reads it.
pub(super) fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0_u32, |number, &byte| (number << 8) | u32::from(byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let symbol = ALPHABET
                .get((number >> (18 - 6 * place)) as usize & 63)
                .map_or('=', |&byte| char::from(byte));
            text.push(if place > chunk.len() { '=' } else { symbol });
        }
    }
    text
}

/// Lower-case hexadecimal, as `sha256sum` and `openssl` write it.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use crate::site::embedded_payload::*;

    #[test]
    fn base64_pads_as_the_standard_says() {
        let of = |text: &str| base64(text.as_bytes());
        assert_eq!(
            [of(""), of("f"), of("fo"), of("foo"), of("foob")],
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }

    #[test]
    fn a_name_cannot_end_the_script_element() {
        assert_eq!(for_script(&"</script>\u{2028}"), "\"\\u003c/script>\\u2028\"");
    }
}
