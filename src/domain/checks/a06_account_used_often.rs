//! A06: one account gets more payments in the period than a household usually has, over all
//! programmes. Needs a reason.
//!
//! Counted are the account's lines in this roll and what other batches pay the same beneficiaries
//! for an overlapping period. The postings do not know the account, so a beneficiary who is paid
//! elsewhere on another card is counted too.
use super::look::{Look, at_lines};
use super::report::Answer;
use crate::domain::roll::Field;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use rustc_hash::FxHashMap;

#[derive(Default)]
struct Account {
    lines: Vec<u32>,
    payments: usize,
    sum: Fen,
}

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    let thresholds = at.thresholds();
    let most_lines = usize::try_from(thresholds.account_lines).unwrap_or(usize::MAX);
    let most = thresholds.account_yuan.map(|yuan| i64::from(yuan) * 100);
    // most accounts have one line and no payment elsewhere: those are not gathered at all
    let mut accounts: FxHashMap<&str, Account> = FxHashMap::default();
    accounts.reserve(at.lines.len());
    for (place, line) in at.lines.iter().enumerate().filter(|(_, line)| !line.card.is_empty()) {
        let account = accounts.entry(&line.card).or_default();
        let paid = at
            .elsewhere
            .get(place)
            .into_iter()
            .flatten()
            .filter(|paid| paid.period.overlaps(at.key.period));
        for amount in paid.map(|paid| paid.amount) {
            account.payments += 1;
            account.sum = account.sum.plus(amount);
        }
        account.payments += 1;
        account.sum = account.sum.plus(line.amount);
        account.lines.push(line.no);
    }
    let is_much = |account: &Account| {
        account.payments > most_lines || most.is_some_and(|most| account.sum.fen() > most)
    };
    for account in accounts.into_values().filter(is_much) {
        let sentence = Sentence::plain("finding-a06-many-payments")
            .with("count", account.payments)
            .with("yuan", account.sum);
        found.extend(at_lines(Check::A06, Level::Explain, account.lines, Field::Card, sentence));
    }
    Answer::Ran(at.lines.len())
}
