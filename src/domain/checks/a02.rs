//! A02: the same beneficiary, programme and overlapping period in another batch, here or in another village. Blocks.
//!
//! Arrears (补发) have a period of their own that does not overlap.
use super::{Check, Finding, Level, Roll, Sentence, Surroundings, at_line, beneficiary_id};

pub(super) fn look(roll: &Roll, around: &Surroundings, found: &mut Vec<Finding>) {
    if around.elsewhere.is_empty() {
        return;
    }
    for line in roll.lines {
        let id = &line.beneficiary().id;
        if id.is_empty() {
            continue;
        }
        if let Some(other) = around.elsewhere.payment_of(id, &roll.key.programme, roll.key.period) {
            let said = Sentence::plain("finding-a02-paid-elsewhere")
                .with("batch", other.batch)
                .with("division", other.division)
                .with("period", other.period);
            found.push(at_line(Check::A02, Level::Block, line, beneficiary_id(line), said));
        }
    }
}
