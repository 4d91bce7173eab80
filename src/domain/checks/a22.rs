//! A22: the beneficiary's age against the programme's rule, by the birth date in the ID number.
//!
//! Too young on the last day of the period or too old on its first: never entitled in it, blocks. Who reaches the age
//! within the period is paid for part of it (an 80th birthday in March): informs, once for all lines.
use super::{Answer, Check, Field, Finding, Level, Look, Sentence, at_line, at_lines, beneficiary_id};

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let rule = at.around.programme.age;
    if rule.min.is_none() && rule.max.is_none() {
        return Answer::NotApplicable("check-no-age-rule");
    }
    let (start, end) = (at.key.period.start(), at.key.period.end());
    let basis = at.around.programme.basis.first().map(|paper| format!("({paper})")).unwrap_or_default();
    let mut within = Vec::new();
    for (line, id) in at.lines.iter().zip(&at.beneficiaries) {
        let Some(id) = id else { continue };
        let (youngest, oldest) = (rule.min.map_or(i16::MIN, i16::from), rule.max.map_or(i16::MAX, i16::from));
        let (at_start, at_end) = (id.age_on(start), id.age_on(end));
        if at_end < youngest {
            let said = Sentence::plain("finding-a22-too-young").with("age", at_end.max(0)).with("min", youngest).with("basis", &basis);
            found.push(at_line(Check::A22, Level::Block, line, beneficiary_id(line), said));
        } else if at_start > oldest {
            let said = Sentence::plain("finding-a22-too-old").with("age", at_start).with("max", oldest).with("basis", &basis);
            found.push(at_line(Check::A22, Level::Block, line, beneficiary_id(line), said));
        } else if at_start < youngest {
            within.push(line.no);
        }
    }
    found.extend(at_lines(Check::A22, Level::Inform, within, Field::Id, Sentence::plain("finding-a22-within-period")));
    Answer::Ran(at.beneficiaries.iter().flatten().count())
}
