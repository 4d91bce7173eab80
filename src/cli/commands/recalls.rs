//! `recall list`, `recall print`.
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::office::views::{BatchNames, FileSize, FilesView, RecallList, RecallView};
use crate::runtime::files;
use crate::runtime::session::OpenRecall;
use std::path::{Path, PathBuf};

pub fn list(invocation: &mut Invocation<'_, '_>) -> Done {
    let session = invocation.open()?;
    let open = session.recalls()?;
    session.close()?;
    let mut answer = Answer::default();
    if open.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-recalls"));
    }
    for recall in &open {
        let sentence = Sentence::plain("cli-recall")
            .with("name", recall.batch.name())
            .with("revision", recall.disclosed.body.revision);
        let sentence = sentence
            .with("check", recall.disclosed.body.code.check_code())
            .with("board", recall.board.name());
        answer = answer.say(sentence.with("since", recall.since));
    }
    Ok(answer.shows(&RecallList { recalls: open.iter().map(view).collect() }))
}

fn view(recall: &OpenRecall) -> RecallView {
    RecallView {
        names: BatchNames::of(&recall.batch),
        board: recall.board.subject,
        board_name: recall.board.name(),
        revision: recall.disclosed.body.revision,
        code: recall.disclosed.body.code.as_str().to_owned(),
        since: recall.since,
        because: recall.because.word(),
    }
}

pub fn print(invocation: &mut Invocation<'_, '_>, folder: &Path) -> Done {
    let session = invocation.open()?;
    let orders = session.recall_orders()?;
    session.close()?;
    let mut answer = Answer::default();
    let mut told = Vec::with_capacity(orders.len());
    for (name, bytes) in &orders {
        let path: PathBuf = folder.join(name);
        files::write(&path, bytes)?;
        answer = answer.say(
            Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len()),
        );
        told.push(FileSize { file: path.display().to_string(), bytes: bytes.len() });
    }
    if orders.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-recalls"));
    }
    Ok(answer.shows(&FilesView { files: told }))
}
