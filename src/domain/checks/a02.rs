//! A02 and A03: the same beneficiary, programme and overlapping period in another batch, of this village or of another. Both block.
//!
//! A correction (更正) and the batch that it corrects hold the same persons on purpose, so corrections are passed over on both sides.
//! Arrears (补发) have a period of their own: one that overlaps is a second payment like any other.
use super::{Answer, Check, Finding, Level, Look, OtherRoll, Sentence, at_line, beneficiary_id};
use crate::domain::division::DivisionCode;
use crate::domain::roll::{BatchKind, RollKey};

/// A02.
pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    compare(at, Check::A02, "finding-a02-paid-elsewhere", |there, here| there == here, found)
}

/// A03.
pub(super) fn look_in_other_villages(at: &Look, found: &mut Vec<Finding>) -> Answer {
    compare(at, Check::A03, "finding-a03-paid-in-other-village", |there, here| there != here, found)
}

fn compare(
    at: &Look,
    check: Check,
    key: &'static str,
    is_meant: fn(DivisionCode, DivisionCode) -> bool,
    found: &mut Vec<Finding>,
) -> Answer {
    if at.elsewhere.is_empty() {
        return Answer::Lacks("check-lacks-other-batches");
    }
    for (line, paid) in at.with_elsewhere() {
        let same = paid.iter().filter(|paid| paid.programme == at.key.programme && paid.period.overlaps(at.key.period));
        let mut rolls = same.filter_map(|paid| at.around.elsewhere.roll(paid.batch).map(|roll| (paid, roll)));
        let meant = rolls.find(|(_, roll)| is_meant(roll.division(), at.key.division) && !is_correction(roll, at.key));
        if let Some((paid, roll)) = meant {
            let said = Sentence::plain(key).with("batch", &roll.name).with("division", roll.division()).with("period", paid.period);
            found.push(at_line(check, Level::Block, line, beneficiary_id(line), said));
        }
    }
    Answer::Ran(at.beneficiaries.len())
}

const fn is_correction(there: &OtherRoll, here: &RollKey) -> bool {
    matches!(there.key.kind, BatchKind::Correction(_)) || matches!(here.kind, BatchKind::Correction(_))
}
