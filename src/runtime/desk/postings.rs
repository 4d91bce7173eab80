//! 张贴 at the desk: what hangs on which board, taking it down, and recall orders until each is
//! confirmed with a photo.
use super::batch::{Batch, only};
use super::boards::{KnownBoard, NewPhoto, taken};
use super::error::DeskError;
use super::open::Desk;
use crate::domain::disclosure::Code;
use crate::domain::dossier::{Act, Disclosed, Posting, RecallReason, Refusal};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{EntryId, NewBlob, Posted, TakenDown};
use crate::domain::reference::calendar::notice_end;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::store::{Request, StoreError};

/// A posting under recall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenRecall {
    /// The batch.
    pub batch: Batch,
    /// What must come down.
    pub posting: Posting,
    /// The disclosure on it.
    pub disclosed: Disclosed,
    /// Where it hangs.
    pub board: KnownBoard,
    /// Since which day it must not hang.
    pub since: Date,
    /// Why.
    pub because: RecallReason,
}

impl Desk {
    /// Writes down that a disclosure was hung on a board: the one with this code, else the newest
    /// that is live.
    ///
    /// # Errors
    /// What the rules refuse; a file that is no photo.
    pub fn post(
        &mut self,
        batch: &Batch,
        code: Option<&Code>,
        board: &KnownBoard,
        on: Date,
        photos: &[NewPhoto<'_>],
    ) -> Result<Batch, DeskError> {
        let disclosed = match code {
            Some(code) => {
                batch.dossier.disclosure(code).ok_or(StoreError::from(Refusal::NoSuchDisclosure))?
            }
            None => batch.dossier.live_disclosure().ok_or(DeskError::NotPublished)?,
        };
        let (photos, blobs) = taken(photos)?;
        let through = self.through(batch, disclosed, on)?;
        let rules = self.rules.filter(|_| through.is_some());
        let body = Posted {
            board: board.subject,
            code: disclosed.body.code.clone(),
            on,
            through,
            photos,
            rules,
        };
        self.on_wall(batch, Act::Post { body, board: Box::new(board.board.clone()) }, blobs)
    }

    /// Last day of the notice as counted from a posting: its own days where it was late.
    fn through(
        &self,
        batch: &Batch,
        disclosed: &Disclosed,
        on: Date,
    ) -> Result<Option<Date>, DeskError> {
        let Some(notice) = disclosed.body.notice else { return Ok(None) };
        if on <= notice.from {
            return Ok(Some(notice.to));
        }
        let key = &batch.draft.key;
        let programme = self
            .reference
            .programme(&key.programme, disclosed.at.date())
            .ok_or(DeskError::UnknownProgramme)?;
        let rule = programme.notice;
        let days = if disclosed.body.revision > 1 { rule.days_again() } else { rule.days };
        Ok(Some(notice_end(on, days, notice.day_kind, &self.reference.holidays).last))
    }

    /// Writes down that it hangs there no longer. Under recall this is the confirmation, and needs
    /// a photo.
    ///
    /// # Errors
    /// What the rules refuse; a file that is no photo.
    pub fn take_down(
        &mut self,
        batch: &Batch,
        posting: EntryId,
        on: Date,
        photos: &[NewPhoto<'_>],
    ) -> Result<Batch, DeskError> {
        let (photos, blobs) = taken(photos)?;
        self.on_wall(batch, Act::TakeDown(TakenDown { posting, on, photos }), blobs)
    }

    fn on_wall(
        &mut self,
        batch: &Batch,
        act: Act,
        blobs: Vec<NewBlob>,
    ) -> Result<Batch, DeskError> {
        let subject = batch.draft.subject.ok_or(StoreError::from(Refusal::NothingThere))?;
        let seen = batch.dossier.heads.clone();
        let done = self.store.act(
            self.pen()?,
            vec![Request {
                target: EntrySubject::Known(subject),
                seen,
                act,
                blobs,
                draft: None,
                rows: None,
            }],
        )?;
        self.batch_after(batch, only(done)?)
    }

    /// Everything that hangs although it must not, oldest batch first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn recalls(&self) -> Result<Vec<OpenRecall>, DeskError> {
        let boards = self.boards(None)?;
        let mut open = Vec::new();
        for batch in self.batches()?.into_iter().rev() {
            for recall in batch.dossier.recalls() {
                let board = boards.iter().find(|known| known.subject == recall.posting.board);
                let Some((board, disclosed)) =
                    board.zip(batch.dossier.disclosure(&recall.posting.code))
                else {
                    continue;
                };
                let (posting, disclosed, board) =
                    (recall.posting.clone(), disclosed.clone(), board.clone());
                open.push(OpenRecall {
                    batch: batch.clone(),
                    posting,
                    disclosed,
                    board,
                    since: recall.since,
                    because: recall.because,
                });
            }
        }
        Ok(open)
    }

    /// Has the village a board in use?
    pub(super) fn has_board(&self, batch: &Batch) -> Result<bool, DeskError> {
        let today = self.now().date();
        Ok(self
            .boards(Some(batch.draft.key.division))?
            .iter()
            .any(|known| known.board.is_used_on(today)))
    }

    /// The picture that a posting, take-down or inspection names.
    ///
    /// # Errors
    /// Trouble with the store; erased.
    pub fn photo(&self, content: Hash) -> Result<Vec<u8>, DeskError> {
        Ok(self.store.read()?.blob(content)?)
    }
}
