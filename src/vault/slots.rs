//! Key slots: what a password or the recovery code opens, sealed with XChaCha20-Poly1305.
//!
//! A slot's seal covers the store's id, whether it is a practice store, and all that stands in the
//! slot in clear: nothing of it can be changed or moved to another store. Users' names are not
//! here: a salted hash finds the slot by a typed name.
use super::entropy::{Entropy, fresh};
use super::error::VaultError;
use super::keys::DataKey;
use super::password::{KdfCost, Password};
use super::recovery::RecoveryCode;
use super::signing::{PublicKey, SigningKey};
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Which store a slot belongs to, and of which sort it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreMark {
    /// 16 random bytes.
    pub id: StoreId,
    /// Was it made as a practice store? This never changes.
    pub practice: bool,
}

/// The name of a store: 16 random bytes, 26 characters as text.
pub type StoreId = Bytes<16>;

/// `N` bytes that are written as Crockford base32.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bytes<const N: usize>(pub [u8; N]);

impl<const N: usize> std::fmt::Display for Bytes<N> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crockford::encode(&self.0))
    }
}

impl<const N: usize> Serialize for Bytes<N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Bytes<N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = crockford::decode(&String::deserialize(deserializer)?)
            .and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or_else(|| {
            serde::de::Error::custom("not the expected number of Crockford characters")
        })
    }
}

/// The slot of one user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserSlot {
    /// 1, 2, …; never given twice. Can be typed in place of the name.
    pub number: u32,
    /// A word for the list at the login, such as the role; no personal name.
    pub label: String,
    /// The user's public key, as in the user's entry.
    pub public_key: PublicKey,
    name_hash: Hash,
    cost: KdfCost,
    salt: Bytes<16>,
    nonce: Bytes<24>,
    sealed: Sealed,
}

/// The slot that the recovery code opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RecoverySlot {
    salt: Bytes<16>,
    nonce: Bytes<24>,
    sealed: Sealed,
}

/// Ciphertext and tag.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sealed(Vec<u8>);

impl Serialize for Sealed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&crockford::encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Sealed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = crockford::decode(&String::deserialize(deserializer)?);
        bytes.map(Self).ok_or_else(|| serde::de::Error::custom("not Crockford base32"))
    }
}

/// Who gets a slot.
#[derive(Debug, Clone, Copy)]
pub struct NewUser<'a> {
    /// What the user will type at the login.
    pub name: &'a str,
    /// See [`UserSlot::label`].
    pub label: &'a str,
    /// Checked against the policy before it is used.
    pub password: &'a Password,
}

impl UserSlot {
    /// Seals `keys` for a user.
    pub(super) fn seal(
        store: StoreMark,
        number: u32,
        user: &NewUser<'_>,
        keys: (&DataKey, &SigningKey),
        (cost, entropy): (KdfCost, &mut dyn Entropy),
    ) -> Result<Self, VaultError> {
        let salt = Bytes(*fresh(entropy)?);
        let slot = Self {
            number,
            label: user.label.to_owned(),
            public_key: keys.1.public(),
            name_hash: name_hash(user.name, salt),
            cost,
            salt,
            nonce: Bytes(*fresh(entropy)?),
            sealed: Sealed(Vec::new()),
        };
        slot.sealed_with(store, user.password, keys)
    }

    /// The same slot under another password, and perhaps with another signing key.
    pub(super) fn reseal(
        &self,
        store: StoreMark,
        password: &Password,
        keys: (&DataKey, &SigningKey),
        (cost, entropy): (KdfCost, &mut dyn Entropy),
    ) -> Result<Self, VaultError> {
        // The salt stays: the hash of the user's name was made with it, and the name is not known
        // here. The nonce is fresh, for one must never seal twice under the same key.
        let slot = Self {
            public_key: keys.1.public(),
            cost,
            nonce: Bytes(*fresh(entropy)?),
            ..self.clone()
        };
        slot.sealed_with(store, password, keys)
    }

    fn sealed_with(
        self,
        store: StoreMark,
        password: &Password,
        keys: (&DataKey, &SigningKey),
    ) -> Result<Self, VaultError> {
        let mut content = Zeroizing::new(Vec::with_capacity(64));
        content.extend_from_slice(keys.0.bytes());
        content.extend_from_slice(keys.1.to_bytes().as_ref());
        let key = self.cost.derive(password, &self.salt.0)?;
        let sealed = seal(&key, self.nonce, &self.clear_part(store), &content)?;
        Ok(Self { sealed, ..self })
    }

    /// The data key and the user's signing key.
    pub(super) fn open(
        &self,
        store: StoreMark,
        password: &Password,
    ) -> Result<(DataKey, SigningKey), VaultError> {
        let key = self.cost.derive(password, &self.salt.0)?;
        let content = open(&key, self.nonce, &self.clear_part(store), &self.sealed)
            .ok_or(VaultError::WrongNameOrPassword)?;
        let halves = content
            .split_first_chunk::<32>()
            .and_then(|(data, rest)| Some((*data, <&[u8; 32]>::try_from(rest).ok()?)));
        let (data, signing) = halves.ok_or(VaultError::KeysDamaged)?;
        Ok((DataKey::from_bytes(data), SigningKey::from_bytes(signing)))
    }

    /// Is this the slot of the user with this name?
    pub(super) fn is_of(&self, name: &str) -> bool {
        self.name_hash == name_hash(name, self.salt)
    }

    fn clear_part(&self, store: StoreMark) -> String {
        let Self { number, label, public_key, name_hash, cost, salt, .. } = self;
        format!(
            "cunbang/slot/1\n{}\n{number}\n{public_key}\n{name_hash}\n{cost}\n{salt}\n{label}",
            store_line(store)
        )
    }
}

impl RecoverySlot {
    pub(super) fn seal(
        store: StoreMark,
        code: &RecoveryCode,
        key: &DataKey,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, VaultError> {
        let salt = Bytes(*fresh(entropy)?);
        let nonce = Bytes(*fresh(entropy)?);
        let sealed = seal(&code.slot_key(&salt.0), nonce, &Self::clear_part(store), key.bytes())?;
        Ok(Self { salt, nonce, sealed })
    }

    pub(super) fn open(
        &self,
        store: StoreMark,
        code: &RecoveryCode,
    ) -> Result<DataKey, VaultError> {
        let content =
            open(&code.slot_key(&self.salt.0), self.nonce, &Self::clear_part(store), &self.sealed)
                .ok_or(VaultError::WrongCode)?;
        <[u8; 32]>::try_from(content.as_slice())
            .map(DataKey::from_bytes)
            .or(Err(VaultError::KeysDamaged))
    }

    fn clear_part(store: StoreMark) -> String {
        format!("cunbang/recovery-slot/1\n{}", store_line(store))
    }
}

fn store_line(StoreMark { id, practice }: StoreMark) -> String {
    format!("{id} {}", if practice { "practice" } else { "real" })
}

fn name_hash(name: &str, salt: Bytes<16>) -> Hash {
    let name: String = name.trim().nfc().collect();
    Hash::of("cunbang/user-name/1\n", &[&salt.0, name.as_bytes()])
}

fn seal(
    key: &[u8; 32],
    nonce: Bytes<24>,
    bound_to: &str,
    content: &[u8],
) -> Result<Sealed, VaultError> {
    let payload = Payload { msg: content, aad: bound_to.as_bytes() };
    let sealed = XChaCha20Poly1305::new(&(*key).into()).encrypt(&XNonce::from(nonce.0), payload);
    // Fails for contents of 256 GiB only.
    sealed.map(Sealed).or(Err(VaultError::OutOfMemory))
}

fn open(
    key: &[u8; 32],
    nonce: Bytes<24>,
    bound_to: &str,
    sealed: &Sealed,
) -> Option<Zeroizing<Vec<u8>>> {
    let payload = Payload { msg: &sealed.0, aad: bound_to.as_bytes() };
    XChaCha20Poly1305::new(&(*key).into())
        .decrypt(&XNonce::from(nonce.0), payload)
        .ok()
        .map(Zeroizing::new)
}
