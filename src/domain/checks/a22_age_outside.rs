//! A22: the beneficiary's age against the programme's rule, by the birth date in the ID number.
//!
//! Too old on the first day of the period or too young on its last: never entitled in it, blocks.
//! Too young on the first day blocks as well where the period is one payment of a programme that
//! pays several times a year: the auditors' list counts from the start of the period. Decided
//! otherwise where a line may rightly be paid for a part of the period (a year's roll of a monthly
//! programme, an 80th birthday in March), and in yearly programmes, which take in who reaches the
//! age in the year: that informs, once for all lines.
use super::look::{Look, at_line, at_lines, beneficiary_id};
use super::report::Answer;
use crate::domain::reference::programme::Frequency;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

/// The rule in full years, and the paper it rests on.
struct Rule {
    youngest: i16,
    oldest: i16,
    from_start: bool,
    basis: String,
}

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let ages = at.around.programme.age;
    if ages.min.is_none() && ages.max.is_none() {
        return Answer::NotApplicable("check-no-age-rule");
    }
    let start = at.key.period.start();
    let end = at.key.period.end();
    let rule = Rule {
        youngest: ages.min.map_or(i16::MIN, i16::from),
        oldest: ages.max.map_or(i16::MAX, i16::from),
        from_start: is_one_payment(at),
        basis: at
            .around
            .programme
            .basis
            .first()
            .map(|paper| format!("({paper})"))
            .unwrap_or_default(),
    };
    let mut within = Vec::new();
    for (line, id) in at.lines.iter().zip(&at.beneficiaries) {
        let Some(id) = id else { continue };
        let at_start = id.age_on(start);
        let at_end = id.age_on(end);
        match rule.against(at_start, at_end) {
            Some(sentence) => {
                found.push(at_line(Check::A22, Level::Block, line, beneficiary_id(line), sentence));
            }
            None if at_start < rule.youngest => within.push(line.no),
            None => {}
        }
    }
    found.extend(at_lines(
        Check::A22,
        Level::Inform,
        within,
        Field::Id,
        Sentence::plain("finding-a22-within-period"),
    ));
    Answer::Ran(at.beneficiaries.iter().flatten().count())
}

impl Rule {
    /// What is wrong with somebody of these ages.
    fn against(&self, at_start: i16, at_end: i16) -> Option<Sentence> {
        let sentence =
            |key, age: i16| Sentence::plain(key).with("age", age.max(0)).with("basis", &self.basis);
        if at_end < self.youngest {
            Some(sentence("finding-a22-too-young", at_end).with("min", self.youngest))
        } else if at_start > self.oldest {
            Some(sentence("finding-a22-too-old", at_start).with("max", self.oldest))
        } else if self.from_start && at_start < self.youngest {
            Some(sentence("finding-a22-too-young-at-start", at_start).with("min", self.youngest))
        } else {
            None
        }
    }
}

/// Is the period no longer than one payment of a programme that pays several times a year?
fn is_one_payment(at: &Look) -> bool {
    let most = match at.around.programme.frequency {
        Frequency::Month => 1,
        Frequency::Quarter => 3,
        Frequency::HalfYear => 6,
        Frequency::Year | Frequency::Term | Frequency::Event => return false,
    };
    let (first, last) = at.key.period.months();
    last - first < most
}
