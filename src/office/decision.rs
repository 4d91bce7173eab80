//! What the acts on one batch share: the subject, the entry, what is said.
use super::act::{Door, Plan, Spec};
use super::batch::Batch;
use super::facts::Facts;
use super::target::TargetKind;
use crate::domain::dossier::row_rules::RowFacts;
use crate::domain::dossier::{Disclosed, Refusal, retention};
use crate::domain::journal::{Body, EntrySubject, NewBlob, NewEntry, TakenBack};
use crate::domain::people::name::clean_text;
use crate::domain::values::hash::Hash;

/// An act on a batch that asks nothing.
pub(super) const fn plain(doors: &'static [Door]) -> Spec {
    Spec { fields: &[], private: None, doors }
}

/// A door to an act on one batch.
pub(super) const fn batch_door(words: &'static [&'static str], help: &'static str) -> Door {
    Door::new(words, TargetKind::Batch, help, "cli-json-act")
}

/// One entry into a batch that is there.
pub(super) fn into_batch(
    batch: &Batch,
    body: impl Into<Body>,
    blobs: Vec<NewBlob>,
) -> Result<Plan, Refusal> {
    let subject = batch.draft.subject.ok_or(Refusal::NothingThere)?;
    let target = EntrySubject::Known(subject);
    Ok(Plan::Entries(vec![NewEntry::new(target, batch.dossier.heads.clone(), body, blobs)]))
}

/// The office's words as a blob; they cannot be missing.
pub(super) fn reason_blob<F: Facts>(facts: &F, reason: &str) -> Result<NewBlob, F::Error> {
    let text = clean_text(reason);
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::NoReason.into());
    }
    Ok(NewBlob::new(facts.salt()?, text.as_bytes().to_vec()))
}

/// Lists that go, each with what stays public of it, and the blobs of that.
pub(super) struct Remains {
    pub lists: Vec<TakenBack>,
    pub blobs: Vec<NewBlob>,
}

impl Remains {
    /// Of these disclosures.
    pub(super) fn of<'d, F: Facts>(
        facts: &F,
        meant: impl Iterator<Item = &'d Disclosed>,
    ) -> Result<Self, F::Error> {
        let mut remains = Self { lists: Vec::new(), blobs: Vec::new() };
        for disclosed in meant {
            let (content, _) = facts.published(disclosed)?;
            let kept = retention::remains_of(&content).to_bytes();
            let kept = kept.map_err(|error| facts.unwritten(error))?;
            let blob = NewBlob::new(facts.salt()?, kept);
            let code = disclosed.body.code.clone();
            remains.lists.push(TakenBack { code, remains: blob.hash() });
            remains.blobs.push(blob);
        }
        Ok(remains)
    }
}

/// Who of the office stands in these rows, as far as the act asks: its author.
pub(super) fn users_in<F: Facts>(facts: &F, rows: Hash) -> Result<RowFacts, F::Error> {
    let persons = facts.persons(&facts.lines(rows)?);
    let author = facts.author().person;
    let users = persons.into_iter().filter(|person| *person == author).collect();
    Ok(RowFacts { users: Some(users), ..RowFacts::default() })
}
