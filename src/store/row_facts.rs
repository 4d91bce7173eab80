//! What was found out about the rows of batches, marked with what it was found out for. A view that
//! can be thrown away: what is missing or marked otherwise is looked at anew.
use super::codec::{from_row, to_row};
use super::error::StoreError;
use super::store::{Reading, Store, guarded};
use super::tables::ROW_FACTS;
use crate::domain::dossier::row_rules::RowFacts;
use crate::domain::journal::EntryId;
use crate::domain::values::hash::Hash;
use redb::ReadableTable;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// For which state of a batch something was found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsMark {
    /// Heads of the batch.
    pub heads: Vec<EntryId>,
    /// Blob that the draft's edits start from.
    pub base: Hash,
    /// How many edits follow.
    pub edits: u32,
    /// The reference sets in force.
    pub rules: Option<Hash>,
}

/// What was found out, and for which state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedFacts {
    /// The state.
    pub mark: RowsMark,
    /// What was found out.
    pub facts: RowFacts,
}

impl Store {
    /// Keeps what was found out, by the drafts' numbers.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn keep_row_facts(&self, found: &[(u32, MarkedFacts)]) -> Result<(), StoreError> {
        self.write(|tables| {
            for (number, facts) in found {
                let key = number.to_be_bytes();
                tables.row_facts.insert(key.as_slice(), to_row(&key, facts)?.as_slice())?;
            }
            Ok(())
        })
    }
}

impl Reading {
    /// Everything that was found out, by the drafts' numbers.
    ///
    /// # Errors
    /// Trouble with the file.
    pub fn row_facts(&self) -> Result<HashMap<u32, MarkedFacts>, StoreError> {
        guarded(|| {
            let mut found = HashMap::new();
            for row in self.table(ROW_FACTS)?.iter()? {
                let (key, bytes) = row?;
                let number = key.value().try_into().map(u32::from_be_bytes);
                let number = number.or(Err(StoreError::Damaged("row facts")))?;
                found.insert(number, from_row(key.value(), bytes.value())?);
            }
            Ok(found)
        })
    }
}
