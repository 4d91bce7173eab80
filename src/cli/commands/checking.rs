//! `batch check`: the findings of a batch, and what each check says of itself.
use super::naming::{named, who, word};
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::checks::{CheckReport, Outcome, name};
use crate::domain::roll::Explanation;
use crate::domain::roll::finding::{Finding, Level};
use crate::domain::text::sentence::{Sentence, Spoken};
use serde_json::{Value, json};

pub fn check(invocation: &mut Invocation<'_, '_>, batch: &str) -> Done {
    let session = invocation.open()?;
    let batch = named(&session, batch)?;
    let checked = session.check(&batch)?;
    let explanations = session.rows(&batch)?.explanations;
    session.close()?;
    let mut answer = Answer::default().members(who(&batch));
    for level in [Level::Block, Level::Explain, Level::Inform] {
        for finding in checked.findings.iter().filter(|finding| finding.level == level) {
            answer = answer.say(finding_said(invocation, finding, &explanations));
        }
    }
    let found = checked.found;
    let sums = Sentence::plain("cli-check-sums")
        .with("blocking", found.block)
        .with("unexplained", found.unexplained)
        .with("explained", found.explained)
        .with("informing", found.inform);
    let report =
        checked.report.iter().map(|told| report_document(invocation, told)).collect::<Vec<_>>();
    let told: Vec<Value> = checked
        .findings
        .iter()
        .map(|finding| finding_document(invocation, finding, &explanations))
        .collect();
    Ok(answer
        .say(sums)
        .sheet(report_sheet(invocation, &checked.report))
        .with("findings", told)
        .with("report", report)
        .with("blocking", found.block)
        .with("unexplained", found.unexplained)
        .with("informing", found.inform)
        .found(found.block > 0 || found.unexplained > 0))
}

fn reason<'e>(finding: &Finding, explanations: &'e [Explanation]) -> Option<&'e str> {
    let covers = |given: &&Explanation| {
        given.check == finding.check && finding.lines.iter().all(|line| given.lines.contains(line))
    };
    explanations.iter().rev().find(covers).map(|given| given.reason.as_str())
}

/// One row a check: its number, its name, and whether it ran.
fn report_sheet(invocation: &Invocation<'_, '_>, report: &[CheckReport]) -> Sheet {
    let words = &invocation.output.words;
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Left]);
    for told in report {
        sheet.row([
            format!("{:?}", told.check),
            words.text(name(told.check)),
            words.say(&told.outcome.sentence()),
        ]);
    }
    sheet
}

fn report_document(invocation: &Invocation<'_, '_>, told: &CheckReport) -> Value {
    let (lines, findings) = match told.outcome {
        Outcome::Ran { lines, findings } => (Some(lines), Some(findings)),
        Outcome::NotApplicable(_) | Outcome::Lacks(_) => (None, None),
    };
    let sentence = told.outcome.sentence();
    json!({
        "check": word(told.check), "outcome": told.outcome.word(), "lines": lines, "findings": findings,
        "code": sentence.key, "said": invocation.output.words.say(&sentence),
    })
}

/// `1-3, 7`
fn numbers(lines: &[u32]) -> String {
    let shown = |run: &[u32]| match run {
        [first, .., last] => format!("{first}-{last}"),
        [] | [_] => run.iter().map(ToString::to_string).collect(),
    };
    lines.chunk_by(|one, next| one + 1 == *next).map(shown).collect::<Vec<_>>().join(", ")
}

fn finding_said(
    invocation: &Invocation<'_, '_>,
    finding: &Finding,
    explanations: &[Explanation],
) -> Sentence {
    let mark = match (finding.level, reason(finding, explanations)) {
        (Level::Block, _) => "!",
        (Level::Explain, None) => "?",
        (Level::Explain, Some(_)) => "+",
        (Level::Inform, _) => " ",
    };
    let key = if finding.lines.is_empty() { "cli-finding-of-roll" } else { "cli-finding" };
    let lines = (!finding.lines.is_empty()).then(|| numbers(&finding.lines));
    let sentence =
        Sentence::plain(key).with("mark", mark).with("check", format!("{:?}", finding.check));
    lines
        .into_iter()
        .fold(sentence, |sentence, lines| sentence.with("lines", lines))
        .with("said", invocation.output.words.say(&finding.sentence()))
}

fn finding_document(
    invocation: &Invocation<'_, '_>,
    finding: &Finding,
    explanations: &[Explanation],
) -> Value {
    json!({
        "check": word(finding.check), "level": word(finding.level), "lines": finding.lines,
        "field": finding.field.map(crate::domain::roll::Field::word), "code": finding.sentence.key,
        "said": invocation.output.words.say(&finding.sentence()), "reason": reason(finding, explanations),
    })
}
