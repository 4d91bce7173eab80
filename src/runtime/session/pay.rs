//! Pay lists: what is in them, and the files for the finance bureau.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::domain::disclosure::{DisclosureStage, PublicDivision};
use crate::domain::dossier::coverage::owed;
use crate::domain::people::user::Role;
use crate::domain::reference::division::Division;
use crate::domain::values::date::Date;
use crate::domain::values::money::Fen;
use crate::finance::{PaidBatch, PayList, files};
use crate::store::StoreError;

/// A pay list that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayListMade {
    /// `L-<terminal>-<number>`
    pub id: String,
    /// The batches in it.
    pub batches: Vec<Batch>,
    /// Their lines.
    pub lines: u32,
    /// Their sum.
    pub fen: Fen,
}

/// One finance file: name and bytes.
pub type ExportedFile = (String, Vec<u8>);

impl Session {
    /// Paid batches without a result disclosure, with the last day for it.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn results_due(&self) -> Result<Vec<(Batch, Date)>, Failure> {
        let due = self.batches()?.into_iter().filter_map(|batch| {
            let result =
                owed(&batch.dossier).filter(|owed| owed.stage == DisclosureStage::Result)?;
            Some((batch, result.due?))
        });
        Ok(due.collect())
    }

    /// All pay lists, newest first.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn pay_lists(&self) -> Result<Vec<PayListMade>, Failure> {
        let mut lists: Vec<(String, Vec<Batch>)> = Vec::new();
        for batch in self.batches()? {
            let Some(paid) = batch.dossier.pay_list() else { continue };
            match lists.iter_mut().find(|(id, _)| *id == paid.list) {
                Some((_, batches)) => batches.push(batch),
                None => lists.push((paid.list.clone(), vec![batch])),
            }
        }
        Ok(lists.into_iter().map(|(id, batches)| made(id, batches)).collect())
    }

    /// The files of a pay list. Rendering: the same list gives the same bytes.
    ///
    /// # Errors
    /// No such list; a name that the csv cannot carry; sums that do not agree.
    pub fn export(&self, id: &str) -> Result<Vec<ExportedFile>, Failure> {
        self.needs(Role::Treasurer)?;
        let wanted = id.trim().to_ascii_uppercase();
        let list = self
            .pay_lists()?
            .into_iter()
            .find(|list| list.id == wanted)
            .ok_or(StoreError::Unknown)?;
        let mut batches = Vec::with_capacity(list.batches.len());
        let mut made_on = self.now().date();
        for batch in list.batches.iter().rev() {
            let paid = batch.dossier.pay_list().ok_or(StoreError::Unknown)?;
            made_on = paid.made_on;
            batches.push(self.paid_batch(batch)?);
        }
        let office = self.office.name.clone();
        let division = self.office.division;
        Ok(files(&PayList {
            id: list.id,
            office,
            division,
            made_on,
            practice: self.office.practice,
            batches,
        })?)
    }

    fn paid_batch(&self, batch: &Batch) -> Result<PaidBatch, Failure> {
        let paid = batch.dossier.pay_list().ok_or(StoreError::Unknown)?;
        let submission = batch.dossier.submission().ok_or(StoreError::Unknown)?;
        let key = &batch.draft.key;
        let place = |code| {
            self.reference.division(code, paid.made_on).map(Division::place).unwrap_or_default()
        };
        let township = key.division.parent();
        Ok(PaidBatch {
            subject: batch.draft.subject.map(|subject| subject.to_string()).unwrap_or_default(),
            label: batch.dossier.label().unwrap_or_default().to_owned(),
            revision: batch.dossier.live_notice().map_or(0, |disclosed| disclosed.body.revision),
            programme: key.programme.clone(),
            programme_name: batch.programme.clone(),
            unit: batch.unit.clone(),
            period: key.period,
            village: PublicDivision {
                code: key.division,
                name: place(key.division),
                township: place(township),
                county: place(township.parent()),
            },
            rows: paid.rows,
            said_lines: submission.body.totals.lines,
            said_fen: submission.body.totals.fen,
            lines: self.store.read()?.rows(paid.rows)?,
        })
    }
}

pub(super) fn made(id: String, batches: Vec<Batch>) -> PayListMade {
    let totals =
        |batch: &Batch| batch.dossier.submission().map(|submission| submission.body.totals);
    let lines = batches.iter().filter_map(totals).map(|totals| totals.lines).sum();
    let fen = batches.iter().filter_map(totals).map(|totals| totals.fen).sum();
    PayListMade { id, batches, lines, fen }
}
