//! A17: the amount is not rate x quantity x months, rounded half up to the fen. Blocks; fixed and
//! tiered rates only. Where the rate's row has a cap or a floor, the amount is held between them.
//!
//! Where quantity or rate is missing the amount cannot be recomputed: that needs a reason.
//!
//! The auditors' list lets a written reason override a wrong amount. Here it does not where all
//! figures stand on the line: neighbours multiply what hangs on the wall. Who is paid another
//! amount has another quantity, rate or number of months, and those are written.
use super::look::{Look, at_line};
use super::report::Answer;
use crate::domain::reference::programme::RateRow;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if !at.around.programme.rate_kind.is_computed() {
        return Answer::NotApplicable("check-not-computed");
    }
    let programme = at.around.programme;
    let key = at.key;
    // A rate may change within the period, and both are right then.
    let days = [key.period.start(), key.period.end()];
    let rows: Vec<&RateRow> =
        days.into_iter().flat_map(|day| programme.nearest_rates(key.division, day)).collect();
    found.extend(at.lines.iter().filter_map(|line| finding(line, &rows)));
    Answer::Ran(at.lines.len())
}

fn finding(line: &Line, rows: &[&RateRow]) -> Option<Finding> {
    let (Some(quantity), Some(rate)) = (line.quantity, line.rate) else {
        let field = if line.quantity.is_none() { Field::Quantity } else { Field::Rate };
        return Some(at_line(
            Check::A17,
            Level::Explain,
            line,
            field,
            Sentence::plain("finding-a17-cannot-compute"),
        ));
    };
    let row = rows.iter().find(|row| row.rate == rate);
    let expected = Fen::of(rate, quantity, line.months)
        .ok()
        .map(|fen| row.map_or(fen, |row| row.bounded(fen)));
    if expected == Some(line.amount) {
        return None;
    }
    let sentence = Sentence::plain("finding-a17-wrong-amount")
        .with("amount", line.amount)
        .with("expected", expected.map_or_else(String::new, |fen| fen.to_string()))
        .with("quantity", quantity)
        .with("rate", rate)
        .with("months", line.months.unwrap_or(1));
    Some(at_line(Check::A17, Level::Block, line, Field::Amount, sentence))
}
