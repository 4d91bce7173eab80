//! A29: in the village's register, but not on the roll (漏报). Needs a reason.
//!
//! Only hashes are known, so the finding counts the missing and names nobody; it rests on all
//! lines, and a changed roll asks again. Arrears and corrections list some persons only and are not
//! asked.
use super::look::{Hashes, Look, at_lines};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::hash::Hash;
use rustc_hash::FxHashSet;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if !at.is_whole() {
        return Answer::NotApplicable("check-not-whole");
    }
    let Some(register) = at.around.lists.register(&at.key.programme) else {
        return Answer::Lacks("check-lacks-register");
    };
    if !register.tells_villages() {
        return Answer::Lacks("check-lacks-villages");
    }
    // Everybody on a line counts, since a register may name another person of the household.
    let present: FxHashSet<&Hash> = at.hashes.iter().flat_map(Hashes::everybody).collect();
    let entitled = register.of_village(at.key.division);
    let missing = entitled.iter().filter(|who| !present.contains(who)).count();
    if missing > 0 {
        let sentence = Sentence::plain("finding-a29-missing")
            .with("count", missing)
            .with("all", entitled.len())
            .with("day", register.as_of);
        found.extend(at_lines(Check::A29, Level::Explain, at.all(), Field::Name, sentence));
    }
    Answer::Ran(entitled.len())
}
