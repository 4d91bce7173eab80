//! A25: more than 40 % of the areas are whole numbers, or the same one: estimated, not measured.
//! Informs.
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::quantity::Quantity;
use rustc_hash::FxHashMap;

const FEWEST: usize = 10;
const PERCENT: usize = 40;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if !at.around.programme.unit.contains('亩') {
        return Answer::NotApplicable("check-not-land");
    }
    let areas: Vec<(&Line, Quantity)> =
        at.lines.iter().filter_map(|line| Some((line, line.quantity?))).collect();
    if areas.len() < FEWEST {
        return Answer::NotApplicable("check-too-few-lines");
    }
    let mut counts: FxHashMap<Quantity, usize> = FxHashMap::default();
    for (_, area) in &areas {
        *counts.entry(*area).or_default() += 1;
    }
    let usual =
        // The area breaks ties, so that the answer does not depend on the order of the map.
        counts.into_iter().max_by_key(|(area, count)| (*count, *area)).map(|(area, _)| area);
    let lines_with = |is_meant: &dyn Fn(Quantity) -> bool| -> Vec<u32> {
        areas.iter().filter(|(_, area)| is_meant(*area)).map(|(line, _)| line.no).collect()
    };
    let kinds = [
        (lines_with(&|area| area.decimal().fract().is_zero()), "finding-a25-whole"),
        (lines_with(&|area| Some(area) == usual), "finding-a25-equal"),
    ];
    for (lines, key) in kinds {
        if lines.len() * 100 > areas.len() * PERCENT {
            let sentence = Sentence::plain(key).with("count", lines.len()).with("all", areas.len());
            found.extend(at_lines(Check::A25, Level::Inform, lines, Field::Quantity, sentence));
        }
    }
    Answer::Ran(areas.len())
}
