//! Tells a clean end from a kill or power cut: a small file that lies beside the ledger while it is
//! open. After an unclean end every page is compared with its checksum before anything is shown;
//! after a clean one not, for that takes long.
use super::error::Failure;
use crate::store::Store;
use crate::vault::{Disk, TerminalFolder, VaultError};

const RUNNING: &str = "running";

/// The file is removed when this goes, unless pages are bad: then the next start looks again.
pub(super) struct UncleanShutdown {
    folder: TerminalFolder,
    stays: bool,
}

impl UncleanShutdown {
    /// Writes the file; only for the holder of the ledger's lock. After an unclean end the pages
    /// are looked at first.
    ///
    /// # Errors
    /// Bad pages; what the disk said.
    pub(super) fn begin(folder: &TerminalFolder, store: &mut Store) -> Result<Self, Failure> {
        let body = |error| VaultError::of_disk(RUNNING, error);
        let disk: &dyn Disk = folder.disk();
        let mut presence = Self { folder: folder.clone(), stays: true };
        if disk.exists(RUNNING).map_err(body)? {
            store.check_pages()?;
        } else {
            disk.write_synced(RUNNING, b"").map_err(body)?;
        }
        presence.stays = false;
        Ok(presence)
    }
}

impl Drop for UncleanShutdown {
    /// If it cannot be removed, the next start looks at every page once more: no harm.
    fn drop(&mut self) {
        if !self.stays {
            let _ = self.folder.disk().remove(RUNNING);
        }
    }
}
