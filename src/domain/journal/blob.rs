//! 附件数据: personal or bulky content, named by a salted hash so that a short one cannot be
//! guessed.
use crate::domain::values::hash::Hash;

/// Content that an entry brings along, with its salt.
#[derive(Clone, PartialEq, Eq)]
pub struct NewBlob {
    salt: [u8; 16],
    content: Vec<u8>,
    /// [`blob_hash`] of both: only [`NewBlob::new`] can make one.
    hash: Hash,
}

impl std::fmt::Debug for NewBlob {
    /// Never shows the content.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewBlob({}, {} bytes)", self.hash, self.content.len())
    }
}

impl NewBlob {
    /// Names `content` with `salt`.
    #[must_use]
    pub fn new(salt: [u8; 16], content: Vec<u8>) -> Self {
        let hash = blob_hash(&salt, &content);
        Self { salt, content, hash }
    }

    /// 16 random bytes, stored with the content.
    #[must_use]
    pub const fn salt(&self) -> &[u8; 16] {
        &self.salt
    }

    /// The content itself.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// Its name: [`blob_hash`] of both.
    #[must_use]
    pub const fn hash(&self) -> Hash {
        self.hash
    }
}

/// SHA-256 of `cunbang/blob/1\n`, the salt and the content.
#[must_use]
pub fn blob_hash(salt: &[u8; 16], content: &[u8]) -> Hash {
    Hash::of("cunbang/blob/1\n", &[salt, content])
}
