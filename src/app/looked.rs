//! At which rows somebody was sent to look: once for each state of a batch, never again and again.
use super::views::{BatchId, BatchRow, RowsState};

/// The states that were asked for.
#[derive(Debug, Clone, Default)]
pub struct Looked(Vec<RowsState>);

impl Looked {
    /// Those of `wanted` that have not been asked for in the state that they are in; from now on
    /// they have.
    pub fn send(&mut self, wanted: Vec<RowsState>) -> Vec<BatchId> {
        let mut ids = Vec::new();
        for state in wanted {
            if !self.0.contains(&state) {
                ids.push(state.seen.batch.clone());
                self.0.push(state);
            }
        }
        ids
    }

    /// The batches came anew: states that are gone are forgotten.
    pub fn keep(&mut self, batches: &[BatchRow]) {
        let is_state =
            |batch: &BatchRow, of: &RowsState| batch.edits == of.edits && batch.seen == of.seen;
        self.0.retain(|asked| batches.iter().any(|batch| is_state(batch, asked)));
    }

    /// Nobody had the time to look at these.
    pub fn give_back(&mut self, left: &[BatchId]) {
        self.0.retain(|asked| !left.contains(&asked.seen.batch));
    }
}
