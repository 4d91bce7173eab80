//! The compound file (OLE) around an old workbook: a small file system of sectors, chained by
//! tables.
//!
//! Deliberately absent: writing, and every stream but the one asked for. Chains are followed for at
//! most as many sectors as the file has, so that a broken or hostile table can neither run in
//! circles nor ask for more memory than the file is long.
use super::bytes::{u16_at, u32_at};

/// Sector numbers from here on are marks (end of chain, free).
const MARKS: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;
const SMALL_SECTOR: usize = 64;

/// One stream of the file.
struct DirectoryEntry {
    name: String,
    first: u32,
    length: usize,
}

/// The directory of a compound file.
pub(super) struct Compound<'f> {
    file: &'f [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    cutoff: usize,
    entries: Vec<DirectoryEntry>,
}

impl<'f> Compound<'f> {
    /// Reads the tables; nothing if they are broken.
    pub(super) fn new(file: &'f [u8]) -> Option<Self> {
        // The size as a power of two; the format knows these two only.
        let sector = match u16_at(file, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let cutoff = u32_at(file, 56)? as usize;
        let mut compound = Self {
            file,
            sector,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            cutoff,
            entries: Vec::new(),
        };
        compound.table = compound.read_table()?;
        let directory = compound.chain(u32_at(file, 48)?, usize::MAX)?;
        compound.entries =
            directory.chunks_exact(ENTRY).filter_map(|entry| entry_of(entry, sector)).collect();
        let small_first = u32_at(file, 60)?;
        if small_first < MARKS {
            compound.small_table = numbers(&compound.chain(small_first, usize::MAX)?).collect();
            let root = compound.entries.first()?;
            compound.small = compound.chain(root.first, root.length)?;
        }
        Some(compound)
    }

    /// Is there a stream of that name?
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream; nothing if there is none of that name, or if it is cut off.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
        let bytes = if entry.length < self.cutoff {
            self.small_chain(entry)?
        } else {
            self.chain(entry.first, entry.length)?
        };
        if bytes.len() == entry.length { Some(bytes) } else { None }
    }

    fn sector(&self, number: u32) -> Option<&'f [u8]> {
        // Sector 0 stands behind the head, which fills one sector.
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector may be cut short by programs that do not pad the file.
        let end = start.checked_add(self.sector)?.min(self.file.len());
        self.file.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The table of chains: its sectors are listed in the head, and for large files in sectors of
    /// their own.
    fn read_table(&self) -> Option<Vec<u32>> {
        let most = self.file.len() / self.sector + 1;
        let mut sectors: Vec<u32> = numbers(self.file.get(76..512)?).collect();
        let mut next = u32_at(self.file, 68)?;
        let mut steps = 0;
        while next < MARKS {
            steps += 1;
            let listed: Vec<u32> = numbers(self.sector(next)?).collect();
            let (last, listed) = listed.split_last()?;
            sectors.extend(listed);
            next = *last;
            if steps > most {
                return None;
            }
        }
        let mut table = Vec::new();
        for number in sectors.into_iter().filter(|number| *number < MARKS).take(most) {
            table.extend(numbers(self.sector(number)?));
        }
        Some(table)
    }

    fn chain(&self, first: u32, length: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = first;
        // No chain has more sectors than the file: a longer one runs in a circle.
        for _ in 0..=self.file.len() / self.sector {
            if next >= MARKS || bytes.len() >= length {
                bytes.truncate(length);
                return Some(bytes);
            }
            bytes.extend_from_slice(self.sector(next)?);
            next = *self.table.get(next as usize)?;
        }
        None
    }

    fn small_chain(&self, entry: &DirectoryEntry) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut next = entry.first;
        for _ in 0..=self.small.len() / SMALL_SECTOR {
            if next >= MARKS || bytes.len() >= entry.length {
                bytes.truncate(entry.length);
                return Some(bytes);
            }
            let start = (next as usize).checked_mul(SMALL_SECTOR)?;
            bytes.extend_from_slice(self.small.get(start..start.checked_add(SMALL_SECTOR)?)?);
            next = *self.small_table.get(next as usize)?;
        }
        None
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|chunk| u32::from_le_bytes(*chunk))
}

fn entry_of(entry: &[u8], sector: usize) -> Option<DirectoryEntry> {
    let units: Vec<u16> = entry
        .get(..64)?
        .as_chunks::<2>()
        .0
        .iter()
        .map(|unit| u16::from_le_bytes(*unit))
        .take_while(|unit| *unit != 0)
        .collect();
    // Files of small sectors may hold rubbish in the upper half of the length.
    let high = if sector == 512 { 0 } else { u32_at(entry, 124)? };
    let length = usize::try_from((u64::from(high) << 32) | u64::from(u32_at(entry, 120)?)).ok()?;
    Some(DirectoryEntry {
        name: String::from_utf16_lossy(&units),
        first: u32_at(entry, 116)?,
        length,
    })
}
