//! Beginning a roll without a file: empty, or from an earlier batch.
use super::batch::{Batch, BatchName};
use super::error::DeskError;
use super::open::Desk;
use super::sibling_rolls::SiblingRolls;
use crate::domain::dossier::Refusal;
use crate::domain::people::user::Role;
use crate::domain::reference::division::{DivisionCode, Level};
use crate::domain::roll::FindingTotals;
use crate::domain::roll::{BatchKind, Line, Renewal, RollKey, Totals};
use crate::domain::values::period::Period;
use crate::runtime::entropy::salt;
use crate::store::{NewDraft, StoreError, rows};

/// A roll that is typed rather than imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRoll {
    /// Code, name or alias.
    pub programme: String,
    /// The village.
    pub division: DivisionCode,
    /// What is paid for.
    pub period: Period,
    /// Normal or arrears.
    pub kind: BatchKind,
    /// Begin with the lines of the last batch of the same programme and village.
    pub from_last: bool,
}

impl Desk {
    /// A draft without lines, or with those of the last batch of the same programme and village.
    ///
    /// # Errors
    /// Programme or village unknown, no earlier batch, or
    /// [`crate::store::StoreError::AlreadyHere`].
    pub fn new_roll(&mut self, asked: &NewRoll) -> Result<Batch, DeskError> {
        self.needs(Role::Clerk)?;
        let programme = self
            .reference
            .programme_named(&asked.programme)
            .ok_or(DeskError::UnknownProgramme)?
            .code
            .clone();
        let is_village = asked.division.level() == Level::Village;
        let village =
            self.reference.division(asked.division, asked.period.start()).filter(|_| is_village);
        village.ok_or(DeskError::UnknownDivision)?;
        let key =
            RollKey { programme, division: asked.division, period: asked.period, kind: asked.kind };
        if asked.from_last {
            let last = self.last_of(&key)?.ok_or(DeskError::NoEarlierBatch)?;
            return self.begin_from(&last, key);
        }
        self.start_draft(key, &[], "typed")
    }

    /// A draft for `period` from the rows of an earlier batch: last season's roll is the usual
    /// beginning.
    ///
    /// # Errors
    /// [`crate::store::StoreError::AlreadyHere`].
    pub fn new_from(&mut self, batch: &Batch, period: Period) -> Result<Batch, DeskError> {
        let key = &batch.draft.key;
        self.begin_from(batch, RollKey::normal(key.programme.clone(), key.division, period))
    }

    fn begin_from(&mut self, batch: &Batch, key: RollKey) -> Result<Batch, DeskError> {
        let from = batch.draft.key.period;
        let programme = |period: Period| self.reference.programme(&key.programme, period.start());
        let (before, after) = (programme(from), programme(key.period));
        let renewal = Renewal { before, after, division: key.division, from, to: key.period };
        let lines: Vec<Line> =
            self.rows(batch)?.lines.into_iter().map(|line| renewal.line(line)).collect();
        self.start_draft(key, &lines, &batch.name())
    }

    /// The latest batch of the same programme and village; one that pays for the usual before
    /// arrears and corrections.
    fn last_of(&self, key: &RollKey) -> Result<Option<Batch>, DeskError> {
        let same = |earlier: &RollKey| {
            earlier.programme == key.programme && earlier.division == key.division
        };
        let reading = self.store.read()?;
        let drafts =
            reading.drafts()?.into_iter().filter(|draft| same(&draft.key) && draft.key != *key);
        let last = drafts.max_by_key(|draft| {
            (draft.key.kind.is_normal(), draft.key.period.start(), draft.number)
        });
        last.map(|draft| self.batch(&BatchName::Draft(draft.number))).transpose()
    }

    /// 更正批次: a roll that corrects lines of a batch that is with the finance bureau, copied from
    /// what was paid.
    ///
    /// # Errors
    /// The batch was never handed over; none of the lines is in it; a correction is already being
    /// made.
    pub fn correct(&mut self, batch: &Batch, lines: &[u32]) -> Result<Batch, DeskError> {
        let (subject, paid) = batch
            .draft
            .subject
            .zip(batch.dossier.pay_list())
            .ok_or(StoreError::from(Refusal::NothingToCorrect))?;
        let mut meant = self.store.read()?.rows(paid.rows)?;
        meant.retain(|line| lines.contains(&line.no));
        if meant.is_empty() {
            return Err(StoreError::from(Refusal::Empty).into());
        }
        let key = RollKey { kind: BatchKind::Correction(subject), ..batch.draft.key.clone() };
        self.start_draft(key, &meant, &batch.name())
    }

    pub(super) fn start_draft(
        &mut self,
        key: RollKey,
        lines: &[Line],
        source: &str,
    ) -> Result<Batch, DeskError> {
        self.needs(Role::Clerk)?;
        let reading = self.store.read()?;
        let siblings = SiblingRolls::default();
        let others = self.other_batches(&reading, None, &siblings)?;
        let checked = self.checked(&key, lines, &[], &[self.user.body.person], &others)?;
        drop(reading);
        let rows = crate::domain::journal::NewBlob::new(salt()?, rows::to_content(lines)?);
        let (entered_by, source) = (self.user.body.person, source.to_owned());
        let (totals, found): (Totals, FindingTotals) = (checked.totals, checked.found);
        let draft = self
            .store
            .new_draft(NewDraft { key, rows, totals, found, entered_by, source }, self.now())?;
        self.batch_of(&self.store.read()?, draft)
    }
}
