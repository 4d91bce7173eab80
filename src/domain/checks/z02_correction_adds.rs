//! Z02: a correction (更正) pays what failed once more, so it adds nobody and pays no line more
//! than the batch that it corrects. Blocks.
//!
//! Ours, not of the auditors' list. Lines are compared by their number, which a correction keeps.
//! Of the person either the name or the number may be mended, not both: that would be somebody
//! else. What was paid too little is arrears (补发), not a correction.
use super::context::Unavailable;
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{BatchKind, Field, Line, Person};
use crate::domain::text::sentence::Sentence;
use rustc_hash::FxHashMap;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Result<Answer, Unavailable> {
    let BatchKind::Correction(source) = at.key.kind else {
        return Ok(Answer::NotApplicable("check-not-a-correction"));
    };
    let Some(paid) = at.around.other_payments.paid_lines(source)? else {
        return Ok(Answer::Lacks("check-lacks-source"));
    };
    let paid: FxHashMap<u32, &Line> = paid.iter().map(|line| (line.no, line)).collect();
    for line in at.lines {
        match paid
            .get(&line.no)
            .filter(|before| is_mended(line.beneficiary(), before.beneficiary()))
        {
            None => {
                let sentence = Sentence::plain("finding-z02-added");
                found.push(at_line(Check::Z02, Level::Block, line, beneficiary_id(line), sentence));
            }
            Some(before) if line.amount > before.amount => {
                let sentence = Sentence::plain("finding-z02-more")
                    .with("amount", line.amount)
                    .with("paid", before.amount);
                found.push(at_line(Check::Z02, Level::Block, line, Field::Amount, sentence));
            }
            Some(_) => {}
        }
    }
    Ok(Answer::Ran(at.lines.len()))
}

/// Is it the same person, of whom at most the name or the number was mended?
fn is_mended(now: &Person, before: &Person) -> bool {
    now.name == before.name || (!now.id.is_empty() && now.id == before.id)
}
