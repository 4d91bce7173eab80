//! A12: the beneficiary is on the public payroll (财政供养), and the programme is not for such.
//! Needs a reason.
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::people::cross_match::ListKind;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if !at.around.programme.not_for_staff {
        return Answer::NotApplicable("check-staff-may");
    }
    let Some(list) = at.around.lists.of(ListKind::PublicStaff) else {
        return Answer::Lacks("check-lacks-staff");
    };
    for (line, hashes) in at.with_hashes() {
        if Look::beneficiary(line, hashes).is_some_and(|who| list.get(who).is_some()) {
            let sentence = Sentence::plain("finding-a12-staff").with("day", list.as_of);
            found.push(at_line(Check::A12, Level::Explain, line, beneficiary_id(line), sentence));
        }
    }
    Answer::Ran(at.hashes.len())
}
