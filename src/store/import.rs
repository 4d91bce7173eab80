//! Taking in a whole file in one transaction: a draft a roll, and, if asked, its submission. Rows are
//! packed on the caller's other thread; one message a batch gains nothing, so send them in chunks.
use super::act::{Pen, append, count_label, labels};
use super::blobs;
use super::draft_acts::{NewDraft, started};
use super::drafts::{self, Found};
use super::error::StoreError;
use super::fold::Folding;
use super::journal::{self, Chain, Target};
use super::store::Store;
use super::tables::Tables;
use crate::domain::dossier::{Act, Acting, Author, Dossier, FoldEntry, Refusal, decide};
use crate::domain::hash::Hash;
use crate::domain::journal::{Body, FindingCount, NewBlob, SubjectKind, Submitted};
use crate::domain::programme::NoticeTime;
use crate::domain::roll::{Line, RollKey, Totals};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// The rows of one roll, packed and named.
pub struct PackedRows {
    /// Name of the blob.
    pub hash: Hash,
    packed: Vec<u8>,
    lines: Vec<Line>,
}

impl PackedRows {
    /// Packs `lines`; the costly part of an import, made for another thread.
    ///
    /// # Errors
    /// Only if zstd cannot work at all.
    pub fn pack(lines: Vec<Line>, salt: [u8; 16]) -> Result<Self, StoreError> {
        let blob = NewBlob::new(salt, super::rows::to_content(&lines));
        Ok(Self { hash: blob.hash, packed: blobs::pack(&blob)?, lines })
    }
}

/// What a submission in the same act needs to know.
pub struct Submission {
    /// When the programme wants its notice.
    pub when: NoticeTime,
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
    totals: Totals,
    lines: Rc<[Line]>,
    rows: Hash,
    draft: u32,
}

/// An import under way.
pub struct Import<'i, 't> {
    tables: &'i mut Tables<'t>,
    pen: Pen<'i>,
    author: Author,
    folding: Folding,
    chain: Chain,
    /// The last entry waits: it is the one that is signed.
    waiting: Option<Waiting>,
    first_draft: u32,
    next_draft: u32,
    taken: FxHashMap<RollKey, u32>,
    labels: u32,
}

impl Store {
    /// Runs `work` over an import; everything or nothing is kept.
    ///
    /// # Errors
    /// What `work` says, or trouble with the file.
    pub fn import<E: From<StoreError>>(&self, pen: Pen<'_>, work: impl FnOnce(&mut Import<'_, '_>) -> Result<(), E>) -> Result<u32, E> {
        let mut trouble = None;
        let result = self.write(|tables| {
            let mut folding = Folding::default();
            let author = folding.author(tables, pen.author)?.ok_or(Refusal::UnknownAuthor)?;
            let open = drafts::all(&tables.drafts)?.into_iter().filter(|draft| draft.subject.is_none());
            let taken = open.map(|draft| (draft.key, draft.number)).collect();
            let (chain, next_draft, labels) = (journal::chain(&tables.meta)?, drafts::next_number(tables)?, labels(&tables.meta)?);
            let first = next_draft;
            let mut import = Import { tables, pen, author, folding, chain, waiting: None, first_draft: first, next_draft, taken, labels };
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
    /// [`StoreError::AlreadyHere`] if an open draft of the same programme, village and period exists.
    pub fn add(&mut self, key: RollKey, rows: &PackedRows, checked: (Totals, Found), by: Hash, source: &str) -> Result<u32, StoreError> {
        if let Some(&number) = self.taken.get(&key) {
            return Err(StoreError::AlreadyHere(number));
        }
        let number = self.next_draft;
        self.next_draft = number.saturating_add(1);
        blobs::put_packed(self.tables, rows.hash, &rows.packed)?;
        let blob = NewBlob { salt: [0; 16], content: Vec::new(), hash: rows.hash };
        let (totals, found) = checked;
        let new = NewDraft { key: key.clone(), rows: blob, totals, found, entered_by: by, source: source.to_owned() };
        drafts::put(self.tables, &started(number, new, self.pen.at))?;
        self.taken.insert(key, number);
        Ok(number)
    }

    /// More lines of a roll that this import has taken in before: the file is not sorted by roll. `check` looks at all
    /// lines together.
    ///
    /// # Errors
    /// [`StoreError::AlreadyHere`] if the roll is older than this import or submitted.
    pub fn extend<E: From<StoreError>>(
        &mut self,
        key: &RollKey,
        more: Vec<Line>,
        salt: [u8; 16],
        check: impl FnOnce(&[Line]) -> Result<(Totals, Found), E>,
    ) -> Result<(u32, Totals, Found), E> {
        let number = *self.taken.get(key).ok_or(StoreError::Unknown)?;
        let mut draft = drafts::get(&self.tables.drafts, number)?;
        if number < self.first_draft || draft.subject.is_some() || self.waiting.as_ref().is_some_and(|waiting| waiting.draft == number) {
            return Err(StoreError::AlreadyHere(number).into());
        }
        let content = blobs::get(&self.tables.blob_ids, &self.tables.blobs, draft.base)?;
        let mut lines = super::rows::from_content(&content)?;
        lines.extend(more);
        (draft.totals, draft.found) = check(&lines)?;
        blobs::remove(self.tables, draft.base)?;
        let rows = PackedRows::pack(lines, salt)?;
        blobs::put_packed(self.tables, rows.hash, &rows.packed)?;
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
        checked: (Totals, Found),
        source: &str,
        submission: Submission,
    ) -> Result<u32, StoreError> {
        let by = self.author.person;
        let number = self.add(key.clone(), &rows, checked, by, source)?;
        let (hash, lines): (Hash, Rc<[Line]>) = (rows.hash, rows.lines.into());
        self.submit_waiting(false)?;
        self.waiting = Some(Waiting { key, submission, totals: checked.0, lines, rows: hash, draft: number });
        Ok(number)
    }

    fn submit_waiting(&mut self, sign: bool) -> Result<(), StoreError> {
        let Some(Waiting { key, submission, totals, lines, rows, draft: number }) = self.waiting.take() else { return Ok(()) };
        self.labels = self.labels.saturating_add(1);
        let label = running_number(&submission.office, key.period.year(), &submission.letters, self.labels);
        let entered_by = vec![self.author.person];
        let Submission { when, findings, .. } = submission;
        let said = Submitted { key, label, rows, totals, findings, reasons: None, entered_by, when, notice: None };
        let act = Act::Submit { said: Box::new(said), notice_matches: false };
        let body = decide(&Dossier::default(), act, Acting { author: &self.author, seen: &[] })?;
        let (target, key) = (Target::New(SubjectKind::Batch), sign.then_some(self.pen.key));
        let (subject, id) = append(self.tables, &mut self.chain, self.pen, key, target, Vec::new(), &body)?;
        self.folding.know_rows(rows, lines);
        let entry = self.fold_entry(id, body);
        self.folding.refresh_new(self.tables, entry, &subject)?;
        self.folding.forget_rows();
        count_label(self.tables)?;
        let mut draft = drafts::get(&self.tables.drafts, number)?;
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
        std::mem::take(&mut self.folding.change).write(self.tables)?;
        journal::set_chain(self.tables, &self.chain)
    }
}

/// `140923104-2026-GD-0007`: always with letters, so that it is never taken for an ID or card number.
#[must_use]
pub fn running_number(office: &str, year: i16, letters: &str, number: u32) -> String {
    format!("{office}-{year}-{letters}-{number:04}")
}
