//! A15: a household's lines come to more than the register confirms for it (确权、承包面积). Needs
//! a reason from 0.01 of the unit on, blocks above a tenth.
//!
//! The register tells the confirmed quantity with what was let and taken on lease (流转) already
//! counted. The quantities of other batches of the season are not known here; double payment is
//! left to A02.
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line, Person};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::quantity::Quantity;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

struct Household {
    sum: Quantity,
    confirmed: Option<Quantity>,
    lines: Vec<u32>,
}

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let Some(register) =
        at.around.lists.register(&at.key.programme).filter(|list| list.tells_quantities())
    else {
        return Answer::Lacks("check-lacks-quantities");
    };
    let mut households: FxHashMap<&str, Household> = FxHashMap::default();
    for (line, hashes) in at.with_hashes() {
        let confirmed = [&hashes.householder, &hashes.beneficiary]
            .into_iter()
            .flatten()
            .find_map(|who| register.get(who)?.quantity);
        let known = households.entry(householder(line)).or_insert(Household {
            sum: Quantity::ZERO,
            confirmed,
            lines: Vec::new(),
        });
        known.sum = known.sum.plus(line.quantity.unwrap_or(Quantity::ZERO));
        known.confirmed = known.confirmed.or(confirmed);
        known.lines.push(line.no);
    }
    let mut looked = 0;
    for Household { sum, confirmed, lines } in households.into_values() {
        let Some(confirmed) = confirmed else { continue };
        looked += lines.len();
        let over = sum.decimal() - confirmed.decimal();
        // 0.01 of the unit: areas are rounded differently from paper to paper.
        if over <= Decimal::new(1, 2) {
            continue;
        }
        let level =
            if over * Decimal::TEN > confirmed.decimal() { Level::Block } else { Level::Explain };
        let sentence = Sentence::plain("finding-a15-more-than-confirmed")
            .with("quantity", sum)
            .with("confirmed", confirmed);
        found.extend(at_lines(Check::A15, level, lines, Field::Quantity, sentence));
    }
    Answer::Ran(looked)
}

fn householder(line: &Line) -> &str {
    let Person { name, id } = &line.householder;
    if id.is_empty() { name } else { id }
}
