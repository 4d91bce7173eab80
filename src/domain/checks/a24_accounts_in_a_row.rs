//! A24: five or more account numbers in a row: cards opened on one day for people who may not know
//! of them. Needs a reason.
//!
//! A card's last digit is a check digit, so cards in a row have numbers without it that follow each
//! other; passbooks follow each other as they stand. The day of opening is not on a roll.
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

const FEWEST: usize = 5;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let mut told: Vec<Vec<u32>> = Vec::new();
    // Once without the last digit, which in most account numbers is a check digit.
    for dropped in [1, 0] {
        let mut numbers: Vec<(usize, u64, u32)> =
            at.lines.iter().filter_map(|line| number(&line.card, dropped, line.no)).collect();
        numbers.sort_unstable();
        for row in rows(&numbers) {
            let lines: Vec<u32> = row.iter().map(|(_, _, no)| *no).collect();
            if !told.contains(&lines) {
                told.push(lines);
            }
        }
    }
    for lines in told {
        let sentence = Sentence::plain("finding-a24-in-a-row").with("count", lines.len());
        found.extend(at_lines(Check::A24, Level::Explain, lines, Field::Card, sentence));
    }
    Answer::Ran(at.lines.iter().filter(|line| !line.card.is_empty()).count())
}

/// Length, value without the last `dropped` digits, and line of an account number.
fn number(card: &str, dropped: usize, no: u32) -> Option<(usize, u64, u32)> {
    let digits = card.get(..card.len().checked_sub(dropped)?)?;
    Some((card.len(), digits.parse().ok()?, no))
}

/// The stretches in which at least five different numbers follow each other.
fn rows(numbers: &[(usize, u64, u32)]) -> impl Iterator<Item = &[(usize, u64, u32)]> {
    let follows = |one: &(usize, u64, u32), next: &(usize, u64, u32)| {
        // Equal ones follow each other, too: one account of several lines.
        one.0 == next.0 && next.1.saturating_sub(one.1) <= 1
    };
    numbers.chunk_by(follows).filter(|row| {
        let first = row.first().map_or(0, |number| number.1);
        let last = row.last().map_or(0, |number| number.1);
        usize::try_from(last.saturating_sub(first))
            .is_ok_and(|steps| steps.saturating_add(1) >= FEWEST)
    })
}
