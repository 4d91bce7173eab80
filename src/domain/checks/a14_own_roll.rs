//! A14: the person who entered or mended the roll is one of its beneficiaries. Needs a reason,
//! which the reviewer sees.
//!
//! The auditors' list blocks it; in a village whose only clerk tills land of their own no roll
//! could then be handed in. So whoever entered a roll or stands in it may not approve or sign it;
//! the dossier refuses that, not this check.
use super::look::{Look, at_line};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if at.hashes.is_empty() || at.around.entered_by.is_empty() {
        return Answer::Lacks("check-lacks-entered-by");
    }
    for (line, hashes) in at.with_hashes() {
        if hashes.everybody().any(|who| at.around.entered_by.contains(who)) {
            found.push(at_line(
                Check::A14,
                Level::Explain,
                line,
                Field::Name,
                Sentence::plain("finding-a14-own-roll"),
            ));
        }
    }
    Answer::Ran(at.hashes.len())
}
