//! The rows of folded subjects: one table, the key's first letter says of what kind a row is.
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::tables::{Tables, subject_key};
use crate::domain::dossier::SubjectState;
use crate::domain::journal::{Subject, SubjectKind};
use redb::ReadableTable;

/// Reads a row; `None` = there is none.
pub(super) fn get(
    table: &impl ReadableTable<&'static [u8], &'static [u8]>,
    subject: &Subject,
) -> Result<Option<SubjectState>, StoreError> {
    let key = subject_key(subject);
    let Some(row) = table.get(key.as_slice())? else { return Ok(None) };
    read(&key, subject.kind, row.value()).map(Some)
}

pub(super) fn read(
    key: &[u8],
    kind: SubjectKind,
    bytes: &[u8],
) -> Result<SubjectState, StoreError> {
    match kind {
        SubjectKind::Batch => {
            from_row(key, bytes).map(|dossier| SubjectState::Batch(Box::new(dossier)))
        }
        SubjectKind::Board => from_row(key, bytes).map(SubjectState::Board),
        SubjectKind::Enquiry => from_row(key, bytes).map(SubjectState::Enquiry),
        SubjectKind::Office
        | SubjectKind::Reference
        | SubjectKind::Terminal
        | SubjectKind::User
        | SubjectKind::CrossMatch => Err(StoreError::Damaged("dossier key")),
    }
}

/// Writes a row.
pub(super) fn put(
    tables: &mut Tables<'_>,
    subject: &Subject,
    folded: &SubjectState,
) -> Result<(), StoreError> {
    let key = subject_key(subject);
    let row = match folded {
        SubjectState::Batch(dossier) => to_row(&key, dossier.as_ref())?,
        SubjectState::Board(board) => to_row(&key, board)?,
        SubjectState::Enquiry(enquiry) => to_row(&key, enquiry)?,
    };
    tables.dossiers.insert(key.as_slice(), row.as_slice())?;
    Ok(())
}
