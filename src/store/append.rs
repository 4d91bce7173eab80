//! Writing the entries of an act: ask the rules, append, fold, commit; all of it or nothing.
use super::blobs;
use super::drafts;
use super::erase;
use super::error::StoreError;
use super::fold::Folding;
use super::journal::{self, Chain};
use super::store::Store;
use super::tables::Tables;
use crate::domain::dossier::{Refusal, SubjectState, permits};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{Body, EntryId, NewEntry, Subject, SubjectKind};
use crate::domain::roll::{DraftChange, DraftRecord};
use crate::domain::values::timestamp::Timestamp;
use crate::store::dossier_rows;
use crate::vault::SigningKey;
use redb::ReadableTable;

/// Who writes, with which key, at what the clock says.
#[derive(Clone, Copy)]
pub struct Signer<'a> {
    /// Id of the author's user entry.
    pub author: EntryId,
    /// The author's key.
    pub key: &'a SigningKey,
    /// The clock.
    pub at: Timestamp,
    /// The clock is doubtful (before the build, before the last entry, a day ahead of all).
    pub clock_doubtful: bool,
}

/// What an act left. It is made before the commit, so that nothing has to be read afterwards: a
/// failed reading would report trouble although the entry was kept.
#[derive(Debug, Clone)]
pub struct Acted {
    /// What the act was about.
    pub subject: Subject,
    /// As it stands now.
    pub state: SubjectState,
    /// The draft, if the act changed it.
    pub draft: Option<DraftRecord>,
}

impl Store {
    /// Writes entries that belong together, in one transaction; the rules are asked once more inside
    /// it. Only the last entry is signed, the chain covers the others, which are valid only with it.
    ///
    /// # Errors
    /// [`StoreError::Refused`] with the first refusal, or trouble with the file; nothing is kept
    /// then.
    pub fn append(
        &self,
        signer: Signer<'_>,
        entries: Vec<NewEntry>,
    ) -> Result<Vec<Acted>, StoreError> {
        self.write(|tables| {
            let mut folding = Folding::default();
            let mut chain = journal::chain(&tables.meta)?;
            let last = entries.len().saturating_sub(1);
            let mut done = Vec::with_capacity(entries.len());
            for (place, entry) in entries.into_iter().enumerate() {
                let key = (place == last).then_some(signer.key);
                done.push(append_one(tables, &mut folding, &mut chain, signer, key, entry)?);
            }
            folding.change.write(tables)?;
            journal::set_chain(tables, &chain)?;
            Ok(done)
        })
    }
}

fn append_one(
    tables: &mut Tables<'_>,
    folding: &mut Folding,
    chain: &mut Chain,
    signer: Signer<'_>,
    key: Option<&SigningKey>,
    entry: NewEntry,
) -> Result<Acted, StoreError> {
    let before = match entry.target {
        EntrySubject::Known(subject) => current(tables, folding, &subject)?,
        EntrySubject::New(kind) => SubjectState::empty(kind).ok_or(Refusal::Misfit)?,
    };
    let author = folding.author(tables, signer.author)?.ok_or(Refusal::UnknownAuthor)?;
    // Somebody wrote to this subject after the author looked at it.
    if before.past().heads() != entry.seen {
        return Err(Refusal::Stale.into());
    }
    if entry.body.confirmed_day().is_some_and(|day| day > signer.at.date()) {
        return Err(Refusal::FutureDay.into());
    }
    permits(before.past(), &entry.body, Some(&author))?;
    for blob in &entry.blobs {
        blobs::put(tables, blob)?;
    }
    if let Some((hash, lines)) = entry.rows {
        // The fold below indexes these lines; it would otherwise unpack the blob that was just
        // stored.
        folding.know_rows(hash, lines);
    }
    let (subject, _) = append(tables, chain, signer, key, entry.target, entry.seen, &entry.body)?;
    let state = folding.refresh(tables, &subject)?.ok_or(Refusal::Misfit)?;
    folding.forget_rows();
    let draft =
        entry.draft.map(|change| follow(tables, &change, subject, signer.at)).transpose()?;
    if entry.target == EntrySubject::New(SubjectKind::Batch) {
        // Counted in the same transaction: no two batches get one running number.
        count_label(tables)?;
    }
    Ok(Acted { subject, state, draft })
}

/// Appends an entry of this author.
pub(super) fn append(
    tables: &mut Tables<'_>,
    chain: &mut Chain,
    pen: Signer<'_>,
    key: Option<&SigningKey>,
    subject: EntrySubject,
    saw: Vec<EntryId>,
    body: &Body,
) -> Result<(Subject, EntryId), StoreError> {
    let Signer { author, at, clock_doubtful, .. } = pen;
    journal::append(
        tables,
        chain,
        &journal::UnsignedEntry { subject, saw, body, author: Some(author), at, clock_doubtful },
        key,
    )
}

/// The subject as it stands; folded anew if its row is missing. A damaged row is an error like one
/// that cannot be read: what the indexes took from it is not known, so only `rebuild` mends it.
fn current(
    tables: &mut Tables<'_>,
    folding: &mut Folding,
    subject: &Subject,
) -> Result<SubjectState, StoreError> {
    let row = dossier_rows::get(&tables.dossiers, subject)?;
    match row {
        Some(folded) => Ok(folded),
        None if journal::of_subject(
            &tables.subjects,
            &tables.entry_ids,
            &tables.entries,
            subject,
        )?
        .is_empty() =>
        {
            Err(StoreError::Unknown)
        }
        None => Ok(folding.refresh(tables, subject)?.ok_or(Refusal::Misfit)?),
    }
}

fn follow(
    tables: &mut Tables<'_>,
    change: &DraftChange,
    subject: Subject,
    at: Timestamp,
) -> Result<DraftRecord, StoreError> {
    let mut draft = drafts::get(&tables.drafts, change.number)?;
    draft.subject = Some(subject);
    draft.at = at;
    let Some(base) = change.base else {
        drafts::put(tables, &draft)?;
        return Ok(draft);
    };
    let former = draft.base;
    drafts::settle(tables, &mut draft, base, &change.kept)?;
    if former != base {
        erase::drop_unnamed(tables, &subject, former)?;
    }
    Ok(draft)
}

const LABELS: &[u8] = b"labels";

/// How many batches this store has founded; the next one's running number is one more.
pub(super) fn labels(
    meta: &impl ReadableTable<&'static [u8], &'static [u8]>,
) -> Result<u32, StoreError> {
    meta.get(LABELS)?.map_or(Ok(0), |row| super::codec::from_row(LABELS, row.value()))
}

fn count_label(tables: &mut Tables<'_>) -> Result<(), StoreError> {
    let next = labels(&tables.meta)?.saturating_add(1);
    tables.meta.insert(LABELS, super::codec::to_row(LABELS, &next)?.as_slice())?;
    Ok(())
}
