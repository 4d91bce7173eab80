//! What waits, in numbers: on boards, in the register and by the calendar. For the first screen.
use super::coverage::{Coverage, DownState};
use crate::domain::case::Case;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::Dossier;
use crate::domain::dossier::retention;
use crate::domain::values::date::Date;

/// How much waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Cases without an answer.
    pub cases: u32,
    /// The first day on which an answer is due.
    pub nearest: Option<Date>,
    /// Promised corrections and withdrawals that are not done.
    pub promised: u32,
    /// Postings that must come down at once.
    pub recalls: u32,
    /// Disclosures that do not hang on every board where they have to.
    pub unposted: u32,
    /// Disclosures that hang although their time is over.
    pub overdue: u32,
    /// Paid batches without a public result.
    pub results: u32,
    /// Batches with lists whose public time is over.
    pub lists: u32,
    /// Batches whose rows have been kept long enough.
    pub erasures: u32,
    /// Boards that nobody looked at in time.
    pub boards: u32,
}

impl Waiting {
    /// Counts cases of a batch, or an enquiry about none.
    pub fn take_cases<'a>(&mut self, cases: impl Iterator<Item = &'a Case>) {
        for case in cases {
            if case.is_open() {
                self.cases += 1;
                self.nearest =
                    Some(self.nearest.map_or_else(|| case.due(), |day| day.min(case.due())));
            } else if case.owes() {
                self.promised += 1;
            }
        }
    }

    /// Counts one batch; its rows are kept for `years` after it was closed.
    pub fn take_batch(&mut self, dossier: &Dossier, today: Date, years: u16) {
        self.take_cases(dossier.cases.iter());
        self.recalls += count(dossier.recalls().count());
        let no_result =
            dossier.booked().is_some() && dossier.live(DisclosureStage::Result).is_none();
        self.results += u32::from(no_result);
        self.lists += u32::from(!retention::lists_due(dossier, today).is_empty());
        self.erasures += u32::from(retention::rows_may_go(dossier, years, today));
    }

    /// Counts what the boards lack. A disclosure that is owed but not published yet is not counted:
    /// it cannot hang anywhere.
    pub fn take_coverage(&mut self, report: &Coverage) {
        self.unposted = count(
            report
                .rows
                .iter()
                .filter(|row| row.owed.is_none() && row.posted < row.required)
                .count(),
        );
        self.overdue = count(
            report.rows.iter().filter(|row| matches!(row.down, DownState::Overdue(_))).count(),
        );
        self.boards = report.totals.boards_overdue;
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
