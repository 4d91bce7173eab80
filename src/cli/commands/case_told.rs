//! What is told of a case of the register; it names nobody.
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::office::views::CaseView;
use crate::runtime::session::KnownCase;

pub(super) fn case(performed: &Performed<'_>) -> Done {
    let known = performed.case()?;
    Ok(told(&known).shows(&CaseView::of(&known)))
}

pub(super) fn told(known: &KnownCase) -> Answer {
    let key = if known.case.is_open() { "cli-case-open" } else { "cli-case-answered" };
    let sentence =
        Sentence::plain(key).with("no", &known.case.raised.no).with("due", known.case.due());
    Answer::default().say(sentence)
}
