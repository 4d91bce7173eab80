//! What must be kept.
use crate::domain::dossier::{Dossier, Refusal, retention};
use crate::domain::values::hash::Hash;

pub(super) fn of_batch(past: &Dossier, blobs: &[Hash]) -> Result<(), Refusal> {
    if retention::is_closed(past) { Ok(()) } else { only_withdrawn(past, blobs) }
}

/// While the batch lives, only what was withdrawn from the public may be destroyed.
fn only_withdrawn(past: &Dossier, blobs: &[Hash]) -> Result<(), Refusal> {
    let gone = past.disclosures.iter().filter(|disclosed| disclosed.withdrawn_on.is_some());
    let gone: Vec<Hash> = gone
        .flat_map(|disclosed| [Some(disclosed.body.content), disclosed.body.paper_names])
        .flatten()
        .collect();
    if blobs.iter().all(|blob| gone.contains(blob)) { Ok(()) } else { Err(Refusal::NotClosed) }
}
