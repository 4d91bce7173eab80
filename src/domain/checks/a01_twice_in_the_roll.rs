//! A01: the same beneficiary on two or more lines of one batch. Blocks.
use crate::domain::checks::{
    Answer, Check, Finding, Level, Look, Sentence, at_lines, beneficiary_id, shared,
};

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
