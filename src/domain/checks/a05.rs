//! A05: one account for several payees. Blocks; inside one household it needs a reason.
use super::{Check, Field, Finding, Level, Line, Roll, Sentence, at_lines, is_same, shared};

pub(super) fn look(roll: &Roll, found: &mut Vec<Finding>) {
    for group in shared(roll.lines, |line| &line.card) {
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
        found.extend(at_lines(Check::A05, level, lines, Field::Card, Sentence::plain(key).with("count", group.len())));
    }
}

fn is_one_household(first: &Line, others: &[&Line]) -> bool {
    let same_number = !first.household.is_empty() && others.iter().all(|line| line.household == first.household);
    let head = &first.householder.id;
    same_number || (!head.is_empty() && others.iter().all(|line| line.householder.id == *head))
}
