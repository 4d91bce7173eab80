//! Acts of the office: one request, or the same act on each of several things.
use super::office::Office;
use super::task::TaskContext;
use crate::app::message::Answer;
use crate::app::views::BatchId;
use crate::domain::text::sentence::Sentence;
use crate::office::{Outcome, Request};
use crate::runtime::desk::DeskError;
use std::sync::atomic::Ordering;

impl Office {
    pub(super) fn perform(&mut self, request: &Request) -> Result<Answer, DeskError> {
        Ok(answer(self.desk_mut()?.perform(request)?))
    }

    /// One act each: a refusal of one leaves those before it done, and the list says so. What is
    /// said at the end says how many.
    pub(super) fn perform_each(
        &mut self,
        requests: &[Request],
        going: &mut TaskContext,
    ) -> Result<Answer, DeskError> {
        let total = requests.len() as u64;
        let mut all: Option<Outcome> = None;
        for (place, request) in (0_u64..).zip(requests) {
            if going.stop.load(Ordering::SeqCst) {
                return Err(DeskError::Stopped);
            }
            let mut outcome = self.desk_mut()?.perform(request)?;
            if let Some(before) = all.take() {
                outcome.warnings.splice(0..0, before.warnings);
            }
            all = Some(outcome);
            if total > 1 {
                (going.progress)(place + 1, total);
            }
        }
        let Some(outcome) = all else { return Err(DeskError::Stopped) };
        let sentence = Sentence::plain(outcome.sentence.key).with("count", total);
        Ok(answer(Outcome { sentence, ..outcome }))
    }
}

fn answer(outcome: Outcome) -> Answer {
    let Outcome { sentence, warnings, draft, .. } = outcome;
    if warnings.is_empty() {
        Answer::Done { sentence, made: draft.map(|number| BatchId(format!("D-{number}"))) }
    } else {
        Answer::DoneLookOut { sentence, warnings }
    }
}
