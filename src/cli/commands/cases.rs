//! `objection ...`, `enquiry add`. Lists never name anybody; `objection show` does.
use super::days::case_warned;
use super::papers::written;
use super::{Done, named, who, word};
use crate::cli::error::CommandError;
use crate::cli::life::OnCase;
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::cli::text_table::{Align, Sheet};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::intake::text_of;
use crate::runtime::desk::{CaseFacts, CaseWords, Desk, KnownCase, NewCase};
use crate::runtime::files;
use serde_json::{Value, json};
use std::path::Path;

pub fn run(session: &mut Session<'_, '_>, command: &OnCase) -> Done {
    match command {
        OnCase::Add { .. } => add(session, command),
        OnCase::List { open, overdue } => list(session, *open, *overdue),
        OnCase::Show(no) => show(session, no),
        OnCase::Investigate { no, on, outcome, facts } => {
            let found = facts_of(facts)?;
            on_case(session, no, |desk, known| {
                Ok(desk.investigate(known, day(desk, *on), *outcome, &found)?)
            })
        }
        OnCase::Answer { no, on, action, note } => on_case(session, no, |desk, known| {
            Ok(desk.answer(known, day(desk, *on), *action, note)?)
        }),
        OnCase::Escalate { no, on, to } => {
            on_case(session, no, |desk, known| Ok(desk.escalate(known, day(desk, *on), to)?))
        }
        OnCase::Reply { no, out } => reply(session, no, out),
    }
}

fn day(desk: &Desk, on: Option<Date>) -> Date {
    on.unwrap_or_else(|| desk.now().date())
}

/// First line the name (may be empty), second how to reach, the rest what was said; in any encoding
/// of an editor.
fn words_of(file: &Path) -> Result<CaseWords, CommandError> {
    let shown = || file.display().to_string();
    let text = text_of(&files::read(file)?).ok_or_else(|| CommandError::NotText(shown()))?;
    let mut lines = text.lines().map(str::trim);
    let (name, reach) =
        (lines.next().unwrap_or_default().to_owned(), lines.next().unwrap_or_default().to_owned());
    let text = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    if text.is_empty() {
        Err(CommandError::NoWords(shown()))
    } else {
        Ok(CaseWords { name, reach, text })
    }
}

/// First two lines the names of the two, the rest the facts.
fn facts_of(file: &Path) -> Result<CaseFacts, CommandError> {
    let CaseWords { name, reach, text } = words_of(file)?;
    Ok(CaseFacts { investigators: vec![name, reach], facts: text })
}

fn add(session: &mut Session<'_, '_>, command: &OnCase) -> Done {
    let OnCase::Add { kind, batch, row, about, channel, on, hold, words } = command else {
        return Ok(Answer::default());
    };
    let words = words_of(words)?;
    let mut desk = session.open()?;
    let received_on = day(&desk, *on);
    let new = NewCase {
        kind: *kind,
        received_on,
        channel: *channel,
        about: *about,
        row: *row,
        hold: *hold,
        words,
    };
    let known = match batch {
        Some(name) => {
            let batch = named(&desk, name)?;
            desk.raise(&batch, &new)?
        }
        None => desk.enquire(&new)?,
    };
    let answer = case_warned(&desk, told(&known), &known);
    desk.close()?;
    Ok(answer)
}

fn on_case(
    session: &mut Session<'_, '_>,
    no: &str,
    act: impl FnOnce(&mut Desk, &KnownCase) -> Result<KnownCase, CommandError>,
) -> Done {
    let mut desk = session.open()?;
    let known = desk.case(no)?;
    let known = act(&mut desk, &known)?;
    let answer = case_warned(&desk, told(&known), &known);
    desk.close()?;
    Ok(answer)
}

fn told(known: &KnownCase) -> Answer {
    let key = if known.case.is_open() { "cli-case-open" } else { "cli-case-answered" };
    let sentence =
        Sentence::plain(key).with("no", &known.case.raised.no).with("due", known.case.due());
    Answer::default().say(sentence).members(document(known))
}

fn document(known: &KnownCase) -> serde_json::Map<String, Value> {
    let case = &known.case;
    let mut members = known.batch.as_ref().map(who).unwrap_or_default();
    let own = json!({
        "subject": known.subject.to_string(),
        "no": case.raised.no,
        "case": word(case.raised.case),
        "type": word(case.raised.about),
        "channel": word(case.raised.channel),
        "row": case.raised.row,
        "hold": case.raised.hold,
        "received_on": case.raised.received_on.to_string(),
        "due": case.due().to_string(),
        "outcome": case.investigated.as_ref().map(|found| word(found.outcome)),
        "escalated_to": case.escalated.last().map(|escalated| escalated.to.as_str()),
        "answered_on": case.answered.as_ref().map(|answered| answered.on.to_string()),
        "action": case.answered.as_ref().map(|answered| word(answered.action)),
        "settled": case.settled,
    });
    if let Value::Object(own) = own {
        members.extend(own);
    }
    members
}

fn list(session: &mut Session<'_, '_>, open: bool, overdue: bool) -> Done {
    let desk = session.open()?;
    let today = desk.now().date();
    let wanted = |known: &KnownCase| {
        let is_open = known.case.is_open();
        (!open || is_open) && (!overdue || (is_open && known.days_left(today) < 0))
    };
    let cases: Vec<KnownCase> = desk.cases()?.into_iter().filter(wanted).collect();
    desk.close()?;
    let mut sheet =
        Sheet::new([Align::Left, Align::Left, Align::Left, Align::Right, Align::Left, Align::Left]);
    sheet.row(session.titles([
        "cli-title-no",
        "cli-title-received",
        "cli-title-name",
        "cli-title-line",
        "cli-title-due",
        "cli-title-answered",
    ]));
    for known in &cases {
        let case = &known.case;
        let batch =
            known.batch.as_ref().map_or_else(|| "-".to_owned(), crate::runtime::desk::Batch::name);
        let row = case.raised.row.map_or_else(|| "-".to_owned(), |row| row.to_string());
        let answered = case
            .answered
            .as_ref()
            .map_or_else(|| "-".to_owned(), |answered| answered.on.to_string());
        sheet.row([
            case.raised.no.clone(),
            case.raised.received_on.to_string(),
            batch,
            row,
            case.due().to_string(),
            answered,
        ]);
    }
    let answer = if cases.is_empty() {
        Answer::default().say(Sentence::plain("cli-no-cases"))
    } else {
        Answer::default().sheet(sheet)
    };
    Ok(answer.with(
        "cases",
        cases.iter().map(|known| Value::Object(document(known))).collect::<Vec<Value>>(),
    ))
}

fn show(session: &mut Session<'_, '_>, no: &str) -> Done {
    let desk = session.open()?;
    let known = desk.case(no)?;
    let (words, found) = (desk.case_words(&known)?, desk.case_facts(&known)?);
    desk.close()?;
    // a sheet, because it lets no foreign character through to the terminal
    let mut sheet = Sheet::new([Align::Left]);
    let facts = found.iter().flat_map(|found| [found.investigators.join(" "), found.facts.clone()]);
    for text in [&words.name, &words.reach, &words.text].into_iter().cloned().chain(facts) {
        text.lines().for_each(|line| sheet.row([line.to_owned()]));
    }
    let sentence = json!({"name": words.name, "reach": words.reach, "text": words.text});
    let found =
        found.map(|found| json!({"investigators": found.investigators, "facts": found.facts}));
    Ok(told(&known).sheet(sheet).with("words", sentence).with("found", found))
}

fn reply(session: &mut Session<'_, '_>, no: &str, out: &Path) -> Done {
    let desk = session.open()?;
    let bytes = desk.reply_letter(&desk.case(no)?)?;
    desk.close()?;
    written(out, &bytes)
}
