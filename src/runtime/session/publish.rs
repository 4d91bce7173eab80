//! What is public, and the days of a notice that would be.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::domain::disclosure::{Disclosure, NoticePeriod, PaperNames};
use crate::domain::dossier::Disclosed;
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::date::Date;
use crate::office::publication;
use crate::store::StoreError;

/// The days of a notice as the calendar counts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticePlan {
    /// First and last day.
    pub period: NoticePeriod,
    /// Years without a holiday table: counted Monday to Friday, to be checked by hand.
    pub missing_years: Vec<i16>,
}

impl Session {
    /// When the batch's programme wants its notice.
    ///
    /// # Errors
    /// An unknown programme.
    pub fn programme_notice(&self, batch: &Batch) -> Result<NoticeTime, Failure> {
        Ok(self.programme(batch, self.now().date())?.notice.when)
    }

    /// The days of a notice that is posted on `from`; a correction may be noticed for fewer days.
    ///
    /// # Errors
    /// An unknown programme.
    pub fn notice_plan(&self, batch: &Batch, from: Date) -> Result<NoticePlan, Failure> {
        let period = publication::notice_period(&self.reference, batch, from)?;
        let missing_years = self.reference.holidays.missing_years(from, period.to);
        Ok(NoticePlan { period, missing_years })
    }

    /// The published content and the names of the paper, as they stand in the store.
    ///
    /// # Errors
    /// Trouble with the store; erased content.
    pub fn published(
        &self,
        disclosed: &Disclosed,
    ) -> Result<(Disclosure, Option<PaperNames>), Failure> {
        let reading = self.store.read()?;
        let damaged = |_: serde_json::Error| StoreError::Damaged("disclosure");
        let disclosure =
            Disclosure::from_bytes(&reading.blob(disclosed.body.content)?).map_err(damaged)?;
        let names = disclosed.body.paper_names.map(|hash| reading.blob(hash)).transpose()?;
        let names =
            names.map(|bytes| serde_json::from_slice(&bytes)).transpose().map_err(damaged)?;
        Ok((disclosure, names))
    }
}
