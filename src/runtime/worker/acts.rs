//! Acts of the office: one request, or the same act on each of several things.
use super::office::Office;
use super::task::TaskContext;
use crate::app::effect::EachRequest;
use crate::app::message::Answer;
use crate::app::views::BatchId;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::office::{Outcome, Request};
use crate::runtime::session::Failure;
use std::sync::atomic::Ordering;

impl Office {
    pub(super) fn perform(&mut self, request: &Request) -> Result<Answer, Failure> {
        Ok(answer(self.session_mut()?.perform(request)?))
    }

    /// One act each: a refusal, or a person who stops it, leaves those before it done; what is said
    /// names the one that was refused.
    pub(super) fn perform_each(
        &mut self,
        each: &[EachRequest],
        going: &mut TaskContext,
    ) -> Result<Answer, Failure> {
        let total = each.len() as u64;
        let mut said: Option<Sentence> = None;
        let mut warnings = Vec::new();
        for (place, one) in (0_u64..).zip(each) {
            if going.stop.load(Ordering::SeqCst) {
                return match place {
                    0 => Err(Failure::Stopped),
                    done => Ok(partly("runtime-each-stopped", done, total, warnings)),
                };
            }
            match self.session_mut()?.perform(&one.request) {
                Ok(outcome) => {
                    warnings.extend(outcome.warnings);
                    said = Some(outcome.sentence);
                }
                Err(error) if total > 1 => {
                    let which = Sentence::plain("runtime-each-refused").with("title", &one.title);
                    warnings.extend([which, error.sentence()]);
                    return Ok(partly("runtime-each-partly", place, total, warnings));
                }
                Err(error) => return Err(error),
            }
            if total > 1 {
                (going.progress)(place + 1, total);
            }
        }
        let said = said.ok_or(Failure::Stopped)?;
        let sentence = Sentence::plain(said.key).with("count", total);
        Ok(told(sentence, warnings, None))
    }
}

/// So many are done, and what is to be read about the rest.
fn partly(key: &'static str, done: u64, total: u64, warnings: Vec<Sentence>) -> Answer {
    let sentence = Sentence::plain(key).with("done", done).with("total", total);
    Answer::DoneLookOut { sentence, warnings }
}

fn answer(outcome: Outcome) -> Answer {
    told(outcome.sentence, outcome.warnings, outcome.draft)
}

fn told(sentence: Sentence, warnings: Vec<Sentence>, draft: Option<u32>) -> Answer {
    if warnings.is_empty() {
        Answer::Done { sentence, made: draft.map(|number| BatchId(format!("D-{number}"))) }
    } else {
        Answer::DoneLookOut { sentence, warnings }
    }
}
