//! Ed25519 keys and signatures in the journal's text form (Crockford base32).
//!
//! Verification is strict: a signature that another library might read otherwise proves nothing.
//! What is signed, and under which domain tag, is the caller's business.
use super::entropy::{Entropy, fresh};
use super::error::VaultError;
use crate::domain::values::crockford;
use crate::domain::values::hash::Hash;
use ed25519_dalek::Signer;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use zeroize::Zeroizing;

/// A secret Ed25519 key; wiped when dropped.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl fmt::Debug for SigningKey {
    /// Shows the public half only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public())
    }
}

impl SigningKey {
    /// A new key.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn generate(entropy: &mut dyn Entropy) -> Result<Self, VaultError> {
        Ok(Self::from_bytes(&*fresh(entropy)?))
    }

    /// The key with this 32-byte secret (RFC 8032).
    #[must_use]
    pub fn from_bytes(secret: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(secret))
    }

    /// The 32-byte secret, for sealing; wiped when dropped.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs `message`, which must begin with its domain tag.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

/// A public Ed25519 key; 52 characters as text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// Wraps 32 bytes; `None` if they are no point of the curve.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Option<Self> {
        ed25519_dalek::VerifyingKey::from_bytes(&bytes).ok().map(|_| Self(bytes))
    }

    /// Reads the text form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_bytes(crockford::decode(text)?.try_into().ok()?)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Is `signature` this key's over exactly `message`? Strict (no malleable forms, no weak keys).
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &Signature) -> bool {
        ed25519_dalek::VerifyingKey::from_bytes(&self.0).is_ok_and(|key| {
            // Every machine must judge a signature alike, and plain verification leaves that open.
            key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature.0)).is_ok()
        })
    }

    /// The key's name: what terminals and offices are called after.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of("cunbang/public-key/1\n", &[&self.0])
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crockford::encode(&self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("not a public key"))
    }
}

/// An Ed25519 signature; 103 characters as text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature([u8; 64]);

impl Signature {
    /// Wraps 64 bytes; whether they sign anything is said by [`PublicKey::verifies`].
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    /// Reads the text form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        crockford::decode(text)?.try_into().ok().map(Self)
    }

    /// The 64 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 64] {
        &self.0
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crockford::encode(&self.0))
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({self})")
    }
}

impl Serialize for Signature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Signature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("not a signature"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::entropy::Counted;
    use super::*;

    #[test]
    fn the_standards_own_signature_is_made_and_accepted() {
        // RFC 8032, 7.1, test 1: the empty message.
        let secret = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let key = SigningKey::from_bytes(&secret.try_into().unwrap());
        assert_eq!(key.public().bytes()[..4], [0xd7, 0x5a, 0x98, 0x01]);
        let signature = key.sign(b"");
        assert_eq!(signature.bytes()[..4], [0xe5, 0x56, 0x43, 0x00]);
        assert!(key.public().verifies(b"", &signature));
    }

    fn hex(text: &str) -> Vec<u8> {
        (0..text.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(text.get(at..at + 2).unwrap(), 16).unwrap())
            .collect()
    }

    #[test]
    fn any_changed_byte_of_message_signature_or_key_is_refused() {
        let key = SigningKey::generate(&mut Counted(1)).unwrap();
        let message = b"cunbang/entry/1\n{}".to_vec();
        let signature = key.sign(&message);
        assert!(key.public().verifies(&message, &signature));
        for at in 0..message.len() {
            let mut other = message.clone();
            other[at] ^= 1;
            assert!(!key.public().verifies(&other, &signature));
        }
        for at in 0..64 {
            let mut other = *signature.bytes();
            other[at] ^= 1;
            assert!(!key.public().verifies(&message, &Signature::from_bytes(other)));
        }
        let stranger = SigningKey::generate(&mut Counted(9)).unwrap().public();
        assert!(!stranger.verifies(&message, &signature));
    }

    #[test]
    fn a_weak_key_verifies_nothing() {
        let weak = PublicKey::from_bytes([0; 32]).unwrap();
        assert!(!weak.verifies(b"anything", &Signature::from_bytes([0; 64])));
    }

    #[test]
    fn keys_and_signatures_survive_the_trip_through_text() {
        let key = SigningKey::generate(&mut Counted(1)).unwrap();
        let public = key.public();
        let signature = key.sign(b"x");
        assert_eq!(PublicKey::parse(&public.to_string()), Some(public));
        assert_eq!(Signature::parse(&signature.to_string()), Some(signature));
        let json = serde_json::to_string(&(public, signature)).unwrap();
        assert_eq!(
            serde_json::from_str::<(PublicKey, Signature)>(&json).unwrap(),
            (public, signature)
        );
    }
}
