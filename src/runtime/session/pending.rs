//! What waits, in numbers: one pass over the batches for the first screen.
use super::error::Failure;
use super::open::Session;
use crate::domain::dossier::coverage::is_reported;
use crate::domain::dossier::pending::Waiting;
use crate::domain::reference::policy::PolicyKey;

impl Session {
    /// Counts all of it, as of today.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn waiting(&self) -> Result<Waiting, Failure> {
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
        waiting.take_coverage(&self.coverage_of(&reading, &reported)?);
        Ok(waiting)
    }
}
