//! The encrypting storage backend: what redb writes through it stands on the disk as XTS.
//!
//! redb's first page (magic, roots, checksums; nothing of a person) stays in clear: redb counts on
//! single bytes of it being written atomically, and a cipher block would tear that. Everything
//! else, locks included, is handed to the inner backend.
use super::keys::StorageKey;
use super::xts::{BLOCK, UNIT, Xts};
use redb::BackendError;
pub use redb::StorageBackend;
use std::io;
use std::ops::Bound;
use std::sync::{Mutex, PoisonError};

/// Bytes at the file's begin that stay in clear.
const HEADER: u64 = UNIT as u64;

/// A backend that encrypts for an inner one.
pub struct EncryptedBackend {
    inner: Box<dyn StorageBackend>,
    xts: Xts,
    /// Held while a write that covers parts of blocks reads, changes and writes them.
    partial: Mutex<()>,
}

impl std::fmt::Debug for EncryptedBackend {
    /// Never shows the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EncryptedBackend({:?})", self.inner)
    }
}

impl EncryptedBackend {
    /// Encrypts everything after the first page of `inner` under `key`.
    #[must_use]
    pub fn new(inner: Box<dyn StorageBackend>, key: &StorageKey) -> Self {
        Self { inner, xts: Xts::new(key.data(), key.tweak()), partial: Mutex::new(()) }
    }

    fn read_sealed(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        if is_whole(offset, out.len()) {
            self.inner.read(offset, out)?;
            self.xts.decrypt(offset, out);
            return Ok(());
        }
        let (start, skipped, mut blocks) = covering(offset, out.len());
        self.inner.read(start, &mut blocks)?;
        self.xts.decrypt(start, &mut blocks);
        for (byte, block_byte) in out.iter_mut().zip(blocks.into_iter().skip(skipped)) {
            *byte = block_byte;
        }
        Ok(())
    }

    /// Only whole blocks can be encrypted, so a write of a part reads and changes the blocks
    /// around.
    fn write_sealed(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        if is_whole(offset, bytes.len()) {
            return self.write_blocks(offset, bytes.to_vec());
        }
        // The lock holds no data that a panic elsewhere could have left broken.
        let _alone = self.partial.lock().unwrap_or_else(PoisonError::into_inner);
        let (start, skipped, mut blocks) = covering(offset, bytes.len());
        self.read_sealed(start, &mut blocks)?;
        for (block_byte, byte) in blocks.iter_mut().skip(skipped).zip(bytes) {
            *block_byte = *byte;
        }
        self.write_blocks(start, blocks)
    }

    fn write_blocks(&self, offset: u64, mut blocks: Vec<u8>) -> io::Result<()> {
        self.xts.encrypt(offset, &mut blocks);
        self.inner.write(offset, &blocks)
    }
}

/// The backend of a real file, with redb's locks on it.
pub(super) fn file_backend(file: std::fs::File) -> io::Result<Box<dyn StorageBackend>> {
    match redb::backends::FileBackend::new(file) {
        Ok(backend) => Ok(Box::new(backend)),
        Err(redb::DatabaseError::Storage(redb::StorageError::Io(error))) => Err(error),
        Err(other) => Err(io::Error::other(other)),
    }
}

/// Does an area consist of whole cipher blocks?
const fn is_whole(offset: u64, len: usize) -> bool {
    offset.is_multiple_of(BLOCK as u64) && len.is_multiple_of(BLOCK)
}

/// The whole blocks around an area: where they begin, how far into them the area begins, and room
/// for them.
fn covering(offset: u64, len: usize) -> (u64, usize, Vec<u8>) {
    // Less than a block, so it always fits.
    let skipped = usize::try_from(offset % BLOCK as u64).unwrap_or(0);
    (offset - skipped as u64, skipped, vec![0; (skipped + len).next_multiple_of(BLOCK)])
}

/// How many of `len` bytes at `offset` belong to the clear header.
fn in_header(offset: u64, len: usize) -> usize {
    usize::try_from(HEADER.saturating_sub(offset)).unwrap_or(len).min(len)
}

impl StorageBackend for EncryptedBackend {
    fn len(&self) -> io::Result<u64> {
        self.inner.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let (clear, sealed) = out.split_at_mut(in_header(offset, out.len()));
        if !clear.is_empty() {
            self.inner.read(offset, clear)?;
        }
        if sealed.is_empty() {
            Ok(())
        } else {
            self.read_sealed(offset + clear.len() as u64, sealed)
        }
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        if !len.is_multiple_of(BLOCK as u64) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "the length is not a multiple of the cipher block",
            ));
        }
        self.inner.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.inner.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let (clear, sealed) = data.split_at(in_header(offset, data.len()));
        if !clear.is_empty() {
            self.inner.write(offset, clear)?;
        }
        if sealed.is_empty() {
            Ok(())
        } else {
            self.write_sealed(offset + clear.len() as u64, sealed)
        }
    }

    fn close(&self) -> io::Result<()> {
        self.inner.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.inner.try_lock_range(start, end)
    }

    fn try_lock_shared_range(
        &self,
        start: Bound<u64>,
        end: Bound<u64>,
    ) -> Result<bool, BackendError> {
        self.inner.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.inner.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.inner.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.inner.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.inner.query_lock_range(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::keys::DataKey;
    use proptest::prelude::*;
    use redb::backends::{FileBackend, InMemoryBackend};
    use std::sync::Arc;

    fn key() -> StorageKey {
        DataKey::from_bytes([9; 32]).storage_key()
    }

    /// An inner backend that the test keeps a hand on.
    #[derive(Debug, Clone, Default)]
    struct Shared(Arc<InMemoryBackend>);

    impl StorageBackend for Shared {
        fn len(&self) -> io::Result<u64> {
            self.0.len()
        }
        fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
            self.0.read(offset, out)
        }
        fn set_len(&self, len: u64) -> io::Result<()> {
            self.0.set_len(len)
        }
        fn sync_data(&self) -> io::Result<()> {
            self.0.sync_data()
        }
        fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
            self.0.write(offset, data)
        }
    }

    #[derive(Debug, Clone)]
    enum Step {
        Write(usize, Vec<u8>),
        Read(usize, usize),
        Resize(usize),
    }

    const ROOM: usize = 3 * UNIT;

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let write = (0..ROOM, proptest::collection::vec(any::<u8>(), 0..600))
            .prop_map(|(at, bytes)| Step::Write(at, bytes));
        let read = (0..ROOM, 0_usize..600).prop_map(|(at, len)| Step::Read(at, len));
        let resize = (1..=ROOM / BLOCK).prop_map(|blocks| Step::Resize(blocks * BLOCK));
        proptest::collection::vec(prop_oneof![4 => write, 3 => read, 1 => resize], 1..40)
    }

    proptest! {
        #[test]
        fn any_reads_and_writes_are_those_of_plain_memory(steps in steps()) {
            let sealed = EncryptedBackend::new(Box::new(InMemoryBackend::new()), &key());
            let mut plain = vec![0_u8; ROOM];
            sealed.set_len(ROOM as u64).unwrap();
            for step in steps {
                match step {
                    Step::Write(at, bytes) if at + bytes.len() <= plain.len() => {
                        sealed.write(at as u64, &bytes).unwrap();
                        plain[at..at + bytes.len()].copy_from_slice(&bytes);
                    }
                    Step::Read(at, len) if at + len <= plain.len() => {
                        let mut out = vec![0xAA; len];
                        sealed.read(at as u64, &mut out).unwrap();
                        prop_assert_eq!(&out, &plain[at..at + len]);
                    }
                    Step::Resize(len) => {
                        sealed.set_len(len as u64).unwrap();
                        plain.resize(len, 0);
                    }
                    Step::Write(..) | Step::Read(..) => {}
                }
            }
        }
    }

    #[test]
    fn nothing_after_the_first_page_is_readable_on_the_disk() {
        let inner = Shared::default();
        let sealed = EncryptedBackend::new(Box::new(inner.clone()), &key());
        sealed.set_len(2 * UNIT as u64).unwrap();
        sealed.write(0, b"redb header").unwrap();
        let person = "140923198503121234".repeat(8);
        sealed.write(HEADER + 3, person.as_bytes()).unwrap();
        let mut disk = vec![0; 2 * UNIT];
        inner.read(0, &mut disk).unwrap();
        assert!(disk.starts_with(b"redb header"));
        assert!(!disk.windows(6).any(|part| part == b"140923"));
    }

    #[test]
    fn a_length_that_would_cut_a_block_is_refused() {
        let sealed = EncryptedBackend::new(Box::new(InMemoryBackend::new()), &key());
        assert_eq!(sealed.set_len(4100).unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }

    #[test]
    fn two_programs_cannot_open_one_store() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger");
        let open = || {
            let file = std::fs::File::options()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(&path)
                .unwrap();
            let sealed = EncryptedBackend::new(Box::new(FileBackend::new(file).unwrap()), &key());
            redb::Database::builder().create_with_backend(sealed)
        };
        let first = open().unwrap();
        assert!(matches!(open(), Err(redb::DatabaseError::DatabaseAlreadyOpen)));
        drop(first);
        open().unwrap();
    }

    #[test]
    fn another_key_shows_nothing() {
        const TABLE: redb::TableDefinition<'_, u64, &[u8]> = redb::TableDefinition::new("t");
        let inner = Shared::default();
        let rows = |key: &StorageKey| -> Result<u64, redb::Error> {
            let store = redb::Database::builder()
                .create_with_backend(EncryptedBackend::new(Box::new(inner.clone()), key))?;
            let read = redb::ReadableDatabase::begin_read(&store)?;
            Ok(redb::ReadableTableMetadata::len(&read.open_table(TABLE)?)?)
        };
        let store = redb::Database::builder()
            .create_with_backend(EncryptedBackend::new(Box::new(inner.clone()), &key()))
            .unwrap();
        let write = store.begin_write().unwrap();
        write.open_table(TABLE).unwrap().insert(1, b"x".as_slice()).unwrap();
        write.commit().unwrap();
        drop(store);
        let stranger = DataKey::from_bytes([8; 32]).storage_key();
        // redb may panic on pages that make no sense: `store` catches that.
        let shown = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| rows(&stranger)));
        assert!(!matches!(shown, Ok(Ok(_))));
        assert_eq!(rows(&key()).unwrap(), 1);
    }
}
