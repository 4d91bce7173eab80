//! `objection list`, `show`, `reply`. Lists never name anybody; `objection show` does.
use super::case_told::told;
use super::papers::written;
use super::possible;
use crate::cli::error::CommandError;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::text::sentence::Sentence;
use crate::office::views::{CaseFile, CaseList, CaseRow, CaseView, FoundView, WordsView};
use crate::runtime::session::{Batch, KnownCase};
use std::path::Path;

pub fn list(invocation: &mut Invocation<'_, '_>, open: bool, overdue: bool) -> Done {
    let session = invocation.open()?;
    let today = session.now().date();
    let wanted = |known: &KnownCase| {
        let is_open = known.case.is_open();
        (!open || is_open) && (!overdue || (is_open && known.days_left(today) < 0))
    };
    let cases: Vec<KnownCase> = session.cases()?.into_iter().filter(wanted).collect();
    let answers = session.answers()?;
    let row = |known: &KnownCase| {
        Ok(CaseRow { case: CaseView::of(known), possible: possible::on_case(&answers, known)? })
    };
    let rows = cases.iter().map(row).collect::<Result<_, CommandError>>()?;
    drop(answers);
    session.close()?;
    let mut sheet =
        Sheet::new([Align::Left, Align::Left, Align::Left, Align::Right, Align::Left, Align::Left]);
    sheet.row(invocation.titles([
        "cli-title-no",
        "cli-title-received",
        "cli-title-name",
        "cli-title-line",
        "cli-title-due",
        "cli-title-answered",
    ]));
    for known in &cases {
        let case = &known.case;
        let batch = known.batch.as_ref().map_or_else(|| "-".to_owned(), Batch::name);
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
    Ok(answer.shows(&CaseList { cases: rows }))
}

pub fn show(invocation: &mut Invocation<'_, '_>, no: &str) -> Done {
    let session = invocation.open()?;
    let known = session.case(no)?;
    let words = session.case_words(&known)?;
    let found = session.case_facts(&known)?;
    let possible = possible::on_case(&session.answers()?, &known)?;
    session.close()?;
    // a sheet, because it lets no foreign character through to the terminal
    let mut sheet = Sheet::new([Align::Left]);
    let facts = found.iter().flat_map(|found| [found.investigators.join(" "), found.facts.clone()]);
    for text in [&words.name, &words.reach, &words.text].into_iter().cloned().chain(facts) {
        text.lines().for_each(|line| sheet.row([line.to_owned()]));
    }
    let words = WordsView { name: words.name, reach: words.reach, text: words.text };
    let found =
        found.map(|found| FoundView { investigators: found.investigators, facts: found.facts });
    let file = CaseFile { case: CaseView::of(&known), words, found, possible };
    Ok(told(&known).sheet(sheet).shows(&file))
}

pub fn reply(invocation: &mut Invocation<'_, '_>, no: &str, out: &Path) -> Done {
    let session = invocation.open()?;
    let bytes = session.reply_letter(&session.case(no)?)?;
    session.close()?;
    written(out, &bytes)
}
