//! What stands beside a disclosure on the site: the others of its batch, the boards where it hangs.
use super::heading::Item;
use super::history::History;
use super::pages::Companion;
use super::village_input::{BoardShown, PostingShown};
use super::{Site, words};
use crate::domain::disclosure::DisclosureStage;
use crate::domain::roll::BatchKind;
use std::collections::BTreeMap;

/// What stands beside a disclosure: the others of its batch, the boards where it hangs.
pub(super) struct Beside<'i, 'a> {
    /// The newest of each chain, by batch.
    batches: BTreeMap<&'i str, Vec<&'i Item<'a>>>,
    /// The newest of batches that correct this one.
    corrections: BTreeMap<String, Vec<&'i Item<'a>>>,
    postings: BTreeMap<&'i str, Vec<(&'i BoardShown, &'i PostingShown)>>,
}

impl<'i, 'a> Beside<'i, 'a> {
    pub fn of(site: &'i Site<'a>, items: &'i [Item<'a>], history: &History<'i, 'a>) -> Self {
        let mut batches: BTreeMap<&str, Vec<&Item<'_>>> = BTreeMap::new();
        let mut corrections: BTreeMap<String, Vec<&Item<'_>>> = BTreeMap::new();
        for item in items.iter().filter(|item| history.next(item).is_none()) {
            batches.entry(&item.heading.subject).or_default().push(item);
            if let BatchKind::Correction(subject) = item.heading.kind {
                corrections.entry(subject.to_string()).or_default().push(item);
            }
        }
        let mut postings: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for board in site.villages.iter().flat_map(|village| &village.boards) {
            for posting in &board.postings {
                postings.entry(posting.code.as_str()).or_default().push((board, posting));
            }
        }
        for list in postings.values_mut() {
            list.sort_by_key(|(_, posting)| posting.from);
        }
        Self { batches, corrections, postings }
    }

    /// The other stage of the batch, the batch that it corrects, those that correct it.
    pub fn companions(&self, item: &Item<'_>) -> Vec<Companion> {
        let own = self.batches.get(item.heading.subject.as_str()).into_iter().flatten();
        let own = own
            .filter(|other| other.heading.stage != item.heading.stage)
            .map(|other| companion(words::stage(other.heading.stage), other));
        let corrected = match item.heading.kind {
            BatchKind::Correction(subject) => self.batches.get(subject.to_string().as_str()),
            BatchKind::Normal | BatchKind::Arrears => None,
        };
        let corrected =
            corrected.into_iter().flatten().map(|other| companion("被更正的批次", other));
        let correcting = self.corrections.get(&item.heading.subject).into_iter().flatten();
        own.chain(corrected)
            .chain(correcting.map(|other| companion("更正发放的批次", other)))
            .collect()
    }

    /// Where it hangs and hung, with the days.
    pub fn postings(&self, item: &Item<'_>) -> Vec<String> {
        let told = self.postings.get(item.published.code.as_str()).into_iter().flatten();
        told.map(|(board, posting)| {
            format!(
                "{}（{}）：{}",
                board.place,
                words::board_kind(board.kind),
                words::posting(posting)
            )
        })
        .collect()
    }

    /// The batches of `items` in their order, each with its notice before its result.
    pub fn batches_of(&self, items: &[&'i Item<'a>]) -> Vec<Vec<&'i Item<'a>>> {
        let mut seen: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for item in items {
            let subject = item.heading.subject.as_str();
            if !seen.contains(&subject) {
                seen.push(subject);
                let mut batch = self.batches.get(subject).cloned().unwrap_or_default();
                batch.sort_by_key(|item| {
                    (item.heading.stage == DisclosureStage::Result, item.published.published_on)
                });
                found.push(batch);
            }
        }
        found
    }
}

fn companion(word: &'static str, other: &Item<'_>) -> Companion {
    let code = &other.published.code;
    Companion { word, code: code.to_string(), title: other.title(), check_code: code.check_code() }
}
