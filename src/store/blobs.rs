//! Blobs: salted, packed with zstd 1, stored under a running number; their hash is checked on
//! reading.
use super::error::StoreError;
use super::tables::Tables;
use crate::domain::journal::{NewBlob, blob_hash};
use crate::domain::values::hash::Hash;
use redb::ReadableTable;

/// zstd level 1: rows shrink to a quarter, and higher levels cost more time than they save room.
const LEVEL: i32 = 1;
/// A blob larger than this is no blob of ours (a roll of 100,000 lines has about 20 MB).
const LARGEST: usize = 512 << 20;

/// Packs one blob after the other: making zstd's tables anew for each would cost more than packing
/// a small roll.
pub(super) struct Packer(zstd::bulk::Compressor<'static>);

impl Packer {
    pub(super) fn new() -> Result<Self, StoreError> {
        zstd::bulk::Compressor::new(LEVEL).map(Self).or(Err(StoreError::Damaged("zstd")))
    }

    /// Salt, content length and packed content.
    pub(super) fn pack(&mut self, blob: &NewBlob) -> Result<Vec<u8>, StoreError> {
        let packed = self.0.compress(blob.content()).or(Err(StoreError::Damaged("zstd")))?;
        let mut bytes = Vec::with_capacity(packed.len().saturating_add(24));
        bytes.extend_from_slice(blob.salt());
        bytes.extend_from_slice(&(blob.content().len() as u64).to_le_bytes());
        bytes.extend_from_slice(&packed);
        Ok(bytes)
    }
}

/// The content, if it hashes to `hash`.
pub(super) fn unpack(hash: Hash, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let damaged = || StoreError::Damaged("blob");
    let (salt, rest) = bytes.split_first_chunk::<16>().ok_or_else(damaged)?;
    let (length, packed) = rest.split_first_chunk::<8>().ok_or_else(damaged)?;
    let length = usize::try_from(u64::from_le_bytes(*length))
        .ok()
        .filter(|&length| length <= LARGEST)
        .ok_or_else(damaged)?;
    let content = zstd::bulk::decompress(packed, length).or(Err(damaged()))?;
    if blob_hash(salt, &content) == hash { Ok(content) } else { Err(damaged()) }
}

/// The number that the next blob gets.
pub(super) fn next_number(tables: &Tables<'_>) -> Result<u64, StoreError> {
    Ok(tables.blobs.last()?.map_or(Ok(0), |(key, _)| number_of(key.value()))?.saturating_add(1))
}

/// Stores a blob that was packed elsewhere (imports pack on the other thread); [`name`] must follow
/// in the transaction.
pub(super) fn put_packed(
    tables: &mut Tables<'_>,
    number: u64,
    packed: &[u8],
) -> Result<(), StoreError> {
    tables.blobs.insert(number.to_be_bytes().as_slice(), packed)?;
    Ok(())
}

/// Makes a stored blob findable by its hash.
pub(super) fn name(tables: &mut Tables<'_>, hash: Hash, number: u64) -> Result<(), StoreError> {
    tables.blob_ids.insert(hash.bytes().as_slice(), number.to_be_bytes().as_slice())?;
    Ok(())
}

/// Stores a blob.
pub(super) fn put(tables: &mut Tables<'_>, blob: &NewBlob) -> Result<(), StoreError> {
    let number = next_number(tables)?;
    put_packed(tables, number, &Packer::new()?.pack(blob)?)?;
    name(tables, blob.hash(), number)
}

fn number_of(key: &[u8]) -> Result<u64, StoreError> {
    key.try_into().map(u64::from_be_bytes).or(Err(StoreError::Damaged("blob key")))
}

/// The content of a blob; [`StoreError::Unknown`] if it was never here or was erased.
pub(super) fn get(
    ids: &impl ReadableTable<&'static [u8], &'static [u8]>,
    blobs: &impl ReadableTable<&'static [u8], &'static [u8]>,
    hash: Hash,
) -> Result<Vec<u8>, StoreError> {
    let number = ids.get(hash.bytes().as_slice())?.ok_or(StoreError::Unknown)?;
    let packed = blobs.get(number.value())?.ok_or(StoreError::Damaged("blob missing"))?;
    unpack(hash, packed.value())
}

/// Removes a blob that no entry and no draft names any more.
pub(super) fn remove(tables: &mut Tables<'_>, hash: Hash) -> Result<(), StoreError> {
    let number = tables.blob_ids.remove(hash.bytes().as_slice())?.map(|row| row.value().to_vec());
    if let Some(number) = number {
        tables.blobs.remove(number.as_slice())?;
    }
    Ok(())
}
