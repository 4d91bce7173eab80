//! A13: somebody on the line is a village cadre or a declared relative of one (干部亲属备案).
//! Informs, once for all lines; nothing public shows it.
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::people::cross_match::ListKind;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let Some(list) = at.around.lists.of(ListKind::Relatives) else {
        return Answer::Lacks("check-lacks-relatives");
    };
    let related = at
        .with_hashes()
        .filter(|(_, hashes)| hashes.everybody().any(|who| list.get(who).is_some()));
    let lines = related.map(|(line, _)| line.no).collect();
    found.extend(at_lines(
        Check::A13,
        Level::Inform,
        lines,
        Field::Name,
        Sentence::plain("finding-a13-relative"),
    ));
    Answer::Ran(at.hashes.len())
}
