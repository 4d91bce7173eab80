//! "May I?" for lists: the answers of [`possible`] with what the store knows of rows, boards and users.
use super::batch::Batch;
use super::boards::KnownBoard;
use super::cases::KnownCase;
use super::error::DeskError;
use super::open::Desk;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::row_rules::RowFacts;
use crate::domain::dossier::{Past, Standing};
use crate::domain::journal::{Author, EntryId};
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::BatchKind;
use crate::domain::values::date::Date;
use crate::office::facts::Facts;
use crate::office::possible::Beside;
use crate::office::same_list::shows_same_list;
use crate::office::{ActName, Possible, notice_time, possible};
use crate::store::{MarkedFacts, RowsMark};
use std::collections::{HashMap, HashSet};

/// What the answers for many batches rest on, read once.
pub struct Answers<'d> {
    desk: &'d Desk,
    author: Author,
    today: Date,
    /// What was found out about rows, by the drafts' numbers.
    rows: HashMap<u32, MarkedFacts>,
    /// Villages with a board in use today.
    boards_in_use: HashSet<DivisionCode>,
}

impl Desk {
    /// Ready to answer for this user and day.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn answers(&self) -> Result<Answers<'_>, DeskError> {
        let today = self.now().date();
        let boards = self.boards(None)?;
        let in_use = boards.iter().filter(|known| known.board.is_used_on(today));
        let villages = in_use.filter_map(|known| Some(known.described()?.division));
        Ok(Answers {
            desk: self,
            author: self.author(),
            today,
            rows: self.store.read()?.row_facts()?,
            boards_in_use: villages.collect(),
        })
    }

    /// Looks at the rows of batches and keeps what was found out, for lists.
    ///
    /// # Errors
    /// Trouble with the store; nothing is kept then.
    pub fn look_at_rows(&self, batches: &[Batch]) -> Result<(), DeskError> {
        let mut found = Vec::with_capacity(batches.len());
        for batch in batches {
            let facts = self.facts_of_rows(batch)?;
            found.push((batch.draft.number, MarkedFacts { mark: self.mark(batch), facts }));
        }
        Ok(self.store.keep_row_facts(&found)?)
    }

    fn facts_of_rows(&self, batch: &Batch) -> Result<RowFacts, DeskError> {
        let rows = self.rows(batch)?;
        let checked = self.check_rows(batch, &rows)?;
        let persons = self.persons(&rows.lines);
        let users = self.users()?.into_iter().map(|user| user.body.person);
        let same = |stage: DisclosureStage| {
            let live = batch.dossier.live(stage);
            live.map(|live| shows_same_list(self, batch, &rows.lines, live)).transpose()
        };
        Ok(RowFacts {
            lines: Some(checked.totals.lines),
            findings: Some((checked.found.block, checked.found.unexplained)),
            shows_notice: same(DisclosureStage::Notice)?,
            shows_result: same(DisclosureStage::Result)?,
            users: Some(users.filter(|user| persons.contains(user)).collect()),
        })
    }

    /// For which state of the batch something is found out.
    fn mark(&self, batch: &Batch) -> RowsMark {
        RowsMark {
            heads: batch.dossier.heads.clone(),
            base: batch.draft.base,
            edits: batch.draft.edits,
            rules: self.rules,
        }
    }
}

impl Answers<'_> {
    /// May `act` be done with the batch, or with the part of it that has this entry?
    ///
    /// # Errors
    /// The batch that this one corrects cannot be read.
    pub fn of(
        &self,
        act: ActName,
        batch: &Batch,
        part: Option<EntryId>,
    ) -> Result<Possible, DeskError> {
        let standing = Standing {
            past: Past::Batch(&batch.dossier),
            author: &self.author,
            day: self.today,
            when: notice_time(&self.desk.reference, batch, self.today),
        };
        let rows = self.known(batch);
        let beside = Beside {
            rows: &rows,
            board_in_use: self.boards_in_use.contains(&batch.draft.key.division),
            corrects_handed: self.corrects_handed(batch)?,
        };
        Ok(possible(act, &standing, &beside, part))
    }

    /// May `act` be done with this case of the register?
    ///
    /// # Errors
    /// The enquiry, or the batch that its batch corrects, cannot be read.
    pub fn of_case(&self, act: ActName, known: &KnownCase) -> Result<Possible, DeskError> {
        let part = Some(known.case.entry);
        if let Some(batch) = &known.batch {
            return self.of(act, batch, part);
        }
        let enquiry = Facts::enquiry(self.desk, &known.subject)?;
        Ok(self.elsewhere(act, Past::Enquiry(&enquiry), part))
    }

    /// May `act` be done with this board?
    #[must_use]
    pub fn of_board(&self, act: ActName, known: &KnownBoard) -> Possible {
        self.elsewhere(act, Past::Board(&known.board), None)
    }

    /// A subject without rows.
    fn elsewhere(&self, act: ActName, past: Past<'_>, part: Option<EntryId>) -> Possible {
        let (author, when) = (&self.author, NoticeTime::None);
        let rows = RowFacts::default();
        let beside = Beside { rows: &rows, board_in_use: false, corrects_handed: None };
        possible(act, &Standing { past, author, day: self.today, when }, &beside, part)
    }

    /// What is known of the rows as they stand: nothing that was found out for another state.
    fn known(&self, batch: &Batch) -> RowFacts {
        let found = self.rows.get(&batch.draft.number);
        let fits = found.filter(|found| found.mark == self.desk.mark(batch));
        fits.map(|found| found.facts.clone()).unwrap_or_default()
    }

    fn corrects_handed(&self, batch: &Batch) -> Result<Option<bool>, DeskError> {
        let BatchKind::Correction(corrected) = batch.draft.key.kind else { return Ok(None) };
        let corrected = Facts::dossier(self.desk, &corrected)?;
        Ok(Some(corrected.stage().is_handed() && !corrected.conflict))
    }
}
