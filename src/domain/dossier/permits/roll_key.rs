//! Which roll the entries of a batch may name.
use crate::domain::dossier::refusal::Refusal;
use crate::domain::dossier::state::Dossier;
use crate::domain::roll::RollKey;

/// A batch stays with its programme, village and period.
pub(super) fn same_key(past: &Dossier, key: &RollKey) -> Result<(), Refusal> {
    if past.key().is_none_or(|known| known == key) { Ok(()) } else { Err(Refusal::Misfit) }
}
