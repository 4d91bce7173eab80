//! What one entry changes in the dossier (evolve), in a file for each subject. Total: whatever it
//! says, the dossier stays a dossier.
mod batch;
mod disclosure;
mod money;
mod promise;

use super::posting;
use super::state::{Dossier, Founding};
use crate::domain::case;
use crate::domain::journal::{Body, FoldEntry};
use crate::domain::roll::RollKey;

/// Does it decide where the batch stands? Two that were made apart are a conflict; records of the
/// wall and of cases are not.
pub(super) const fn decides(body: &Body) -> bool {
    match body {
        Body::Batch(_) | Body::Money(_) => true,
        Body::Disclosure(body) => disclosure::decides(body),
        Body::Posting(_)
        | Body::Retention(_)
        | Body::Case(_)
        | Body::Office(_)
        | Body::Board(_)
        | Body::Unknown => false,
    }
}

pub(super) fn evolve(state: &mut Dossier, entry: &FoldEntry) {
    match &entry.body {
        Body::Disclosure(body) => disclosure::evolve(state, entry, body),
        Body::Posting(body) => posting::evolve(&mut state.postings, entry.id, body),
        Body::Batch(body) => batch::evolve(state, entry, body),
        Body::Money(body) => money::evolve(state, entry.id, body),
        Body::Retention(body) => body.erase(&mut state.erased),
        Body::Case(body) => {
            case::evolve(&mut state.cases, entry.id, body);
            promise::keep(state, body);
        }
        // not about a batch: the table lets none of them through
        Body::Office(_) | Body::Board(_) | Body::Unknown => {}
    }
}

/// The first entry that names the batch does so for good.
fn found(state: &mut Dossier, key: &RollKey, label: &str) {
    state.founding.get_or_insert_with(|| Founding { key: key.clone(), label: label.to_owned() });
}
