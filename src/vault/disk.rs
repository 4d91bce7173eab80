//! The few things that the terminal's folder asks of a disk: a real one here, a simulated one in
//! the power-cut tests.
//!
//! Names are flat (no folders inside). What is written is durable only after its content *and* the
//! folder are synced.
use super::backend::{StorageBackend, file_backend};
use std::fmt::Debug;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;

/// A folder of flat files.
pub trait Disk: Debug + Send + Sync {
    /// All bytes of a file; `None` if there is none.
    ///
    /// # Errors
    /// What the disk said.
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>>;
    /// Creates or replaces a file and syncs its content, not its name.
    ///
    /// # Errors
    /// What the disk said.
    fn write_synced(&self, name: &str, bytes: &[u8]) -> io::Result<()>;
    /// Opens a file for a store; an absent one is created empty.
    ///
    /// # Errors
    /// What the disk said.
    fn open(&self, name: &str) -> io::Result<Box<dyn StorageBackend>>;
    /// Renames a file over another or to a free name, atomically.
    ///
    /// # Errors
    /// What the disk said.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;
    /// Removes a file, if it is there.
    ///
    /// # Errors
    /// What the disk said.
    fn remove(&self, name: &str) -> io::Result<()>;
    /// Is there a file of this name?
    ///
    /// # Errors
    /// What the disk said.
    fn exists(&self, name: &str) -> io::Result<bool>;
    /// Makes the names durable: what was created, renamed and removed stays so.
    ///
    /// # Errors
    /// What the disk said.
    fn sync_folder(&self) -> io::Result<()>;
}

/// A folder of the real disk.
#[derive(Debug, Clone)]
pub struct RealDisk {
    folder: PathBuf,
}

impl RealDisk {
    /// The folder at this path, created if it is not there.
    ///
    /// # Errors
    /// What the disk said.
    pub fn new(folder: impl Into<PathBuf>) -> io::Result<Self> {
        let folder = folder.into();
        fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }
}

impl Disk for RealDisk {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        absent_is_none(fs::read(self.folder.join(name)))
    }

    fn write_synced(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::create(self.folder.join(name))?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn StorageBackend>> {
        file_backend(
            File::options()
                .read(true)
                .write(true)
                .create(true)
                // An existing store must never be emptied by opening it.
                .truncate(false)
                .open(self.folder.join(name))?,
        )
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.folder.join(from), self.folder.join(to))
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        absent_is_none(fs::remove_file(self.folder.join(name))).map(|_| ())
    }

    fn exists(&self, name: &str) -> io::Result<bool> {
        self.folder.join(name).try_exists()
    }

    fn sync_folder(&self) -> io::Result<()> {
        sync_names(&self.folder)
    }
}

#[cfg(unix)]
fn sync_names(folder: &std::path::Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened as a file; NTFS journals its names.
#[cfg(not(unix))]
fn sync_names(_folder: &std::path::Path) -> io::Result<()> {
    Ok(())
}

fn absent_is_none<T>(result: io::Result<T>) -> io::Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Puts `bytes` under `name` so that a power cut leaves the old content or the new one.
///
/// # Errors
/// What the disk said.
pub fn replace(disk: &dyn Disk, name: &str, bytes: &[u8]) -> io::Result<()> {
    let new = new_name(name);
    disk.write_synced(&new, bytes)?;
    settle(disk, &new, name)
}

/// Gives a file whose content is synced its final name, durably.
///
/// # Errors
/// What the disk said.
pub fn settle(disk: &dyn Disk, from: &str, to: &str) -> io::Result<()> {
    disk.rename(from, to)?;
    disk.sync_folder()
}

/// The name under which a file is written before it gets its own: `keys.json.new`.
#[must_use]
pub fn new_name(name: &str) -> String {
    format!("{name}.new")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let disk = RealDisk::new(folder.path().join("office")).unwrap();
        assert_eq!(disk.read("keys.json").unwrap(), None);
        replace(&disk, "keys.json", b"old").unwrap();
        replace(&disk, "keys.json", b"new").unwrap();
        assert_eq!(disk.read("keys.json").unwrap().unwrap(), b"new");
        assert!(!disk.exists("keys.json.new").unwrap());
        disk.remove("keys.json").unwrap();
        disk.remove("keys.json").unwrap();
        assert!(!disk.exists("keys.json").unwrap());
    }
}
