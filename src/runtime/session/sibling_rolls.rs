//! Rolls that stand beside the one being checked: those taken in before it by the same import, or
//! open drafts, among which it stands itself.
//!
//! A million lines must fit, so people and cards are kept as 64-bit marks; two of a million marks
//! are equal by chance in one of some ten million imports, and then a clerk is asked one needless
//! question.
use crate::domain::checks::{OtherBatch, OtherPayment, OtherRoll};
use crate::domain::roll::{Line, RollKey, Totals};
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::hash::Hasher;

/// A payment in a roll beside: which roll, and how many fen (as many as fit).
type Paid = (u32, u32);

/// Where something was found. During an import nobody asks in which roll, because none of them is
/// looked at again, and a million answers would fill the memory.
pub(super) trait Met: Copy {
    /// Is it known in which roll?
    const IS_KNOWN: bool;
    /// Met in this roll.
    fn in_roll(roll: u32) -> Self;
    /// Met in this one, too.
    fn again(self, roll: u32) -> Self;
    /// Met in another roll than `own`?
    fn is_beside(self, own: Option<u32>) -> bool;
}

impl Met for () {
    const IS_KNOWN: bool = false;

    fn in_roll(_: u32) -> Self {}

    fn again(self, _: u32) -> Self {}

    fn is_beside(self, _: Option<u32>) -> bool {
        true
    }
}

/// In this roll, or in [`SEVERAL`].
#[derive(Clone, Copy)]
pub(super) struct In(u32);

/// More rolls than one: at least one of them is beside any other.
const SEVERAL: u32 = u32::MAX;

impl Met for In {
    const IS_KNOWN: bool = true;

    fn in_roll(roll: u32) -> Self {
        Self(roll)
    }

    fn again(self, roll: u32) -> Self {
        Self(if self.0 == roll { roll } else { SEVERAL })
    }

    fn is_beside(self, own: Option<u32>) -> bool {
        own != Some(self.0)
    }
}

fn meet<M: Met>(met: &mut FxHashMap<u64, M>, mark: u64, roll: u32) {
    met.entry(mark).and_modify(|there| *there = there.again(roll)).or_insert(M::in_roll(roll));
}

/// What the rolls beside pay, and to whose account. `own` is always the place of the roll that is
/// being checked, if it is one of them: it must not be compared with itself.
pub(super) struct SiblingRolls<M = ()> {
    rolls: Vec<OtherRoll>,
    /// Person -> the first payment; further ones stand in `more`.
    paid: FxHashMap<u64, Paid>,
    more: FxHashMap<u64, Vec<Paid>>,
    /// Person with name.
    names: FxHashMap<u64, M>,
    /// Card -> payee and roll.
    cards: FxHashMap<u64, (u64, u32)>,
    /// The same of the first roll behind that one.
    more_cards: FxHashMap<u64, (u64, u32)>,
    payees: FxHashMap<u64, M>,
    /// Payee with card.
    accounts: FxHashMap<u64, M>,
}

impl<M> Default for SiblingRolls<M> {
    fn default() -> Self {
        Self {
            rolls: Vec::new(),
            paid: FxHashMap::default(),
            more: FxHashMap::default(),
            names: FxHashMap::default(),
            cards: FxHashMap::default(),
            more_cards: FxHashMap::default(),
            payees: FxHashMap::default(),
            accounts: FxHashMap::default(),
        }
    }
}

impl<M: Met> SiblingRolls<M> {
    /// Nothing beside.
    pub(super) fn is_empty(&self, own: Option<u32>) -> bool {
        self.rolls.len() <= usize::from(own.is_some())
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
                meet(&mut self.names, mark(&[&beneficiary.id, &beneficiary.name]), roll);
            }
            let payee = &line.payee().id;
            if !line.card.is_empty() && !payee.is_empty() {
                self.learn_card(mark(&[&line.card]), (mark(&[payee]), roll));
                meet(&mut self.payees, mark(&[payee]), roll);
                meet(&mut self.accounts, mark(&[payee, &line.card]), roll);
            }
        }
    }

    fn learn_card(&mut self, card: u64, held: (u64, u32)) {
        let first = *self.cards.entry(card).or_insert(held);
        if M::IS_KNOWN && first.1 != held.1 {
            self.more_cards.entry(card).or_insert(held);
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
        own: Option<u32>,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Vec<OtherPayment<'_>> {
        let payment = |&(place, fen): &Paid| {
            let key = &self.roll(place)?.key;
            let programme = key.programme.as_str();
            let amount = Fen::try_from(i64::from(fen)).unwrap_or_default();
            let paid = OtherPayment {
                batch: OtherBatch::Beside(place),
                programme,
                period: key.period,
                amount,
            };
            is_meant(programme, key.period).then_some(paid)
        };
        self.paid_beside(mark(&[id]), own).filter_map(payment).collect()
    }

    fn paid_beside(&self, person: u64, own: Option<u32>) -> impl Iterator<Item = &Paid> {
        let first = self.paid.get(&person).into_iter();
        let all = first.chain(self.more.get(&person).into_iter().flatten());
        all.filter(move |(roll, _)| own != Some(*roll))
    }

    /// The roll beside in which the card is another payee's.
    pub(super) fn other_payee(&self, card: &str, payee: &str, own: Option<u32>) -> Option<String> {
        let card = mark(&[card]);
        let first = self.cards.get(&card).filter(|(_, roll)| own != Some(*roll));
        let (known, roll) = first.or_else(|| self.more_cards.get(&card))?;
        (*known != mark(&[payee])).then(|| self.roll(*roll).map(|roll| roll.name.clone())).flatten()
    }

    /// Is the payee paid beside, and never on this card?
    pub(super) fn has_other_card(&self, payee: &str, card: &str, own: Option<u32>) -> bool {
        let is_beside = |met: Option<&M>| met.is_some_and(|met| met.is_beside(own));
        is_beside(self.payees.get(&mark(&[payee])))
            && !is_beside(self.accounts.get(&mark(&[payee, card])))
    }

    /// Does the person stand beside, and never with this name?
    pub(super) fn has_other_name(&self, id: &str, name: &str, own: Option<u32>) -> bool {
        let same = self.names.get(&mark(&[id, name]));
        self.paid_beside(mark(&[id]), own).next().is_some()
            && !same.is_some_and(|met| met.is_beside(own))
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
        // A byte that UTF-8 never has: `ab` and `c` must not give the mark of `a` and `bc`.
        hasher.write_u8(0xFF);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reference::division::DivisionCode;
    use crate::domain::roll::Person;
    use proptest::prelude::*;

    const FEW: u8 = 3;

    fn key(roll: usize) -> RollKey {
        let village = DivisionCode::parse(&format!("14092310420{roll}")).unwrap();
        RollKey::normal("P01".into(), village, Period::year_of(2026).unwrap())
    }

    fn line((id, name, card, fen): (u8, u8, u8, i64)) -> Line {
        let mut line = Line::new(1);
        line.householder = Person { name: format!("N{name}"), id: format!("I{id}") };
        line.card = format!("C{card}");
        line.amount = Fen::try_from(fen).unwrap();
        line
    }

    fn rolls() -> impl Strategy<Value = Vec<Vec<Line>>> {
        let line = (0..FEW, 0..FEW, 0..FEW, 1_i64..4).prop_map(line);
        prop::collection::vec(prop::collection::vec(line, 0..5), 1..5)
    }

    /// All that can be asked of the few persons, names and cards, in words.
    fn everything<M: Met>(beside: &SiblingRolls<M>, own: Option<u32>) -> Vec<String> {
        let mut said = vec![beside.is_empty(own).to_string()];
        for (one, other) in (0..FEW).flat_map(|one| (0..FEW).map(move |other| (one, other))) {
            let id = format!("I{one}");
            let name = format!("N{other}");
            let card = format!("C{other}");
            for paid in beside.payments(&id, own, &|_, _| true) {
                let OtherBatch::Beside(place) = paid.batch else { continue };
                said.push(format!("{:?} {}", beside.roll(place), paid.amount.fen()));
            }
            said.push(format!("{:?}", beside.other_payee(&card, &id, own)));
            said.push(beside.has_other_card(&id, &card, own).to_string());
            said.push(beside.has_other_name(&id, &name, own).to_string());
        }
        said
    }

    proptest! {
        #[test]
        fn a_roll_among_many_sees_what_it_would_see_beside_the_others_alone(rolls in rolls()) {
            let mut all = SiblingRolls::<In>::default();
            for (place, lines) in rolls.iter().enumerate() {
                all.learn(&key(place), lines);
            }
            for own in 0..rolls.len() {
                let mut others = SiblingRolls::<()>::default();
                for (place, lines) in rolls.iter().enumerate().filter(|(place, _)| *place != own) {
                    others.learn(&key(place), lines);
                }
                let place = u32::try_from(own).unwrap();
                prop_assert_eq!(everything(&all, Some(place)), everything(&others, None));
            }
        }
    }
}
