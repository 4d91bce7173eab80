//! The register of objections and enquiries as the screens show it, and its acts. Names stand in
//! the opened case only.
use super::lists::{seen_of, title};
use super::office::{Office, done, done_by};
use crate::app::message::Answer;
use crate::app::orders::{CaseOrder, NewCase};
use crate::app::views::{CaseRow, CaseView, SeenCase};
use crate::domain::text::secret::Secret;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::desk::{CaseFacts, CaseWords, DeskError, KnownCase, NewCase as Registered};
use crate::store::StoreError;

impl Office {
    pub(super) fn list_cases(&self) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let today = desk.now().date();
        Ok(Answer::Cases(desk.cases()?.iter().map(|known| case_row(known, today)).collect()))
    }

    pub(super) fn show_case(&self, no: &str) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let known = desk.case(no)?;
        let row = case_row(&known, desk.now().date());
        let (words, facts) =
            (here(desk.case_words(&known))?, here(desk.case_facts(&known))?.flatten());
        let erased = words.is_none();
        let CaseWords { name, reach, text } = words.unwrap_or_default();
        Ok(Answer::Case(Box::new(CaseView {
            row,
            name: Secret::new(&name),
            reach: Secret::new(&reach),
            text: Secret::new(&text),
            investigators: facts
                .iter()
                .flat_map(|found| &found.investigators)
                .map(|name| Secret::new(name))
                .collect(),
            facts: facts.map(|found| Secret::new(&found.facts)),
            erased,
        })))
    }

    /// The case as it was on the screen: an act on it says which heads were seen.
    fn seen_case(&self, seen: &SeenCase) -> Result<KnownCase, DeskError> {
        let known = self.desk()?.case(&seen.no)?;
        Ok(KnownCase { heads: seen.heads.clone(), ..known })
    }

    pub(super) fn on_case(&mut self, order: CaseOrder) -> Result<Answer, DeskError> {
        let (key, known) = match order {
            CaseOrder::Raise(new) => ("runtime-case-raised", self.raise(*new)?),
            CaseOrder::Investigate { case, on, outcome, investigators, facts } => {
                let known = self.seen_case(&case)?;
                let investigators =
                    investigators.iter().map(|name| name.reveal().to_owned()).collect();
                let found = CaseFacts { investigators, facts: facts.reveal().to_owned() };
                (
                    "runtime-case-investigated",
                    self.desk_mut()?.investigate(&known, on, outcome, &found)?,
                )
            }
            CaseOrder::Answer { case, on, action, note } => {
                let known = self.seen_case(&case)?;
                (
                    "runtime-case-answered",
                    self.desk_mut()?.answer(&known, on, action, note.reveal())?,
                )
            }
            CaseOrder::Escalate { case, on, to } => {
                let known = self.seen_case(&case)?;
                ("runtime-case-escalated", self.desk_mut()?.escalate(&known, on, &to)?)
            }
        };
        let (case, sentence) = (
            &known.case,
            Sentence::plain(key).with("no", &known.case.raised.no).with("due", known.case.due()),
        );
        let start = case.escalated.last().map_or(case.raised.received_on, |sent| sent.on);
        Ok(if case.is_open() {
            done_by(self.desk()?, sentence, start, case.due())
        } else {
            done(sentence)
        })
    }

    fn raise(&mut self, new: NewCase) -> Result<KnownCase, DeskError> {
        let text = |secret: &Secret| secret.reveal().to_owned();
        let words =
            CaseWords { name: text(&new.name), reach: text(&new.reach), text: text(&new.text) };
        let NewCase { kind, received_on, channel, about, row, hold, batch, .. } = new;
        let registered = Registered { kind, received_on, channel, about, row, hold, words };
        match batch {
            Some(seen) => {
                let batch = self.seen(&seen)?;
                self.desk_mut()?.raise(&batch, &registered)
            }
            None => self.desk_mut()?.enquire(&registered),
        }
    }
}

/// What was erased is no failure: the case is shown without it.
fn here<T>(read: Result<T, DeskError>) -> Result<Option<T>, DeskError> {
    match read {
        Ok(there) => Ok(Some(there)),
        Err(DeskError::Store(StoreError::Unknown)) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(super) fn case_row(known: &KnownCase, today: Date) -> CaseRow {
    CaseRow {
        seen: SeenCase { no: known.case.raised.no.clone(), heads: known.heads.clone() },
        batch: known.batch.as_ref().map(|batch| seen_of(batch).batch),
        title: known.batch.as_ref().map(title).unwrap_or_default(),
        case: known.case.clone(),
        handed: known.batch.as_ref().is_some_and(|batch| batch.stage().is_handed()),
        days_left: known.days_left(today),
    }
}
