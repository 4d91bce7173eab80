//! Files of the user: roll files in, artefacts out. Errors name the file as the user typed it.
use crate::domain::folder::{Folder, FolderError};
use crate::domain::text::sentence::{Sentence, Spoken};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It is not there.
    #[error("{0} is not there")]
    Missing(String),
    /// The system does not allow it.
    #[error("no permission for {0}")]
    NoPermission(String),
    /// The disk is full.
    #[error("the disk is full at {0}")]
    DiskFull(String),
    /// Anything else.
    #[error("{0} could not be read or written")]
    Other(String, #[source] std::io::Error),
}

impl FileError {
    /// What the disk said about a file as the user typed it.
    #[must_use]
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the system may say anything; these have their own sentence"
    )]
    pub fn of(path: &Path, error: std::io::Error) -> Self {
        let name = path.display().to_string();
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing(name),
            std::io::ErrorKind::PermissionDenied => Self::NoPermission(name),
            std::io::ErrorKind::StorageFull => Self::DiskFull(name),
            _ => Self::Other(name, error),
        }
    }
}

impl Spoken for FileError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Missing(name) => Sentence::plain("file-missing").with("file", name),
            Self::NoPermission(name) => Sentence::plain("file-no-permission").with("file", name),
            Self::DiskFull(name) => Sentence::plain("file-disk-full").with("file", name),
            Self::Other(name, error) => {
                Sentence::plain("file-trouble").with("file", name).with("said", error.kind())
            }
        }
    }
}

/// Opens a file for reading.
///
/// # Errors
/// [`FileError`].
pub fn open(path: &Path) -> Result<fs::File, FileError> {
    fs::File::open(path).map_err(|error| FileError::of(path, error))
}

/// All bytes of a file.
///
/// # Errors
/// [`FileError`].
pub fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    fs::read(path).map_err(|error| FileError::of(path, error))
}

/// Writes a whole file beside its place and renames it, so that a cut leaves the old or the new
/// one.
///
/// # Errors
/// [`FileError`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let attempt = || {
        if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            fs::create_dir_all(parent)?;
        }
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(".part");
        let part = path.with_file_name(name);
        let mut file = fs::File::create(&part)?;
        file.write_all(bytes)?;
        // Synced before the rename: otherwise a power cut may leave the new name over an empty
        // file.
        file.sync_all()?;
        fs::rename(&part, path)
    };
    attempt().map_err(|error| FileError::of(path, error))
}

/// Removes a folder that this program made, with everything in it.
///
/// # Errors
/// [`FileError`]; a folder that is not there is no error.
pub fn clear(folder: &Path) -> Result<(), FileError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(FileError::of(folder, error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Is there a folder of this name?
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// The same place, whatever the working folder is.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Are the two paths the same place of the disk?
#[must_use]
pub fn is_same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// A folder of the disk, for artefacts.
#[derive(Debug, Clone)]
pub struct RealFolder {
    root: PathBuf,
}

impl RealFolder {
    /// The folder at `root`, created when first written to.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

fn sentence(path: &str, error: &std::io::Error) -> FolderError {
    FolderError { path: path.to_owned(), why: error.kind().to_string() }
}

impl Folder for RealFolder {
    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let place = self.root.join(path);
        let attempt = || {
            place.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(&place, bytes)
        };
        attempt().map_err(|error| sentence(path, &error))
    }

    fn remove(&mut self, path: &str) -> Result<(), FolderError> {
        match fs::remove_file(self.root.join(path)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(sentence(path, &error))
            }
            _ => Ok(()),
        }
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, FolderError> {
        match fs::read(self.root.join(path)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(sentence(path, &error)),
        }
    }

    fn list(&self) -> Result<Vec<String>, FolderError> {
        let mut found = Vec::new();
        collect(&self.root, "", &mut found).map_err(|error| sentence("", &error))?;
        // The disk lists in any order; what is made from this must be the same everywhere.
        found.sort();
        Ok(found)
    }
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> std::io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
