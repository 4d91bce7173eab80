//! Rolls that stand beside the one being checked: those taken in before it by the same import, or
//! open drafts.
//!
//! A million lines must fit, so people and cards are kept as 64-bit marks; a chance meeting of two
//! marks among a million would ask a clerk one needless question in some ten million imports.
use crate::domain::checks::{OtherBatch, OtherPayment, OtherRoll};
use crate::domain::roll::{Line, RollKey, Totals};
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use std::hash::Hasher;

/// A payment in a roll beside: which roll, and how many fen (as many as fit).
type Paid = (u32, u32);

/// What the rolls beside pay, and to whose account.
#[derive(Default)]
pub(super) struct SiblingRolls {
    rolls: Vec<OtherRoll>,
    /// Person -> the first payment; further ones stand in `more`.
    paid: FxHashMap<u64, Paid>,
    more: FxHashMap<u64, Vec<Paid>>,
    /// Person with name.
    names: FxHashSet<u64>,
    /// Card -> payee and roll.
    cards: FxHashMap<u64, (u64, u32)>,
    payees: FxHashSet<u64>,
    /// Payee with card.
    accounts: FxHashSet<u64>,
}

impl SiblingRolls {
    /// Nothing beside.
    pub(super) fn is_empty(&self) -> bool {
        self.rolls.is_empty()
    }

    /// Takes note of a roll.
    pub(super) fn learn(&mut self, key: &RollKey, lines: &[Line]) {
        let roll = u32::try_from(self.rolls.len()).unwrap_or(u32::MAX);
        self.rolls.push(OtherRoll {
            name: name_of(key),
            key: key.clone(),
            quantity: Totals::of(lines).quantity,
        });
        for line in lines {
            let beneficiary = line.beneficiary();
            if !beneficiary.id.is_empty() {
                self.learn_payment(
                    mark(&[&beneficiary.id]),
                    (roll, u32::try_from(line.amount.fen()).unwrap_or(u32::MAX)),
                );
                self.names.insert(mark(&[&beneficiary.id, &beneficiary.name]));
            }
            let payee = &line.payee().id;
            if !line.card.is_empty() && !payee.is_empty() {
                self.cards.entry(mark(&[&line.card])).or_insert_with(|| (mark(&[payee]), roll));
                self.payees.insert(mark(&[payee]));
                self.accounts.insert(mark(&[payee, &line.card]));
            }
        }
    }

    fn learn_payment(&mut self, person: u64, paid: Paid) {
        match self.paid.entry(person) {
            Entry::Vacant(place) => {
                place.insert(paid);
            }
            Entry::Occupied(_) => self.more.entry(person).or_default().push(paid),
        }
    }

    /// What the rolls beside pay this person and `is_meant` by programme and period.
    pub(super) fn payments(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Vec<OtherPayment<'_>> {
        let person = mark(&[id]);
        let Some(first) = self.paid.get(&person) else { return Vec::new() };
        let all = std::iter::once(first).chain(self.more.get(&person).into_iter().flatten());
        let payment = |&(place, fen): &Paid| {
            let key = &self.roll(place)?.key;
            let (programme, amount) =
                (key.programme.as_str(), Fen::try_from(i64::from(fen)).unwrap_or_default());
            let paid = OtherPayment {
                batch: OtherBatch::Beside(place),
                programme,
                period: key.period,
                amount,
            };
            is_meant(programme, key.period).then_some(paid)
        };
        all.filter_map(payment).collect()
    }

    /// The roll beside in which the card is another payee's.
    pub(super) fn other_payee(&self, card: &str, payee: &str) -> Option<String> {
        let (known, roll) = self.cards.get(&mark(&[card]))?;
        (*known != mark(&[payee])).then(|| self.roll(*roll).map(|roll| roll.name.clone())).flatten()
    }

    /// Is the payee paid beside, and never on this card?
    pub(super) fn has_other_card(&self, payee: &str, card: &str) -> bool {
        self.payees.contains(&mark(&[payee])) && !self.accounts.contains(&mark(&[payee, card]))
    }

    /// Does the person stand beside, and never with this name?
    pub(super) fn has_other_name(&self, id: &str, name: &str) -> bool {
        self.paid.contains_key(&mark(&[id])) && !self.names.contains(&mark(&[id, name]))
    }

    /// A roll beside.
    pub(super) fn roll(&self, place: u32) -> Option<&OtherRoll> {
        self.rolls.get(usize::try_from(place).ok()?)
    }
}

/// A roll that has no number yet: programme, village, period.
fn name_of(key: &RollKey) -> String {
    format!("{}/{}/{}", key.programme, key.division, key.period)
}

fn mark(parts: &[&str]) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    for part in parts {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xFF);
    }
    hasher.finish()
}
