//! The full names that only the paper carries.
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// The full names of the paper, by line number; a private blob that `site` never gets.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperNames {
    /// 16 random bytes in Crockford base32.
    pub salt: String,
    /// `(no, name as printed)`, in the order of the rows.
    pub names: Vec<(u32, String)>,
}

impl std::fmt::Debug for PaperNames {
    /// Never shows a name.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PaperNames({})", self.names.len())
    }
}

impl PaperNames {
    /// The bytes that are stored and hashed.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json::to_vec(self)
    }

    /// What stands in [`crate::domain::disclosure::Disclosure::paper_names`].
    ///
    /// # Errors
    /// They cannot be written.
    pub fn hash(&self) -> Result<Hash, serde_json::Error> {
        Ok(Hash::of("cunbang/paper-names/1\n", &[&self.to_bytes()?]))
    }
}
