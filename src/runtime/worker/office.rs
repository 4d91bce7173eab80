//! Effects to acts of the session: which effect is which call, and its answer.
use super::task::TaskContext;
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::views::{BatchId, Trouble};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::office::DraftEdit;
use crate::runtime::clock::{Clock, Stopwatch};
use crate::runtime::session::{Batch, BatchName, Failure, NewStore, Session};
use std::path::PathBuf;

/// The folder, and the session in it once somebody is logged in.
pub(super) struct Office {
    pub(super) place: PathBuf,
    pub(super) clock: Clock,
    pub(super) since: Stopwatch,
    /// Second of the last try to log in.
    pub(super) last_try: u64,
    pub(super) session: Option<Session>,
    /// A store that waits for its recovery code.
    pub(super) founding: Option<NewStore>,
}

impl Office {
    pub(super) fn new(place: PathBuf, clock: Clock) -> Self {
        Self { place, clock, since: Stopwatch::start(), last_try: 0, session: None, founding: None }
    }

    /// Does one effect. `None`: it has no answer.
    pub(super) fn act(&mut self, effect: Effect, going: &mut TaskContext) -> Option<Answer> {
        let answer = match effect {
            Effect::Lock => {
                self.close();
                return None;
            }
            Effect::Cancel(_) | Effect::Quit => return None,
            Effect::Unlock { user, password } => Ok(self.unlock(&user, &password)),
            Effect::ProbeStore => self.probe_store(),
            Effect::SetUp(order) => self.set_up(&order),
            Effect::ProveRecovery(code) => self.prove(&code),
            Effect::ListBatches => self.list_batches().map(Answer::Batches),
            Effect::LookAtRows(batches) => self.look_at_rows(&batches, going),
            Effect::Find(text) => self.find(&text),
            Effect::ShowRows(batch) | Effect::Check(batch) => self.show_rows(&batch),
            Effect::ShowLine { batch, line } => self.show_line(&batch, line),
            Effect::Edit { batch, edit } => self.edit(&batch, DraftEdit::Do(edit)),
            Effect::Undo(batch) => self.edit(&batch, DraftEdit::Undo),
            Effect::ShowReview(batch) => self.show_review(&batch),
            Effect::Perform(request) => self.perform(&request),
            Effect::PerformEach(requests) => self.perform_each(&requests, going),
            Effect::ListPublic => self.list_public(),
            Effect::Paper { paper, path } => self.paper(&paper, &path),
            Effect::ShowQr(batch) => self.show_qr(&batch),
            Effect::BuildSite { folder } => self.build_site(&folder),
            Effect::ListBoards => self.list_boards(),
            Effect::ListRecalls => self.list_recalls(),
            Effect::ListCases => self.list_cases(),
            Effect::ShowCase(no) => self.show_case(&no),
            Effect::ShowCoverage => self.show_coverage(),
            Effect::ListDue => self.list_due(),
            Effect::CountPending => self.count_pending(),
            Effect::ShowDossier(batch) => self.show_dossier(&batch),
            Effect::ShowRules(batch) => self.show_rules(&batch),
            Effect::ListRules(day) => self.list_rules(day),
            Effect::Reference { folder, take_in } => self.reference(&folder, take_in),
            Effect::ListFinance => self.list_finance(),
            Effect::Export { pay_list, folder } => self.export(&pay_list, &folder),
            Effect::DryRun(source) => self.import(&source, true, going),
            Effect::Import(source) => self.import(&source, false, going),
        };
        Some(answer.unwrap_or_else(|error| Answer::Failed(trouble(&error))))
    }

    pub(super) fn session(&self) -> Result<&Session, Failure> {
        self.session.as_ref().ok_or(Failure::NotEnrolled)
    }

    pub(super) fn session_mut(&mut self) -> Result<&mut Session, Failure> {
        self.session.as_mut().ok_or(Failure::NotEnrolled)
    }

    /// The batch as it is now.
    pub(super) fn batch(&self, id: &BatchId) -> Result<Batch, Failure> {
        self.session()?.batch(&BatchName::parse(&id.0))
    }

    /// Puts the keys away and closes the store; what it says then was said by the acts before.
    pub(super) fn close(&mut self) {
        if let Some(session) = self.session.take() {
            let _ = session.close();
        }
    }

    /// After a panic: nothing in memory is trusted.
    pub(super) fn forget(&mut self) {
        self.session = None;
        self.founding = None;
    }
}

/// An act without a view of its own is done.
pub(super) fn done(sentence: Sentence) -> Answer {
    Answer::Done { sentence, made: None }
}

/// What is told of a failure: the sentence, and each fault of a file.
pub(super) fn trouble(error: &Failure) -> Trouble {
    let because = if let Failure::Intake(errors, _) = error {
        errors.iter().map(Spoken::sentence).collect()
    } else {
        Vec::new()
    };
    Trouble { sentence: error.sentence(), because }
}
