//! Later acts on a batch, what is due by a day, and how much waits.
use super::boards::{lent, read_photos};
use super::lists::{seen_of, title};
use super::office::{Office, done, done_by};
use crate::app::message::Answer;
use crate::app::orders::{Answers, BatchOrder, NewRoll};
use crate::app::views::{DueKind, DueRow, Seen};
use crate::domain::roll::BatchKind;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::desk::{Batch, DeskError, Erasure, NewRoll as RollAsked, PublishAsked};

impl Office {
    pub(super) fn on_batch(&mut self, seen: &Seen, order: BatchOrder) -> Result<Answer, DeskError> {
        let batch = self.seen(seen)?;
        let sentence = match order {
            BatchOrder::Post { code, board, on, photos } => {
                let (known, read) =
                    (self.desk()?.board(&board.to_string())?, read_photos(&photos)?);
                let posted =
                    self.desk_mut()?.post(&batch, Some(&code), &known, on, &lent(&read))?;
                return self.posted(&posted, on, &known.name());
            }
            BatchOrder::TakeDown { posting, on, photos } => {
                let read = read_photos(&photos)?;
                self.desk_mut()?.take_down(&batch, posting, on, &lent(&read))?;
                Sentence::plain("runtime-taken-down")
            }
            BatchOrder::Publish { stage, from, reason, answers } => {
                let answers = if let Answers::These(numbers) = answers {
                    Some(numbers.join(","))
                } else {
                    None
                };
                let (_, publication) = self
                    .desk_mut()?
                    .publish_as(&batch, &PublishAsked { stage, from, reason, answers })?;
                return self.published(&publication);
            }
            BatchOrder::WithdrawDisclosure { code, class, reason } => {
                self.desk_mut()?.withdraw_disclosure(&batch, Some(&code), &reason, class)?;
                Sentence::plain("runtime-disclosure-withdrawn")
            }
            BatchOrder::Unsubmit => {
                self.desk_mut()?.unsubmit(&batch)?;
                Sentence::plain("runtime-unsubmitted")
            }
            BatchOrder::Sign => {
                self.desk_mut()?.sign(&batch)?;
                Sentence::plain("runtime-signed")
            }
            BatchOrder::Correct(lines) => return self.correct(&batch, &lines),
            BatchOrder::EndLists => {
                self.desk_mut()?.end_lists(&batch)?;
                Sentence::plain("runtime-lists-ended")
            }
            BatchOrder::Erase(reason) => erased(&self.desk_mut()?.erase(&batch, reason)?),
            BatchOrder::Discard => {
                self.desk_mut()?.discard(&batch)?;
                Sentence::plain("runtime-discarded")
            }
        };
        Ok(done(sentence))
    }

    fn posted(&self, posted: &Batch, on: Date, board: &str) -> Result<Answer, DeskError> {
        let through = posted.dossier.postings.last().and_then(|posting| posting.through);
        let Some(through) = through else {
            return Ok(done(Sentence::plain("runtime-result-posted").with("board", board)));
        };
        let sentence =
            Sentence::plain("runtime-posted").with("through", through).with("board", board);
        Ok(done_by(self.desk()?, sentence, on, through))
    }

    fn correct(&mut self, batch: &Batch, lines: &[u32]) -> Result<Answer, DeskError> {
        let made = self.desk_mut()?.correct(batch, lines)?;
        let sentence =
            Sentence::plain("runtime-correction-made").with("lines", made.draft.totals.lines);
        Ok(Answer::Done { sentence, made: Some(seen_of(&made).batch) })
    }

    pub(super) fn new_roll(&mut self, new: NewRoll) -> Result<Answer, DeskError> {
        let division = self.village_named(&new.village)?.ok_or(DeskError::UnknownDivision)?;
        let kind = if new.arrears { BatchKind::Arrears } else { BatchKind::Normal };
        let asked = RollAsked {
            programme: new.programme,
            division,
            period: new.period,
            kind,
            from_last: new.from_last,
        };
        let made = self.desk_mut()?.new_roll(&asked)?;
        let sentence = Sentence::plain("runtime-renewed").with("lines", made.draft.totals.lines);
        Ok(Answer::Done { sentence, made: Some(seen_of(&made).batch) })
    }

    pub(super) fn book_paid(&mut self, pay_list: &str, on: Date) -> Result<Answer, DeskError> {
        let list = self.desk_mut()?.book_paid(pay_list, on)?;
        let due = list
            .batches
            .iter()
            .filter_map(|batch| batch.dossier.booked())
            .map(|booked| booked.body.result_due)
            .min();
        let sentence = Sentence::plain("runtime-paid-booked").with("id", list.id);
        let Some(due) = due else { return Ok(done(sentence.with("due", "-"))) };
        Ok(done_by(self.desk()?, sentence.with("due", due), on, due))
    }

    /// Results first, then lists, then rows; each kind by its last day.
    pub(super) fn list_due(&self) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let today = desk.now().date();
        let row = |batch: &Batch, kind: DueKind, until: Option<Date>| DueRow {
            seen: seen_of(batch),
            title: title(batch),
            kind,
            days_left: until.and_then(|until| today.until(until).ok()).map(|span| span.get_days()),
        };
        let mut results = desk.results_due()?;
        results.sort_by_key(|(_, due)| *due);
        let mut rows: Vec<DueRow> = results
            .iter()
            .map(|(batch, due)| row(batch, DueKind::Result(*due), Some(*due)))
            .collect();
        rows.extend(
            desk.lists_due()?.iter().map(|(batch, count)| row(batch, DueKind::Lists(*count), None)),
        );
        rows.extend(
            desk.erasures_due(today)?
                .iter()
                .map(|due| row(&due.batch, DueKind::Erase(due.until), None)),
        );
        Ok(Answer::Due(rows))
    }

    pub(super) fn count_life(&self) -> Result<Answer, DeskError> {
        Ok(Answer::Life(self.desk()?.waiting()?))
    }
}

/// Backups that could not be written anew are told: they still hold what was destroyed.
fn erased(erasure: &Erasure) -> Sentence {
    Sentence::plain("runtime-erased")
        .with("blobs", erasure.blobs)
        .with("backups", erasure.unreachable.len())
}
