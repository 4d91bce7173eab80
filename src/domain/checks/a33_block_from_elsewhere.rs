//! A33: twenty or more lines in a row whose persons all stand in one batch of another village for
//! an overlapping period: copied from there. Needs a reason.
//!
//! The other traces of copying that auditors look for are reported elsewhere: hidden rows and
//! numbers as text when a file comes in, numbers that end in zeros by A09.
use super::context::OtherBatch;
use super::context::Unavailable;
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;
use rustc_hash::FxHashMap;

const FEWEST: usize = 20;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    if at.elsewhere.is_empty() {
        return Ok(Answer::Lacks("check-lacks-other-batches"));
    }
    let mut places: FxHashMap<OtherBatch, Vec<usize>> = FxHashMap::default();
    for (place, paid) in at.elsewhere.iter().enumerate() {
        for paid in paid.iter().filter(|paid| paid.period.overlaps(at.key.period)) {
            let known = places.entry(paid.batch).or_default();
            if known.last() != Some(&place) {
                known.push(place);
            }
        }
    }
    let mut many: Vec<_> =
        places.into_iter().filter(|(_, places)| places.len() >= FEWEST).collect();
    many.sort_unstable();
    for (batch, places) in many {
        let roll = at.around.other_payments.roll(batch)?;
        if roll.division() == at.key.division {
            continue;
        }
        for row in places.chunk_by(|one, next| one + 1 == *next).filter(|row| row.len() >= FEWEST) {
            let lines =
                row.iter().filter_map(|place| at.lines.get(*place)).map(|line| line.no).collect();
            let sentence = Sentence::plain("finding-a33-copied")
                .with("count", row.len())
                .with("batch", &roll.name);
            found.extend(at_lines(
                Check::A33,
                Level::Explain,
                lines,
                Field::Name,
                sentence.with("division", roll.division()),
            ));
        }
    }
    Ok(Answer::Ran(at.lines.len()))
}
