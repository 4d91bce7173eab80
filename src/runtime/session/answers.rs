//! "May I?" for lists: the answers of [`possible`] with what the store knows of rows, boards and users.
use super::batch::{Batch, Rows};
use super::boards::KnownBoard;
use super::cases::KnownCase;
use super::check::Checked;
use super::error::Failure;
use super::open::Session;
use crate::domain::board::Board;
use crate::domain::case::Enquiry;
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
use crate::office::{ActName, Possibilities, Possible, notice_time, possible};
use crate::store::{MarkedFacts, RowsMark};
use std::collections::{HashMap, HashSet};

/// What the answers for many batches rest on, read once.
pub struct Answers<'d> {
    session: &'d Session,
    author: Author,
    today: Date,
    /// What was found out about rows, by the drafts' numbers.
    rows: HashMap<u32, MarkedFacts>,
    /// Villages with a board in use today.
    boards_in_use: HashSet<DivisionCode>,
}

impl Session {
    /// Ready to answer for this user and day.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn answers(&self) -> Result<Answers<'_>, Failure> {
        let today = self.now().date();
        let boards = self.boards(None)?;
        let in_use = boards.iter().filter(|known| known.board.is_used_on(today));
        let villages = in_use.filter_map(|known| Some(known.described()?.division));
        Ok(Answers {
            session: self,
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
    pub fn look_at_rows(&self, batches: &[Batch]) -> Result<(), Failure> {
        let mut found = Vec::with_capacity(batches.len());
        for batch in batches {
            let facts = self.facts_of_rows(batch)?;
            found.push((batch.draft.number, MarkedFacts { mark: self.mark(batch), facts }));
        }
        Ok(self.store.keep_row_facts(&found)?)
    }

    fn facts_of_rows(&self, batch: &Batch) -> Result<RowFacts, Failure> {
        let rows = self.rows(batch)?;
        let checked = self.check_rows(batch, &rows)?;
        self.facts_of_checked(batch, &rows, &checked)
    }

    fn facts_of_checked(
        &self,
        batch: &Batch,
        rows: &Rows,
        checked: &Checked,
    ) -> Result<RowFacts, Failure> {
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

    /// Is it the mark of the batch as it stands?
    fn is_marked(&self, mark: &RowsMark, batch: &Batch) -> bool {
        let RowsMark { heads, base, edits, rules } = mark;
        *heads == batch.dossier.heads
            && *base == batch.draft.base
            && *edits == batch.draft.edits
            && *rules == self.rules
    }
}

/// Nobody has looked at the rows.
static NOTHING_KNOWN: RowFacts =
    RowFacts { lines: None, findings: None, shows_notice: None, shows_result: None, users: None };

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
    ) -> Result<Possible, Failure> {
        let corrects_handed = self.corrects_handed(batch)?;
        Ok(self.ask(act, batch, corrects_handed, part))
    }

    /// All that a list or screen offers on the batch, or on the part of it.
    ///
    /// # Errors
    /// The batch that this one corrects cannot be read.
    pub fn all(
        &self,
        acts: &[ActName],
        batch: &Batch,
        part: Option<EntryId>,
    ) -> Result<Possibilities, Failure> {
        let corrects_handed = self.corrects_handed(batch)?;
        let answer = |act: &ActName| (*act, self.ask(*act, batch, corrects_handed, part));
        Ok(acts.iter().map(answer).collect())
    }

    /// The same for a case: its batch's, or an enquiry's of its own.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn on_case(&self, act: ActName, known: &KnownCase) -> Result<Possible, Failure> {
        if let Some(batch) = &known.batch {
            return self.of(act, batch, Some(known.case.entry));
        }
        let enquiry = Facts::enquiry(self.session, &known.subject)?;
        Ok(self.elsewhere(act, Past::Enquiry(&enquiry), Some(known.case.entry)))
    }

    /// The same for a board.
    #[must_use]
    pub fn on_board(&self, act: ActName, known: &KnownBoard) -> Possible {
        self.elsewhere(act, Past::Board(&known.board), None)
    }

    /// The same for acts that begin something: a board, an enquiry about no batch.
    #[must_use]
    pub fn anew(&self, act: ActName) -> Possible {
        if act == ActName::SetUpBoard {
            self.elsewhere(act, Past::Board(&Board::default()), None)
        } else {
            self.elsewhere(act, Past::Enquiry(&Enquiry::default()), None)
        }
    }

    /// Takes in what was found out about rows that were just checked; nothing is kept for lists.
    /// What cannot be found out stays unchecked.
    pub fn look(&mut self, batch: &Batch, rows: &Rows, checked: &Checked) {
        if let Ok(facts) = self.session.facts_of_checked(batch, rows, checked) {
            let found = MarkedFacts { mark: self.session.mark(batch), facts };
            self.rows.insert(batch.draft.number, found);
        }
    }

    fn ask(
        &self,
        act: ActName,
        batch: &Batch,
        corrects_handed: Option<bool>,
        part: Option<EntryId>,
    ) -> Possible {
        let standing = Standing {
            past: Past::Batch(&batch.dossier),
            author: &self.author,
            day: self.today,
            when: self.when(batch),
        };
        let beside = Beside {
            rows: self.known(batch),
            board_in_use: self.boards_in_use.contains(&batch.draft.key.division),
            corrects_handed,
        };
        possible(act, &standing, &beside, part)
    }

    /// A subject without rows, or one that is not there yet.
    fn elsewhere(&self, act: ActName, subject: Past<'_>, part: Option<EntryId>) -> Possible {
        let author = &self.author;
        let day = self.today;
        let standing = Standing { past: subject, author, day, when: NoticeTime::None };
        let beside = Beside { rows: &NOTHING_KNOWN, board_in_use: false, corrects_handed: None };
        possible(act, &standing, &beside, part)
    }

    /// When the batch's programme wants its notice.
    #[must_use]
    pub fn when(&self, batch: &Batch) -> NoticeTime {
        notice_time(&self.session.reference, batch, self.today)
    }

    /// What is known of the rows as they stand: nothing that was found out for another state.
    fn known(&self, batch: &Batch) -> &RowFacts {
        let found = self.rows.get(&batch.draft.number);
        let fits = found.filter(|found| self.session.is_marked(&found.mark, batch));
        fits.map_or(&NOTHING_KNOWN, |found| &found.facts)
    }

    fn corrects_handed(&self, batch: &Batch) -> Result<Option<bool>, Failure> {
        let BatchKind::Correction(corrected) = batch.draft.key.kind else { return Ok(None) };
        let corrected = Facts::dossier(self.session, &corrected)?;
        Ok(Some(corrected.stage().is_handed() && !corrected.conflict))
    }
}
