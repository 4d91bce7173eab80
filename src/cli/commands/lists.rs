//! `list import`, `list list`.
use super::naming::programme_name;
use crate::cli::command::OnList;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::text::sentence::Sentence;
use crate::office::views::{ListRow, MatchLists, NewList};
use crate::runtime::session::{ListAsked, ListHeld, Session};
use std::path::Path;

pub fn run(invocation: &mut Invocation<'_, '_>, command: &OnList) -> Done {
    match command {
        OnList::Import(file, asked) => import(invocation, file, asked),
        OnList::All => list(invocation),
    }
}

fn import(invocation: &mut Invocation<'_, '_>, file: &Path, asked: &ListAsked) -> Done {
    let mut session = invocation.open()?;
    let sentence = session.import_list(file, asked)?;
    session.close()?;
    let kind = invocation.output.words.text(sentence.list.key());
    let told = Sentence::plain("cli-list-imported")
        .with("kind", kind)
        .with("count", sentence.count)
        .with("day", sentence.as_of);
    Ok(Answer::default().say(told).shows(&NewList {
        list: sentence.list,
        programme: sentence.programme,
        count: sentence.count,
        as_of: sentence.as_of,
    }))
}

fn list(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let lists = session.lists()?;
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Right, Align::Left, Align::Left]);
    let titles = [
        "cli-title-list",
        "cli-title-programme",
        "cli-title-persons",
        "cli-title-as-of",
        "cli-title-standing",
    ];
    sheet.row(invocation.titles(titles));
    for held in &lists {
        sheet.row(row(invocation, &session, held));
    }
    session.close()?;
    let lists = lists.iter().map(list_row).collect();
    Ok(Answer::default().sheet(sheet).shows(&MatchLists { lists }))
}

fn row(invocation: &Invocation<'_, '_>, session: &Session, held: &ListHeld) -> [String; 5] {
    let body = &held.list.body;
    let words = &invocation.output.words;
    let standing = if held.in_force { "cli-list-in-force" } else { "cli-list-replaced" };
    let named =
        body.programme.as_deref().map(|code| programme_name(session, code)).unwrap_or_default();
    [
        words.text(body.list.key()),
        named,
        body.count.to_string(),
        body.as_of.to_string(),
        words.text(standing),
    ]
}

fn list_row(held: &ListHeld) -> ListRow {
    let body = &held.list.body;
    let list = NewList {
        list: body.list,
        programme: body.programme.clone(),
        count: body.count,
        as_of: body.as_of,
    };
    ListRow { entry: held.list.subject, list, in_force: held.in_force }
}
