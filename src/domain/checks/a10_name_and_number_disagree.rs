//! A10: one number with two names, in the roll or against other batches, or one name with two
//! numbers that look alike. Needs a reason.
//!
//! Namesakes (重名) are common in a village of three surnames: a name with two numbers that have
//! nothing in common only informs, once for all. Numbers look alike if they differ in at most two
//! characters or share the date of birth.
use super::context::Unavailable;
use super::look::{Look, at_line, at_lines, beneficiary_id, shared};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line, Person};
use crate::domain::text::sentence::Sentence;
use rustc_hash::FxHashMap;

/// A name that more lines share is a file gone wrong, which other checks tell.
const MOST_NAMESAKES: usize = 50;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    numbers_with_two_names(at, found);
    names_with_two_numbers(at, found);
    if !at.elsewhere.is_empty() {
        names_elsewhere(at, found)?;
    }
    Ok(Answer::Ran(at.lines.len()))
}

fn names_elsewhere(at: &Look, found: &mut Vec<Finding>) -> Result<(), Unavailable> {
    let is_given = |who: &Person| !who.id.is_empty() && !who.name.is_empty();
    for line in at.lines.iter().filter(|line| is_given(line.beneficiary())) {
        let who = line.beneficiary();
        if at.around.other_payments.has_other_name(&who.id, &who.name)? {
            let sentence = Sentence::plain("finding-a10-other-name-elsewhere");
            found.push(at_line(Check::A10, Level::Explain, line, name_of(line), sentence));
        }
    }
    Ok(())
}

const fn name_of(line: &Line) -> Field {
    if line.beneficiary.is_some() { Field::BeneficiaryName } else { Field::Name }
}

fn numbers_with_two_names(at: &Look, found: &mut Vec<Finding>) {
    let mut first: FxHashMap<&str, (&str, u32)> = FxHashMap::default();
    first.reserve(at.lines.len());
    let mut told = FxHashMap::default();
    for line in at.lines {
        for who in persons(line).filter(|who| !who.id.is_empty() && !who.name.is_empty()) {
            let (name, no) = *first.entry(&who.id).or_insert((&who.name, line.no));
            if name != who.name {
                told.entry(who.id.as_str()).or_insert_with(|| vec![no]).push(line.no);
            }
        }
    }
    let sentence = || Sentence::plain("finding-a10-two-names");
    found.extend(
        told.into_values().filter_map(|lines| {
            at_lines(Check::A10, Level::Explain, lines, Field::Name, sentence())
        }),
    );
}

fn persons(line: &Line) -> impl Iterator<Item = &Person> {
    [Some(&line.householder), line.beneficiary.as_ref(), line.payee.as_ref()].into_iter().flatten()
}

fn names_with_two_numbers(at: &Look, found: &mut Vec<Finding>) {
    let mut namesakes = Vec::new();
    for group in shared(at.lines, |line| &line.beneficiary().name) {
        let known: Vec<&Line> =
            group.into_iter().filter(|line| !line.beneficiary().id.is_empty()).collect();
        // Every pair is compared, so a long group would take long.
        let alike = if known.len() > MOST_NAMESAKES { Vec::new() } else { alike_in(&known) };
        let is_one = known.windows(2).all(
            |pair| matches!(pair, [one, other] if one.beneficiary().id == other.beneficiary().id),
        );
        if !is_one && alike.is_empty() {
            namesakes.extend(known.iter().map(|line| line.no));
        }
        let field = known.first().map_or(Field::Id, |line| beneficiary_id(line));
        found.extend(at_lines(
            Check::A10,
            Level::Explain,
            alike,
            field,
            Sentence::plain("finding-a10-two-numbers"),
        ));
    }
    found.extend(at_lines(
        Check::A10,
        Level::Inform,
        namesakes,
        Field::Name,
        Sentence::plain("finding-a10-namesakes"),
    ));
}

/// The lines whose ID number looks almost like that of another line with the same name.
fn alike_in(known: &[&Line]) -> Vec<u32> {
    let mut alike = Vec::new();
    for (place, line) in known.iter().enumerate() {
        for other in known.iter().skip(place.saturating_add(1)) {
            if look_alike(&line.beneficiary().id, &other.beneficiary().id) {
                alike.extend([line.no, other.no]);
            }
        }
    }
    alike
}

fn look_alike(one: &str, other: &str) -> bool {
    if one == other || one.len() != other.len() {
        return false;
    }
    let differing = one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count();
    // Two wrong characters are a typing error; characters 7 to 14 are the date of birth.
    differing <= 2 || one.get(6..14).is_some_and(|born| other.get(6..14) == Some(born))
}
