//! Finding people: in the submitted batches by the search column, in open drafts by looking through
//! them.
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::Founding;
use crate::domain::people::masking::mask_id;
use crate::domain::roll::RollKey;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::store::Reading;
use pinyin::ToPinyin;

/// A person, with what the batches pay.
#[derive(Clone, PartialEq, Eq)]
pub struct FoundPerson {
    /// As the rolls give it.
    pub name: String,
    /// `142225********1235`
    pub masked_id: String,
    /// The payments, newest batch first.
    pub payments: Vec<Payment>,
}

/// One line of a batch or draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Running number or `D-12`.
    pub batch: String,
    /// Number of the line.
    pub line: u32,
    /// Programme's name.
    pub programme: String,
    /// The village.
    pub village: String,
    /// What it is for.
    pub period: Period,
    /// The amount.
    pub amount: Fen,
}

/// At most so many people are listed; a better word finds fewer.
pub const MOST: usize = 200;

impl Session {
    /// People whose name holds `text`, whose pinyin initials begin with it, or whose ID or card
    /// ends in it.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn find(&mut self, text: &str) -> Result<Vec<FoundPerson>, Failure> {
        let reading = self.store.read()?;
        if self.people.is_none() {
            self.people = Some(reading.people()?);
        }
        let found = self.people.as_ref().map(|people| people.find(text, MOST)).unwrap_or_default();
        let mut persons = Vec::with_capacity(found.len());
        for person in found {
            let payments = self.payments(&reading, &person.key)?;
            let masked_id =
                if person.key.starts_with('~') { String::new() } else { mask_id(&person.key) };
            persons.push(FoundPerson { name: person.names, masked_id, payments });
        }
        self.find_in_drafts(&reading, text.trim(), &mut persons)?;
        persons.truncate(MOST);
        Ok(persons)
    }

    fn payments(&self, reading: &Reading, key: &str) -> Result<Vec<Payment>, Failure> {
        let mut payments = Vec::new();
        for posting in reading.postings(key)?.into_iter().rev() {
            let dossier = reading.dossier(&posting.subject)?;
            let Some(Founding { key: roll, label }) = &dossier.founding else { continue };
            payments.push(Payment {
                batch: label.clone(),
                line: posting.line,
                programme: self.programme_name(roll),
                village: self.village(roll.division),
                period: posting.period,
                amount: posting.amount,
            });
        }
        Ok(payments)
    }

    fn programme_name(&self, roll: &RollKey) -> String {
        let programme = self.reference.programme(&roll.programme, roll.period.start());
        programme.map_or_else(|| roll.programme.clone(), |programme| programme.name.clone())
    }

    fn village(&self, code: crate::domain::reference::division::DivisionCode) -> String {
        let division = self.reference.division(code, self.now().date());
        division
            .map_or_else(|| code.to_string(), crate::domain::reference::division::Division::place)
    }

    /// Drafts are in no index; only those that no act rests on yet are opened.
    fn find_in_drafts(
        &self,
        reading: &Reading,
        text: &str,
        persons: &mut Vec<FoundPerson>,
    ) -> Result<(), Failure> {
        if text.is_empty() {
            return Ok(());
        }
        for draft in reading.unfounded_drafts()?.into_iter().rev() {
            let batch = self.batch_of(reading, draft)?;
            for line in self.rows(&batch)?.lines {
                let person = line.beneficiary();
                if !is_meant(&person.name, &person.id, &line.card, text) {
                    continue;
                }
                let payment = Payment {
                    batch: batch.name(),
                    line: line.no,
                    programme: batch.programme.clone(),
                    village: batch.village.clone(),
                    period: batch.draft.key.period,
                    amount: line.amount,
                };
                persons.push(FoundPerson {
                    name: person.name.clone(),
                    masked_id: mask_id(&person.id),
                    payments: vec![payment],
                });
                if persons.len() >= MOST {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

fn is_meant(name: &str, id: &str, card: &str, text: &str) -> bool {
    let upper = text.to_ascii_uppercase();
    if upper.bytes().all(|b| b.is_ascii_digit() || b == b'X') {
        return id.ends_with(&upper) || (!card.is_empty() && card.ends_with(text));
    }
    if text.is_ascii() {
        let initials: String =
            name.to_pinyin().flatten().map(pinyin::Pinyin::first_letter).collect();
        return initials.starts_with(&text.to_ascii_lowercase());
    }
    name.contains(text)
}
