//! `reference import`, `rule list|show`, `programme list`, `batch rules`: the rules of a day, and
//! what an import changes in them.
use super::naming::named;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::journal::act_key;
use crate::domain::reference::effective::Dated;
use crate::domain::reference::rule::{RuleKind, RuleRef};
use crate::domain::reference::{Change, ChangeKind, Rule};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::office::views::{
    BehindDecision, DecisionRules, ProgrammeList, ProgrammeView, ReferenceChange, ReferenceView,
    RuleList, RuleShown, RuleView,
};
use crate::runtime::session::{Failure, ReferencePlan, Session};
use std::path::Path;

pub fn reference_import(invocation: &mut Invocation<'_, '_>, folder: &Path, dry_run: bool) -> Done {
    let mut session = invocation.open()?;
    let set = session.read_reference(folder)?;
    let is_first = session.reference().divisions.is_empty();
    let plan =
        if dry_run { session.plan_reference(&set)? } else { session.import_reference(&set)? };
    session.close()?;
    let divisions = set.divisions.len();
    let programmes = set.programmes.len();
    let key = if dry_run { "cli-reference-would-be-imported" } else { "cli-reference-imported" };
    let sentence = Sentence::plain(key)
        .with("set", &set.name)
        .with("divisions", divisions)
        .with("programmes", programmes);
    let mut answer = Answer::default().say(sentence);
    if !is_first {
        answer = answer
            .say(Sentence::plain("cli-reference-changes").with("changes", plan.changes.len()))
            .sheet(changes(invocation, &plan));
    }
    if let Some(since) = plan.rewrites_since {
        answer = answer.say(rewrites(since, plan.decided_since));
    }
    Ok(answer.shows(&ReferenceView {
        set: set.name,
        divisions,
        programmes,
        changes: plan.changes.iter().filter(|_| !is_first).map(change_view).collect(),
        rewrites: plan.rewrites_since.is_some(),
        decided_since: plan.decided_since,
    }))
}

fn rewrites(since: Option<Date>, batches: u32) -> Sentence {
    match since {
        Some(since) => {
            Sentence::plain("cli-reference-rewrites").with("since", since).with("batches", batches)
        }
        None => Sentence::plain("cli-reference-rewrites-all").with("batches", batches),
    }
}

fn changes(invocation: &Invocation<'_, '_>, plan: &ReferencePlan) -> Sheet {
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Left, Align::Left]);
    for change in &plan.changes {
        let kind = match change.kind {
            ChangeKind::New => "cli-rule-new",
            ChangeKind::Other => "cli-rule-other",
            ChangeKind::Ends => "cli-rule-ends",
        };
        let since = change.since.map(|since| since.to_string()).unwrap_or_default();
        let to = change.to.map(|to| format!("→ {to}")).unwrap_or_default();
        sheet.row([invocation.output.words.text(kind), change.rule.to_string(), since, to]);
    }
    sheet
}

fn change_view(change: &Change) -> ReferenceChange {
    ReferenceChange {
        change: change.kind.word(),
        rule: change.rule.to_string(),
        since: change.since,
        to: change.to,
    }
}

/// The rules of a day. Divisions only on demand: a county has hundreds.
pub fn list(invocation: &mut Invocation<'_, '_>, on: Option<Date>, kind: Option<RuleKind>) -> Done {
    let session = invocation.open()?;
    let day = on.unwrap_or_else(|| session.now().date());
    let reference = session.reference().clone();
    session.close()?;
    let is_meant = |rule: &Rule<'_>| match kind {
        Some(kind) => rule.reference().kind == kind,
        None => rule.reference().kind != RuleKind::Division,
    };
    let rules: Vec<Rule<'_>> =
        reference.all_rules().filter(|rule| is_meant(rule) && rule.holds_on(day)).collect();
    let mut sheet = Sheet::new([Align::Left, Align::Left]);
    for rule in &rules {
        sheet.row([rule.reference().to_string(), invocation.output.words.say(&rule.headline())]);
    }
    let listed = rules.iter().map(|rule| rule_view(invocation, rule)).collect();
    let sentence = Sentence::plain("cli-rules").with("rules", rules.len()).with("day", day);
    Ok(Answer::default().sheet(sheet).say(sentence).shows(&RuleList { day, rules: listed }))
}

pub fn show(invocation: &mut Invocation<'_, '_>, rule: &RuleRef) -> Done {
    let session = invocation.open()?;
    let reference = session.reference().clone();
    session.close()?;
    let row = reference.rule(rule).ok_or(Failure::UnknownRule)?;
    let answer = row.sentences().into_iter().fold(Answer::default(), Answer::say);
    Ok(answer.shows(&RuleShown { rule: rule_view(invocation, &row) }))
}

/// The rules behind every decision of a batch, as they stood when it was made.
pub fn behind(invocation: &mut Invocation<'_, '_>, batch: &str) -> Done {
    let session = invocation.open()?;
    let decisions = session.rules_behind(&named(&session, batch)?)?;
    session.close()?;
    let mut answer = Answer::default();
    let mut listed = Vec::new();
    for decision in &decisions {
        let act = invocation.output.words.text(act_key(decision.kind));
        let rules: Vec<Rule<'_>> =
            decision.rules.iter().filter_map(|rule| decision.reference.rule(rule)).collect();
        let mut sheet = Sheet::new([Align::Left, Align::Left]);
        for rule in &rules {
            sheet
                .row([rule.reference().to_string(), invocation.output.words.say(&rule.headline())]);
        }
        answer = answer
            .say(Sentence::plain("cli-rules-behind").with("act", act).with("day", decision.day))
            .sheet(sheet);
        let rules = rules.iter().map(|rule| rule_view(invocation, rule)).collect();
        listed.push(BehindDecision { act: decision.kind, day: decision.day, rules });
    }
    if listed.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-rules-behind"));
    }
    Ok(answer.shows(&DecisionRules { decisions: listed }))
}

fn rule_view(invocation: &Invocation<'_, '_>, rule: &Rule<'_>) -> RuleView {
    let sentence: Vec<String> =
        rule.sentences().iter().map(|sentence| invocation.output.words.say(sentence)).collect();
    let reference = rule.reference();
    RuleView {
        rule: reference.to_string(),
        kind: reference.kind.word(),
        from: reference.from,
        to: rule.to(),
        basis: rule.basis(),
        certainty: rule.certainty(),
        said: sentence,
    }
}

pub fn programmes(invocation: &mut Invocation<'_, '_>, on: Option<Date>) -> Done {
    let session = invocation.open()?;
    let day = on.unwrap_or_else(|| session.now().date());
    let found = sheet_of_programmes(invocation, &session, day);
    session.close()?;
    let (sheet, listed) = found;
    let sentence =
        Sentence::plain("cli-programmes").with("programmes", listed.len()).with("day", day);
    let document = ProgrammeList { day, programmes: listed };
    Ok(Answer::default().sheet(sheet).say(sentence).shows(&document))
}

fn sheet_of_programmes(
    invocation: &Invocation<'_, '_>,
    session: &Session,
    day: Date,
) -> (Sheet, Vec<ProgrammeView>) {
    let mut sheet =
        Sheet::new([Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Left]);
    sheet.row(invocation.titles([
        "cli-title-code",
        "cli-title-programme",
        "cli-title-department",
        "cli-title-unit",
        "cli-title-class",
        "cli-title-rates",
    ]));
    let mut listed = Vec::new();
    for programme in
        session.reference().programmes.iter().filter(|programme| programme.holds_on(day))
    {
        let rates: Vec<String> = programme
            .rates_on(session.office().division, day)
            .iter()
            .map(|row| row.rate.to_string())
            .collect();
        let class = format!("{:?}", programme.class);
        let cells =
            [&programme.code, &programme.name, &programme.department, &programme.unit, &class];
        sheet.row(cells.into_iter().cloned().chain([rates.join(" / ")]));
        listed.push(ProgrammeView {
            code: programme.code.clone(),
            name: programme.name.clone(),
            department: programme.department.clone(),
            unit: programme.unit.clone(),
            class: programme.class,
            rates,
            from: programme.from,
            to: programme.to,
            certainty: programme.certainty,
        });
    }
    (sheet, listed)
}
