//! 检查: what an auditor would ask about a roll, asked before it is published. One file per check.
//!
//! Levels are those of domain 8: block, explain, inform. What only informs about many lines (old ID prefixes, missing
//! banks) is one finding with all its lines. Findings hold line numbers and sentences, never a name or number.
//! Reading other batches is behind [`Elsewhere`]; nothing here knows the store.
mod a01;
mod a02;
mod a04;
mod a05;
mod a07;
mod a09;
mod a17;
mod a18;
mod a22;
mod z01;

use super::date::Date;
use super::division::DivisionCode;
use super::finding::{Check, Finding, Level};
use super::identity::{IdNumber, IdProblem};
use super::period::Period;
use super::programme::Programme;
use super::reference::Reference;
use super::roll::{Field, Line, Person, RollKey};
use super::sentence::Sentence;

/// The roll that is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Roll<'a> {
    /// Programme, village, period.
    pub key: &'a RollKey,
    /// Its lines, in order.
    pub lines: &'a [Line],
}

/// What the checks look at beside the roll.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The roll's programme.
    pub programme: &'a Programme,
    /// The county's data.
    pub reference: &'a Reference,
    /// Today at +08:00.
    pub today: Date,
    /// What other batches pay.
    pub elsewhere: &'a dyn Elsewhere,
}

/// What is known of a person in **other** batches than the roll's own.
pub trait Elsewhere {
    /// Is there no other batch at all? Saves a question per line.
    fn is_empty(&self) -> bool;
    /// A payment of this programme, for a period that overlaps, to the beneficiary with this ID number.
    fn payment_of(&self, id: &str, programme: &str, period: Period) -> Option<OtherPayment>;
    /// A batch in which this card belongs to a payee with another ID number than `payee`. A store that does not keep
    /// cards by payee answers none.
    fn other_payee_of(&self, card: &str, payee: &str) -> Option<String> {
        let _ = (card, payee);
        None
    }
}

/// One payment in another batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherPayment {
    /// The batch as people call it.
    pub batch: String,
    /// Its village.
    pub division: DivisionCode,
    /// What it is for.
    pub period: Period,
}

/// A store without other batches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nowhere;

impl Elsewhere for Nowhere {
    fn is_empty(&self) -> bool {
        true
    }
    fn payment_of(&self, _: &str, _: &str, _: Period) -> Option<OtherPayment> {
        None
    }
}

/// Runs all checks; findings by first line, the serious ones first.
#[must_use]
pub fn run(roll: &Roll, around: &Surroundings) -> Vec<Finding> {
    let beneficiaries: Vec<Option<IdNumber>> = roll.lines.iter().map(|line| IdNumber::parse(&line.beneficiary().id).ok()).collect();
    let mut found = Vec::new();
    a01::look(roll, &mut found);
    a02::look(roll, around, &mut found);
    a04::look(roll, around, &mut found);
    a05::look(roll, around, &mut found);
    a07::look(roll, &mut found);
    a09::look(roll, around.today, &mut found);
    a17::look(roll, around, &mut found);
    a18::look(roll, around, &mut found);
    a22::look(roll, around, &beneficiaries, &mut found);
    z01::look(roll, around, &mut found);
    found.sort_by_key(|finding| (finding.lines.first().copied(), std::cmp::Reverse(finding.level), finding.check));
    found
}

/// A finding about one line.
fn at_line(check: Check, level: Level, line: &Line, field: Field, said: Sentence) -> Finding {
    Finding { check, level, lines: vec![line.no], field: Some(field), said }
}

/// A finding about several lines, in ascending order; none if there are none.
fn at_lines(check: Check, level: Level, mut lines: Vec<u32>, field: Field, said: Sentence) -> Option<Finding> {
    lines.sort_unstable();
    lines.dedup();
    (!lines.is_empty()).then_some(Finding { check, level, lines, field: Some(field), said })
}

/// Lines that share a key of text, as numbers, in the order of first appearance; only keys with more than one line.
fn shared<'a>(lines: &'a [Line], key: impl Fn(&'a Line) -> &'a str) -> Vec<Vec<&'a Line>> {
    let mut first: rustc_hash::FxHashMap<&str, &'a Line> = rustc_hash::FxHashMap::default();
    first.reserve(lines.len());
    let mut again: Vec<(&str, Vec<&'a Line>)> = Vec::new();
    for line in lines {
        let text = key(line);
        if text.is_empty() {
            continue;
        }
        match first.entry(text) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(line);
            }
            std::collections::hash_map::Entry::Occupied(there) => match again.iter_mut().find(|(known, _)| *known == text) {
                Some((_, group)) => group.push(line),
                None => again.push((text, vec![there.get(), line])),
            },
        }
    }
    again.into_iter().map(|(_, group)| group).collect()
}

/// Are these two the same person: by number, or by name where a number is missing?
fn is_same(one: &Person, other: &Person) -> bool {
    if one.id.is_empty() || other.id.is_empty() { one.name == other.name } else { one.id == other.id }
}

/// The cell of the beneficiary's ID number on this line.
fn beneficiary_id(line: &Line) -> Field {
    if line.beneficiary.is_some() { Field::BeneficiaryId } else { Field::Id }
}

#[cfg(test)]
mod tests;
