//! A16: the village's land comes to more than its register holds, or to clearly more than last
//! year. Needs a reason.
//!
//! Normal batches only, on both sides: arrears and corrections hold a part of the village.
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Totals};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::quantity::Quantity;
use rust_decimal::Decimal;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if !at.around.programme.unit.contains('亩') {
        return Answer::NotApplicable("check-not-land");
    }
    if !at.is_whole() {
        return Answer::NotApplicable("check-not-whole");
    }
    let last = at.last_year_here().fold(Quantity::ZERO, |sum, (_, roll)| sum.plus(roll.quantity));
    let confirmed = confirmed_in_village(at);
    if last == Quantity::ZERO && confirmed.is_none() {
        return Answer::Lacks("check-lacks-last-year-or-register");
    }
    let sum = Totals::of(at.lines).quantity;
    let mut tell = |key, known: Quantity| {
        let sentence = Sentence::plain(key).with("quantity", sum).with("known", known);
        found.extend(at_lines(Check::A16, Level::Explain, at.all(), Field::Quantity, sentence));
    };
    let percent = Decimal::from(at.thresholds().village_percent);
    if last != Quantity::ZERO && sum.decimal() * Decimal::ONE_HUNDRED > last.decimal() * percent {
        tell("finding-a16-more-than-last-year", last);
    }
    if let Some(confirmed) =
        confirmed.filter(|confirmed| sum.decimal() > confirmed.decimal() + Decimal::new(1, 2))
    {
        tell("finding-a16-more-than-register", confirmed);
    }
    Answer::Ran(at.lines.len())
}

/// The sum of the register of this programme over the village, if it tells villages and quantities.
fn confirmed_in_village(at: &Look) -> Option<Quantity> {
    let register = at.around.lists.register(&at.key.programme)?;
    let listed =
        register.of_village(at.key.division).iter().filter_map(|who| register.get(who)?.quantity);
    listed.reduce(Quantity::plus)
}
