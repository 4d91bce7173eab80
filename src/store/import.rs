//! Taking in a whole file in one transaction: a draft a roll, and, if asked, its submission. Rows
//! are packed on the caller's other thread; one message a batch gains nothing, so send them in
//! chunks.
use super::act::{Signer, labels, set_labels};
use super::blobs;
use super::draft_acts::{NewDraft, started};
use super::drafts;
use super::error::StoreError;
use super::fold::Folding;
use super::journal::{self, Chain};
use super::store::Store;
use super::tables::Tables;
use crate::domain::dossier::{Act, Acting, Dossier, Past, Refusal, decide};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{Author, FoldEntry};
use crate::domain::journal::{
    Body, EntryId, FindingCount, NewBlob, ReviewSteps, SubjectKind, Submitted, TerminalId,
};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::{DraftRecord, FindingTotals, Line, RollKey, Totals};
use crate::domain::values::hash::Hash;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The rows of one roll, packed and named.
pub struct PackedRows {
    /// Name of the blob.
    pub hash: Hash,
    packed: Vec<u8>,
    lines: Vec<Line>,
}

/// Packs the rows of roll after roll; the costly part of an import, made for another thread.
pub struct RowsPacker(blobs::Packer);

impl RowsPacker {
    /// A packer.
    ///
    /// # Errors
    /// Only if zstd cannot work at all.
    pub fn new() -> Result<Self, StoreError> {
        blobs::Packer::new().map(Self)
    }

    /// Packs `lines`.
    ///
    /// # Errors
    /// Only if the lines cannot be written or zstd cannot work at all.
    pub fn pack(&mut self, lines: Vec<Line>, salt: [u8; 16]) -> Result<PackedRows, StoreError> {
        let blob = NewBlob::new(salt, super::rows::to_content(&lines)?);
        Ok(PackedRows { hash: blob.hash, packed: self.0.pack(&blob)?, lines })
    }
}

/// What a submission in the same act needs to know.
pub struct Submission {
    /// When the programme wants its notice.
    pub when: NoticeTime,
    /// How many desks decide.
    pub steps: ReviewSteps,
    /// The rules that it rests on.
    pub rules: Option<Hash>,
    /// What the checks found.
    pub findings: Vec<FindingCount>,
    /// Letters of the running number, e.g. `GD`.
    pub letters: String,
    /// Office in front of the running number.
    pub office: String,
}

/// A submission that waits until it is known whether it is the last.
struct Waiting {
    key: RollKey,
    submission: Submission,
    lines: Rc<[Line]>,
    draft: DraftRecord,
}

/// Hashes are in no order, and a key out of order costs redb several times more: they wait for the
/// end.
#[derive(Default)]
struct Names {
    entries: Vec<(EntryId, u64)>,
    blobs: Vec<(Hash, u64)>,
}

impl Names {
    fn write(&mut self, tables: &mut Tables<'_>, terminal: TerminalId) -> Result<(), StoreError> {
        self.entries.sort_unstable();
        for (id, seq) in self.entries.drain(..) {
            journal::name(tables, id, (terminal, seq))?;
        }
        self.blobs.sort_unstable();
        for (hash, number) in self.blobs.drain(..) {
            blobs::name(tables, hash, number)?;
        }
        Ok(())
    }
}

/// An import under way.
pub struct Import<'i, 't> {
    tables: &'i mut Tables<'t>,
    pen: Signer<'i>,
    author: Author,
    folding: Folding,
    chain: Chain,
    /// The last entry waits: it is the one that is signed.
    waiting: Option<Waiting>,
    first_draft: u32,
    next_draft: u32,
    taken: FxHashMap<RollKey, u32>,
    labels: u32,
    next_blob: u64,
    names: Names,
}

impl Store {
    /// Runs `work` over an import; everything or nothing is kept.
    ///
    /// # Errors
    /// What `work` says, or trouble with the file.
    pub fn import<E: From<StoreError>>(
        &self,
        pen: Signer<'_>,
        work: impl FnOnce(&mut Import<'_, '_>) -> Result<(), E>,
    ) -> Result<u32, E> {
        let mut trouble = None;
        let result = self.write(|tables| {
            let mut folding = Folding::default();
            let author = folding.author(tables, pen.author)?.ok_or(Refusal::UnknownAuthor)?;
            let taken = drafts::unfounded(&tables.drafts)?
                .into_iter()
                .map(|draft| (draft.key, draft.number))
                .collect();
            let (chain, next_draft, labels) = (
                journal::chain(&tables.meta)?,
                drafts::next_number(tables)?,
                labels(&tables.meta)?,
            );
            let (first, next_blob, names) =
                (next_draft, blobs::next_number(tables)?, Names::default());
            let mut import = Import {
                tables,
                pen,
                author,
                folding,
                chain,
                waiting: None,
                first_draft: first,
                next_draft,
                taken,
                labels,
                next_blob,
                names,
            };
            if let Err(error) = work(&mut import) {
                trouble = Some(error);
                return Err(StoreError::Stopped);
            }
            import.finish()?;
            Ok(import.next_draft.saturating_sub(first))
        });
        match (result, trouble) {
            (_, Some(error)) => Err(error),
            (Ok(count), None) => Ok(count),
            (Err(error), None) => Err(error.into()),
        }
    }
}

impl Import<'_, '_> {
    /// One roll becomes a draft.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] if an open draft of the same programme, village and period
    /// exists.
    pub fn add(
        &mut self,
        key: RollKey,
        rows: &PackedRows,
        checked: (Totals, FindingTotals),
        by: Hash,
        source: &str,
    ) -> Result<u32, StoreError> {
        let draft = self.draft(key, rows, checked, by, source)?;
        drafts::put(self.tables, &draft)?;
        Ok(draft.number)
    }

    /// The draft of a roll whose rows are stored with this; the draft itself is not yet.
    fn draft(
        &mut self,
        key: RollKey,
        rows: &PackedRows,
        checked: (Totals, FindingTotals),
        by: Hash,
        source: &str,
    ) -> Result<DraftRecord, StoreError> {
        if let Some(&number) = self.taken.get(&key) {
            return Err(StoreError::AlreadyHere(number));
        }
        let number = self.next_draft;
        self.next_draft = number.saturating_add(1);
        self.put_rows(rows)?;
        self.taken.insert(key.clone(), number);
        let blob = NewBlob { salt: [0; 16], content: Vec::new(), hash: rows.hash };
        let (totals, found) = checked;
        let new =
            NewDraft { key, rows: blob, totals, found, entered_by: by, source: source.to_owned() };
        Ok(started(number, new, self.pen.at))
    }

    fn put_rows(&mut self, rows: &PackedRows) -> Result<(), StoreError> {
        blobs::put_packed(self.tables, self.next_blob, &rows.packed)?;
        self.names.blobs.push((rows.hash, self.next_blob));
        self.next_blob = self.next_blob.saturating_add(1);
        Ok(())
    }

    /// More lines of a roll that this import has taken in before: the file is not sorted by roll.
    /// `check` looks at all lines together.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] if the roll is older than this import or submitted.
    pub fn extend<E: From<StoreError>>(
        &mut self,
        key: &RollKey,
        more: Vec<Line>,
        salt: [u8; 16],
        check: impl FnOnce(&[Line]) -> Result<(Totals, FindingTotals), E>,
    ) -> Result<(u32, Totals, FindingTotals), E> {
        let number = *self.taken.get(key).ok_or(StoreError::Unknown)?;
        let already_here = || StoreError::AlreadyHere(number);
        if number < self.first_draft
            || self.waiting.as_ref().is_some_and(|waiting| waiting.draft.number == number)
        {
            return Err(already_here().into());
        }
        let mut draft = drafts::get(&self.tables.drafts, number)?;
        if draft.subject.is_some() {
            return Err(already_here().into());
        }
        self.names.write(self.tables, self.chain.terminal)?;
        let content = blobs::get(&self.tables.blob_ids, &self.tables.blobs, draft.base)?;
        let mut lines = super::rows::from_content(&content)?;
        lines.extend(more);
        (draft.totals, draft.found) = check(&lines)?;
        blobs::remove(self.tables, draft.base)?;
        let rows = RowsPacker::new()?.pack(lines, salt)?;
        self.put_rows(&rows)?;
        draft.base = rows.hash;
        drafts::put(self.tables, &draft)?;
        Ok((number, draft.totals, draft.found))
    }

    /// One roll becomes a draft and is submitted at once.
    ///
    /// # Errors
    /// As [`Import::add`], and what the rules refuse.
    pub fn add_and_submit(
        &mut self,
        key: RollKey,
        rows: PackedRows,
        checked: (Totals, FindingTotals),
        source: &str,
        submission: Submission,
    ) -> Result<u32, StoreError> {
        let by = self.author.person;
        let draft = self.draft(key.clone(), &rows, checked, by, source)?;
        let number = draft.number;
        self.submit_waiting(false)?;
        self.waiting = Some(Waiting { key, submission, lines: rows.lines.into(), draft });
        Ok(number)
    }

    fn submit_waiting(&mut self, sign: bool) -> Result<(), StoreError> {
        let Some(Waiting { key, submission, lines, mut draft }) = self.waiting.take() else {
            return Ok(());
        };
        let (totals, rows) = (draft.totals, draft.base);
        self.labels = self.labels.saturating_add(1);
        let label =
            running_number(&submission.office, key.period.year(), &submission.letters, self.labels);
        let entered_by = vec![self.author.person];
        let Submission { when, steps, rules, findings, .. } = submission;
        let today = self.pen.at.date();
        let body = Submitted {
            key,
            label,
            rows,
            totals,
            findings,
            reasons: None,
            entered_by,
            when,
            notice: None,
            steps,
            rules,
        };
        let act =
            Act::Submit { body: Box::new(body), notice_matches: false, corrects_handed: false };
        let body = decide(
            Past::Batch(&Dossier::default()),
            act,
            Acting { author: &self.author, seen: &[], today },
        )?;
        let (target, key) = (EntrySubject::New(SubjectKind::Batch), sign.then_some(self.pen.key));
        let Signer { author, at, clock_doubtful, .. } = self.pen;
        let entry = journal::Draft {
            subject: target,
            saw: Vec::new(),
            body: &body,
            author: Some(author),
            at,
            clock_doubtful,
        };
        let (subject, id) = journal::append_unnamed(self.tables, &mut self.chain, &entry, key)?;
        self.names.entries.push((id, self.chain.seq));
        self.folding.know_rows(rows, lines);
        let entry = self.fold_entry(id, body);
        self.folding.refresh_new(self.tables, entry, &subject)?;
        self.folding.forget_rows();
        draft.subject = Some(subject);
        drafts::put(self.tables, &draft)
    }

    fn fold_entry(&self, id: Hash, body: Body) -> FoldEntry {
        let (terminal, seq, at) = (self.chain.terminal, self.chain.seq, self.pen.at);
        let kind = body.kind().to_owned();
        let (author, known) = (Some(self.pen.author), Some(self.author.clone()));
        FoldEntry { id, terminal, seq, saw: Vec::new(), at, author, known, body, kind }
    }

    fn finish(&mut self) -> Result<(), StoreError> {
        self.submit_waiting(true)?;
        self.names.write(self.tables, self.chain.terminal)?;
        set_labels(self.tables, self.labels)?;
        std::mem::take(&mut self.folding.change).write(self.tables)?;
        journal::set_chain(self.tables, &self.chain)
    }
}

/// `140923104-2026-GD-0007`: always with letters, so that it is never taken for an ID or card
/// number.
#[must_use]
pub fn running_number(office: &str, year: i16, letters: &str, number: u32) -> String {
    format!("{office}-{year}-{letters}-{number:04}")
}
