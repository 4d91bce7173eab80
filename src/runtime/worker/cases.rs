//! The register of objections and enquiries as the screens show it. Names stand in
//! the opened case only.
use super::lists::{seen_of, title};
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{CaseRow, CaseView, SeenCase};
use crate::domain::text::secret::Secret;
use crate::domain::values::date::Date;
use crate::office::ActName;
use crate::runtime::desk::{Answers, CaseWords, DeskError, KnownCase};
use crate::store::StoreError;

impl Office {
    pub(super) fn list_cases(&self) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let (answers, today) = (desk.answers()?, desk.now().date());
        let row = |known: &KnownCase| case_row(&answers, known, today);
        Ok(Answer::Cases(desk.cases()?.iter().map(row).collect::<Result<_, _>>()?))
    }

    pub(super) fn show_case(&self, no: &str) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let known = desk.case(no)?;
        let row = case_row(&desk.answers()?, &known, desk.now().date())?;
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
}

/// What was erased is no failure: the case is shown without it.
fn here<T>(read: Result<T, DeskError>) -> Result<Option<T>, DeskError> {
    match read {
        Ok(there) => Ok(Some(there)),
        Err(DeskError::Store(StoreError::Unknown)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What a case offers.
const ACTS: [ActName; 3] = [ActName::Investigate, ActName::Answer, ActName::Escalate];

pub(super) fn case_row(
    answers: &Answers<'_>,
    known: &KnownCase,
    today: Date,
) -> Result<CaseRow, DeskError> {
    let possible = ACTS.into_iter().map(|act| Ok((act, answers.on_case(act, known)?)));
    Ok(CaseRow {
        possible: possible.collect::<Result<_, DeskError>>()?,
        seen: SeenCase { no: known.case.raised.no.clone(), heads: known.heads.clone() },
        batch: known.batch.as_ref().map(|batch| seen_of(batch).batch),
        title: known.batch.as_ref().map(title).unwrap_or_default(),
        case: known.case.clone(),
        handed: known.batch.as_ref().is_some_and(|batch| batch.stage().is_handed()),
        days_left: known.days_left(today),
    })
}
