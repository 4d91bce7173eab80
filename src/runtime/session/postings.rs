//! What hangs although it must not, and the photos of what hangs.
use super::batch::Batch;
use super::boards::KnownBoard;
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::{Disclosed, Posting, RecallReason};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;

/// A posting under recall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRecall {
    /// The batch.
    pub batch: Batch,
    /// What must come down.
    pub posting: Posting,
    /// The disclosure on it.
    pub disclosed: Disclosed,
    /// Where it hangs.
    pub board: KnownBoard,
    /// Since which day it must not hang.
    pub since: Date,
    /// Why.
    pub because: RecallReason,
}

impl Session {
    /// Everything that hangs although it must not, oldest batch first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn recalls(&self) -> Result<Vec<OpenRecall>, Failure> {
        let boards = self.boards(None)?;
        let mut open = Vec::new();
        for batch in self.batches()?.into_iter().rev() {
            for recall in batch.dossier.recalls() {
                let board = boards.iter().find(|known| known.subject == recall.posting.board);
                let Some((board, disclosed)) =
                    board.zip(batch.dossier.disclosure(&recall.posting.code))
                else {
                    continue;
                };
                let posting = recall.posting.clone();
                let disclosed = disclosed.clone();
                let board = board.clone();
                open.push(OpenRecall {
                    batch: batch.clone(),
                    posting,
                    disclosed,
                    board,
                    since: recall.since,
                    because: recall.because,
                });
            }
        }
        Ok(open)
    }

    /// The picture that a posting, take-down or inspection names.
    ///
    /// # Errors
    /// Trouble with the store; erased.
    pub fn photo(&self, content: Hash) -> Result<Vec<u8>, Failure> {
        Ok(self.store.read()?.blob(content)?)
    }
}
