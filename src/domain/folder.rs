//! The small view of a folder that pure rooms get: relative paths with `/`, bytes, nothing else.

/// A folder to write artefacts into; `runtime` gives a real one, tests a map.
pub trait Folder {
    /// Creates or replaces the file at `path` (relative, `/` between parts), with its parent
    /// folders.
    ///
    /// # Errors
    /// What the disk said, as a sentence without the path's absolute part.
    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), FolderError>;
    /// Removes the file at `path` if it exists.
    ///
    /// # Errors
    /// What the disk said.
    fn remove(&mut self, path: &str) -> Result<(), FolderError>;
    /// The bytes of the file at `path`; `None` if there is none.
    ///
    /// # Errors
    /// What the disk said.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, FolderError>;
    /// All files below, as relative paths, sorted.
    ///
    /// # Errors
    /// What the disk said.
    fn list(&self) -> Result<Vec<String>, FolderError>;
}

/// Writing failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {why}")]
pub struct FolderError {
    /// The relative path.
    pub path: String,
    /// What the disk said.
    pub why: String,
}

/// A folder in memory, for tests and for the scanner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemoryFolder(pub std::collections::BTreeMap<String, Vec<u8>>);

impl Folder for MemoryFolder {
    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), FolderError> {
        self.0.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
    fn remove(&mut self, path: &str) -> Result<(), FolderError> {
        self.0.remove(path);
        Ok(())
    }
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, FolderError> {
        Ok(self.0.get(path).cloned())
    }
    fn list(&self) -> Result<Vec<String>, FolderError> {
        Ok(self.0.keys().cloned().collect())
    }
}
