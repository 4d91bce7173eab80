//! What the checks know of other batches: read once and kept until an act changes it.
use crate::domain::checks::{OtherBatch, OtherPayment, OtherRoll};
use crate::domain::dossier::Founding;
use crate::domain::journal::Subject;
use crate::domain::reference::Reference;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::Quantity;
use crate::store::{KnownPeople, Posting, Reading, StoreError, programme_mark};
use rustc_hash::FxHashMap;
use std::sync::{Mutex, PoisonError};

/// What is read once and kept until an act changes what is known.
pub(super) struct Known {
    pub(super) people: KnownPeople,
    /// Mark of a programme in a posting -> its code.
    programmes: FxHashMap<[u8; 4], String>,
    rolls: Mutex<FxHashMap<Subject, OtherRoll>>,
}

impl Known {
    pub(super) fn new(people: KnownPeople, reference: &Reference) -> Self {
        let marked = reference
            .programmes
            .iter()
            .map(|programme| (programme_mark(&programme.code), programme.code.clone()));
        Self { people, programmes: marked.collect(), rolls: Mutex::default() }
    }

    /// Kept only once it was read: trouble is no answer to remember.
    pub(super) fn roll(&self, reading: &Reading, batch: Subject) -> Result<OtherRoll, StoreError> {
        // a panic while it was held left whole rolls in it
        let mut rolls = self.rolls.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(roll) = rolls.get(&batch) {
            return Ok(roll.clone());
        }
        let roll = read_roll(reading, batch)?;
        rolls.insert(batch, roll.clone());
        Ok(roll)
    }
}

/// The roll of a batch that a posting names: without its dossier the store is damaged.
pub(super) fn read_roll(reading: &Reading, batch: Subject) -> Result<OtherRoll, StoreError> {
    let dossier = here(reading.dossier(&batch))?.ok_or(StoreError::Damaged("dossier missing"))?;
    let quantity =
        dossier.submission().map_or(Quantity::ZERO, |submission| submission.body.totals.quantity);
    let founding = dossier.founding.ok_or(StoreError::Damaged("dossier without its roll"))?;
    let Founding { key, label } = founding;
    Ok(OtherRoll { name: label, key, quantity })
}

/// What is not in the store is `None`, what cannot be read stays an error.
pub(super) fn here<T>(read: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
    match read {
        Ok(there) => Ok(Some(there)),
        Err(StoreError::Unknown) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Known {
    pub(super) fn payment(
        &self,
        posting: &Posting,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Option<OtherPayment<'_>> {
        // reference sets only add: a code that none of them knows is no programme to compare with
        let programme = self.programmes.get(&posting.programme)?;
        let batch = OtherBatch::Filed(posting.subject);
        let paid =
            OtherPayment { batch, programme, period: posting.period, amount: posting.amount };
        is_meant(programme, posting.period).then_some(paid)
    }
}
