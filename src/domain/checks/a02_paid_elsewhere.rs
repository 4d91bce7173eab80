//! A02 and A03: the same beneficiary, programme and overlapping period in another batch, of this
//! village or of another. Both block.
//!
//! A correction (更正) and the batch that it corrects hold the same persons on purpose, and only
//! these two are let pass: another village's batch, or a second correction of the same lines, is a
//! second payment. Arrears (补发) have a period of their own: one that overlaps is a second payment
//! like any other.
use super::context::Unavailable;
use super::context::{OtherBatch, OtherPayment, OtherRoll};
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::journal::Subject;
use crate::domain::reference::division::DivisionCode;
use crate::domain::roll::BatchKind;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

/// A correction may itself be corrected; a longer chain means that the store is damaged.
const MOST_CORRECTIONS: usize = 20;

/// A02.
pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    compare(at, Check::A02, "finding-a02-paid-elsewhere", |there, here| there == here, found)
}

/// A03.
pub(super) fn look_in_other_villages(
    at: &Look,
    found: &mut Vec<Finding>,
) -> Result<Answer, Unavailable> {
    compare(at, Check::A03, "finding-a03-paid-in-other-village", |there, here| there != here, found)
}

fn compare(
    at: &Look,
    check: Check,
    key: &'static str,
    is_meant: fn(DivisionCode, DivisionCode) -> bool,
    found: &mut Vec<Finding>,
) -> Result<Answer, Unavailable> {
    if at.elsewhere.is_empty() {
        return Ok(Answer::Lacks("check-lacks-other-batches"));
    }
    for (line, paid) in at.with_elsewhere() {
        let same = paid.iter().filter(|paid| {
            paid.programme == at.key.programme && paid.period.overlaps(at.key.period)
        });
        for paid in same {
            let roll = at.around.other_payments.roll(paid.batch)?;
            if is_meant(roll.division(), at.key.division) && !are_one_payment(at, paid, &roll)? {
                let sentence = Sentence::plain(key)
                    .with("batch", &roll.name)
                    .with("division", roll.division())
                    .with("period", paid.period);
                found.push(at_line(check, Level::Block, line, beneficiary_id(line), sentence));
                // One finding a line: the next batch would only say the same again.
                break;
            }
        }
    }
    Ok(Answer::Ran(at.beneficiaries.len()))
}

/// Does one of the two correct the other?
fn are_one_payment(at: &Look, paid: &OtherPayment, roll: &OtherRoll) -> Result<bool, Unavailable> {
    if let OtherBatch::Filed(there) = paid.batch
        && corrects(at, at.key.kind, there)?
    {
        return Ok(true);
    }
    // The other way round: the batch that pays elsewhere may correct this one.
    at.around.other_payments.own().map_or(Ok(false), |own| corrects(at, roll.key.kind, own))
}

/// Does a batch of this kind correct `wanted`, at once or through corrections between them?
fn corrects(at: &Look, mut kind: BatchKind, wanted: Subject) -> Result<bool, Unavailable> {
    for _ in 0..MOST_CORRECTIONS {
        let BatchKind::Correction(source) = kind else { return Ok(false) };
        if source == wanted {
            return Ok(true);
        }
        let Some(before) = at.around.other_payments.kind_of(source)? else { return Ok(false) };
        kind = before;
    }
    Ok(false)
}
