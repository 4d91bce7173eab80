//! Acts of the register: an objection or enquiry comes in, two people look into it, it is answered
//! or sent on.
use crate::app::dialogs::FormOpening;
use crate::app::go::Go;
use crate::app::views::{CaseRow, Seen};
use crate::domain::case::{Action, CaseKind};
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Offer, Target};

/// Registers an objection or enquiry: about a batch, at the row under the cursor, or an enquiry
/// about nothing public.
#[must_use]
pub fn raise(about: Option<(&Seen, &str)>, row: Option<u32>) -> Go {
    let row = row.map(|row| row.to_string()).unwrap_or_default();
    let offer = Offer::default().value("row", row);
    let (target, title, offer) = if let Some((seen, title)) = about {
        (seen.target(), Sentence::plain("app-title-raise").with("title", title), offer)
    } else {
        let enquiry = offer.possible("kind", [CaseKind::Enquiry.word()]);
        (Target::Nothing, Sentence::plain("app-title-enquire"), enquiry)
    };
    Go::form(FormOpening::act(ActName::Raise, target, title).offer(offer))
}

/// What two people found; the last finding holds.
#[must_use]
pub fn investigate(row: &CaseRow) -> Go {
    Go::form(opening(ActName::Investigate, row, "app-title-investigate"))
}

/// The written answer.
#[must_use]
pub fn answer(row: &CaseRow) -> Go {
    let actions = row.case.possible_actions(row.handed).iter().map(|action| Action::word(*action));
    let offer = Offer::default().possible("action", actions);
    Go::form(opening(ActName::Answer, row, "app-title-answer").offer(offer))
}

/// Sends it on to another unit.
#[must_use]
pub fn escalate(row: &CaseRow) -> Go {
    Go::form(opening(ActName::Escalate, row, "app-title-escalate"))
}

fn opening(act: ActName, row: &CaseRow, title: &'static str) -> FormOpening {
    let title = Sentence::plain(title).with("no", &row.case.raised.no);
    FormOpening::act(act, row.seen.target(), title)
}
