//! Taking in a whole file in one transaction: a draft a roll. Rows are packed on the caller's other
//! thread; one message a batch gains nothing, so send them in chunks.
use super::blobs;
use super::draft_acts::{Start, started};
use super::drafts;
use super::error::StoreError;
use super::store::Store;
use super::tables::Tables;
use crate::domain::journal::NewBlob;
use crate::domain::roll::{FindingTotals, Line, RollKey, Totals};
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use rustc_hash::FxHashMap;

/// The rows of one roll, packed and named.
pub struct PackedRows {
    hash: Hash,
    packed: Vec<u8>,
}

/// Packs the rows of roll after roll; the costly part of an import, made for another thread.
pub struct RowsPacker(blobs::Packer);

impl RowsPacker {
    /// A packer.
    ///
    /// # Errors
    /// Only if zstd cannot work at all.
    pub fn new() -> Result<Self, StoreError> {
        blobs::Packer::new().map(Self)
    }

    /// Packs `lines`.
    ///
    /// # Errors
    /// Only if the lines cannot be written or zstd cannot work at all.
    pub fn pack(&mut self, lines: &[Line], salt: [u8; 16]) -> Result<PackedRows, StoreError> {
        let blob = NewBlob::new(salt, super::rows::to_content(lines)?);
        Ok(PackedRows { hash: blob.hash(), packed: self.0.pack(&blob)? })
    }
}

/// An import under way.
pub struct Import<'i, 't> {
    tables: &'i mut Tables<'t>,
    at: Timestamp,
    first_draft: u32,
    next_draft: u32,
    taken: FxHashMap<RollKey, u32>,
    next_blob: u64,
    /// Hashes are in no order, and a key out of order costs redb several times more: they wait for
    /// the end.
    names: Vec<(Hash, u64)>,
}

impl Store {
    /// Runs `work` over an import; everything or nothing is kept. Gives the number of new drafts.
    ///
    /// # Errors
    /// What `work` says, or trouble with the file.
    pub fn import<E: From<StoreError>>(
        &self,
        at: Timestamp,
        work: impl FnOnce(&mut Import<'_, '_>) -> Result<(), E>,
    ) -> Result<u32, E> {
        // The transaction knows only its own errors: the caller's waits here, and `Stopped` undoes
        // all.
        let mut trouble = None;
        let result = self.write(|tables| {
            let mut import = Import::begin(tables, at)?;
            if let Err(error) = work(&mut import) {
                trouble = Some(error);
                return Err(StoreError::Stopped);
            }
            import.name_blobs()?;
            Ok(import.next_draft.saturating_sub(import.first_draft))
        });
        match (result, trouble) {
            (_, Some(error)) => Err(error),
            (Ok(count), None) => Ok(count),
            (Err(error), None) => Err(error.into()),
        }
    }
}

impl<'i, 't> Import<'i, 't> {
    fn begin(tables: &'i mut Tables<'t>, at: Timestamp) -> Result<Self, StoreError> {
        let open = drafts::unfounded(&tables.drafts)?.into_iter();
        let next_draft = drafts::next_number(tables)?;
        Ok(Self {
            at,
            first_draft: next_draft,
            next_draft,
            taken: open.map(|draft| (draft.key, draft.number)).collect(),
            next_blob: blobs::next_number(tables)?,
            names: Vec::new(),
            tables,
        })
    }
}

impl Import<'_, '_> {
    /// One roll becomes a draft.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] if an open draft of the same programme, village and period
    /// exists.
    pub fn add(
        &mut self,
        key: RollKey,
        rows: &PackedRows,
        (totals, found): (Totals, FindingTotals),
        entered_by: Hash,
        source: &str,
    ) -> Result<u32, StoreError> {
        if let Some(&number) = self.taken.get(&key) {
            return Err(StoreError::AlreadyHere(number));
        }
        let number = self.next_draft;
        self.next_draft = number.saturating_add(1);
        self.put_rows(rows)?;
        self.taken.insert(key.clone(), number);
        let source = source.to_owned();
        let start = Start { key, base: rows.hash, totals, found, entered_by, source };
        drafts::put(self.tables, &started(number, start, self.at))?;
        Ok(number)
    }

    fn put_rows(&mut self, rows: &PackedRows) -> Result<(), StoreError> {
        blobs::put_packed(self.tables, self.next_blob, &rows.packed)?;
        self.names.push((rows.hash, self.next_blob));
        self.next_blob = self.next_blob.saturating_add(1);
        Ok(())
    }

    fn name_blobs(&mut self) -> Result<(), StoreError> {
        self.names.sort_unstable();
        for (hash, number) in self.names.drain(..) {
            blobs::name(self.tables, hash, number)?;
        }
        Ok(())
    }

    /// More lines of a roll that this import has taken in before: the file is not sorted by roll.
    /// `check` looks at all lines together.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] if the roll is older than this import.
    pub fn extend<E: From<StoreError>>(
        &mut self,
        key: &RollKey,
        more: Vec<Line>,
        salt: [u8; 16],
        check: impl FnOnce(&[Line]) -> Result<(Totals, FindingTotals), E>,
    ) -> Result<(u32, Totals, FindingTotals), E> {
        let number = *self.taken.get(key).ok_or(StoreError::Unknown)?;
        if number < self.first_draft {
            return Err(StoreError::AlreadyHere(number).into());
        }
        let mut draft = drafts::get(&self.tables.drafts, number)?;
        // The former rows may still wait for their name.
        self.name_blobs()?;
        let content = blobs::get(&self.tables.blob_ids, &self.tables.blobs, draft.base)?;
        let mut lines = super::rows::from_content(&content)?;
        lines.extend(more);
        (draft.totals, draft.found) = check(&lines)?;
        blobs::remove(self.tables, draft.base)?;
        let rows = RowsPacker::new()?.pack(&lines, salt)?;
        self.put_rows(&rows)?;
        draft.base = rows.hash;
        drafts::put(self.tables, &draft)?;
        Ok((number, draft.totals, draft.found))
    }
}
