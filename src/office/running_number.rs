//! The office's running numbers: `140923104-2026-GD-0007`.
use super::batch::Batch;
use super::facts::Facts;
use crate::domain::roll::running_number;

/// The batch's running number; a new one counts on from what stands in the store and the `ahead`
/// others of the same act.
pub(super) fn label<F: Facts>(facts: &F, batch: &Batch, ahead: u32) -> Result<String, F::Error> {
    if let Some(label) = batch.dossier.label() {
        return Ok(label.to_owned());
    }
    let number = facts.labels()?.saturating_add(ahead).saturating_add(1);
    let office = facts.office().division.short();
    let letters = running_number::letters(&batch.programme);
    Ok(running_number::of(&office, batch.draft.key.period.year(), &letters, number))
}
