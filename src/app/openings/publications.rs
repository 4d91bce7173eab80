//! A disclosure becomes public, is corrected, hangs on a board, comes down, is taken back.
use crate::app::dialogs::{Fact, FormOpening};
use crate::app::go::Go;
use crate::app::views::{DisclosedRow, DossierView, PublishRow, Seen};
use crate::domain::case::Action;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::disclosure::revision::ChangeReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::EntryId;
use crate::domain::text::sentence::Sentence;
use crate::office::publish_disclosure::NONE;
use crate::office::{ActName, Choosable, Offer, YES};

/// The first notice: only its first day is asked.
#[must_use]
pub fn first(row: &PublishRow) -> Go {
    let day = row.from.to_string();
    let span = |key: &'static str| {
        Fact::from(Sentence::plain(key).with("until", row.until)).naming("from")
    };
    let facts = vec![
        Sentence::plain("app-ask-publish").with("title", &row.title).into(),
        super::batches::counts_of(row.totals).into(),
        span("app-ask-until").where_entered("from", &day),
        span("app-ask-from").unless_entered("from", &day),
        Fact::plain("app-ask-publish-final"),
    ];
    let offer = Offer::default().value("from", day).without("reason");
    let title = Sentence::plain("app-title-publish").with("title", &row.title);
    let opening = FormOpening::act(ActName::Publish, row.seen.target(), title);
    Go::form(opening.offer(offer).confirm(facts))
}

/// The next publication of a batch: the result after payment, else a notice. Day, reason and
/// answered objection are asked only where they are open.
#[must_use]
pub fn next(view: &DossierView) -> Go {
    let stage = view.next;
    let of_stage = || view.disclosures.iter().filter(|disclosed| disclosed.stage == stage);
    let revision = of_stage().map(|disclosed| disclosed.revision).max().unwrap_or(0) + 1;
    let (title, asked) = match stage {
        DisclosureStage::Notice => ("app-title-publish-revision", "app-ask-publish-revision"),
        DisclosureStage::Result => ("app-title-publish-result", "app-ask-publish-result"),
    };
    let said = |key| Sentence::plain(key).with("title", &view.title).with("revision", revision);
    let offer = match stage {
        DisclosureStage::Notice => Offer::default(),
        DisclosureStage::Result => Offer::default().preset("result", YES).without("from"),
    };
    let live = of_stage().any(|disclosed| disclosed.live);
    let facts = vec![
        said(asked).into(),
        Fact::plain("app-ask-publish-final"),
        Fact::plain("app-ask-signature"),
    ];
    let opening = FormOpening::act(ActName::Publish, view.seen.target(), said(title));
    Go::form(opening.offer(why(offer, live, answers(view))).confirm(facts))
}

/// A reason is asked where a live one is corrected, or a promise to correct is kept.
fn why(offer: Offer, live: bool, answers: Vec<Choosable>) -> Offer {
    match (live, answers.is_empty()) {
        (_, false) => {
            offer.value("reason", ChangeReason::Objection.word()).listed("answers", answers)
        }
        (true, true) => {
            offer.value("reason", ChangeReason::Verified.word()).preset("answers", NONE)
        }
        (false, true) => offer.without("reason"),
    }
}

/// All of several promises, each one that may be answered, none; nothing if no objection waits.
fn answers(view: &DossierView) -> Vec<Choosable> {
    let cases = || view.cases.iter().map(|row| &row.case);
    let several = cases().filter(|case| case.promised(Action::Correct)).count() > 1;
    let mut answers: Vec<Choosable> =
        several.then(|| Choosable::keyed("", "app-answers-all")).into_iter().collect();
    let waiting = cases().filter(|case| case.may_be_corrected());
    answers.extend(waiting.map(|case| Choosable::named(&case.raised.no)));
    if !answers.is_empty() {
        answers.push(Choosable::keyed(NONE, "app-answers-none"));
    }
    answers
}

/// Hangs a disclosure on a board; one where it does not hang yet is offered, if there is such a
/// one.
#[must_use]
pub fn post(view: &DossierView, live: &DisclosedRow) -> Go {
    let check_code = live.code.check_code();
    let hangs = |board: &String| {
        view.postings.iter().any(|there| {
            there.board == *board && there.check_code == check_code && there.down_on.is_none()
        })
    };
    let free = view.boards.iter().find(|board| !hangs(board));
    let offer = Offer::default()
        .listed("board", view.boards.iter().map(Choosable::named).collect())
        .value("board", free.map_or("", String::as_str))
        .preset("code", live.code.to_string());
    let title =
        Sentence::plain("app-title-post").with("title", &view.title).with("code", check_code);
    Go::form(FormOpening::act(ActName::Post, view.seen.target(), title).offer(offer))
}

/// Takes a posting down; under recall a photo is needed, and the title says so.
#[must_use]
pub fn take_down(seen: &Seen, posting: EntryId, board: &str, recalled: bool) -> Go {
    let key = if recalled { "app-title-confirm-recall" } else { "app-title-take-down" };
    let title = Sentence::plain(key).with("board", board);
    let offer = Offer::default().preset("posting", posting.to_string());
    Go::form(FormOpening::act(ActName::TakeDown, seen.target(), title).offer(offer))
}

/// Takes one disclosure back; the batch stands.
#[must_use]
pub fn withdraw(view: &DossierView, disclosed: &DisclosedRow) -> Go {
    let said = |key: &'static str| Sentence::plain(key).with("code", disclosed.code.check_code());
    let privacy = WithdrawalReason::Privacy.word();
    let facts = vec![
        Fact::from(said("app-ask-withdraw-for-privacy")).where_entered("class", privacy),
        Fact::from(said("app-ask-withdraw-disclosure")).unless_entered("class", privacy),
        Fact::plain("app-ask-withdraw-follows"),
        Fact::plain("app-ask-signature"),
    ];
    let title = Sentence::plain("app-title-withdraw-disclosure")
        .with("title", &view.title)
        .with("code", disclosed.code.check_code());
    let offer = Offer::default()
        .value("class", WithdrawalReason::Mistake.word())
        .preset("code", disclosed.code.to_string());
    let opening = FormOpening::act(ActName::WithdrawDisclosure, view.seen.target(), title);
    Go::form(opening.offer(offer).confirm(facts))
}
