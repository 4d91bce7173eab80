//! `board list`.
use super::board_told::document;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::sentence::Sentence;
use crate::runtime::session::{Batch, KnownBoard};
use serde_json::Value;

pub fn list(invocation: &mut Invocation<'_, '_>, within: Option<DivisionCode>) -> Done {
    let session = invocation.open()?;
    let boards = session.boards(within)?;
    let batches = session.batches()?;
    session.close()?;
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Left, Align::Right, Align::Left]);
    sheet.row(invocation.titles([
        "cli-title-board",
        "cli-title-name",
        "cli-title-place",
        "cli-title-hanging",
        "cli-title-inspected",
    ]));
    for known in &boards {
        let place = known.described().map(|described| described.place.clone()).unwrap_or_default();
        let inspected =
            known.board.inspected.map_or_else(|| "-".to_owned(), |(on, _)| on.to_string());
        sheet.row([
            known.subject.to_string(),
            known.name(),
            place,
            hanging(&batches, known).to_string(),
            inspected,
        ]);
    }
    let answer = if boards.is_empty() {
        Answer::default().say(Sentence::plain("cli-no-boards"))
    } else {
        Answer::default().sheet(sheet)
    };
    let told = boards.iter().map(|known| {
        let mut members = document(known);
        members.insert("hanging".to_owned(), hanging(&batches, known).into());
        Value::Object(members)
    });
    Ok(answer.with("boards", told.collect::<Vec<Value>>()))
}

fn hanging(batches: &[Batch], known: &KnownBoard) -> usize {
    let postings = batches.iter().flat_map(|batch| &batch.dossier.postings);
    postings.filter(|posting| posting.board == known.subject && posting.hangs()).count()
}
