//! A28: on the roll, but not in the register that the programme rests on (低保名册, 残疾证, 确权库,
//! 移民名册). Needs a reason.
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::reference::programme::PayeeBasis;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let Some(register) = at.around.lists.register(&at.key.programme) else {
        return Answer::Lacks("check-lacks-register");
    };
    let by_household = at.around.programme.payee_basis == PayeeBasis::Household;
    for (line, hashes) in at.with_hashes() {
        let beneficiary = Look::beneficiary(line, hashes);
        let householder = hashes.householder.as_ref().filter(|_| by_household);
        let is_in =
            [beneficiary, householder].into_iter().flatten().any(|who| register.get(who).is_some());
        if beneficiary.is_some() && !is_in {
            let sentence =
                Sentence::plain("finding-a28-not-registered").with("day", register.as_of);
            found.push(at_line(Check::A28, Level::Explain, line, beneficiary_id(line), sentence));
        }
    }
    Answer::Ran(at.hashes.len())
}
