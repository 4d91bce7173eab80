//! A23: one telephone for more households than share one. Informs.
use super::look::{Look, at_lines, shared};
use super::report::Answer;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let most = usize::try_from(at.thresholds().phone_households).unwrap_or(usize::MAX);
    for group in shared(at.lines, |line| &line.phone) {
        let mut households: Vec<&str> = group.iter().map(|line| household(line)).collect();
        households.sort_unstable();
        households.dedup();
        if households.len() > most {
            let sentence =
                Sentence::plain("finding-a23-shared-phone").with("count", households.len());
            found.extend(at_lines(
                Check::A23,
                Level::Inform,
                group.iter().map(|line| line.no).collect(),
                Field::Phone,
                sentence,
            ));
        }
    }
    let with_phone = at.lines.iter().filter(|line| !line.phone.is_empty()).count();
    if with_phone == 0 { Answer::Lacks("check-lacks-phones") } else { Answer::Ran(with_phone) }
}

fn household(line: &Line) -> &str {
    let head = &line.householder;
    [&line.household, &head.id, &head.name]
        .into_iter()
        .find(|text| !text.is_empty())
        .map_or("", String::as_str)
}
