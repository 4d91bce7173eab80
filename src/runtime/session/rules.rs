//! The rules behind a decision: which rows of the reference data held when it was made, as it was
//! made.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::domain::reference::Reference;
use crate::domain::reference::rule::RuleRef;
use crate::domain::values::date::Date;

/// One decision of a batch, with the rules that it rests on.
#[derive(Debug, Clone)]
pub struct RulesBehind {
    /// Kind word of the entry: `published`, `raised`, `paid` …
    pub kind: &'static str,
    /// Its day.
    pub day: Date,
    /// The rows in force, by name; empty if the sets of that day are not all here.
    pub rules: Vec<RuleRef>,
    /// The reference data of that day, to show the rows.
    pub reference: Reference,
}

impl Session {
    /// The rules behind every decision of a batch that names them, oldest first. What was imported
    /// later changes nothing here.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn rules_behind(&self, batch: &Batch) -> Result<Vec<RulesBehind>, Failure> {
        let Some(subject) = batch.draft.subject else { return Ok(Vec::new()) };
        let reading = self.store.read()?;
        let mut behind = Vec::new();
        for entry in reading.entries_of(&subject)? {
            let body = entry.body()?;
            let Some(mark) = body.rules() else { continue };
            let Some(reference) = reading.reference_then(mark)? else { continue };
            let key = &batch.draft.key;
            let day = entry.header.at.date();
            let rules = reference.rules_behind(&body, &batch.dossier, key, day);
            behind.push(RulesBehind { kind: body.kind(), day, rules, reference });
        }
        Ok(behind)
    }
}
