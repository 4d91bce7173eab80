//! A18: the rate is not in the county's table for this place and period. Blocks; fixed and tiered
//! rates only.
//!
//! A programme that did not exist in the period needs a reason, of whatever rate kind it is. A
//! programme whose rates the county has not filled in, or has not confirmed, only informs, once for
//! all lines.
use super::look::{Look, at_line, at_lines};
use super::report::Answer;
use crate::domain::reference::programme::{Certainty, Programme, RateRow};
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::quantity::Rate;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let programme = at.around.programme;
    let start = at.key.period.start();
    let end = at.key.period.end();
    if programme.from.is_some_and(|from| end < from) || programme.to.is_some_and(|to| to < start) {
        let lines = at.lines.iter().map(|line| line.no).collect();
        let sentence = Sentence::plain("finding-a18-not-in-force")
            .with("basis", programme.basis.first().map_or("", String::as_str));
        found.extend(at_lines(Check::A18, Level::Explain, lines, Field::Rate, sentence));
    }
    if !programme.rate_kind.is_computed() {
        return Answer::NotApplicable("check-not-computed");
    }
    let rows = known_rows(programme, at.key);
    let known = rates_of(&rows);
    let is_sure = !rows.is_empty()
        && rows
            .iter()
            .all(|row| row.certainty.unwrap_or(programme.certainty) != Certainty::Placeholder);
    let strange =
        at.lines.iter().filter(|line| line.rate.is_some_and(|rate| !known.contains(&rate)));
    if is_sure {
        // A rate that holds on both days is named once.
        let list = rows.iter().map(|row| named(row)).collect::<std::collections::BTreeSet<_>>();
        let list = list.into_iter().collect::<Vec<_>>().join(" / ");
        found.extend(strange.filter_map(|line| {
            let sentence = Sentence::plain("finding-a18-wrong-rate")
                .with("rate", line.rate?)
                .with("known", &list);
            Some(at_line(Check::A18, Level::Block, line, Field::Rate, sentence))
        }));
    } else {
        let lines = strange.map(|line| line.no).collect();
        found.extend(at_lines(
            Check::A18,
            Level::Inform,
            lines,
            Field::Rate,
            Sentence::plain("finding-a18-unknown-rate"),
        ));
    }
    if known.is_empty() { Answer::Lacks("check-lacks-rates") } else { Answer::Ran(at.lines.len()) }
}

/// The rates that hold on the first or last day of the period; where a rate of the very place
/// exists, only those.
fn known_rows<'p>(programme: &'p Programme, key: &RollKey) -> Vec<&'p RateRow> {
    [key.period.start(), key.period.end()]
        .into_iter()
        .flat_map(|day| programme.nearest_rates(key.division, day))
        .collect()
}

/// A rate with its paper and its first day: `70.00(晋财农〔2026〕88号, 2027-01-01)`.
fn named(row: &RateRow) -> String {
    let from = row.from.map(|from| from.to_string());
    let papers: Vec<String> = [Some(row.basis.clone()).filter(|basis| !basis.is_empty()), from]
        .into_iter()
        .flatten()
        .collect();
    if papers.is_empty() {
        row.rate.to_string()
    } else {
        format!("{}({})", row.rate, papers.join(", "))
    }
}

fn rates_of(rows: &[&RateRow]) -> Vec<Rate> {
    let mut known: Vec<Rate> = rows.iter().map(|row| row.rate).collect();
    known.sort_unstable();
    known.dedup();
    known
}
