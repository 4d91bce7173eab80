//! What the acts ask, answered by the open store, the keys and the disk.
use super::batch::{Batch, BatchName, Rows};
use super::check::Checked;
use super::error::{Failure, unwritten};
use super::open::Session;
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

impl Facts for Session {
    type Error = Failure;

    fn author(&self) -> Author {
        Session::author(self)
    }

    fn today(&self) -> Date {
        self.now().date()
    }

    fn office(&self) -> &OfficeFounded {
        Session::office(self)
    }

    fn reference(&self) -> &Reference {
        Session::reference(self)
    }

    fn rules(&self) -> Option<Hash> {
        self.rules
    }

    fn salt(&self) -> Result<[u8; 16], Failure> {
        Ok(entropy::salt()?)
    }

    fn batch(&self, name: &BatchName) -> Result<Batch, Failure> {
        Session::batch(self, name)
    }

    fn batches(&self) -> Result<Vec<Batch>, Failure> {
        Session::batches(self)
    }

    fn dossier(&self, batch: &Subject) -> Result<Dossier, Failure> {
        Ok(self.store.read()?.dossier(batch)?)
    }

    fn rows(&self, batch: &Batch) -> Result<Rows, Failure> {
        Session::rows(self, batch)
    }

    fn lines(&self, rows: Hash) -> Result<Vec<Line>, Failure> {
        Ok(self.store.read()?.rows(rows)?)
    }

    fn checked(&self, batch: &Batch, rows: &Rows) -> Result<Checked, Failure> {
        self.check_rows(batch, rows)
    }

    fn persons(&self, lines: &[Line]) -> Vec<Hash> {
        let everybody =
            lines.iter().flat_map(|line| [&line.householder, line.beneficiary(), line.payee()]);
        let ids: HashSet<&str> =
            everybody.map(|person| person.id.as_str()).filter(|id| !id.is_empty()).collect();
        ids.into_iter().map(|id| self.data_key.person_hash(id)).collect()
    }

    fn rows_blob(&self, lines: &[Line]) -> Result<NewBlob, Failure> {
        Ok(NewBlob::new(entropy::salt()?, rows::to_content(lines)?))
    }

    fn published(
        &self,
        disclosed: &Disclosed,
    ) -> Result<(Disclosure, Option<PaperNames>), Failure> {
        Session::published(self, disclosed)
    }

    fn proof(
        &self,
        (disclosure, paper_names): (&Disclosure, Option<&PaperNames>),
        bytes: &[u8],
        on: Date,
    ) -> Result<(), Failure> {
        let phones: Vec<&str> =
            disclosure.contacts.iter().map(|contact| contact.phone.as_str()).collect();
        scan::check_text(&String::from_utf8_lossy(bytes), &phones).map_err(DocumentError::from)?;
        self.poster_of(disclosure, paper_names, &Code::of(bytes), on)?;
        Ok(())
    }

    fn signature(&self, bytes: &[u8]) -> Result<String, Failure> {
        let keys = self.store.read()?.office_keys()?;
        Ok(keys.publication.sign(&signed_message(bytes)).to_string())
    }

    fn boards(&self) -> Result<Vec<KnownBoard>, Failure> {
        Session::boards(self, None)
    }

    fn cases(&self) -> Result<Vec<KnownCase>, Failure> {
        Session::cases(self)
    }

    fn enquiry(&self, subject: &Subject) -> Result<Enquiry, Failure> {
        let enquiries = self.store.read()?.enquiries()?;
        let found = enquiries.into_iter().find(|(there, _)| there == subject);
        Ok(found.ok_or(StoreError::Unknown)?.1)
    }

    fn photo(&self, file: &str, _view: PhotoView) -> Result<NewBlob, Failure> {
        let clean = photo::clean(&files::read(Path::new(file))?)?;
        Ok(NewBlob::new(entropy::salt()?, clean.bytes))
    }

    fn next_line(&self, draft: u32) -> Result<u32, Failure> {
        Session::next_line(self, &Session::batch(self, &BatchName::Draft(draft))?)
    }

    fn next_entry(&self) -> Result<(TerminalId, u64), Failure> {
        let chain = self.store.read()?.chain()?;
        Ok((chain.terminal, chain.seq.saturating_add(1)))
    }

    fn labels(&self) -> Result<u32, Failure> {
        Ok(self.store.read()?.labels()?)
    }

    fn blobs_of(&self, subject: &Subject) -> Result<Vec<Hash>, Failure> {
        let entries = self.store.read()?.entries_of(subject)?;
        Ok(entries.into_iter().flat_map(|entry| entry.header.blobs).collect())
    }

    fn unwritten(&self, error: serde_json::Error) -> Failure {
        unwritten(error).into()
    }

    fn unknown(&self) -> Failure {
        StoreError::Unknown.into()
    }
}
