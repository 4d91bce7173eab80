//! `manifest.json`: what the last build wrote, so that the next one rewrites and removes only what
//! changed.
use crate::domain::folder::{Folder, FolderError};
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Its path in the site.
pub(super) const PATH: &str = "manifest.json";

/// Hashes of what was written and of what it was made from.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Path -> hash of the file.
    pub files: BTreeMap<String, Hash>,
    /// Code -> hash of all that its pages were made from.
    pub recipes: BTreeMap<String, Hash>,
}

impl Manifest {
    /// The manifest of the last build; an absent or unreadable one means that everything is written
    /// anew.
    ///
    /// # Errors
    /// What the disk said.
    pub fn read(folder: &dyn Folder) -> Result<Self, FolderError> {
        let bytes = folder.read(PATH)?;
        Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default())
    }

    /// Its bytes; equal sites have equal manifests.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Files of the last build that are not `planned`; only paths of a shape that we write are
    /// named.
    pub fn stale<'m>(&'m self, planned: &[String]) -> impl Iterator<Item = &'m str> {
        let planned: BTreeSet<&str> = planned.iter().map(String::as_str).collect();
        self.files
            .keys()
            .map(String::as_str)
            .filter(move |path| !planned.contains(path) && is_ours(path))
    }
}

/// Manifests lie in a public folder: one that names `../x` must not make us remove it.
fn is_ours(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.');
    path.chars().all(plain)
        && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_manifest_removes_nothing_outside() {
        let files =
            ["../letters.doc", "/etc/passwd", "D/../../x", "D//x", "D/A/index.html", "C:\\x"];
        let old = Manifest {
            files: files.iter().map(|path| ((*path).to_owned(), Hash::default())).collect(),
            recipes: BTreeMap::new(),
        };
        assert_eq!(old.stale(&[]).collect::<Vec<_>>(), ["D/A/index.html"]);
    }
}
