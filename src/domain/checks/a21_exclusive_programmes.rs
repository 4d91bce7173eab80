//! A21: two programmes of which a person may have one in a period. The table is reference data and
//! tells the level of each pair.
use super::context::Unavailable;
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::reference::exclusive::Exclusive;
use crate::domain::roll::finding::{Check, Finding};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    let day = at.key.period.start();
    let pairs = at.around.reference.exclusives(&at.key.programme, day);
    let others: Vec<(&str, &Exclusive)> = pairs.collect();
    if others.is_empty() {
        return Ok(Answer::NotApplicable("check-nothing-exclusive"));
    }
    if at.elsewhere.is_empty() {
        return Ok(Answer::Lacks("check-lacks-other-batches"));
    }
    for (line, paid) in at.with_elsewhere() {
        let overlapping = paid.iter().filter(|paid| paid.period.overlaps(at.key.period));
        let mut clashes = overlapping.filter_map(|paid| {
            others.iter().find(|(code, _)| *code == paid.programme).map(|other| (paid, other))
        });
        if let Some((paid, (code, pair))) = clashes.next() {
            let named =
                at.around.reference.programme(code, day).map_or(*code, |programme| &programme.name);
            let batch = at.around.other_payments.roll(paid.batch)?.name;
            let sentence = Sentence::plain("finding-a21-exclusive")
                .with("programme", named)
                .with("batch", batch)
                .with("period", paid.period);
            let sentence = sentence.with(
                "basis",
                if pair.basis.is_empty() { String::new() } else { format!("({})", pair.basis) },
            );
            found.push(at_line(Check::A21, pair.level, line, beneficiary_id(line), sentence));
        }
    }
    Ok(Answer::Ran(at.beneficiaries.len()))
}
