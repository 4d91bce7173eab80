//! Boards, recalls and coverage as the screens show them.
use super::lists::{seen_of, title};
use super::office::Office;
use crate::app::message::Answer;
use crate::app::views::{
    BatchId, BoardRow, BoardsView, CoverageLine, CoverageView, RecallRow, SeenBoard, VillageRow,
};
use crate::domain::dossier::coverage::{Coverage, CoverageRow};
use crate::domain::journal::Subject;
use crate::domain::reference::division::Division;
use crate::domain::values::date::Date;
use crate::office::ActName;
use crate::runtime::session::{Answers, Batch, Failure, KnownBoard, OpenRecall, Session};
use std::collections::HashMap;

impl Office {
    pub(super) fn list_boards(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let mut hanging = hanging(session)?;
        let overdue: Vec<Subject> = session
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
                possible: BOARD_ACTS
                    .iter()
                    .map(|act| (*act, answers.on_board(*act, &known)))
                    .collect(),
                village: known.village,
                described,
                nothing,
            })
        };
        let mut boards: Vec<BoardRow> = session.boards(None)?.into_iter().filter_map(row).collect();
        boards.sort_by_key(|row| (row.retired_on.is_some(), row.described.division));
        Ok(Answer::Boards(BoardsView { boards, villages: villages(session) }))
    }

    pub(super) fn list_recalls(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let answers = session.answers()?;
        let recalls = session.recalls()?;
        let rows = recalls.iter().map(|recall| recall_row(&answers, recall));
        Ok(Answer::Recalls(rows.collect::<Result<_, _>>()?))
    }

    pub(super) fn show_coverage(&self) -> Result<Answer, Failure> {
        let session = self.session()?;
        let report: Coverage = session.coverage()?;
        let today = session.now().date();
        let lines = report.rows.iter().map(|row| coverage_line(session, row, today)).collect();
        let silent = u32::try_from(report.silent.len()).unwrap_or(u32::MAX);
        Ok(Answer::Coverage(CoverageView { lines, totals: report.totals, silent }))
    }
}

/// What a board offers.
const BOARD_ACTS: &[ActName] =
    &[ActName::ChangeBoard, ActName::InspectBoard, ActName::ReportNothing, ActName::RetireBoard];

/// What hangs on each board now, newest first.
fn hanging(session: &Session) -> Result<HashMap<Subject, Vec<(String, Date)>>, Failure> {
    let mut hanging: HashMap<Subject, Vec<(String, Date)>> = HashMap::new();
    for batch in session.batches()?.iter().filter(|batch| !batch.dossier.postings.is_empty()) {
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
pub(super) fn villages(session: &Session) -> Vec<VillageRow> {
    let office = session.office().division;
    let here = session
        .reference()
        .villages_on(session.now().date())
        .filter(|division| office.holds(division.code));
    here.map(|division| VillageRow { code: division.code, name: division.place() }).collect()
}

fn recall_row(answers: &Answers<'_>, recall: &OpenRecall) -> Result<RecallRow, Failure> {
    let part = Some(recall.posting.entry);
    Ok(RecallRow {
        possible: answers.all(&[ActName::TakeDown], &recall.batch, part)?,
        seen: seen_of(&recall.batch),
        posting: recall.posting.entry,
        board: recall.board.name(),
        title: title(&recall.batch),
        revision: recall.disclosed.body.revision,
        check_code: recall.disclosed.body.code.check_code(),
        since: recall.since,
        because: recall.because,
    })
}

fn coverage_line(session: &Session, row: &CoverageRow, today: Date) -> CoverageLine {
    let reference = session.reference();
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
pub(super) fn boards_of(session: &Session, batch: &Batch) -> Result<Vec<KnownBoard>, Failure> {
    let today = session.now().date();
    let mut boards = session.boards(Some(batch.draft.key.division))?;
    boards.retain(|known| known.board.is_used_on(today));
    Ok(boards)
}
