//! A14: who entered or mended the roll stands on it. Blocks: somebody else enters it.
//!
//! That nobody approves a roll in which they stand is the dossier's rule at approval, not told here.
use super::{Answer, Check, Field, Finding, Level, Look, Sentence, at_line};

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if at.hashes.is_empty() || at.around.entered_by.is_empty() {
        return Answer::Lacks("check-lacks-entered-by");
    }
    for (line, hashes) in at.with_hashes() {
        if hashes.everybody().any(|who| at.around.entered_by.contains(who)) {
            found.push(at_line(Check::A14, Level::Block, line, Field::Name, Sentence::plain("finding-a14-own-roll")));
        }
    }
    Answer::Ran(at.hashes.len())
}
