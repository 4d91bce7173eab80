//! Boards, recalls and coverage as the screens show them, and the acts on boards.
use super::lists::{seen_of, title};
use super::office::{Office, done};
use crate::app::message::Answer;
use crate::app::orders::{BoardOrder, Photos};
use crate::app::views::{
    BatchId, BoardRow, BoardsView, CoverageLine, CoverageView, RecallRow, SeenBoard, VillageRow,
};
use crate::domain::board::PhotoView;
use crate::domain::dossier::coverage::{Coverage, CoverageRow};
use crate::domain::journal::Subject;
use crate::domain::reference::division::Division;
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;
use crate::runtime::desk::{Batch, Desk, DeskError, KnownBoard, NewPhoto, OpenRecall};
use crate::runtime::files;
use std::collections::HashMap;
use std::path::Path;

/// Pictures read from the disk, with what they show.
pub(super) type ReadPhotos = Vec<(PhotoView, Vec<u8>)>;

/// Reads the files that were named; an empty name is no photo.
pub(super) fn read_photos(photos: &Photos) -> Result<ReadPhotos, DeskError> {
    let named = [(PhotoView::Near, &photos.near), (PhotoView::Far, &photos.far)];
    let read =
        |(view, path): (PhotoView, &String)| Ok((view, files::read(Path::new(path.as_str()))?));
    named.into_iter().filter(|(_, path)| !path.is_empty()).map(read).collect()
}

pub(super) fn lent(read: &ReadPhotos) -> Vec<NewPhoto<'_>> {
    read.iter().map(|(view, bytes)| NewPhoto { bytes, view: *view }).collect()
}

impl Office {
    pub(super) fn list_boards(&self) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let mut hanging = hanging(desk)?;
        let overdue: Vec<Subject> = desk
            .coverage()?
            .boards
            .into_iter()
            .filter(|row| row.overdue)
            .map(|row| row.subject)
            .collect();
        let row = |known: KnownBoard| {
            let described = known.described()?.clone();
            let mut nothing = known.board.nothing.clone();
            nothing.reverse();
            Some(BoardRow {
                seen: SeenBoard { board: known.subject, heads: known.board.heads.clone() },
                hanging: hanging.remove(&known.subject).unwrap_or_default(),
                inspected: known.board.inspected,
                overdue: overdue.contains(&known.subject),
                retired_on: known.board.retired_on,
                village: known.village,
                described,
                nothing,
            })
        };
        let mut boards: Vec<BoardRow> = desk.boards(None)?.into_iter().filter_map(row).collect();
        boards.sort_by_key(|row| (row.retired_on.is_some(), row.described.division));
        Ok(Answer::Boards(BoardsView { boards, villages: villages(desk) }))
    }

    /// The board as it was on the screen: an act on it says which heads were seen.
    fn seen_board(&self, seen: &SeenBoard) -> Result<KnownBoard, DeskError> {
        let mut known = self.desk()?.board(&seen.board.to_string())?;
        known.board.heads.clone_from(&seen.heads);
        Ok(known)
    }

    pub(super) fn on_board(&mut self, order: BoardOrder) -> Result<Answer, DeskError> {
        let (key, known) = match order {
            BoardOrder::Add(described) => {
                ("runtime-board-added", self.desk_mut()?.add_board(described)?)
            }
            BoardOrder::Change(seen, described) => {
                let known = self.seen_board(&seen)?;
                ("runtime-board-changed", self.desk_mut()?.change_board(&known, described)?)
            }
            BoardOrder::Inspect { board, on, condition, photos } => {
                let (known, read) = (self.seen_board(&board)?, read_photos(&photos)?);
                (
                    "runtime-board-inspected",
                    self.desk_mut()?.inspect_board(&known, on, condition, &lent(&read))?,
                )
            }
            BoardOrder::Nothing { board, column, period, on } => {
                let known = self.seen_board(&board)?;
                (
                    "runtime-nothing-said",
                    self.desk_mut()?.nothing_to_report(&known, column, period, on)?,
                )
            }
            BoardOrder::Retire { board, on } => {
                let known = self.seen_board(&board)?;
                ("runtime-board-retired", self.desk_mut()?.retire_board(&known, on)?)
            }
        };
        Ok(done(Sentence::plain(key).with("name", known.name())))
    }

    pub(super) fn list_recalls(&self) -> Result<Answer, DeskError> {
        Ok(Answer::Recalls(self.desk()?.recalls()?.iter().map(recall_row).collect()))
    }

    pub(super) fn show_coverage(&self) -> Result<Answer, DeskError> {
        let desk = self.desk()?;
        let report: Coverage = desk.coverage()?;
        let today = desk.now().date();
        let lines = report.rows.iter().map(|row| coverage_line(desk, row, today)).collect();
        let silent = u32::try_from(report.silent.len()).unwrap_or(u32::MAX);
        Ok(Answer::Coverage(CoverageView { lines, totals: report.totals, silent }))
    }
}

/// What hangs on each board now, newest first.
fn hanging(desk: &Desk) -> Result<HashMap<Subject, Vec<(String, Date)>>, DeskError> {
    let mut hanging: HashMap<Subject, Vec<(String, Date)>> = HashMap::new();
    for batch in desk.batches()?.iter().filter(|batch| !batch.dossier.postings.is_empty()) {
        for posting in batch.dossier.postings.iter().filter(|posting| posting.hangs()) {
            hanging.entry(posting.board).or_default().push((title(batch), posting.on));
        }
    }
    for there in hanging.values_mut() {
        there.sort_by_key(|(_, on)| std::cmp::Reverse(*on));
    }
    Ok(hanging)
}

/// Villages of the office, as forms offer them.
pub(super) fn villages(desk: &Desk) -> Vec<VillageRow> {
    let office = desk.office().division;
    let here = desk
        .reference()
        .villages_on(desk.now().date())
        .filter(|division| office.holds(division.code));
    here.map(|division| VillageRow { code: division.code, name: division.place() }).collect()
}

fn recall_row(recall: &OpenRecall) -> RecallRow {
    RecallRow {
        seen: seen_of(&recall.batch),
        posting: recall.posting.entry,
        board: recall.board.name(),
        title: title(&recall.batch),
        revision: recall.disclosed.body.revision,
        check_code: recall.disclosed.body.code.check_code(),
        since: recall.since,
        because: recall.because,
    }
}

fn coverage_line(desk: &Desk, row: &CoverageRow, today: Date) -> CoverageLine {
    let reference = desk.reference();
    let village = reference
        .division(row.division, today)
        .map_or_else(|| row.division.to_string(), Division::place);
    let programme = reference
        .programme(&row.programme, today)
        .map_or_else(|| row.programme.clone(), |programme| programme.name.clone());
    CoverageLine {
        batch: BatchId(row.subject.to_string()),
        village,
        programme,
        stage: row.stage,
        revision: row.revision,
        required: row.required,
        posted: row.posted,
        late_days: row.late_days,
        down: row.down,
        recalls_open: row.recalls_open,
        owed: row.owed.is_some(),
    }
}

/// Boards of the batch's village that are in use.
pub(super) fn boards_of(desk: &Desk, batch: &Batch) -> Result<Vec<KnownBoard>, DeskError> {
    let today = desk.now().date();
    let mut boards = desk.boards(Some(batch.draft.key.division))?;
    boards.retain(|known| known.board.is_used_on(today));
    Ok(boards)
}
