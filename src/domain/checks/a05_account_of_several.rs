//! A05: one account for several payees, in this batch or in another. Blocks; inside one household
//! of the batch it needs a reason.
use super::context::Unavailable;
use super::look::{Look, at_line, at_lines, is_same, shared};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    for group in shared(at.lines, |line| &line.card) {
        let Some((first, others)) = group.split_first() else { continue };
        if others.iter().all(|line| is_same(line.payee(), first.payee())) {
            continue;
        }
        let (level, key) = if is_one_household(first, others) {
            (Level::Explain, "finding-a05-shared-in-household")
        } else {
            (Level::Block, "finding-a05-shared-account")
        };
        let lines = group.iter().map(|line| line.no).collect();
        found.extend(at_lines(
            Check::A05,
            level,
            lines,
            Field::Card,
            Sentence::plain(key).with("count", group.len()),
        ));
    }
    if !at.around.other_payments.is_empty() {
        for line in at.lines {
            found.extend(in_another_batch(line, at)?);
        }
    }
    Ok(Answer::Ran(at.lines.len()))
}

fn in_another_batch(line: &Line, at: &Look) -> Result<Option<Finding>, Unavailable> {
    let payee = &line.payee().id;
    if line.card.is_empty() || payee.is_empty() {
        return Ok(None);
    }
    let other = at.around.other_payments.other_payee_of(&line.card, payee)?;
    Ok(other.map(|batch| {
        let sentence = Sentence::plain("finding-a05-shared-elsewhere").with("batch", batch);
        at_line(Check::A05, Level::Block, line, Field::Card, sentence)
    }))
}

fn is_one_household(first: &Line, others: &[&Line]) -> bool {
    // Household numbers are often left out; the householder's ID then tells the same.
    let same_number =
        !first.household.is_empty() && others.iter().all(|line| line.household == first.household);
    let head = &first.householder.id;
    same_number || (!head.is_empty() && others.iter().all(|line| line.householder.id == *head))
}
