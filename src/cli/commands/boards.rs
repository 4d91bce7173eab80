//! `board ...`, `post`, `takedown`, `recall ...`.
use super::days::warned;
use crate::cli::commands::{Done, coverage, named, who, word};
use crate::cli::error::CommandError;
use crate::cli::life::{OnBoard, OnWall, Particulars, Photos};
use crate::cli::output::Answer;
use crate::cli::session::Session;
use crate::cli::text_table::{Align, Sheet};
use crate::domain::board::PhotoView;
use crate::domain::disclosure::Code;
use crate::domain::dossier::{Posting, RecallReason, Refusal};
use crate::domain::journal::BoardDescribed;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::desk::{Batch, Desk, DeskError, KnownBoard, NewPhoto, OpenRecall};
use crate::runtime::files;
use crate::store::StoreError;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

pub fn run(session: &mut Session<'_, '_>, command: &OnBoard) -> Done {
    match command {
        OnBoard::Add { division, name, place, kind, columns, since } => {
            let (name, place) = (name.trim().to_owned(), place.trim().to_owned());
            let described = BoardDescribed {
                division: *division,
                name,
                place,
                kind: *kind,
                columns: columns.clone(),
                since: *since,
            };
            on_board(session, |desk| Ok(desk.add_board(described)?))
        }
        OnBoard::Change { board, particulars } => on_board(session, |desk| {
            let known = desk.board(board)?;
            let described = known.described().ok_or(DeskError::from(StoreError::Unknown))?;
            Ok(desk.change_board(&known, changed(described, particulars))?)
        }),
        OnBoard::List(within) => list(session, *within),
        OnBoard::Inspect { board, on, condition, photos } => {
            let read = read(photos)?;
            on_board(session, |desk| {
                let known = desk.board(board)?;
                let day = on.unwrap_or_else(|| desk.now().date());
                Ok(desk.inspect_board(&known, day, *condition, &borrowed(&read))?)
            })
        }
        OnBoard::Nothing { board, column, period, on } => on_board(session, |desk| {
            let known = desk.board(board)?;
            let day = on.unwrap_or_else(|| desk.now().date());
            Ok(desk.nothing_to_report(&known, *column, *period, day)?)
        }),
        OnBoard::Retire { board, on } => on_board(session, |desk| {
            let known = desk.board(board)?;
            let day = on.unwrap_or_else(|| desk.now().date());
            Ok(desk.retire_board(&known, day)?)
        }),
        OnBoard::Post(hung) => post(session, hung),
        OnBoard::TakeDown { down, recalled_only } => take_down(session, down, *recalled_only),
        OnBoard::Recalls => recalls(session),
        OnBoard::PrintRecalls(folder) => print_recalls(session, folder),
        OnBoard::Coverage(out) => coverage::run(session, out.as_deref()),
    }
}

type Read = Vec<(PhotoView, Vec<u8>)>;

fn read(photos: &Photos) -> Result<Read, CommandError> {
    photos.iter().map(|(view, path)| Ok((*view, files::read(path)?))).collect()
}

fn borrowed(read: &Read) -> Vec<NewPhoto<'_>> {
    read.iter().map(|(view, bytes)| NewPhoto { bytes, view: *view }).collect()
}

fn on_board(
    session: &mut Session<'_, '_>,
    act: impl FnOnce(&mut Desk) -> Result<KnownBoard, CommandError>,
) -> Done {
    let mut desk = session.open()?;
    let known = act(&mut desk)?;
    desk.close()?;
    let sentence =
        Sentence::plain("cli-board-done").with("name", known.name()).with("board", known.subject);
    Ok(Answer::default().say(sentence).members(document(&known)))
}

/// What is not named stays as it was.
fn changed(described: &BoardDescribed, particulars: &Particulars) -> BoardDescribed {
    let Particulars { name, place, kind, columns, since } = particulars;
    let text = |new: &Option<String>, old: &str| new.as_deref().unwrap_or(old).trim().to_owned();
    BoardDescribed {
        division: described.division,
        name: text(name, &described.name),
        place: text(place, &described.place),
        kind: kind.unwrap_or(described.kind),
        columns: columns.clone().unwrap_or_else(|| described.columns.clone()),
        since: since.or(described.since),
    }
}

fn document(known: &KnownBoard) -> serde_json::Map<String, Value> {
    let described = known.described();
    let members = json!({
        "board": known.subject.to_string(),
        "village": known.village,
        "name": described.map(|described| described.name.as_str()),
        "place": described.map(|described| described.place.as_str()),
        "kind": described.map(|described| word(described.kind)),
        "columns": described.map(|described| word(&described.columns)),
        "since": known.board.since.map(|since| since.to_string()),
        "inspected_on": known.board.inspected.map(|(on, _)| on.to_string()),
        "condition": known.board.inspected.map(|(_, condition)| word(condition)),
        "retired_on": known.board.retired_on.map(|on| on.to_string()),
        "nothing": word(&known.board.nothing),
    });
    if let Value::Object(members) = members { members } else { serde_json::Map::new() }
}

fn list(
    session: &mut Session<'_, '_>,
    within: Option<crate::domain::reference::division::DivisionCode>,
) -> Done {
    let desk = session.open()?;
    let boards = desk.boards(within)?;
    let batches = desk.batches()?;
    desk.close()?;
    let mut sheet = Sheet::new([Align::Left, Align::Left, Align::Left, Align::Right, Align::Left]);
    sheet.row(session.titles([
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

fn post(session: &mut Session<'_, '_>, hung: &OnWall) -> Done {
    let read = read(&hung.photos)?;
    let mut desk = session.open()?;
    let (batch, known) = (named(&desk, &hung.batch)?, desk.board(&hung.board)?);
    let day = hung.on.unwrap_or_else(|| desk.now().date());
    let batch = desk.post(&batch, hung.code.as_ref(), &known, day, &borrowed(&read))?;
    let posting = batch.dossier.postings.last().ok_or(DeskError::from(StoreError::Unknown))?;
    let answer = on_wall("cli-posted", &batch, &known, posting, day)
        .with("through", posting.through.map(|through| through.to_string()));
    let answer = warned(&desk, answer, day, posting.through.unwrap_or(day));
    desk.close()?;
    Ok(answer)
}

fn take_down(session: &mut Session<'_, '_>, down: &OnWall, recalled_only: bool) -> Done {
    let read = read(&down.photos)?;
    let mut desk = session.open()?;
    let (batch, known) = (named(&desk, &down.batch)?, desk.board(&down.board)?);
    let posting = coming_down(&batch, &known, down.code.as_ref(), recalled_only)?.clone();
    let day = down.on.unwrap_or_else(|| desk.now().date());
    let batch = desk.take_down(&batch, posting.entry, day, &borrowed(&read))?;
    desk.close()?;
    Ok(on_wall("cli-taken-down", &batch, &known, &posting, day).with("through", Value::Null))
}

/// What hangs there under recall goes first; else the oldest posting. A code says which is meant.
fn coming_down<'b>(
    batch: &'b Batch,
    known: &KnownBoard,
    code: Option<&Code>,
    recalled_only: bool,
) -> Result<&'b Posting, CommandError> {
    let meant = |posting: &&Posting| {
        posting.board == known.subject && code.is_none_or(|code| posting.code == *code)
    };
    let recalled = batch.dossier.recalls().map(|recall| recall.posting).find(meant);
    if recalled_only {
        return recalled.ok_or(CommandError::NotRecalled);
    }
    let hangs = || batch.dossier.postings.iter().filter(|posting| posting.hangs()).find(meant);
    Ok(recalled.or_else(hangs).ok_or(DeskError::from(StoreError::from(Refusal::NotPosted)))?)
}

/// The sentence and the members that postings and take-downs share.
fn on_wall(
    key: &'static str,
    batch: &Batch,
    known: &KnownBoard,
    posting: &Posting,
    day: Date,
) -> Answer {
    let revision =
        batch.dossier.disclosure(&posting.code).map_or(0, |disclosed| disclosed.body.revision);
    let sentence =
        Sentence::plain(key).with("name", batch.name()).with("check", posting.code.check_code());
    Answer::default()
        .say(sentence.with("board", known.name()).with("on", day))
        .members(who(batch))
        .with("board", known.subject.to_string())
        .with("code", posting.code.as_str())
        .with("revision", revision)
        .with("on", day.to_string())
        .with("posting", posting.entry.to_string())
}

fn recalls(session: &mut Session<'_, '_>) -> Done {
    let desk = session.open()?;
    let open = desk.recalls()?;
    desk.close()?;
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
    Ok(answer.with("recalls", open.iter().map(recall_document).collect::<Vec<Value>>()))
}

fn recall_document(recall: &OpenRecall) -> Value {
    let mut members = who(&recall.batch);
    members.insert("board".into(), recall.board.subject.to_string().into());
    members.insert("board_name".into(), recall.board.name().into());
    members.insert("revision".into(), recall.disclosed.body.revision.into());
    members.insert("code".into(), recall.disclosed.body.code.as_str().into());
    members.insert("since".into(), recall.since.to_string().into());
    let because = match recall.because {
        RecallReason::Corrected => "corrected",
        RecallReason::Withdrawn(class) => class.word(),
    };
    members.insert("because".into(), because.into());
    Value::Object(members)
}

fn print_recalls(session: &mut Session<'_, '_>, folder: &Path) -> Done {
    let desk = session.open()?;
    let orders = desk.recall_orders()?;
    desk.close()?;
    let mut answer = Answer::default();
    let mut told = Vec::with_capacity(orders.len());
    for (name, bytes) in &orders {
        let path: PathBuf = folder.join(name);
        files::write(&path, bytes)?;
        answer = answer.say(
            Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len()),
        );
        told.push(json!({"file": path.display().to_string(), "bytes": bytes.len()}));
    }
    if orders.is_empty() {
        answer = answer.say(Sentence::plain("cli-no-recalls"));
    }
    Ok(answer.with("files", told))
}
