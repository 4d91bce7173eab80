//! Drafts: a base blob and numbered edits, one small durable write each. The list of edits is the
//! undo list; a kill loses at most the field being typed.
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::tables::Tables;
use crate::domain::roll::{DraftRecord, Edit};
use crate::domain::values::hash::Hash;
use memchr::memmem;
use redb::ReadableTable;

pub(super) fn key_of(number: u32) -> [u8; 4] {
    number.to_be_bytes()
}

fn edit_key(number: u32, edit: u32) -> [u8; 8] {
    let mut key = [0; 8];
    let (left, right) = key.split_at_mut(4);
    left.copy_from_slice(&number.to_be_bytes());
    right.copy_from_slice(&edit.to_be_bytes());
    key
}

pub(super) fn get(
    drafts: &impl ReadableTable<&'static [u8], &'static [u8]>,
    number: u32,
) -> Result<DraftRecord, StoreError> {
    let key = key_of(number);
    let row = drafts.get(key.as_slice())?.ok_or(StoreError::Unknown)?;
    from_row(&key, row.value())
}

pub(super) fn put(tables: &mut Tables<'_>, draft: &DraftRecord) -> Result<(), StoreError> {
    let key = key_of(draft.number);
    tables.drafts.insert(key.as_slice(), to_row(&key, draft)?.as_slice())?;
    Ok(())
}

pub(super) fn all(
    drafts: &impl ReadableTable<&'static [u8], &'static [u8]>,
) -> Result<Vec<DraftRecord>, StoreError> {
    let mut found = Vec::new();
    for row in drafts.iter()? {
        let (key, value) = row?;
        found.push(from_row(key.value(), value.value())?);
    }
    Ok(found)
}

/// Drafts that no act rests on yet, oldest first. A large store has few among many, so the others
/// are not read: the word stands in their JSON and cannot stand in a text of it, where a quotation
/// mark is escaped.
pub(super) fn unfounded(
    drafts: &impl ReadableTable<&'static [u8], &'static [u8]>,
) -> Result<Vec<DraftRecord>, StoreError> {
    let founded = memmem::Finder::new(r#","subject":""#);
    let mut found = Vec::new();
    for row in drafts.iter()? {
        let (key, value) = row?;
        if founded.find(value.value()).is_none() {
            found.push(from_row(key.value(), value.value())?);
        }
    }
    Ok(found)
}

pub(super) fn next_number(tables: &Tables<'_>) -> Result<u32, StoreError> {
    // a damaged key must not restart the numbers at 1: the next draft would overwrite an old one
    let last = tables.drafts.last()?.map_or(Ok(0), |(key, _)| {
        key.value().try_into().map(u32::from_be_bytes).or(Err(StoreError::Damaged("draft key")))
    })?;
    Ok(last.saturating_add(1))
}

pub(super) fn edits(
    edits: &impl ReadableTable<&'static [u8], &'static [u8]>,
    number: u32,
) -> Result<Vec<Edit>, StoreError> {
    let from = edit_key(number, 0);
    let to = edit_key(number, u32::MAX);
    let mut found = Vec::new();
    for row in edits.range(from.as_slice()..=to.as_slice())? {
        let (key, value) = row?;
        found.push(from_row(key.value(), value.value())?);
    }
    Ok(found)
}

/// Adds one edit to the draft's list.
pub(super) fn push(
    tables: &mut Tables<'_>,
    draft: &mut DraftRecord,
    edit: &Edit,
) -> Result<(), StoreError> {
    draft.edits = draft.edits.saturating_add(1);
    let key = edit_key(draft.number, draft.edits);
    tables.edits.insert(key.as_slice(), to_row(&key, edit)?.as_slice())?;
    put(tables, draft)
}

/// Takes the last edit back; `None` if there is none.
pub(super) fn pop(
    tables: &mut Tables<'_>,
    draft: &mut DraftRecord,
) -> Result<Option<Edit>, StoreError> {
    if draft.edits == 0 {
        return Ok(None);
    }
    let key = edit_key(draft.number, draft.edits);
    let edit =
        tables.edits.remove(key.as_slice())?.map(|row| from_row(&key, row.value())).transpose()?;
    draft.edits = draft.edits.saturating_sub(1);
    put(tables, draft)?;
    Ok(edit)
}

/// The edits became part of a new base.
pub(super) fn settle(
    tables: &mut Tables<'_>,
    draft: &mut DraftRecord,
    base: Hash,
    kept: &[Edit],
) -> Result<(), StoreError> {
    for edit in 1..=draft.edits {
        tables.edits.remove(edit_key(draft.number, edit).as_slice())?;
    }
    // What is kept is numbered anew from 1.
    draft.base = base;
    draft.edits = 0;
    for edit in kept {
        push(tables, draft, edit)?;
    }
    put(tables, draft)
}

/// The rows were destroyed: the edits go, the counts stay.
pub(super) fn empty(tables: &mut Tables<'_>, mut draft: DraftRecord) -> Result<(), StoreError> {
    for edit in 1..=draft.edits {
        tables.edits.remove(edit_key(draft.number, edit).as_slice())?;
    }
    draft.edits = 0;
    draft.erased = true;
    // The name of a file may name a person.
    draft.source.clear();
    put(tables, &draft)
}

/// Removes a draft and its edits.
pub(super) fn remove(tables: &mut Tables<'_>, draft: &DraftRecord) -> Result<(), StoreError> {
    for edit in 1..=draft.edits {
        tables.edits.remove(edit_key(draft.number, edit).as_slice())?;
    }
    tables.drafts.remove(key_of(draft.number).as_slice())?;
    Ok(())
}
