//! 张贴情况 at the session: the report of today, on paper and as a sheet, and recall orders on paper.
use super::error::Failure;
use super::open::Session;
use super::postings::OpenRecall;
use crate::documents::coverage_boards::{BoardFault, BoardFinding};
use crate::documents::coverage_report::CoverageLine;
use crate::documents::recall_order::{Recalled, RecalledBoard};
use crate::documents::{
    CoverageReport, RecallOrder, coverage_report, coverage_workbook, recall_order,
};
use crate::domain::board::Board;
use crate::domain::disclosure::title::Title;
use crate::domain::disclosure::{Code, Disclosure};
use crate::domain::dossier::coverage::{Coverage, CoverageRow, Owed, Seen, coverage, is_reported};
use crate::domain::dossier::{Disclosed, Dossier, RecallReason};
use crate::domain::journal::Subject;
use crate::domain::reference::division::{Division, DivisionCode, Level};
use crate::domain::reference::effective::Dated;
use crate::domain::reference::policy::PolicyKey;
use crate::domain::values::date::Date;
use crate::office::deadline::working_days_after;
use crate::store::{Reading, StoreError};

impl Session {
    /// The report of today over all villages of the office.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn coverage(&self) -> Result<Coverage, Failure> {
        let reading = self.store.read()?;
        let mut dossiers = Vec::new();
        reading.dossiers(|subject, dossier| {
            if is_reported(&dossier) {
                dossiers.push((subject, dossier));
            }
            true
        })?;
        self.coverage_of(&reading, &dossiers)
    }

    /// The same over dossiers that were gathered already.
    pub(super) fn coverage_of(
        &self,
        reading: &Reading,
        dossiers: &[(Subject, Dossier)],
    ) -> Result<Coverage, Failure> {
        let today = self.now().date();
        let boards: Vec<(Subject, Board)> = reading.boards()?;
        let villages = self.villages(today);
        let inspect_days = self.reference.policy(PolicyKey::InspectBoardDays, today);
        let grace_days = self.reference.policy(PolicyKey::TakeDownGraceDays, today);
        Ok(coverage(Seen {
            today,
            villages: &villages,
            dossiers,
            boards: &boards,
            inspect_days,
            grace_days,
        }))
    }

    /// The villages of this office that are there on a day, by code.
    fn villages(&self, day: Date) -> Vec<DivisionCode> {
        let here = |division: &&Division| {
            division.code.level() == Level::Village
                && self.office.division.holds(division.code)
                && division.holds_on(day)
        };
        let mut codes: Vec<DivisionCode> =
            self.reference.divisions.iter().filter(here).map(|division| division.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The report as PDF, or as a workbook.
    ///
    /// # Errors
    /// A missing glyph; trouble with the sheet.
    pub fn coverage_paper(&self, report: &Coverage, as_sheet: bool) -> Result<Vec<u8>, Failure> {
        let paper = CoverageReport {
            place: self.office.name.clone(),
            issuer: self.office.name.clone(),
            on: self.now().date(),
            lines: report.rows.iter().map(|row| self.line(row)).collect(),
            boards: self.board_findings(report),
            practice: self.office.practice,
        };
        if !as_sheet {
            return Ok(coverage_report(&paper)?);
        }
        let mut bytes = std::io::Cursor::new(Vec::new());
        coverage_workbook(&paper, &mut bytes)?;
        Ok(bytes.into_inner())
    }

    fn line(&self, row: &CoverageRow) -> CoverageLine {
        let today = self.now().date();
        let village = self.place_name(row.division, today);
        let programme =
            self.reference.programme(&row.programme, today).map(|programme| programme.name.clone());
        CoverageLine {
            village,
            label: row.label.clone(),
            programme: programme.unwrap_or_else(|| row.programme.clone()),
            stage: row.stage,
            check_code: row.code.as_ref().map(Code::check_code).unwrap_or_default(),
            required: row.required,
            posted: row.posted,
            posted_on: row.posted_on,
            late_days: row.late_days,
            down_on: row.down_on,
            down: row.down,
            recalls_open: row.recalls_open,
            owed: row.owed,
            remark: remark(row),
        }
    }

    /// Boards not inspected in time, villages without any, silent columns: in this order.
    fn board_findings(&self, report: &Coverage) -> Vec<BoardFinding> {
        let finding = |division, what| BoardFinding {
            village: self.place_name(division, self.now().date()),
            what,
        };
        let overdue = report.boards.iter().filter(|board| board.overdue).map(|board| {
            let last = board.inspected.map(|(on, _)| on);
            finding(board.division, BoardFault::NotInspected { board: board.name.clone(), last })
        });
        let boardless =
            report.boardless.iter().map(|village| finding(*village, BoardFault::NoBoard));
        let silent = report.silent.iter().map(|silent| {
            let column = silent.column;
            let period = silent.period;
            finding(silent.division, BoardFault::Silent { column, period })
        });
        overdue.chain(boardless).chain(silent).collect()
    }

    /// Recall orders on paper: one file for each disclosure, a page for each of its boards. Their
    /// day is the one since which it must not hang, whenever they are printed: the same open
    /// recalls give the same bytes.
    ///
    /// # Errors
    /// A missing glyph; trouble with the store.
    pub fn recall_orders(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let mut by_disclosure: Vec<Vec<OpenRecall>> = Vec::new();
        for recall in self.recalls()? {
            match by_disclosure
                .iter_mut()
                .find(|known| known.iter().any(|other| other.posting.code == recall.posting.code))
            {
                Some(known) => known.push(recall),
                None => by_disclosure.push(vec![recall]),
            }
        }
        by_disclosure
            .iter()
            .filter_map(|recalls| Some((recalls, recalls.first()?)))
            .map(|(all, first)| self.recall_paper(all, first))
            .collect()
    }

    /// The public content, or what stays of it.
    fn shown_of(
        &self,
        subject: Option<Subject>,
        disclosed: &Disclosed,
    ) -> Result<Disclosure, Failure> {
        match (self.published(disclosed), subject) {
            (Err(Failure::Store(StoreError::Unknown)), Some(subject)) => {
                self.left_of(&self.store.read()?, subject, disclosed)
            }
            (shown, _) => Ok(shown?.0),
        }
    }

    fn recall_paper(
        &self,
        all: &[OpenRecall],
        first: &OpenRecall,
    ) -> Result<(String, Vec<u8>), Failure> {
        let body = &first.disclosed.body;
        let dated = first.since;
        let title = self.shown_of(first.batch.draft.subject, &first.disclosed)?;
        let newer = first
            .batch
            .dossier
            .disclosures
            .iter()
            .find(|other| other.body.replaces.as_ref() == Some(&body.code));
        let why = match (first.because, newer) {
            (RecallReason::Corrected, Some(newer)) => {
                Recalled::Replaced { by: newer.body.code.clone(), revision: newer.body.revision }
            }
            (RecallReason::Corrected, None) => Recalled::Withdrawn(first.disclosed.class),
            (RecallReason::Withdrawn(class), _) => Recalled::Withdrawn(class),
        };
        let contact = self
            .reference
            .contacts_for(self.office.division, dated)
            .first()
            .map(|contact| format!("{} {}", contact.office, contact.phone));
        let boards = all.iter().map(|recall| RecalledBoard {
            village: recall.board.village.clone(),
            name: recall
                .board
                .described()
                .map(|described| described.name.clone())
                .unwrap_or_default(),
            place: recall
                .board
                .described()
                .map(|described| described.place.clone())
                .unwrap_or_default(),
            posted_on: recall.posting.on,
        });
        let days = self.reference.policy(PolicyKey::ConfirmRecallDays, dated);
        let order = RecallOrder {
            // CT 撤贴; revisions count by stage, so the 核对码 tells two orders of one batch apart
            number: format!("{}-CT-{}", body.label, body.code.check_code()),
            issuer: self.office.name.clone(),
            title: Title::of(&title).to_string(),
            label: body.label.clone(),
            revision: body.revision,
            code: body.code.clone(),
            why,
            since: first.since,
            boards: boards.collect(),
            confirm_by: working_days_after(&self.reference, dated, days),
            contact: contact.unwrap_or_else(|| self.office.name.clone()),
            dated,
            practice: self.office.practice,
        };
        Ok((format!("recall-{}-{}.pdf", body.label, body.code.check_code()), recall_order(&order)?))
    }
}

/// Until when or since when what is owed is missing; else the revision, if it is not the first.
fn remark(row: &CoverageRow) -> String {
    match row.owed {
        Some(Owed { due: Some(due), .. }) => format!("公开期限{due}"),
        Some(Owed { due: None, since, .. }) => format!("{since}起未公示"),
        None if row.revision > 1 => format!("第{}版", row.revision),
        None => String::new(),
    }
}
