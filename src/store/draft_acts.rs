//! Mending a draft: each edit is one small durable transaction; the batch must be open.
use super::blobs;
use super::drafts;
use super::error::StoreError;
use super::store::{Reading, Store};
use super::tables::{DOSSIERS, DRAFTS, EDITS, Tables, subject_key};
use crate::domain::dossier::{Dossier, Refusal};
use crate::domain::journal::NewBlob;
use crate::domain::roll::{DraftRecord, Edit, FindingTotals, Line, RollKey, Totals};
use crate::domain::values::hash::Hash;
use crate::domain::values::timestamp::Timestamp;
use redb::ReadableTable;

/// What a new draft starts from.
pub struct NewDraft {
    /// Programme, village, period.
    pub key: RollKey,
    /// Its rows as a blob; see [`super::rows`].
    pub rows: NewBlob,
    /// Counts and sums.
    pub totals: Totals,
    /// What the checks found.
    pub found: FindingTotals,
    /// Keyed hash of who takes it in.
    pub entered_by: Hash,
    /// File and sheet, the former batch, or `typed`.
    pub source: String,
}

impl Store {
    /// Creates a draft.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] if an open draft of the same programme, village and period
    /// exists.
    pub fn new_draft(&self, new: NewDraft, at: Timestamp) -> Result<DraftRecord, StoreError> {
        self.write(|tables| {
            let same =
                drafts::unfounded(&tables.drafts)?.into_iter().find(|draft| draft.key == new.key);
            if let Some(draft) = same {
                return Err(StoreError::AlreadyHere(draft.number));
            }
            blobs::put(tables, &new.rows)?;
            let NewDraft { key, rows, totals, found, entered_by, source } = new;
            let start = Start { key, base: rows.hash(), totals, found, entered_by, source };
            let draft = started(drafts::next_number(tables)?, start, at);
            drafts::put(tables, &draft)?;
            Ok(draft)
        })
    }

    /// Adds one edit. `by` = keyed hash of who edits; `after` = counts and findings with it.
    ///
    /// # Errors
    /// [`Refusal::NotOpen`] while the township has the batch.
    pub fn edit(
        &self,
        number: u32,
        edit: &Edit,
        by: Hash,
        after: (Totals, FindingTotals),
        at: Timestamp,
    ) -> Result<DraftRecord, StoreError> {
        self.write(|tables| {
            let mut draft = open_draft(tables, number)?;
            if !draft.entered_by.contains(&by) {
                draft.entered_by.push(by);
            }
            (draft.totals, draft.found) = after;
            draft.at = at;
            drafts::push(tables, &mut draft, edit)?;
            Ok(draft)
        })
    }

    /// Takes the last edit back. `after` = counts and findings without it.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] if there is nothing to take back.
    pub fn undo(
        &self,
        number: u32,
        after: (Totals, FindingTotals),
        at: Timestamp,
    ) -> Result<(DraftRecord, Edit), StoreError> {
        self.write(|tables| {
            let mut draft = open_draft(tables, number)?;
            (draft.totals, draft.found) = after;
            draft.at = at;
            let edit = drafts::pop(tables, &mut draft)?.ok_or(StoreError::Unknown)?;
            Ok((draft, edit))
        })
    }

    /// Throws away a draft that no official act rests on.
    ///
    /// # Errors
    /// [`Refusal::NotOpen`] once the batch was founded.
    pub fn discard_draft(&self, number: u32) -> Result<(), StoreError> {
        self.write(|tables| {
            let draft = drafts::get(&tables.drafts, number)?;
            if draft.subject.is_some() {
                return Err(Refusal::NotOpen.into());
            }
            blobs::remove(tables, draft.base)?;
            drafts::remove(tables, &draft)
        })
    }
}

/// What a new draft starts from, once its rows are stored.
pub(super) struct Start {
    pub(super) key: RollKey,
    /// Name of the blob of its rows.
    pub(super) base: Hash,
    pub(super) totals: Totals,
    pub(super) found: FindingTotals,
    pub(super) entered_by: Hash,
    pub(super) source: String,
}

pub(super) fn started(number: u32, new: Start, at: Timestamp) -> DraftRecord {
    DraftRecord {
        number,
        key: new.key,
        subject: None,
        base: new.base,
        edits: 0,
        entered_by: vec![new.entered_by],
        at,
        source: new.source,
        totals: new.totals,
        found: new.found,
        erased: false,
    }
}

fn open_draft(tables: &Tables<'_>, number: u32) -> Result<DraftRecord, StoreError> {
    let draft = drafts::get(&tables.drafts, number)?;
    if let Some(subject) = &draft.subject {
        let key = subject_key(subject);
        let row =
            tables.dossiers.get(key.as_slice())?.ok_or(StoreError::Damaged("dossier missing"))?;
        let dossier: Dossier = super::codec::from_row(&key, row.value())?;
        if !dossier.stage().is_open() || draft.erased {
            return Err(Refusal::NotOpen.into());
        }
    }
    Ok(draft)
}

impl Reading {
    /// A draft without its rows.
    ///
    /// # Errors
    /// [`StoreError::Unknown`].
    pub fn draft(&self, number: u32) -> Result<DraftRecord, StoreError> {
        super::store::guarded(|| drafts::get(&self.table(DRAFTS)?, number))
    }

    /// All drafts, oldest first.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn drafts(&self) -> Result<Vec<DraftRecord>, StoreError> {
        super::store::guarded(|| drafts::all(&self.table(DRAFTS)?))
    }

    /// Drafts that no act rests on yet, oldest first.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn unfounded_drafts(&self) -> Result<Vec<DraftRecord>, StoreError> {
        super::store::guarded(|| drafts::unfounded(&self.table(DRAFTS)?))
    }

    /// The base rows of a draft and its edits.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn draft_rows(&self, draft: &DraftRecord) -> Result<(Vec<Line>, Vec<Edit>), StoreError> {
        if draft.erased {
            return Ok((Vec::new(), Vec::new()));
        }
        let lines = self.rows(draft.base)?;
        let edits = super::store::guarded(|| drafts::edits(&self.table(EDITS)?, draft.number))?;
        Ok((lines, edits))
    }

    /// The rows in a blob.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn rows(&self, hash: Hash) -> Result<Vec<Line>, StoreError> {
        super::rows::from_content(&self.blob(hash)?)
    }

    /// A dossier.
    ///
    /// # Errors
    /// [`StoreError::Unknown`]; trouble with the file, which `rebuild` mends if its row is damaged.
    pub fn dossier(
        &self,
        subject: &crate::domain::journal::Subject,
    ) -> Result<Dossier, StoreError> {
        super::store::guarded(|| {
            let key = subject_key(subject);
            let row = self.table(DOSSIERS)?.get(key.as_slice())?.ok_or(StoreError::Unknown)?;
            super::codec::from_row(&key, row.value())
        })
    }
}
