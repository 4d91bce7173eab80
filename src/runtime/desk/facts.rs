//! What the acts ask, answered by the open store, the keys and the disk.
use super::batch::{Batch, BatchName, Rows};
use super::check::Checked;
use super::error::{DeskError, unwritten};
use super::open::Desk;
use crate::documents::{DocumentError, photo, scan};
use crate::domain::board::PhotoView;
use crate::domain::case::Enquiry;
use crate::domain::disclosure::{Code, Disclosure, PaperNames, signed_message};
use crate::domain::dossier::{Disclosed, Dossier};
use crate::domain::journal::{Author, NewBlob, OfficeFounded, Subject, TerminalId};
use crate::domain::reference::Reference;
use crate::domain::roll::Line;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::office::board::KnownBoard;
use crate::office::case::KnownCase;
use crate::office::facts::Facts;
use crate::runtime::{entropy, files};
use crate::store::{StoreError, rows};
use std::collections::HashSet;
use std::path::Path;

impl Facts for Desk {
    type Error = DeskError;

    fn author(&self) -> Author {
        Desk::author(self)
    }

    fn today(&self) -> Date {
        self.now().date()
    }

    fn office(&self) -> &OfficeFounded {
        Desk::office(self)
    }

    fn reference(&self) -> &Reference {
        Desk::reference(self)
    }

    fn rules(&self) -> Option<Hash> {
        self.rules
    }

    fn salt(&self) -> Result<[u8; 16], DeskError> {
        Ok(entropy::salt()?)
    }

    fn batch(&self, name: &BatchName) -> Result<Batch, DeskError> {
        Desk::batch(self, name)
    }

    fn batches(&self) -> Result<Vec<Batch>, DeskError> {
        Desk::batches(self)
    }

    fn dossier(&self, batch: &Subject) -> Result<Dossier, DeskError> {
        Ok(self.store.read()?.dossier(batch)?)
    }

    fn rows(&self, batch: &Batch) -> Result<Rows, DeskError> {
        Desk::rows(self, batch)
    }

    fn lines(&self, rows: Hash) -> Result<Vec<Line>, DeskError> {
        Ok(self.store.read()?.rows(rows)?)
    }

    fn checked(&self, batch: &Batch, rows: &Rows) -> Result<Checked, DeskError> {
        self.check_rows(batch, rows)
    }

    fn persons(&self, lines: &[Line]) -> Vec<Hash> {
        let everybody =
            lines.iter().flat_map(|line| [&line.householder, line.beneficiary(), line.payee()]);
        let ids: HashSet<&str> =
            everybody.map(|person| person.id.as_str()).filter(|id| !id.is_empty()).collect();
        ids.into_iter().map(|id| self.data_key.person_hash(id)).collect()
    }

    fn rows_blob(&self, lines: &[Line]) -> Result<NewBlob, DeskError> {
        Ok(NewBlob::new(entropy::salt()?, rows::to_content(lines)?))
    }

    fn published(
        &self,
        disclosed: &Disclosed,
    ) -> Result<(Disclosure, Option<PaperNames>), DeskError> {
        Desk::published(self, disclosed)
    }

    fn proof(
        &self,
        (disclosure, paper_names): (&Disclosure, Option<&PaperNames>),
        bytes: &[u8],
        on: Date,
    ) -> Result<(), DeskError> {
        let phones: Vec<&str> =
            disclosure.contacts.iter().map(|contact| contact.phone.as_str()).collect();
        scan::check_text(&String::from_utf8_lossy(bytes), &phones).map_err(DocumentError::from)?;
        self.poster_of(disclosure, paper_names, &Code::of(bytes), on)?;
        Ok(())
    }

    fn signature(&self, bytes: &[u8]) -> Result<String, DeskError> {
        let keys = self.store.read()?.office_keys()?;
        Ok(keys.publication.sign(&signed_message(bytes)).to_string())
    }

    fn boards(&self) -> Result<Vec<KnownBoard>, DeskError> {
        Desk::boards(self, None)
    }

    fn cases(&self) -> Result<Vec<KnownCase>, DeskError> {
        Desk::cases(self)
    }

    fn enquiry(&self, subject: &Subject) -> Result<Enquiry, DeskError> {
        let enquiries = self.store.read()?.enquiries()?;
        let found = enquiries.into_iter().find(|(there, _)| there == subject);
        Ok(found.ok_or(StoreError::Unknown)?.1)
    }

    fn photo(&self, file: &str, _view: PhotoView) -> Result<NewBlob, DeskError> {
        let clean = photo::clean(&files::read(Path::new(file))?)?;
        Ok(NewBlob::new(entropy::salt()?, clean.bytes))
    }

    fn next_line(&self, draft: u32) -> Result<u32, DeskError> {
        Desk::next_line(self, &Desk::batch(self, &BatchName::Draft(draft))?)
    }

    fn next_entry(&self) -> Result<(TerminalId, u64), DeskError> {
        let chain = self.store.read()?.chain()?;
        Ok((chain.terminal, chain.seq.saturating_add(1)))
    }

    fn labels(&self) -> Result<u32, DeskError> {
        Ok(self.store.read()?.labels()?)
    }

    fn blobs_of(&self, subject: &Subject) -> Result<Vec<Hash>, DeskError> {
        let entries = self.store.read()?.entries_of(subject)?;
        Ok(entries.into_iter().flat_map(|entry| entry.header.blobs).collect())
    }

    fn unwritten(&self, error: serde_json::Error) -> DeskError {
        unwritten(error).into()
    }

    fn unknown(&self) -> DeskError {
        StoreError::Unknown.into()
    }
}
