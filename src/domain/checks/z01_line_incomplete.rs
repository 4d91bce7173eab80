//! Z01: what a line must have. Ours, not of the auditors' list.
//!
//! Blocks: a missing or ill-formed name, no ID number of beneficiary or payee, a payment date in
//! the future. Needs a reason: no account (a card may be on its way; the line cannot be handed to
//! the finance bureau without). Informs, once for all lines: an amount of zero (a suspended line
//! stays on the list), no bank (the card's number tells the bank), no number of a householder who
//! neither benefits nor is paid.
use super::look::{Look, at_line, at_lines};
use super::report::Answer;
use crate::domain::people::name::check_name;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line, Person};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::money::Fen;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    for line in at.lines {
        names(line, found);
        numbers(line, found);
        if line.paid_on.is_some_and(|day| day > at.around.today) {
            let sentence =
                Sentence::plain("finding-z01-paid-in-future").with("today", at.around.today);
            found.push(at_line(Check::Z01, Level::Block, line, Field::PaidOn, sentence));
        }
        if line.card.is_empty() {
            found.push(at_line(
                Check::Z01,
                Level::Explain,
                line,
                Field::Card,
                Sentence::plain("finding-z01-no-card"),
            ));
        }
    }
    let has_default = at
        .around
        .reference
        .villages
        .iter()
        .any(|village| village.division == at.key.division && !village.bank.is_empty());
    let lines_with = |is_meant: fn(&Line) -> bool| {
        at.lines.iter().filter(|line| is_meant(line)).map(|line| line.no).collect()
    };
    let inform =
        |lines, field, key| at_lines(Check::Z01, Level::Inform, lines, field, Sentence::plain(key));
    found.extend(inform(
        lines_with(|line| line.amount == Fen::ZERO),
        Field::Amount,
        "finding-z01-zero-amount",
    ));
    if !has_default {
        found.extend(inform(
            lines_with(|line| line.bank.is_empty()),
            Field::Bank,
            "finding-z01-no-bank",
        ));
    }
    found.extend(inform(
        lines_with(is_unnumbered_head),
        Field::Id,
        "finding-z01-no-householder-id",
    ));
    Answer::Ran(at.lines.len())
}

fn names(line: &Line, found: &mut Vec<Finding>) {
    let named = [
        (Some(&line.householder), Field::Name),
        (line.beneficiary.as_ref(), Field::BeneficiaryName),
        (line.payee.as_ref(), Field::PayeeName),
    ];
    for (person, field) in named {
        if let Some(Err(problem)) = person.map(|who| check_name(&who.name)) {
            found.push(at_line(Check::Z01, Level::Block, line, field, problem.sentence()));
        }
    }
}

fn numbers(line: &Line, found: &mut Vec<Finding>) {
    let lacks = |who: &Person| who.id.is_empty();
    let field = match (&line.beneficiary, &line.payee) {
        (Some(who), _) if lacks(who) => Field::BeneficiaryId,
        (_, Some(who)) if lacks(who) => Field::PayeeId,
        (None, _) | (_, None) if lacks(&line.householder) => Field::Id,
        _ => return,
    };
    found.push(at_line(
        Check::Z01,
        Level::Block,
        line,
        field,
        Sentence::plain("finding-z01-no-id"),
    ));
}

fn is_unnumbered_head(line: &Line) -> bool {
    line.householder.id.is_empty() && line.beneficiary.is_some() && line.payee.is_some()
}
