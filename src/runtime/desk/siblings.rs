//! Rolls that stand beside the one being checked: those taken in before it by the same import, or open drafts.
//!
//! A million lines must fit, so people and cards are kept as 64-bit marks; a chance meeting of two marks among a
//! million would ask a clerk one needless question in some ten million imports.
use crate::domain::checks::OtherPayment;
use crate::domain::period::Period;
use crate::domain::roll::{Line, RollKey};
use rustc_hash::FxHashMap;
use std::hash::Hasher;

/// What the rolls beside pay, and to whose account.
#[derive(Default)]
pub(super) struct Siblings {
    rolls: Vec<RollKey>,
    /// Person and programme -> the first roll; further ones stand in `more`.
    paid: FxHashMap<u64, u32>,
    more: FxHashMap<u64, Vec<u32>>,
    /// Card -> payee and roll.
    cards: FxHashMap<u64, (u64, u32)>,
}

impl Siblings {
    /// Nothing beside.
    pub(super) fn is_empty(&self) -> bool {
        self.rolls.is_empty()
    }

    /// Takes note of a roll.
    pub(super) fn learn(&mut self, key: &RollKey, lines: &[Line]) {
        let roll = u32::try_from(self.rolls.len()).unwrap_or(u32::MAX);
        self.rolls.push(key.clone());
        for line in lines {
            let beneficiary = &line.beneficiary().id;
            if !beneficiary.is_empty() {
                let person = mark(&[beneficiary, &key.programme]);
                if *self.paid.entry(person).or_insert(roll) != roll {
                    self.more.entry(person).or_default().push(roll);
                }
            }
            let payee = &line.payee().id;
            if !line.card.is_empty() && !payee.is_empty() {
                self.cards.entry(mark(&[&line.card])).or_insert_with(|| (mark(&[payee]), roll));
            }
        }
    }

    /// What a roll beside pays this person in the programme for an overlapping period.
    pub(super) fn payment(&self, id: &str, programme: &str, period: Period) -> Option<OtherPayment> {
        let person = mark(&[id, programme]);
        let first = self.paid.get(&person)?;
        let mut all = std::iter::once(first).chain(self.more.get(&person).into_iter().flatten()).filter_map(|roll| self.roll(*roll));
        let key = all.find(|key| key.period.overlaps(period))?;
        Some(OtherPayment { batch: name_of(key), division: key.division, period: key.period })
    }

    /// The roll beside in which the card is another payee's.
    pub(super) fn other_payee(&self, card: &str, payee: &str) -> Option<String> {
        let (known, roll) = self.cards.get(&mark(&[card]))?;
        (*known != mark(&[payee])).then(|| self.roll(*roll).map(name_of)).flatten()
    }

    fn roll(&self, place: u32) -> Option<&RollKey> {
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
