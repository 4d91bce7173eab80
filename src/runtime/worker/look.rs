//! Looking at rows that lists know nothing of yet: only those on the screen, giving way to whatever
//! a person asks meanwhile.
use super::office::Office;
use super::task::TaskContext;
use crate::app::message::Answer;
use crate::app::views::BatchId;
use crate::runtime::session::Failure;

impl Office {
    /// At least one, so that it comes to an end; what is left when something else waits is named.
    /// A batch that cannot be looked at stays unchecked: its own screen says why.
    pub(super) fn look_at_rows(
        &mut self,
        wanted: &[BatchId],
        going: &TaskContext,
    ) -> Result<Answer, Failure> {
        let mut left = Vec::new();
        for (place, id) in wanted.iter().enumerate() {
            if place > 0 && (going.others_wait)() {
                left.push(id.clone());
            } else if let Ok(batch) = self.batch(id) {
                let _unreadable = self.session()?.look_at_rows(std::slice::from_ref(&batch));
            }
        }
        Ok(Answer::Looked { batches: self.list_batches()?, left })
    }
}
