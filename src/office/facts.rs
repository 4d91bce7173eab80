//! What acts ask of the world: rows, disclosures, boards, the day, a grain of randomness. The runtime
//! answers; an answer that cannot be had is an error, never "nothing".
use super::batch::{Batch, Rows};
use super::board::KnownBoard;
use super::case::KnownCase;
use super::checked::Checked;
use super::target::{BatchName, BatchRef, BoardRef, CaseRef};
use crate::domain::board::PhotoView;
use crate::domain::case::Enquiry;
use crate::domain::disclosure::{Disclosure, PaperNames};
use crate::domain::dossier::{Disclosed, Dossier, Refusal};
use crate::domain::journal::{Author, EntryId, NewBlob, OfficeFounded, Subject, TerminalId};
use crate::domain::reference::Reference;
use crate::domain::roll::Line;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;

/// The office as an act finds it. One act sees one state: nothing changes between its questions.
pub trait Facts {
    /// Why an answer cannot be had, or why an act is refused.
    type Error: From<Refusal>;

    /// Roles and person of who acts.
    fn author(&self) -> Author;
    /// The day at +08:00.
    fn today(&self) -> Date;
    /// The office.
    fn office(&self) -> &OfficeFounded;
    /// The reference data in force.
    fn reference(&self) -> &Reference;
    /// What decisions name of it.
    fn rules(&self) -> Option<Hash>;
    /// 16 random bytes.
    ///
    /// # Errors
    /// The system has none.
    fn salt(&self) -> Result<[u8; 16], Self::Error>;

    /// A batch or draft by any of its names, as it is now.
    ///
    /// # Errors
    /// There is none; trouble with the store.
    fn batch(&self, name: &BatchName) -> Result<Batch, Self::Error>;
    /// All batches and drafts, newest first.
    ///
    /// # Errors
    /// Trouble with the store.
    fn batches(&self) -> Result<Vec<Batch>, Self::Error>;
    /// The dossier of a batch; of one that is not here an empty one.
    ///
    /// # Errors
    /// Trouble with the store.
    fn dossier(&self, batch: &Subject) -> Result<Dossier, Self::Error>;
    /// The rows as they stand: of the draft with its edits while it is open, else those handed in.
    ///
    /// # Errors
    /// Trouble with the store.
    fn rows(&self, batch: &Batch) -> Result<Rows, Self::Error>;
    /// Rows by their blob.
    ///
    /// # Errors
    /// Trouble with the store; destroyed.
    fn lines(&self, rows: Hash) -> Result<Vec<Line>, Self::Error>;
    /// What the checks find in these rows of the batch.
    ///
    /// # Errors
    /// Other batches cannot be asked; trouble with the store.
    fn checked(&self, batch: &Batch, rows: &Rows) -> Result<Checked, Self::Error>;
    /// Keyed hashes of everybody in the rows, each once.
    fn persons(&self, lines: &[Line]) -> Vec<Hash>;
    /// A blob of rows.
    ///
    /// # Errors
    /// No randomness; rows that cannot be written.
    fn rows_blob(&self, lines: &[Line]) -> Result<NewBlob, Self::Error>;

    /// A published content and the names of its paper.
    ///
    /// # Errors
    /// Trouble with the store; destroyed.
    fn published(
        &self,
        disclosed: &Disclosed,
    ) -> Result<(Disclosure, Option<PaperNames>), Self::Error>;
    /// Makes the paper once and scans paper and bytes: a missing glyph or a number of a person is
    /// found before anything is public.
    ///
    /// # Errors
    /// What stands in the way.
    fn proof(
        &self,
        content: (&Disclosure, Option<&PaperNames>),
        bytes: &[u8],
        on: Date,
    ) -> Result<(), Self::Error>;
    /// The office's signature over the bytes of a disclosure, as text.
    ///
    /// # Errors
    /// Trouble with the store.
    fn signature(&self, bytes: &[u8]) -> Result<String, Self::Error>;

    /// All boards, in the order of their founding.
    ///
    /// # Errors
    /// Trouble with the store.
    fn boards(&self) -> Result<Vec<KnownBoard>, Self::Error>;
    /// The whole register, oldest first.
    ///
    /// # Errors
    /// Trouble with the store.
    fn cases(&self) -> Result<Vec<KnownCase>, Self::Error>;
    /// An enquiry about no batch.
    ///
    /// # Errors
    /// There is none; trouble with the store.
    fn enquiry(&self, subject: &Subject) -> Result<Enquiry, Self::Error>;
    /// A photo of the user's, freed of all but the picture.
    ///
    /// # Errors
    /// No such file, or no photo.
    fn photo(&self, file: &str, view: PhotoView) -> Result<NewBlob, Self::Error>;

    /// Number for a line that is inserted: one more than any line of the draft ever had.
    ///
    /// # Errors
    /// Trouble with the store.
    fn next_line(&self, draft: u32) -> Result<u32, Self::Error>;
    /// Where this terminal's next entry will stand.
    ///
    /// # Errors
    /// Trouble with the store.
    fn next_entry(&self) -> Result<(TerminalId, u64), Self::Error>;
    /// How many batches have a running number.
    ///
    /// # Errors
    /// Trouble with the store.
    fn labels(&self) -> Result<u32, Self::Error>;
    /// Blobs that the entries of a subject name.
    ///
    /// # Errors
    /// Trouble with the store.
    fn blobs_of(&self, subject: &Subject) -> Result<Vec<Hash>, Self::Error>;
    /// What cannot be written as JSON is neither signed nor stored.
    fn unwritten(&self, error: serde_json::Error) -> Self::Error;
    /// What the store says of something that is not there.
    fn unknown(&self) -> Self::Error;

    /// The batch as it was on the screen: somebody else has not acted on it since.
    ///
    /// # Errors
    /// As [`Facts::batch`].
    fn seen_batch(&self, batch: &BatchRef) -> Result<Batch, Self::Error> {
        let found = self.batch(&batch.name)?;
        unchanged(batch.seen.as_deref(), &found.dossier.heads)?;
        Ok(found)
    }

    /// The case as it was on the screen.
    ///
    /// # Errors
    /// There is none; trouble with the store.
    fn seen_case(&self, case: &CaseRef) -> Result<KnownCase, Self::Error> {
        let wanted = case.no.trim();
        let mut cases = self.cases()?.into_iter();
        let found = cases.find(|known| known.case.raised.no == wanted);
        let known = found.ok_or_else(|| self.unknown())?;
        unchanged(case.seen.as_deref(), &known.heads)?;
        Ok(known)
    }

    /// The board as it was on the screen. A name that was given anew means the board in use.
    ///
    /// # Errors
    /// There is none; trouble with the store.
    fn seen_board(&self, board: &BoardRef) -> Result<KnownBoard, Self::Error> {
        let named = self.boards()?.into_iter().filter(|known| known.is_named(&board.name));
        let last = named.max_by_key(|known| known.board.retired_on.is_none());
        let known = last.ok_or_else(|| self.unknown())?;
        unchanged(board.seen.as_deref(), &known.board.heads)?;
        Ok(known)
    }
}

/// What was on the screen must still be so.
fn unchanged(seen: Option<&[EntryId]>, heads: &[EntryId]) -> Result<(), Refusal> {
    if seen.is_none_or(|seen| seen == heads) { Ok(()) } else { Err(Refusal::Stale) }
}
