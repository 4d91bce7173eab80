//! What a check asks of other batches: those submitted, and open drafts or rolls of the same import
//! beside the one looked at. What the store cannot answer is an error here, never "no other
//! payment": a batch that could not be compared must not pass.
use super::error::Failure;
use super::known::{Known, here, read_roll};
use super::open::Session;
use super::sibling_rolls::{Met, SiblingRolls};
use crate::domain::checks::{OtherBatch, OtherPayment, OtherPayments, OtherRoll, Unavailable};
use crate::domain::journal::Subject;
use crate::domain::roll::{BatchKind, Line};
use crate::domain::values::hash::Hash;
use crate::domain::values::period::Period;
use crate::store::{Reading, StoreError};
use rustc_hash::FxHashSet;

/// The batches and rolls that are not the one looked at.
pub(super) struct OtherBatches<'a, M = ()> {
    reading: &'a Reading,
    own: Option<Subject>,
    known: Option<&'a Known>,
    siblings: &'a SiblingRolls<M>,
    /// The place of the one looked at among them.
    place: Option<u32>,
}

impl From<StoreError> for Unavailable {
    fn from(error: StoreError) -> Self {
        Self::because(error)
    }
}

impl From<Unavailable> for Failure {
    /// The store's own error, which alone stands behind it: see `OtherBatches`.
    fn from(error: Unavailable) -> Self {
        let store = error.into_source().downcast::<StoreError>();
        Self::Store(store.map_or(StoreError::Damaged("other batches"), |store| *store))
    }
}

impl<M: Met> OtherPayments for OtherBatches<'_, M> {
    fn is_empty(&self) -> bool {
        self.known.is_none() && self.siblings.is_empty(self.place)
    }

    fn payments_of(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Result<Vec<OtherPayment<'_>>, Unavailable> {
        let mut paid = self.siblings.payments(id, self.place, is_meant);
        if let Some(known) = self.known {
            let postings = self.reading.postings(id)?.into_iter();
            paid.extend(
                postings
                    .filter(|posting| Some(posting.subject) != self.own)
                    .filter_map(|posting| known.payment(&posting, is_meant)),
            );
        }
        Ok(paid)
    }

    fn own(&self) -> Option<Subject> {
        self.own
    }

    fn roll(&self, batch: OtherBatch) -> Result<OtherRoll, Unavailable> {
        Ok(match batch {
            OtherBatch::Filed(subject) => match self.known {
                Some(known) => known.roll(self.reading, subject)?,
                None => read_roll(self.reading, subject)?,
            },
            OtherBatch::Beside(place) => {
                self.siblings.roll(place).cloned().ok_or(StoreError::Damaged("roll beside"))?
            }
        })
    }

    fn kind_of(&self, batch: Subject) -> Result<Option<BatchKind>, Unavailable> {
        let dossier = here(self.reading.dossier(&batch))?;
        Ok(dossier.and_then(|dossier| dossier.key().map(|key| key.kind)))
    }

    fn paid_lines(&self, batch: Subject) -> Result<Option<Vec<Line>>, Unavailable> {
        let paid = here(self.reading.dossier(&batch))?
            .and_then(|dossier| dossier.pay_list().map(|list| list.rows));
        self.lines(paid)
    }

    fn other_payee_of(&self, card: &str, payee: &str) -> Result<Option<String>, Unavailable> {
        let stored = self
            .known
            .and_then(|known| known.people.payee_of(card))
            .filter(|known| *known != payee);
        match stored {
            // a payee who is nowhere a beneficiary has no postings, and the finding no batch to name
            Some(known) => Ok(Some(self.batch_paying(known)?.unwrap_or_default())),
            None => Ok(self.siblings.other_payee(card, payee, self.place)),
        }
    }

    fn has_other_card(&self, payee: &str, card: &str) -> Result<bool, Unavailable> {
        let stored = self.known.is_some_and(|known| known.people.has_other_card(payee, card))
            && self.is_paid_elsewhere(payee)?;
        Ok(stored || self.siblings.has_other_card(payee, card, self.place))
    }

    fn has_other_name(&self, id: &str, name: &str) -> Result<bool, Unavailable> {
        let stored = self.known.is_some_and(|known| known.people.has_other_name(id, name))
            && self.is_paid_elsewhere(id)?;
        Ok(stored || self.siblings.has_other_name(id, name, self.place))
    }

    fn gone_from(
        &self,
        batch: OtherBatch,
        present: &FxHashSet<&str>,
    ) -> Result<Option<usize>, Unavailable> {
        let OtherBatch::Filed(subject) = batch else { return Ok(None) };
        let rows = here(self.reading.dossier(&subject))?.and_then(|dossier| dossier.rows());
        let Some(lines) = self.lines(rows)? else { return Ok(None) };
        let ids: FxHashSet<&str> =
            lines.iter().map(|line| line.beneficiary().id.as_str()).collect();
        Ok(Some(ids.iter().filter(|id| !id.is_empty() && !present.contains(*id)).count()))
    }
}

impl<M: Met> OtherBatches<'_, M> {
    /// The lines under a hash; `None` = no hash, or they were erased.
    fn lines(&self, rows: Option<Hash>) -> Result<Option<Vec<Line>>, Unavailable> {
        rows.map_or(Ok(None), |rows| Ok(here(self.reading.rows(rows))?))
    }

    /// Is the person known from another batch? The batch being checked may itself have been handed
    /// in before.
    fn is_paid_elsewhere(&self, id: &str) -> Result<bool, Unavailable> {
        let postings = self.reading.postings(id)?;
        Ok(postings.iter().any(|posting| Some(posting.subject) != self.own))
    }

    /// A batch with a line of this person, other than the roll's own.
    fn batch_paying(&self, id: &str) -> Result<Option<String>, Unavailable> {
        let postings = self.reading.postings(id)?;
        let other = postings.iter().find(|posting| Some(posting.subject) != self.own);
        other
            .map(|other| self.roll(OtherBatch::Filed(other.subject)).map(|roll| roll.name))
            .transpose()
    }
}

impl Session {
    pub(super) fn other_batches<'a, M>(
        &'a self,
        reading: &'a Reading,
        own: Option<Subject>,
        siblings: &'a SiblingRolls<M>,
        place: Option<u32>,
    ) -> Result<OtherBatches<'a, M>, Failure> {
        let known = if reading.knows_nobody()? { None } else { Some(self.known(reading)?) };
        Ok(OtherBatches { reading, own, known, siblings, place })
    }

    fn known(&self, reading: &Reading) -> Result<&Known, Failure> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let read = Known::new(reading.known_people()?, &self.reference);
        Ok(self.known.get_or_init(|| read))
    }
}
