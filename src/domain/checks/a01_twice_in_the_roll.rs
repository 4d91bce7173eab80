//! A01: the same beneficiary on two or more lines of one batch. Blocks.
use super::look::{Look, at_lines, beneficiary_id, shared};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    for group in shared(at.lines, |line| &line.beneficiary().id) {
        let Some(field) = group.last().map(|line| beneficiary_id(line)) else { continue };
        let sentence = Sentence::plain("finding-a01-same-beneficiary").with("count", group.len());
        found.extend(at_lines(
            Check::A01,
            Level::Block,
            group.iter().map(|line| line.no).collect(),
            field,
            sentence,
        ));
    }
    Answer::Ran(at.lines.len())
}
