//! A32: the first digits of the amounts against Benford's law, from 300 lines on. Informs, as a
//! help in choosing what to look at.
//!
//! Only where amounts spread over two orders of magnitude, else the law says nothing. Chi-square of
//! eight degrees of freedom above 20.09 (one in a hundred), in whole numbers.
use super::look::{Look, at_roll};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding};
use crate::domain::text::sentence::Sentence;

const FEWEST: usize = 300;
/// Share of the first digits 1 to 9 in millionths.
const EXPECTED: [i128; 9] =
    [301_030, 176_091, 124_939, 96_910, 79_181, 66_947, 57_992, 51_153, 45_757];
const MILLION: i128 = 1_000_000;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let amounts: Vec<i64> =
        at.lines.iter().map(|line| line.amount.fen()).filter(|fen| *fen > 0).collect();
    let least = amounts.iter().min().copied().unwrap_or(0);
    let most = amounts.iter().max().copied().unwrap_or(0);
    if amounts.len() < FEWEST || most < least.saturating_mul(100) {
        return Answer::NotApplicable("check-benford-not-fit");
    }
    let mut counts = [0_i128; 9];
    for fen in &amounts {
        if let Some(count) =
            first_digit(*fen).checked_sub(1).and_then(|place| counts.get_mut(place))
        {
            *count += 1;
        }
    }
    let all = i128::try_from(amounts.len()).unwrap_or(i128::MAX);
    // (count - all p)^2 / (all p), with p in millionths: the sum comes out in millionths, too
    let distance =
        |(count, share): (&i128, &i128)| (count * MILLION - all * share).pow(2) / (all * share);
    let chi_square: i128 = counts.iter().zip(&EXPECTED).map(distance).sum();
    if chi_square > 20_090_000 {
        found.push(at_roll(
            Check::A32,
            Sentence::plain("finding-a32-benford").with("count", amounts.len()),
        ));
    }
    Answer::Ran(amounts.len())
}

fn first_digit(mut fen: i64) -> usize {
    while fen > 9 {
        fen /= 10;
    }
    usize::try_from(fen).unwrap_or(0)
}
