//! An act that was performed, for those who tell of it.
use super::naming::named;
use crate::cli::act::ActAsked;
use crate::cli::error::CommandError;
use crate::domain::journal::Subject;
use crate::domain::text::words::Words;
use crate::office::{BatchName, BatchRef, Outcome, Target};
use crate::runtime::session::{Batch, Failure, KnownCase, Session};
use crate::store::StoreError;

/// What was asked, and what came of it.
pub(super) struct Performed<'a> {
    /// The dictionary.
    pub words: &'a Words,
    /// Still open.
    pub session: &'a Session,
    /// As it was asked.
    pub asked: &'a ActAsked,
    /// What the office says.
    pub outcome: &'a Outcome,
}

impl Performed<'_> {
    /// The batch or draft as it stands now.
    pub fn batch(&self) -> Result<Batch, CommandError> {
        match self.outcome.draft {
            Some(number) => Ok(self.session.batch(&BatchName::Draft(number))?),
            None => named(self.session, &self.subject()?.to_string()),
        }
    }

    /// All batches, in the order of the act.
    pub fn batches(&self) -> Result<Vec<Batch>, CommandError> {
        let subjects = self.outcome.subjects.iter();
        subjects.map(|subject| Ok(self.session.batch(&BatchName::Batch(*subject))?)).collect()
    }

    /// The case that was named, or the one that was raised now.
    pub fn case(&self) -> Result<KnownCase, CommandError> {
        if let Target::Case(case) = &self.asked.target {
            return Ok(self.session.case(&case.no)?);
        }
        let subject = self.subject()?;
        let is_newest = |known: &KnownCase| {
            let newest = known.batch.as_ref().and_then(|batch| batch.dossier.cases.last());
            newest.is_none_or(|newest| newest.entry == known.case.entry)
        };
        let mut cases = self.session.cases()?.into_iter().filter(|known| known.subject == subject);
        cases.find(is_newest).ok_or_else(unknown)
    }

    /// What the act was about.
    pub fn subject(&self) -> Result<Subject, CommandError> {
        self.outcome.subjects.first().copied().ok_or_else(unknown)
    }

    /// As it was named.
    pub fn name(&self) -> String {
        let of_batch = |BatchRef { name, .. }: &BatchRef| match name {
            BatchName::Draft(number) => format!("D-{number}"),
            BatchName::Batch(subject) => subject.to_string(),
            BatchName::Label(label) => label.clone(),
        };
        match &self.asked.target {
            Target::Nothing => String::new(),
            Target::Batch(batch) => of_batch(batch),
            Target::Batches(batches) => batches.iter().map(of_batch).collect::<Vec<_>>().join(" "),
            Target::Case(case) => case.no.clone(),
            Target::Board(board) => board.name.clone(),
            Target::PayList(list) => list.clone(),
            Target::Enquiry(subject) => subject.to_string(),
        }
    }
}

/// What the store says of something that is not there.
pub(super) fn unknown() -> CommandError {
    Failure::from(StoreError::Unknown).into()
}
