//! A19: an amount far from those of the others of the roll. Needs a reason.
//!
//! Modified z-score |0.6745 (x - median) / MAD| > 3.5 from ten lines on; if the MAD is 0, more than
//! three medians. In whole fen: medians are kept doubled, so nothing is rounded. Suspended lines
//! (amount 0) do not count.
use super::look::{Look, at_line};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;

const FEWEST: usize = 10;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let paid: Vec<&Line> = at.lines.iter().filter(|line| line.amount != Fen::ZERO).collect();
    if paid.len() < FEWEST {
        return Answer::NotApplicable("check-too-few-lines");
    }
    let median = twice_the_median(paid.iter().map(|line| line.amount.fen()).collect());
    let distance = |line: &Line| (line.amount.fen() * 2 - median).abs();
    // the distances are doubled already: their doubled median is four times the MAD
    let spread = twice_the_median(paid.iter().map(|line| distance(line)).collect());
    let is_far = |line: &Line| {
        // Most amounts are equal: half as much again is far.
        if spread == 0 {
            line.amount.fen() * 2 > median * 3
        } else {
            // The modified z-score, 0.6745 times the distance over the MAD, is above 3.5; in whole
            // numbers.
            i128::from(distance(line)) * 2 * 6745 > i128::from(spread) * 35_000
        }
    };
    for line in paid.iter().filter(|line| is_far(line)) {
        let usual = Fen::try_from(median / 2).unwrap_or_default();
        let sentence =
            Sentence::plain("finding-a19-outlier").with("amount", line.amount).with("usual", usual);
        found.push(at_line(Check::A19, Level::Explain, line, Field::Amount, sentence));
    }
    Answer::Ran(paid.len())
}

fn twice_the_median(mut values: Vec<i64>) -> i64 {
    let upper = values.len() / 2;
    let lower = values.len().saturating_sub(1) / 2;
    let upper = *values.select_nth_unstable(upper).1;
    let lower = *values.select_nth_unstable(lower).1;
    lower + upper
}
