//! A02 and A03: the same beneficiary, programme and overlapping period in another batch, of this
//! village or of another. Both block.
//!
//! A correction (更正) and the batch that it corrects hold the same persons on purpose, and only
//! these two are let pass: another village's batch, or a second correction of the same lines, is a
//! second payment. Arrears (补发) have a period of their own: one that overlaps is a second payment
//! like any other.
use super::context::{OtherBatch, OtherPayment, OtherRoll};
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::journal::Subject;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::BatchKind;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

/// A correction may itself be corrected; longer rows of them are a store gone wrong.
const MOST_CORRECTIONS: usize = 20;

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
        let same = paid.iter().filter(|paid| {
            paid.programme == at.key.programme && paid.period.overlaps(at.key.period)
        });
        let mut rolls =
            same.filter_map(|paid| at.around.elsewhere.roll(paid.batch).map(|roll| (paid, roll)));
        let meant = rolls.find(|(paid, roll)| {
            is_meant(roll.division(), at.key.division) && !are_one_payment(at, paid, roll)
        });
        if let Some((paid, roll)) = meant {
            let sentence = Sentence::plain(key)
                .with("batch", &roll.name)
                .with("division", roll.division())
                .with("period", paid.period);
            found.push(at_line(check, Level::Block, line, beneficiary_id(line), sentence));
        }
    }
    Answer::Ran(at.beneficiaries.len())
}

/// Does one of the two correct the other?
fn are_one_payment(at: &Look, paid: &OtherPayment, roll: &OtherRoll) -> bool {
    let corrects_there =
        matches!(paid.batch, OtherBatch::Filed(there) if corrects(at, at.key.kind, there));
    corrects_there || at.around.elsewhere.own().is_some_and(|own| corrects(at, roll.key.kind, own))
}

/// Does a batch of this kind correct `wanted`, at once or through corrections between them?
fn corrects(at: &Look, mut kind: BatchKind, wanted: Subject) -> bool {
    for _ in 0..MOST_CORRECTIONS {
        let BatchKind::Correction(source) = kind else { return false };
        if source == wanted {
            return true;
        }
        let Some(roll) = at.around.elsewhere.roll(OtherBatch::Filed(source)) else { return false };
        kind = roll.key.kind;
    }
    false
}
