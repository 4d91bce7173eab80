//! What a check asks of other batches: those submitted, and open drafts or rolls of the same import
//! beside the one looked at.
use super::error::DeskError;
use super::open::Desk;
use super::sibling_rolls::SiblingRolls;
use crate::domain::checks::{Elsewhere, OtherBatch, OtherPayment, OtherRoll};
use crate::domain::dossier::Founding;
use crate::domain::journal::Subject;
use crate::domain::reference::Reference;
use crate::domain::roll::Line;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::Quantity;
use crate::store::{KnownPeople, Posting, Reading, programme_mark};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Mutex, PoisonError};

/// What is read once and kept until an act changes what is known.
pub(super) struct Known {
    people: KnownPeople,
    /// Mark of a programme in a posting -> its code.
    programmes: FxHashMap<[u8; 4], String>,
    rolls: Mutex<FxHashMap<Subject, Option<OtherRoll>>>,
}

impl Known {
    fn new(people: KnownPeople, reference: &Reference) -> Self {
        let marked = reference
            .programmes
            .iter()
            .map(|programme| (programme_mark(&programme.code), programme.code.clone()));
        Self { people, programmes: marked.collect(), rolls: Mutex::default() }
    }

    fn roll(&self, reading: &Reading, batch: Subject) -> Option<OtherRoll> {
        let mut rolls = self.rolls.lock().unwrap_or_else(PoisonError::into_inner);
        rolls.entry(batch).or_insert_with(|| read_roll(reading, batch)).clone()
    }
}

fn read_roll(reading: &Reading, batch: Subject) -> Option<OtherRoll> {
    let dossier = reading.dossier(&batch).ok()?;
    let quantity =
        dossier.submission().map_or(Quantity::ZERO, |submission| submission.body.totals.quantity);
    let Founding { key, label } = dossier.founding?;
    Some(OtherRoll { name: label, key, quantity })
}

/// The batches and rolls that are not the one looked at.
pub(super) struct OtherBatches<'a> {
    reading: &'a Reading,
    own: Option<Subject>,
    known: Option<&'a Known>,
    siblings: &'a SiblingRolls,
}

impl Elsewhere for OtherBatches<'_> {
    fn is_empty(&self) -> bool {
        self.known.is_none() && self.siblings.is_empty()
    }

    fn payments_of(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Vec<OtherPayment<'_>> {
        let mut paid = self.siblings.payments(id, is_meant);
        if let Some(known) = self.known {
            let postings = self.reading.postings(id).unwrap_or_default().into_iter();
            paid.extend(
                postings
                    .filter(|posting| Some(posting.subject) != self.own)
                    .filter_map(|posting| known.payment(&posting, is_meant)),
            );
        }
        paid
    }

    fn own(&self) -> Option<Subject> {
        self.own
    }

    fn paid_lines(&self, batch: Subject) -> Option<Vec<Line>> {
        let dossier = self.reading.dossier(&batch).ok()?;
        self.reading.rows(dossier.pay_list()?.rows).ok()
    }

    fn roll(&self, batch: OtherBatch) -> Option<OtherRoll> {
        match batch {
            OtherBatch::Filed(subject) => self.known?.roll(self.reading, subject),
            OtherBatch::Beside(place) => self.siblings.roll(place).cloned(),
        }
    }

    fn other_payee_of(&self, card: &str, payee: &str) -> Option<String> {
        let stored = self
            .known
            .and_then(|known| known.people.payee_of(card))
            .filter(|known| *known != payee);
        match stored {
            Some(known) => Some(self.batch_paying(known).unwrap_or_default()),
            None => self.siblings.other_payee(card, payee),
        }
    }

    fn has_other_card(&self, payee: &str, card: &str) -> bool {
        let stored = self.known.is_some_and(|known| known.people.has_other_card(payee, card))
            && self.is_paid_elsewhere(payee);
        stored || self.siblings.has_other_card(payee, card)
    }

    fn has_other_name(&self, id: &str, name: &str) -> bool {
        let stored = self.known.is_some_and(|known| known.people.has_other_name(id, name))
            && self.is_paid_elsewhere(id);
        stored || self.siblings.has_other_name(id, name)
    }

    fn gone_from(&self, batch: OtherBatch, present: &FxHashSet<&str>) -> Option<usize> {
        let OtherBatch::Filed(subject) = batch else { return None };
        let lines = self.reading.rows(self.reading.dossier(&subject).ok()?.rows()?).ok()?;
        let ids: FxHashSet<&str> =
            lines.iter().map(|line| line.beneficiary().id.as_str()).collect();
        Some(ids.iter().filter(|id| !id.is_empty() && !present.contains(*id)).count())
    }
}

impl Known {
    fn payment(
        &self,
        posting: &Posting,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Option<OtherPayment<'_>> {
        let programme = self.programmes.get(&posting.programme)?;
        let batch = OtherBatch::Filed(posting.subject);
        let paid =
            OtherPayment { batch, programme, period: posting.period, amount: posting.amount };
        is_meant(programme, posting.period).then_some(paid)
    }
}

impl OtherBatches<'_> {
    /// Is the person known from another batch than the one looked at, which may have been handed in
    /// before?
    fn is_paid_elsewhere(&self, id: &str) -> bool {
        self.reading
            .postings(id)
            .is_ok_and(|postings| postings.iter().any(|posting| Some(posting.subject) != self.own))
    }

    /// A batch with a line of this person, other than the roll's own.
    fn batch_paying(&self, id: &str) -> Option<String> {
        let postings = self.reading.postings(id).ok()?;
        let other = postings.iter().find(|posting| Some(posting.subject) != self.own)?;
        Some(self.known?.roll(self.reading, other.subject)?.name)
    }
}

impl Desk {
    pub(super) fn elsewhere<'a>(
        &'a self,
        reading: &'a Reading,
        own: Option<Subject>,
        siblings: &'a SiblingRolls,
    ) -> Result<OtherBatches<'a>, DeskError> {
        let known = if reading.knows_nobody()? { None } else { Some(self.known(reading)?) };
        Ok(OtherBatches { reading, own, known, siblings })
    }

    fn known(&self, reading: &Reading) -> Result<&Known, DeskError> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let read = Known::new(reading.known_people()?, &self.reference);
        Ok(self.known.get_or_init(|| read))
    }
}
