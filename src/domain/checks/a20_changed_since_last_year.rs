//! A20: an amount that has leapt since the same period last year needs a reason; who is new, and
//! how many are gone, informs.
//!
//! Last year's payments are those of normal batches, found through the persons of this roll.
//! Without last year's batch of the village nobody is called new. Arrears and corrections list some
//! persons only: their amounts are compared, nobody is new or gone.
use super::context::Unavailable;
use super::look::{Look, at_line, at_lines, at_roll};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use rustc_hash::FxHashSet;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    if at.last_year_here().next().is_none() {
        return Ok(Answer::Lacks("check-lacks-last-year"));
    }
    let thresholds = at.thresholds();
    let mut new = Vec::new();
    for (line, paid) in at.with_elsewhere() {
        let last: Fen =
            paid.iter().filter(|paid| at.is_last_years(paid)).map(|paid| paid.amount).sum();
        if !paid.iter().any(|paid| at.is_last_years(paid)) {
            new.push(line.no);
            continue;
        }
        let change = (line.amount.fen() - last.fen()).abs();
        let percent = i128::from(last.fen()) * i128::from(thresholds.leap_percent);
        if i128::from(change) * 100 > percent && change > i64::from(thresholds.leap_yuan) * 100 {
            let sentence =
                Sentence::plain("finding-a20-leap").with("amount", line.amount).with("last", last);
            found.push(at_line(Check::A20, Level::Explain, line, Field::Amount, sentence));
        }
    }
    if at.is_whole() {
        tell_new_and_gone(at, new, found)?;
    }
    Ok(Answer::Ran(at.lines.len()))
}

fn tell_new_and_gone(
    at: &Look,
    new: Vec<u32>,
    found: &mut Vec<Finding>,
) -> Result<(), Unavailable> {
    let count = new.len();
    found.extend(at_lines(
        Check::A20,
        Level::Inform,
        new,
        Field::Name,
        Sentence::plain("finding-a20-new").with("count", count),
    ));
    let present: FxHashSet<&str> =
        at.lines.iter().map(|line| line.beneficiary().id.as_str()).collect();
    let mut gone = 0_usize;
    for (batch, _) in at.last_year_here() {
        gone += at.around.other_payments.gone_from(*batch, &present)?.unwrap_or(0);
    }
    if gone > 0 {
        found.push(at_roll(Check::A20, Sentence::plain("finding-a20-gone").with("count", gone)));
    }
    Ok(())
}
