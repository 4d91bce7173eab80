//! A11: the beneficiary is on the list of the deceased, and the period begins after the month after
//! the death. Blocks where a month is paid for; needs a reason elsewhere (land goes on being tilled
//! by the household, which then changes its householder).
//!
//! A list that does not tell the day of death counts from the day for which it was drawn up.
use super::look::{Look, at_line, beneficiary_id};
use super::report::Answer;
use crate::domain::people::cross_match::ListKind;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let Some(list) = at.around.lists.of(ListKind::Deceased) else {
        return Answer::Lacks("check-lacks-deceased");
    };
    let level =
        // Only units such as 人·月 pay for single months.
        if at.around.programme.unit.contains('月') { Level::Block } else { Level::Explain };
    for (line, hashes) in at.with_hashes() {
        let Some(listed) = Look::beneficiary(line, hashes).and_then(|who| list.get(who)) else {
            continue;
        };
        let died = listed.died.unwrap_or(list.as_of);
        if at.key.period.start() > end_of_next_month(died) {
            let sentence =
                Sentence::plain("finding-a11-deceased").with("month", died.strftime("%Y-%m"));
            found.push(at_line(Check::A11, level, line, beneficiary_id(line), sentence));
        }
    }
    Answer::Ran(at.hashes.len())
}

fn end_of_next_month(day: Date) -> Date {
    day.last_of_month().tomorrow().map_or(day, Date::last_of_month)
}
