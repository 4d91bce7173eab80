//! A18: the rate is not in the county's table for this place and period. Blocks; fixed and tiered rates only.
//!
//! A programme whose rates the county has not filled in, or has not confirmed, only informs, once for all lines.
use super::{Check, Field, Finding, Level, Roll, Sentence, Surroundings, at_line, at_lines};
use crate::domain::division::DivisionCode;
use crate::domain::programme::{Certainty, Programme};
use crate::domain::quantity::Rate;
use crate::domain::roll::RollKey;

pub(super) fn look(roll: &Roll, around: &Surroundings, found: &mut Vec<Finding>) {
    let programme = around.programme;
    if !programme.rate_kind.is_computed() {
        return;
    }
    let known = known_rates(programme, roll.key);
    let is_sure = !known.is_empty() && programme.certainty != Certainty::Placeholder;
    let strange = roll.lines.iter().filter(|line| line.rate.is_some_and(|rate| !known.contains(&rate)));
    if is_sure {
        let list = known.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ");
        found.extend(strange.filter_map(|line| {
            let said = Sentence::plain("finding-a18-wrong-rate").with("rate", line.rate?).with("known", &list);
            Some(at_line(Check::A18, Level::Block, line, Field::Rate, said))
        }));
    } else {
        let lines = strange.map(|line| line.no).collect();
        found.extend(at_lines(Check::A18, Level::Inform, lines, Field::Rate, Sentence::plain("finding-a18-unknown-rate")));
    }
}

/// The rates that hold on the first or last day of the period; where a rate of the very place exists, only those.
fn known_rates(programme: &Programme, key: &RollKey) -> Vec<Rate> {
    let mut known = Vec::new();
    for day in [key.period.start(), key.period.end()] {
        let rows = programme.rates_on(key.division, day);
        let nearest = rows.first().map(|row| row.region.map(DivisionCode::level));
        let near = rows.iter().filter(|row| Some(row.region.map(DivisionCode::level)) == nearest);
        known.extend(near.map(|row| row.rate));
    }
    known.sort_unstable();
    known.dedup();
    known
}
