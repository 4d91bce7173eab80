//! The register of objections and enquiries as the screens show it. Names stand in
//! the opened case only.
use super::lists::{seen_of, title};
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{CaseRow, CaseView, SeenCase};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;
use crate::office::ActName;
use crate::runtime::session::{Answers, CaseWords, Failure, KnownCase};
use crate::store::StoreError;

impl Office {
    pub(super) fn list_cases(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let today = session.now().date();
        let row = |known: &KnownCase| case_row(&answers, known, today);
        Ok(Answer::Cases(session.cases()?.iter().map(row).collect::<Result<_, _>>()?))
    }

    pub(super) fn show_case(&self, no: &str) -> Result<Answer, Failure> {
        let session = self.session()?;
        let known = session.case(no)?;
        let row = case_row(&session.answers()?, &known, session.now().date())?;
        let words = here(session.case_words(&known))?;
        let facts = here(session.case_facts(&known))?.flatten();
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
}

/// What was erased is no failure: the case is shown without it.
fn here<T>(read: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match read {
        Ok(there) => Ok(Some(there)),
        Err(Failure::Store(StoreError::Unknown)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a case offers.
const ACTS: [ActName; 3] = [ActName::Investigate, ActName::Answer, ActName::Escalate];

pub(super) fn case_row(
    answers: &Answers<'_>,
    known: &KnownCase,
    today: Date,
) -> Result<CaseRow, Failure> {
    let possible = ACTS.into_iter().map(|act| Ok((act, answers.on_case(act, known)?)));
    Ok(CaseRow {
        possible: possible.collect::<Result<_, Failure>>()?,
        seen: SeenCase { no: known.case.raised.no.clone(), heads: known.heads.clone() },
        batch: known.batch.as_ref().map(|batch| seen_of(batch).batch),
        title: known.batch.as_ref().map(title).unwrap_or_default(),
        case: known.case.clone(),
        handed: known.batch.as_ref().is_some_and(|batch| batch.stage().is_handed()),
        days_left: known.days_left(today),
    })
}
