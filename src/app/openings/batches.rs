//! Acts on a roll: it is begun, handed in, sent back, taken back, corrected, paid, destroyed.
use crate::app::dialogs::{Fact, FormKind, FormOpening};
use crate::app::go::Go;
use crate::app::views::{BatchId, BatchRow, DueKind, DueRow, FindingRow, PayListRow, Seen};
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::roll::Totals;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::office::{ActName, Offer, Target, Values, YES};

/// Village, programme and period in one.
#[must_use]
pub fn title(batch: &BatchRow) -> String {
    format!("{} {} {}", batch.village, batch.programme, batch.period)
}

/// Counts and sums of several batches, as questions and the sums' line say them.
#[must_use]
pub fn counts(batches: &[&BatchRow]) -> Sentence {
    let sum: Fen = batches.iter().map(|batch| batch.totals.fen).sum();
    let lines: u64 = batches.iter().map(|batch| u64::from(batch.totals.lines)).sum();
    let households: u64 = batches.iter().map(|batch| u64::from(batch.totals.households)).sum();
    Sentence::plain("app-ask-counts")
        .with("batches", batches.len())
        .with("lines", lines)
        .with("households", households)
        .with("sum", sum.grouped())
}

/// The same of one batch.
#[must_use]
pub fn counts_of(totals: Totals) -> Sentence {
    Sentence::plain("app-ask-counts")
        .with("batches", 1)
        .with("lines", totals.lines)
        .with("households", totals.households)
        .with("sum", totals.fen.grouped())
}

/// A roll that is typed, or that begins with the lines of the last one; what stands under the
/// cursor is offered.
#[must_use]
pub fn new_roll(near: Option<&BatchRow>) -> Go {
    let offer = Offer::default()
        .value("programme", near.map_or("", |batch| &batch.programme))
        .needed("programme")
        .value("division", near.map_or("", |batch| &batch.village))
        .needed("division");
    let title = Sentence::plain("app-title-new-roll");
    Go::form(FormOpening::act(ActName::NewRoll, Target::Nothing, title).offer(offer))
}

/// The batch again for another period.
#[must_use]
pub fn renew(batch: &BatchRow) -> Go {
    let offer = ["programme", "division", "kind", "from-last"]
        .into_iter()
        .fold(Offer::default(), Offer::without);
    let title = Sentence::plain("app-title-renew").with("title", title(batch));
    Go::form(FormOpening::act(ActName::NewRoll, batch.seen.target(), title).offer(offer))
}

/// Throws a draft away.
#[must_use]
pub fn discard(batch: &BatchRow) -> Go {
    let asked = Sentence::plain("app-ask-discard").with("title", title(batch));
    confirm(ActName::Discard, batch.seen.target(), vec![asked, counts(&[batch])])
}

/// Hands batches in, all or none.
#[must_use]
pub fn submit(seen: impl IntoIterator<Item = Seen>, counts: Sentence) -> Go {
    let facts =
        vec![Sentence::plain("app-ask-submit"), counts, Sentence::plain("app-ask-signature")];
    confirm(ActName::Submit, batches(seen), facts)
}

/// Approves each of several.
#[must_use]
pub fn approve_marked(meant: &[&BatchRow]) -> Go {
    let facts = vec![
        Sentence::plain("app-ask-approve"),
        counts(meant),
        Sentence::plain("app-ask-signature"),
    ];
    let each = meant.iter().map(|batch| (title(batch), batch.seen.target()));
    Go::confirm_each(ActName::Approve, each, facts)
}

/// Takes the submission back.
#[must_use]
pub fn unsubmit(seen: &Seen, title: &str) -> Go {
    let asked = Sentence::plain("app-ask-unsubmit").with("title", title);
    confirm(ActName::Unsubmit, seen.target(), vec![asked, Sentence::plain("app-ask-signature")])
}

/// Sends a batch back; this row is offered.
#[must_use]
pub fn send_back(seen: &Seen, title: &str, row: Option<u32>) -> Go {
    let row = row.map(|row| row.to_string()).unwrap_or_default();
    let title = Sentence::plain("app-title-return").with("title", title);
    let opening = FormOpening::act(ActName::Return, seen.target(), title);
    Go::form(opening.offer(Offer::default().value("lines", row)))
}

/// Takes back the submission and all live disclosures.
#[must_use]
pub fn withdraw(seen: &Seen, title: &str) -> Go {
    let title = Sentence::plain("app-title-withdraw").with("title", title);
    let offer = Offer::default().value("class", WithdrawalReason::Mistake.word());
    Go::form(FormOpening::act(ActName::Withdraw, seen.target(), title).offer(offer))
}

/// 更正批次 of some lines.
#[must_use]
pub fn correct(seen: &Seen, title: &str) -> Go {
    let title = Sentence::plain("app-title-correct").with("title", title);
    Go::form(FormOpening::act(ActName::Correct, seen.target(), title))
}

/// Why a finding is right all the same.
#[must_use]
pub fn explain(batch: &BatchId, finding: &FindingRow) -> Go {
    let kind = FormKind::Explain {
        batch: batch.clone(),
        check: finding.check,
        lines: finding.lines.clone(),
    };
    let offer = Offer::default().value("reason", finding.reason.as_deref().unwrap_or_default());
    Go::form(FormOpening::new(kind, finding.sentence.clone()).offer(offer))
}

/// One pay list over these batches.
#[must_use]
pub fn pay(meant: &[&BatchRow]) -> Go {
    let facts =
        vec![Sentence::plain("app-ask-pay"), counts(meant), Sentence::plain("app-ask-pay-final")];
    confirm(ActName::PayList, batches(meant.iter().map(|batch| batch.seen.clone())), facts)
}

/// The money of a pay list has been credited.
#[must_use]
pub fn book_payment(list: &PayListRow) -> Go {
    let asked = Sentence::plain("app-ask-book-paid").with("id", &list.id);
    let facts = vec![Fact::from(asked).naming("on"), Fact::plain("app-ask-signature")];
    let title = Sentence::plain("app-title-book-paid").with("id", &list.id);
    let target = Target::PayList(list.id.clone());
    Go::form(FormOpening::act(ActName::BookPayment, target, title).confirm(facts))
}

/// Does what is due.
#[must_use]
pub fn settle(row: &DueRow) -> Go {
    let values = Values::default();
    let (key, values) = match row.kind {
        DueKind::Result(_) => ("app-ask-result-due", values.with("result", YES)),
        DueKind::Lists(_) => ("app-ask-end-lists", values),
        DueKind::Erase(_) => {
            let reason = ErasureReason::Retention.word();
            ("app-ask-erase", values.with("reason", reason))
        }
    };
    let facts =
        vec![Sentence::plain(key).with("title", &row.title), Sentence::plain("app-ask-signature")];
    Go::confirm_act(row.kind.act(), row.seen.target(), &values, facts)
}

/// Yes or no before an act that asks nothing more.
#[must_use]
pub fn confirm(act: ActName, target: Target, facts: Vec<Sentence>) -> Go {
    Go::confirm_act(act, target, &Values::default(), facts)
}

fn batches(seen: impl IntoIterator<Item = Seen>) -> Target {
    Target::Batches(seen.into_iter().map(|seen| seen.named()).collect())
}
