//! `board list`.
use super::possible;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::cli::text_table::{Align, Sheet};
use crate::domain::reference::division::DivisionCode;
use crate::domain::text::sentence::Sentence;
use crate::office::views::{BoardList, BoardRow, BoardView};
use crate::runtime::session::{Answers, Batch, KnownBoard};

pub fn list(invocation: &mut Invocation<'_, '_>, within: Option<DivisionCode>) -> Done {
    let session = invocation.open()?;
    let boards = session.boards(within)?;
    let batches = session.batches()?;
    let answers = session.answers()?;
    let document = document(&answers, &batches, &boards);
    drop(answers);
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
    Ok(answer.shows(&document))
}

fn document(answers: &Answers<'_>, batches: &[Batch], boards: &[KnownBoard]) -> BoardList {
    let row = |known: &KnownBoard| BoardRow {
        board: BoardView::of(known),
        hanging: hanging(batches, known),
        possible: possible::on_board(answers, known),
    };
    BoardList { boards: boards.iter().map(row).collect() }
}

fn hanging(batches: &[Batch], known: &KnownBoard) -> usize {
    let postings = batches.iter().flat_map(|batch| &batch.dossier.postings);
    postings.filter(|posting| posting.board == known.subject && posting.hangs()).count()
}
