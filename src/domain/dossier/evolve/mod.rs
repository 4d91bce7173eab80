//! What one entry changes in the dossier (evolve), in a file for each subject. Total: whatever it
//! says, the dossier stays a dossier.
mod batch;
mod disclosure;
mod founding;
mod money;
mod promise;

use super::posting;
use super::state::Dossier;
use crate::domain::case;
use crate::domain::journal::{Body, FoldEntry};

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
