//! What is told of a deadline that nobody can be sure of yet.
use crate::cli::output::Answer;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::desk::{Desk, KnownCase};

/// The answer, with a sentence for each year that was counted without its holidays.
pub(super) fn warned(desk: &Desk, answer: Answer, start: Date, deadline: Date) -> Answer {
    let years = desk.years_without_holidays(start, deadline).into_iter();
    years.fold(answer, |answer, year| {
        answer.say(Sentence::plain("cli-no-holidays").with("year", year))
    })
}

/// The same of an open case: counted from the day on which it came, or was sent on.
pub(super) fn case_warned(desk: &Desk, answer: Answer, known: &KnownCase) -> Answer {
    let case = &known.case;
    let start = case.escalated.last().map_or(case.raised.received_on, |escalated| escalated.on);
    if case.is_open() { warned(desk, answer, start, case.due()) } else { answer }
}
