//! A27: the payee was paid before, and never on this account. Needs a reason: call the payee back
//! before the money goes there.
//!
//! The day of the change is not known, so every change against earlier batches is reported, not
//! only those of the last 30 days.
use super::context::Unavailable;
use super::look::{Look, at_line};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    if at.elsewhere.is_empty() {
        return Ok(Answer::Lacks("check-lacks-other-batches"));
    }
    let given = |line: &&Line| !line.card.is_empty() && !line.payee().id.is_empty();
    let mut looked = 0;
    for line in at.lines.iter().filter(given) {
        looked += 1;
        if at.around.other_payments.has_other_card(&line.payee().id, &line.card)? {
            let sentence = Sentence::plain("finding-a27-account-changed");
            found.push(at_line(Check::A27, Level::Explain, line, Field::Card, sentence));
        }
    }
    Ok(Answer::Ran(looked))
}
