//! A09: ID numbers and cards that are damaged or doubtful.
//!
//! Wrong IDs and what a spreadsheet left of a number block. The old 15-digit form, a card that does
//! not pass Luhn or has an unusual length (passbooks) need a reason. The county's old prefix
//! informs, once for all lines.
use super::look::{Look, at_line, at_lines};
use super::report::Answer;
use crate::domain::people::card::{CardProblem, check_card};
use crate::domain::people::identity::{IdNumber, IdProblem};
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line, Person};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let mut old_prefix = Vec::new();
    for line in at.lines {
        for (person, field) in persons(line) {
            match IdNumber::parse(&person.id).and_then(|id| id.on(at.around.today)) {
                Ok(id) if id.is_old_prefix() => old_prefix.push(line.no),
                Ok(_) => {}
                Err(problem) => found.push(at_line(
                    Check::A09,
                    id_level(problem),
                    line,
                    field,
                    Sentence::plain(id_key(problem)),
                )),
            }
        }
        if let (false, Err(problem)) = (line.card.is_empty(), check_card(&line.card)) {
            let (level, key) = card_level(problem);
            found.push(at_line(Check::A09, level, line, Field::Card, Sentence::plain(key)));
        }
    }
    found.extend(at_lines(
        Check::A09,
        Level::Inform,
        old_prefix,
        Field::Id,
        Sentence::plain("finding-a09-id-old-prefix"),
    ));
    Answer::Ran(at.lines.len())
}

/// The persons of a line who have a number, each once.
fn persons(line: &Line) -> impl Iterator<Item = (&Person, Field)> {
    let all = [
        (Some(&line.householder), Field::Id),
        (line.beneficiary.as_ref(), Field::BeneficiaryId),
        (line.payee.as_ref(), Field::PayeeId),
    ];
    all.into_iter().filter_map(|(person, field)| {
        person.filter(|who| !who.id.is_empty()).map(|who| (who, field))
    })
}

const fn id_level(problem: IdProblem) -> Level {
    match problem {
        IdProblem::OldForm => Level::Explain,
        IdProblem::ExcelDamage
        | IdProblem::WrongLength
        | IdProblem::NotDigits
        | IdProblem::UnknownProvince
        | IdProblem::NoSuchDate
        | IdProblem::CheckDigit
        | IdProblem::InFuture
        | IdProblem::TooOld => Level::Block,
    }
}

const fn id_key(problem: IdProblem) -> &'static str {
    match problem {
        IdProblem::ExcelDamage => "finding-a09-id-excel-damage",
        IdProblem::OldForm => "finding-a09-id-old-form",
        IdProblem::WrongLength => "finding-a09-id-wrong-length",
        IdProblem::NotDigits => "finding-a09-id-not-digits",
        IdProblem::UnknownProvince => "finding-a09-id-unknown-province",
        IdProblem::NoSuchDate => "finding-a09-id-no-such-date",
        IdProblem::CheckDigit => "finding-a09-id-check-digit",
        IdProblem::InFuture => "finding-a09-id-in-future",
        IdProblem::TooOld => "finding-a09-id-too-old",
    }
}

const fn card_level(problem: CardProblem) -> (Level, &'static str) {
    match problem {
        CardProblem::ExcelDamage => (Level::Block, "finding-a09-card-excel-damage"),
        CardProblem::NotDigits => (Level::Block, "finding-a09-card-not-digits"),
        CardProblem::Length => (Level::Explain, "finding-a09-card-length"),
        CardProblem::Luhn => (Level::Explain, "finding-a09-card-luhn"),
    }
}
