//! Looking things up: dossiers, postings, totals, running numbers.
use super::codec::{from_row, open};
use super::error::StoreError;
use super::index::Total;
use super::payment::{self, Posting, SIZE};
use super::store::{Reading, guarded};
use super::tables::{DOSSIERS, META, POSTINGS, TOTALS, read_subject_key};
use crate::domain::board::Board;
use crate::domain::case::Enquiry;
use crate::domain::dossier::{Dossier, SubjectState};
use crate::domain::journal::{Subject, SubjectKind};
use crate::domain::reference::division::DivisionCode;
use crate::store::dossier_rows;
use redb::{ReadableTable, ReadableTableMetadata};

/// Counts and sums of one village, year and programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalRow {
    /// The village.
    pub division: DivisionCode,
    /// The year.
    pub year: i16,
    /// Programme code.
    pub programme: String,
    /// The figures.
    pub total: Total,
}

impl Reading {
    /// Calls `each` for every batch's dossier, in the order of founding, until it says false.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn dossiers(
        &self,
        mut each: impl FnMut(Subject, Dossier) -> bool,
    ) -> Result<(), StoreError> {
        self.folded(SubjectKind::Batch, |subject, folded| match folded {
            SubjectState::Batch(dossier) => each(subject, *dossier),
            SubjectState::Board(_) | SubjectState::Enquiry(_) => true,
        })
    }

    /// All boards, in the order of founding.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn boards(&self) -> Result<Vec<(Subject, Board)>, StoreError> {
        let mut found = Vec::new();
        self.folded(SubjectKind::Board, |subject, folded| {
            if let SubjectState::Board(board) = folded {
                found.push((subject, board));
            }
            true
        })?;
        Ok(found)
    }

    /// All enquiries about no batch, in the order of founding.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn enquiries(&self) -> Result<Vec<(Subject, Enquiry)>, StoreError> {
        let mut found = Vec::new();
        self.folded(SubjectKind::Enquiry, |subject, folded| {
            if let SubjectState::Enquiry(enquiry) = folded {
                found.push((subject, enquiry));
            }
            true
        })?;
        Ok(found)
    }

    fn folded(
        &self,
        kind: SubjectKind,
        mut each: impl FnMut(Subject, SubjectState) -> bool,
    ) -> Result<(), StoreError> {
        guarded(|| {
            // all are ASCII
            let letter = u8::try_from(kind.letter()).unwrap_or_default();
            let from = [letter];
            let to = [letter.saturating_add(1)];
            for row in self.table(DOSSIERS)?.range(from.as_slice()..to.as_slice())? {
                let (key, value) = row?;
                let subject =
                    read_subject_key(key.value()).ok_or(StoreError::Damaged("dossier key"))?;
                if !each(subject, dossier_rows::read(key.value(), kind, value.value())?) {
                    break;
                }
            }
            Ok(())
        })
    }

    /// What the batches put on the person with this (normalised) ID number, oldest batch first.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn postings(&self, id: &str) -> Result<Vec<Posting>, StoreError> {
        guarded(|| {
            let table = self.table(POSTINGS)?;
            let Some(row) = table.get(id.as_bytes())? else { return Ok(Vec::new()) };
            let bytes = open(id.as_bytes(), row.value())?;
            bytes
                .chunks_exact(SIZE)
                .map(|chunk| payment::from_bytes(chunk).ok_or(StoreError::Damaged("posting")))
                .collect()
        })
    }

    /// Is nobody known yet? Then checks against other batches cost nothing.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn knows_nobody(&self) -> Result<bool, StoreError> {
        guarded(|| Ok(self.table(POSTINGS)?.is_empty()?))
    }

    /// Counts and sums by village, year and programme.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn totals(&self) -> Result<Vec<TotalRow>, StoreError> {
        guarded(|| {
            let mut rows = Vec::new();
            for row in self.table(TOTALS)?.iter()? {
                let (key, value) = row?;
                rows.push(
                    total_row(key.value(), from_row(key.value(), value.value())?)
                        .ok_or(StoreError::Damaged("total key"))?,
                );
            }
            Ok(rows)
        })
    }

    /// How many batches were founded here; the next running number is one more.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn labels(&self) -> Result<u32, StoreError> {
        guarded(|| crate::store::append::labels(&self.table(META)?))
    }
}

fn total_row(key: &[u8], total: Total) -> Option<TotalRow> {
    let (division, rest) = key.split_first_chunk::<8>()?;
    let (year, programme) = rest.split_first_chunk::<2>()?;
    let division = DivisionCode::of_number(u64::from_be_bytes(*division)).ok()?;
    let programme = std::str::from_utf8(programme).ok()?.to_owned();
    Some(TotalRow { division, year: i16::from_be_bytes(*year), programme, total })
}
