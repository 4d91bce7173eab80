//! Folding: from the entries of an enquiry to the one enquiry.
use super::state::{Enquiry, evolve};
use crate::domain::dossier::{Past, permits};
use crate::domain::journal::fold_order::{self, Ordered};
use crate::domain::journal::{Body, FoldEntry};
use crate::domain::text::sentence::Spoken;

/// The enquiry of `entries`, which may come in any order.
#[must_use]
pub fn fold_enquiry(entries: Vec<FoldEntry>) -> Enquiry {
    let entries = fold_order::each_once(entries);
    let Ordered { order, heads, gaps, .. } = fold_order::of(&entries);
    let mut enquiry = Enquiry::default();
    for place in order {
        let Some(entry) = entries.get(place) else { continue };
        let refused = permits(Past::Enquiry(&enquiry), &entry.body, entry.known.as_ref()).err();
        let without_effect = refused.as_ref().map(|refusal| refusal.sentence().key.to_owned());
        enquiry.history.push(entry.event(without_effect));
        if refused.is_some() {
            continue;
        }
        match &entry.body {
            Body::Case(body) => evolve(&mut enquiry.cases, entry.id, body),
            Body::Retention(body) => body.erase(&mut enquiry.erased),
            // not about an enquiry: the table lets none of them through
            Body::Office(_)
            | Body::Disclosure(_)
            | Body::Posting(_)
            | Body::Batch(_)
            | Body::Money(_)
            | Body::Board(_)
            | Body::Unknown => {}
        }
    }
    Enquiry { heads, gaps, ..enquiry }
}
