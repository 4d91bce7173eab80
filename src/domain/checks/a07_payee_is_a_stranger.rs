//! A07: the money goes to someone who is neither the beneficiary nor the householder. Blocks.
//!
//! Guardians with a document are not known yet (no field for them): the clerk makes the householder
//! the guardian.
use super::look::{Look, at_line, is_same};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    for line in at.lines {
        let Some(payee) = &line.payee else { continue };
        if !is_same(payee, line.beneficiary()) && !is_same(payee, &line.householder) {
            found.push(at_line(
                Check::A07,
                Level::Block,
                line,
                Field::PayeeId,
                Sentence::plain("finding-a07-strange-payee"),
            ));
        }
    }
    Answer::Ran(at.lines.len())
}
