//! The data key of a store and the keys that are derived from it by label.
//!
//! The data key itself encrypts nothing and is never stored in clear: it lies sealed in the slots
//! of the keyring. Each use has a key of its own, so that knowing one tells nothing of another.
//! Signing keys are in [`super::signing`]: they are never derived.
use super::entropy::{Entropy, fresh};
use super::error::VaultError;
use crate::domain::values::hash::Hash;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

const STORAGE_DATA: &str = "cunbang/key/storage-data/1\n";
const STORAGE_TWEAK: &str = "cunbang/key/storage-tweak/1\n";
const PERSON: &str = "cunbang/key/person/1\n";
const CHECK: &str = "cunbang/key/check/1\n";

/// 32 random bytes from which all keys of one store derive; wiped when dropped.
pub struct DataKey(Zeroizing<[u8; 32]>);

impl std::fmt::Debug for DataKey {
    /// Never shows the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(..)")
    }
}

impl DataKey {
    /// A new key for a new store.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn generate(entropy: &mut dyn Entropy) -> Result<Self, VaultError> {
        fresh(entropy).map(Self)
    }

    /// Wraps 32 bytes that came out of a slot.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key of the encrypting backend.
    #[must_use]
    pub fn storage_key(&self) -> StorageKey {
        StorageKey {
            data: keyed(self.bytes(), STORAGE_DATA, &[]),
            tweak: keyed(self.bytes(), STORAGE_TWEAK, &[]),
        }
    }

    /// The keyed hash that stands for a person in user entries: without the key, the few possible
    /// ID numbers could be tried out.
    ///
    /// `id` is the normalised number (half width, no spaces, upper-case X).
    #[must_use]
    pub fn person_hash(&self, id: &str) -> Hash {
        Hash::from_bytes(*keyed(
            keyed(self.bytes(), PERSON, &[]).as_ref(),
            "id\n",
            &[id.as_bytes()],
        ))
    }

    /// The same for many people: what does not depend on the number is computed once.
    #[must_use]
    pub fn person_hasher(&self) -> PersonHasher {
        PersonHasher(
            <Hmac<Sha256> as KeyInit>::new_from_slice(keyed(self.bytes(), PERSON, &[]).as_ref())
                .ok(),
        )
    }

    /// Tells this key from any other without giving it away; stands in the keyring.
    #[must_use]
    pub fn check(&self) -> Hash {
        Hash::from_bytes(*keyed(self.bytes(), CHECK, &[]))
    }
}

/// Gives [`DataKey::person_hash`] for one number after another.
pub struct PersonHasher(Option<Hmac<Sha256>>);

impl PersonHasher {
    /// See [`DataKey::person_hash`].
    #[must_use]
    pub fn hash(&self, id: &str) -> Hash {
        // as in `keyed`, the key cannot be refused
        let Some(mut mac) = self.0.clone() else { return Hash::default() };
        mac.update(b"id\n");
        mac.update(id.as_bytes());
        Hash::from_bytes(mac.finalize().into_bytes().into())
    }
}

/// The 64-byte key of the encrypting backend: half for the data, half for the tweak.
pub struct StorageKey {
    data: Zeroizing<[u8; 32]>,
    tweak: Zeroizing<[u8; 32]>,
}

impl std::fmt::Debug for StorageKey {
    /// Never shows the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StorageKey(..)")
    }
}

impl StorageKey {
    pub(super) fn data(&self) -> &[u8; 32] {
        &self.data
    }

    pub(super) fn tweak(&self) -> &[u8; 32] {
        &self.tweak
    }
}

/// HMAC-SHA-256 of `label` and `parts` under `key`: a sub-key, or a keyed hash.
pub(super) fn keyed(key: &[u8], label: &str, parts: &[&[u8]]) -> Zeroizing<[u8; 32]> {
    // HMAC takes keys of any length: the error case does not exist, and an empty key would be seen
    // by every test here.
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else {
        return Zeroizing::new([0; 32]);
    };
    mac.update(label.as_bytes());
    for part in parts {
        mac.update(part);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keyed_hashes_are_the_standards_hmac() {
        // RFC 4231, test case 2.
        let mac = keyed(b"Jefe", "what do ya want ", &[b"for ", b"nothing?"]);
        assert_eq!(mac[..8], [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e]);
    }

    #[test]
    fn each_use_has_its_own_key() {
        let key = DataKey::from_bytes([1; 32]);
        let storage = key.storage_key();
        let all = [
            *storage.data(),
            *storage.tweak(),
            *key.check().bytes(),
            *key.person_hash("").bytes(),
            *key.bytes(),
        ];
        let distinct: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn a_persons_hash_is_the_same_in_one_store_and_another_in_the_next() {
        let here = DataKey::from_bytes([1; 32]);
        let there = DataKey::from_bytes([2; 32]);
        let id = "14092319850312123X";
        assert_eq!(here.person_hash(id), here.person_hash(id));
        assert_eq!(here.person_hasher().hash(id), here.person_hash(id));
        assert_ne!(here.person_hash(id), there.person_hash(id));
        assert_ne!(here.person_hash(id), here.person_hash("140923198503121231"));
    }

    #[test]
    fn debug_output_shows_no_key() {
        let key = DataKey::from_bytes([0x41; 32]);
        let shown = format!("{key:?} {:?}", key.storage_key());
        assert_eq!(shown, "DataKey(..) StorageKey(..)");
    }
}
