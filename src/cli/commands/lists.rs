//! `list import`, `list list`.
use super::{Done, programme_name, word};
use crate::cli::command::OnList;
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::cli::text_table::{Align, Sheet};
use crate::domain::text::sentence::Sentence;
use crate::runtime::desk::{Desk, ListAsked, ListHeld};
use serde_json::{Value, json};
use std::path::Path;

pub fn run(session: &mut Session<'_, '_>, command: &OnList) -> Done {
    match command {
        OnList::Import(file, asked) => import(session, file, asked),
        OnList::All => list(session),
    }
}

fn import(session: &mut Session<'_, '_>, file: &Path, asked: &ListAsked) -> Done {
    let mut desk = session.open()?;
    let said = desk.import_list(file, asked)?;
    desk.close()?;
    let kind = session.output.words.text(said.list.key());
    let told = Sentence::plain("cli-list-imported")
        .with("kind", kind)
        .with("count", said.count)
        .with("day", said.as_of);
    let answer =
        Answer::default().say(told).with("list", word(said.list)).with("programme", said.programme);
    Ok(answer.with("count", said.count).with("as_of", said.as_of.to_string()))
}

fn list(session: &mut Session<'_, '_>) -> Done {
    let desk = session.open()?;
    let lists = desk.lists()?;
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Right, Align::Left, Align::Left]);
    let titles = [
        "cli-title-list",
        "cli-title-programme",
        "cli-title-persons",
        "cli-title-as-of",
        "cli-title-standing",
    ];
    sheet.row(session.titles(titles));
    for held in &lists {
        sheet.row(row(session, &desk, held));
    }
    desk.close()?;
    let told: Vec<Value> = lists.iter().map(document).collect();
    Ok(Answer::default().sheet(sheet).with("lists", told))
}

fn row(session: &Session<'_, '_>, desk: &Desk, held: &ListHeld) -> [String; 5] {
    let (said, words) = (&held.list.said, &session.output.words);
    let standing = if held.in_force { "cli-list-in-force" } else { "cli-list-replaced" };
    let named =
        said.programme.as_deref().map(|code| programme_name(desk, code)).unwrap_or_default();
    [
        words.text(said.list.key()),
        named,
        said.count.to_string(),
        said.as_of.to_string(),
        words.text(standing),
    ]
}

fn document(held: &ListHeld) -> Value {
    let said = &held.list.said;
    json!({
        "entry": held.list.subject.to_string(), "list": word(said.list), "programme": said.programme, "count": said.count,
        "as_of": said.as_of.to_string(), "in_force": held.in_force,
    })
}
