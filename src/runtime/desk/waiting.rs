//! What waits, in numbers: one pass over the batches for the first screen.
use super::error::DeskError;
use super::open::Desk;
use crate::domain::case::Case;
use crate::domain::coverage::{DownState, is_reported};
use crate::domain::date::Date;
use crate::domain::disclosure::DisclosureStage;
use crate::domain::dossier::Dossier;
use crate::domain::policy::PolicyKey;
use crate::domain::retention;

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
    fn take_cases<'a>(&mut self, cases: impl Iterator<Item = &'a Case>) {
        for case in cases {
            if case.is_open() {
                self.cases += 1;
                self.nearest = Some(self.nearest.map_or_else(|| case.due(), |day| day.min(case.due())));
            } else if case.owes() {
                self.promised += 1;
            }
        }
    }

    fn take_batch(&mut self, dossier: &Dossier, today: Date, years: u16) {
        self.take_cases(dossier.cases.iter());
        self.recalls += count(dossier.recalls().count());
        let no_result = dossier.booked.is_some() && dossier.live(DisclosureStage::Result).is_none();
        self.results += u32::from(no_result);
        self.lists += u32::from(!retention::lists_due(dossier, today).is_empty());
        self.erasures += u32::from(retention::rows_may_go(dossier, years, today));
    }
}

impl Desk {
    /// Counts all of it, as of today.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn waiting(&self) -> Result<Waiting, DeskError> {
        let today = self.now().date();
        let years = self.reference().policy(PolicyKey::KeepPrivateYears, today);
        let mut waiting = Waiting::default();
        let reading = self.store.read()?;
        let mut reported = Vec::new();
        reading.dossiers(|subject, dossier| {
            waiting.take_batch(&dossier, today, years);
            if is_reported(&dossier) {
                reported.push((subject, dossier));
            }
            true
        })?;
        for (_, enquiry) in reading.enquiries()? {
            waiting.take_cases(enquiry.cases.iter());
        }
        let coverage = self.coverage_of(&reading, &reported)?;
        waiting.unposted = count(coverage.rows.iter().filter(|row| row.owed.is_none() && row.posted < row.required).count());
        waiting.overdue = count(coverage.rows.iter().filter(|row| matches!(row.down, DownState::Overdue(_))).count());
        waiting.boards = coverage.totals.boards_overdue;
        Ok(waiting)
    }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
