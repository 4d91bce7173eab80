//! Our own versioned bytes: every view, draft and secret carries a checksum over key and value,
//! because the cipher hides and does not prove. Entries are proved by signatures, blobs by their
//! hash.
use super::error::StoreError;
use serde::{Serialize, de::DeserializeOwned};
use std::hash::Hasher;

const VERSION: u8 = 1;
/// Bytes of version and checksum.
const HEAD: usize = 9;
/// Most rows are shorter.
const ROW: usize = 1024;

fn checksum(key: &[u8], value: &[u8]) -> [u8; 8] {
    // Quick, not cryptographic: it finds accidents. Against changes on purpose stand the
    // signatures.
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(key);
    // The length, so that a byte cannot move from the key into the value unnoticed.
    hasher.write_usize(value.len());
    hasher.write(value);
    hasher.finish().to_le_bytes()
}

/// Version, checksum, value.
pub(super) fn seal(key: &[u8], value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len().saturating_add(9));
    bytes.push(VERSION);
    bytes.extend_from_slice(&checksum(key, value));
    bytes.extend_from_slice(value);
    bytes
}

/// The value, if version and checksum are right.
pub(super) fn open<'a>(key: &[u8], bytes: &'a [u8]) -> Result<&'a [u8], StoreError> {
    let (head, value) = bytes.split_at_checked(9).ok_or(StoreError::Damaged("row"))?;
    match head.split_first() {
        Some((&VERSION, sum)) if sum == checksum(key, value) => Ok(value),
        Some((&version, _)) if version > VERSION => Err(StoreError::LaterVersion),
        _ => Err(StoreError::Damaged("row")),
    }
}

/// A value as sealed JSON.
pub(super) fn to_row<T: Serialize>(key: &[u8], value: &T) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::with_capacity(ROW);
    // Room for the head, whose first byte is right already; the checksum needs the finished JSON.
    bytes.resize(HEAD, VERSION);
    serde_json::to_writer(&mut bytes, value).or(Err(StoreError::Damaged("json")))?;
    if let Some((head, json)) = bytes.split_at_mut_checked(HEAD) {
        head.iter_mut().skip(1).zip(checksum(key, json)).for_each(|(slot, byte)| *slot = byte);
    }
    Ok(bytes)
}

/// A value from sealed JSON.
pub(super) fn from_row<T: DeserializeOwned>(key: &[u8], bytes: &[u8]) -> Result<T, StoreError> {
    from_json(open(key, bytes)?)
}

/// A value from JSON that was proved otherwise.
pub(super) fn from_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(json).or(Err(StoreError::Damaged("json")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_under_another_key_or_with_another_byte_is_noticed() {
        let row = seal(b"a", b"value");
        assert_eq!(open(b"a", &row).unwrap(), b"value");
        assert!(open(b"b", &row).is_err());
        for place in 0..row.len() {
            let mut changed = row.clone();
            changed[place] ^= 1;
            assert!(open(b"a", &changed).is_err());
        }
    }
}
