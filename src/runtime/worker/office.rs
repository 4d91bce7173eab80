//! Effects to acts of the desk: which effect is which call, and its answer.
use super::TaskContext;
use crate::app::effect::Effect;
use crate::app::message::Answer;
use crate::app::views::{BatchId, Seen, Trouble};
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;
use crate::runtime::clock::{Clock, Stopwatch};
use crate::runtime::desk::{Batch, BatchName, Desk, DeskError, NewStore};
use std::path::PathBuf;

/// The folder, and the desk in it once somebody is logged in.
pub(super) struct Office {
    pub(super) place: PathBuf,
    pub(super) clock: Clock,
    pub(super) since: Stopwatch,
    /// Second of the last try to log in.
    pub(super) last_try: u64,
    pub(super) desk: Option<Desk>,
    /// A store that waits for its recovery code.
    pub(super) founding: Option<NewStore>,
}

impl Office {
    pub(super) fn new(place: PathBuf, clock: Clock) -> Self {
        Self { place, clock, since: Stopwatch::start(), last_try: 0, desk: None, founding: None }
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
            Effect::Knock => self.knock(),
            Effect::SetUp(order) => self.set_up(&order),
            Effect::ProveRecovery(code) => self.prove(&code),
            Effect::ListBatches => self.list_batches(),
            Effect::Find(text) => self.find(&text),
            Effect::ShowRows(batch) | Effect::Check(batch) => self.show_rows(&batch),
            Effect::ShowLine { batch, line } => self.show_line(&batch, line),
            Effect::Edit { batch, edit } => self.edit(&batch, &edit),
            Effect::Undo(batch) => self.undo(&batch),
            Effect::ShowReview(batch) => self.show_review(&batch),
            Effect::Submit(seen) => self.submit(&seen),
            Effect::Approve(seen) => self.approve(&seen, going),
            Effect::Return { seen, reason, lines } => self.send_back(&seen, &reason, &lines),
            Effect::Withdraw { seen, reason, class } => self.withdraw(&seen, &reason, class),
            Effect::Renew { batch, period } => self.renew(&batch, &period),
            Effect::ListPublic => self.list_public(),
            Effect::Publish { seen, from } => self.publish(&seen, from),
            Effect::Paper { paper, path } => self.paper(&paper, &path),
            Effect::ShowQr(batch) => self.show_qr(&batch),
            Effect::BuildSite { folder } => self.build_site(&folder),
            Effect::ListBoards => self.list_boards(),
            Effect::OnBoard(order) => self.on_board(order),
            Effect::ListRecalls => self.list_recalls(),
            Effect::ListCases => self.list_cases(),
            Effect::ShowCase(no) => self.show_case(&no),
            Effect::OnCase(order) => self.on_case(order),
            Effect::ShowCoverage => self.show_coverage(),
            Effect::ListDue => self.list_due(),
            Effect::CountLife => self.count_life(),
            Effect::ShowDossier(batch) => self.show_dossier(&batch),
            Effect::ShowRules(batch) => self.show_rules(&batch),
            Effect::ListRules(day) => self.list_rules(day),
            Effect::Reference { folder, take_in } => self.reference(&folder, take_in),
            Effect::OnBatch { seen, order } => self.on_batch(&seen, order),
            Effect::NewRoll(new) => self.new_roll(new),
            Effect::BookPaid { pay_list, on } => self.book_paid(&pay_list, on),
            Effect::ListFinance => self.list_finance(),
            Effect::Pay(seen) => self.pay(&seen),
            Effect::Export { pay_list, folder } => self.export(&pay_list, &folder),
            Effect::DryRun(source) => self.import(&source, true, going),
            Effect::Import(source) => self.import(&source, false, going),
        };
        Some(answer.unwrap_or_else(|error| Answer::Failed(trouble(&error))))
    }

    pub(super) fn desk(&self) -> Result<&Desk, DeskError> {
        self.desk.as_ref().ok_or(DeskError::NotEnrolled)
    }

    pub(super) fn desk_mut(&mut self) -> Result<&mut Desk, DeskError> {
        self.desk.as_mut().ok_or(DeskError::NotEnrolled)
    }

    /// The batch as it is now.
    pub(super) fn batch(&self, id: &BatchId) -> Result<Batch, DeskError> {
        self.desk()?.batch(&BatchName::parse(&id.0))
    }

    /// The batch as it was on the screen: an act on it says which heads were seen.
    pub(super) fn seen(&self, seen: &Seen) -> Result<Batch, DeskError> {
        let mut batch = self.batch(&seen.batch)?;
        batch.dossier.heads.clone_from(&seen.heads);
        Ok(batch)
    }

    /// Puts the keys away and closes the store; what it says then was said by the acts before.
    pub(super) fn close(&mut self) {
        if let Some(desk) = self.desk.take() {
            let _ = desk.close();
        }
    }

    /// After a panic: nothing in memory is trusted.
    pub(super) fn forget(&mut self) {
        self.desk = None;
        self.founding = None;
    }
}

/// An act that counted a deadline is done; years that were counted without their holidays are told,
/// to be checked by hand.
pub(super) fn done_by(desk: &Desk, sentence: Sentence, start: Date, deadline: Date) -> Answer {
    let years = desk.years_without_holidays(start, deadline);
    if years.is_empty() {
        return done(sentence);
    }
    let warnings = years
        .into_iter()
        .map(|year| Sentence::plain("cli-no-holidays").with("year", year))
        .collect();
    Answer::DoneLookOut { sentence, warnings }
}

/// An act without a view of its own is done.
pub(super) fn done(sentence: Sentence) -> Answer {
    Answer::Done { sentence, made: None }
}

/// What is told of a failure: the sentence, and each fault of a file.
pub(super) fn trouble(error: &DeskError) -> Trouble {
    let because = if let DeskError::Intake(errors, _) = error {
        errors.iter().map(Spoken::sentence).collect()
    } else {
        Vec::new()
    };
    Trouble { sentence: error.sentence(), because }
}
