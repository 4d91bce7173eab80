//! 公开栏 at the desk: setting them up, looking after them, 本期无事项, and what hangs where.
use super::error::DeskError;
use super::open::Desk;
use crate::documents::photo;
use crate::domain::board::{BoardColumn, Condition, Photo, PhotoView};
use crate::domain::dossier::{Act, Refusal};
use crate::domain::journal::EntrySubject;
use crate::domain::journal::{
    BoardDescribed, BoardInspected, BoardRetired, NewBlob, NothingToReport, Subject, SubjectKind,
};
use crate::domain::reference::division::{DivisionCode, Level};
use crate::domain::values::date::Date;
use crate::domain::values::period::Period;
pub use crate::office::board::KnownBoard;
use crate::runtime::entropy::salt;
use crate::store::{Request, StoreError};

/// A photo as it comes from the camera.
#[derive(Debug, Clone, Copy)]
pub struct NewPhoto<'a> {
    /// JPEG or PNG.
    pub bytes: &'a [u8],
    /// Near or far.
    pub view: PhotoView,
}

impl Desk {
    /// All boards of a village or township, in the order of their founding; `None` = all.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn boards(&self, within: Option<DivisionCode>) -> Result<Vec<KnownBoard>, DeskError> {
        let today = self.now().date();
        let known = self.store.read()?.boards()?.into_iter().map(|(subject, board)| {
            let code = board.described.as_ref().map(|described| described.division);
            let village = code.map(|code| self.place_name(code, today)).unwrap_or_default();
            KnownBoard { subject, board, village }
        });
        let is_within = |known: &KnownBoard| {
            within.is_none_or(|place| {
                known.described().is_some_and(|described| place.holds(described.division))
            })
        };
        Ok(known.filter(is_within).collect())
    }

    pub(super) fn place_name(&self, code: DivisionCode, day: Date) -> String {
        self.reference
            .division(code, day)
            .map_or_else(|| code.to_string(), crate::domain::reference::division::Division::place)
    }

    /// The board that `name` names: `W-...` or `段村/村委会门口栏`. A name that was given anew
    /// means the board in use.
    ///
    /// # Errors
    /// [`StoreError::Unknown`].
    pub fn board(&self, name: &str) -> Result<KnownBoard, DeskError> {
        let subject = Subject::parse(name).ok();
        let named =
            |known: &KnownBoard| subject == Some(known.subject) || known.name() == name.trim();
        let named: Vec<KnownBoard> = self.boards(None)?.into_iter().filter(named).collect();
        let last = named.into_iter().max_by_key(|known| known.board.retired_on.is_none());
        Ok(last.ok_or(StoreError::Unknown)?)
    }

    /// Sets up a board.
    ///
    /// # Errors
    /// What the rules refuse; [`DeskError::UnknownDivision`] if it is no village of today;
    /// [`DeskError::BoardNamed`] if the village has one of this name.
    pub fn add_board(&mut self, described: BoardDescribed) -> Result<KnownBoard, DeskError> {
        let is_village = described.division.level() == Level::Village;
        let village =
            self.reference.division(described.division, self.now().date()).filter(|_| is_village);
        village.ok_or(DeskError::UnknownDivision)?;
        self.is_free(&described, None)?;
        self.board_act(
            EntrySubject::New(SubjectKind::Board),
            Vec::new(),
            Act::DescribeBoard(described),
            Vec::new(),
        )
    }

    /// Changes a board's particulars.
    ///
    /// # Errors
    /// As [`Desk::add_board`].
    pub fn change_board(
        &mut self,
        known: &KnownBoard,
        described: BoardDescribed,
    ) -> Result<KnownBoard, DeskError> {
        self.is_free(&described, Some(known.subject))?;
        self.on_board(known, Act::DescribeBoard(described), Vec::new())
    }

    /// Names tell the boards of a village apart.
    fn is_free(&self, described: &BoardDescribed, but: Option<Subject>) -> Result<(), DeskError> {
        let taken = self.boards(Some(described.division))?.into_iter().any(|known| {
            let same = known.described().is_some_and(|there| there.name == described.name);
            same && known.board.retired_on.is_none() && Some(known.subject) != but
        });
        if taken { Err(DeskError::BoardNamed) } else { Ok(()) }
    }

    /// Gives a board up.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn retire_board(&mut self, known: &KnownBoard, on: Date) -> Result<KnownBoard, DeskError> {
        self.on_board(known, Act::RetireBoard(BoardRetired { on }), Vec::new())
    }

    /// Writes down what a board was like.
    ///
    /// # Errors
    /// What the rules refuse; a file that is no photo.
    pub fn inspect_board(
        &mut self,
        known: &KnownBoard,
        on: Date,
        condition: Condition,
        photos: &[NewPhoto<'_>],
    ) -> Result<KnownBoard, DeskError> {
        let (photos, blobs) = taken(photos)?;
        self.on_board(known, Act::InspectBoard(BoardInspected { on, condition, photos }), blobs)
    }

    /// 本期无事项.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn nothing_to_report(
        &mut self,
        known: &KnownBoard,
        column: BoardColumn,
        period: Period,
        on: Date,
    ) -> Result<KnownBoard, DeskError> {
        self.on_board(
            known,
            Act::NothingToReport(NothingToReport { column, period, on }),
            Vec::new(),
        )
    }

    fn on_board(
        &mut self,
        known: &KnownBoard,
        act: Act,
        blobs: Vec<NewBlob>,
    ) -> Result<KnownBoard, DeskError> {
        self.board_act(EntrySubject::Known(known.subject), known.board.heads.clone(), act, blobs)
    }

    fn board_act(
        &mut self,
        target: EntrySubject,
        seen: Vec<crate::domain::journal::EntryId>,
        act: Act,
        blobs: Vec<NewBlob>,
    ) -> Result<KnownBoard, DeskError> {
        let done = self.store.act(
            self.pen()?,
            vec![Request { target, seen, act, blobs, draft: None, rows: None }],
        )?;
        let done = done.into_iter().next().ok_or(StoreError::from(Refusal::Misfit))?;
        self.board(&done.subject.to_string())
    }
}

/// Checks photos, frees them of all but the picture, and makes blobs of them.
pub(super) fn taken(photos: &[NewPhoto<'_>]) -> Result<(Vec<Photo>, Vec<NewBlob>), DeskError> {
    let mut named = Vec::with_capacity(photos.len());
    let mut blobs = Vec::with_capacity(photos.len());
    for new in photos {
        let clean = photo::clean(new.bytes)?;
        let blob = NewBlob::new(salt()?, clean.bytes);
        named.push(Photo { content: blob.hash, view: new.view });
        blobs.push(blob);
    }
    Ok((named, blobs))
}
