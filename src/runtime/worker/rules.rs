//! The rules of a day, and a county's reference set on its way in.
use super::office::{Office, done};
use crate::app::message::Answer;
use crate::app::views::{RuleRow, RulesView};
use crate::domain::reference::rule::RuleKind;
use crate::domain::reference::{Change, ChangeKind, Rule};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::session::{Failure, ReferencePlan};
use std::path::Path;

impl Office {
    /// Divisions are left out: a county has hundreds.
    pub(super) fn list_rules(&self, day: Option<Date>) -> Result<Answer, Failure> {
        let session = self.session()?;
        let day = day.unwrap_or_else(|| session.now().date());
        let is_meant =
            |rule: &Rule<'_>| rule.reference().kind != RuleKind::Division && rule.holds_on(day);
        let row = |rule: Rule<'_>| RuleRow {
            name: rule.reference().to_string(),
            headline: rule.headline(),
            sentence: rule.sentences(),
        };
        let rules = session.reference().all_rules().filter(is_meant).map(row).collect();
        Ok(Answer::Rules(RulesView { day, rules }))
    }

    /// What a set would change is a page to read; taking it in is an act.
    pub(super) fn reference(&mut self, folder: &str, take_in: bool) -> Result<Answer, Failure> {
        let session = self.session_mut()?;
        let set = session.read_reference(Path::new(folder))?;
        if !take_in {
            return Ok(Answer::Page(outlook(&session.plan_reference(&set)?)));
        }
        let plan = session.import_reference(&set)?;
        Ok(done(
            Sentence::plain("runtime-reference-taken-in")
                .with("set", &set.name)
                .with("changes", plan.changes.len()),
        ))
    }
}

fn outlook(plan: &ReferencePlan) -> Vec<Sentence> {
    let mut sentence =
        vec![Sentence::plain("runtime-reference-changes").with("changes", plan.changes.len())];
    if let Some(since) = plan.rewrites_since {
        let since = since.map_or_else(|| "-".to_owned(), |since| since.to_string());
        sentence.push(
            Sentence::plain("runtime-reference-rewrites")
                .with("since", since)
                .with("batches", plan.decided_since),
        );
    }
    sentence.extend(plan.changes.iter().map(change));
    sentence
}

fn change(change: &Change) -> Sentence {
    let key = match change.kind {
        ChangeKind::New => "runtime-rule-new",
        ChangeKind::Other => "runtime-rule-other",
        ChangeKind::Ends => "runtime-rule-ends",
    };
    let to = change.to.map_or_else(|| "-".to_owned(), |to| to.to_string());
    Sentence::plain(key).with("rule", &change.rule).with("to", to)
}
