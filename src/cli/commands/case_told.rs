//! What is told of a case of the register; it names nobody.
use super::naming::{who, word};
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::runtime::session::KnownCase;
use serde_json::{Map, Value, json};

pub(super) fn case(performed: &Performed<'_>) -> Done {
    Ok(told(&performed.case()?))
}

pub(super) fn told(known: &KnownCase) -> Answer {
    let key = if known.case.is_open() { "cli-case-open" } else { "cli-case-answered" };
    let sentence =
        Sentence::plain(key).with("no", &known.case.raised.no).with("due", known.case.due());
    Answer::default().say(sentence).members(document(known))
}

pub(super) fn document(known: &KnownCase) -> Map<String, Value> {
    let case = &known.case;
    let mut members = known.batch.as_ref().map(who).unwrap_or_default();
    let own = json!({
        "subject": known.subject.to_string(),
        "no": case.raised.no,
        "case": word(case.raised.case),
        "type": word(case.raised.about),
        "channel": word(case.raised.channel),
        "row": case.raised.row,
        "hold": case.raised.hold,
        "received_on": case.raised.received_on.to_string(),
        "due": case.due().to_string(),
        "outcome": case.investigated.as_ref().map(|found| word(found.outcome)),
        "escalated_to": case.escalated.last().map(|escalated| escalated.to.as_str()),
        "answered_on": case.answered.as_ref().map(|answered| answered.on.to_string()),
        "action": case.answered.as_ref().map(|answered| word(answered.action)),
        "settled": case.settled,
    });
    if let Value::Object(own) = own {
        members.extend(own);
    }
    members
}
