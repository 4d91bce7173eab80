//! Rendering: poster, signature sheet, QR code; the site is in `site_shown`. Not acts; they may be
//! repeated and give the same bytes.
use super::batch::Batch;
use super::error::Failure;
use super::open::Session;
use crate::documents::qr::Qr;
use crate::documents::scan::check_file_name;
use crate::documents::{
    DocumentError, Poster, SignatureSheet, correction_notice, policy_booklet, policy_card, poster,
    signature_sheet,
};
use crate::domain::disclosure::policy_card::PolicyCard;
use crate::domain::disclosure::{Code, Disclosure, PaperNames};
use crate::domain::values::date::Date;
use crate::runtime::files;
use std::path::Path;

/// Writes a paper where the user wants it; its name becomes public with it.
///
/// # Errors
/// A number of a person in the file's name, or trouble with the disk.
pub fn write_paper(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    check_file_name(&path.file_name().unwrap_or_default().to_string_lossy())
        .map_err(DocumentError::from)?;
    Ok(files::write(path, bytes)?)
}

impl Session {
    /// The poster of the newest disclosure.
    ///
    /// # Errors
    /// Nothing published; a missing glyph; a leak.
    pub fn poster(&self, batch: &Batch) -> Result<Vec<u8>, Failure> {
        let disclosed = batch.dossier.live_disclosure().ok_or(Failure::NotPublished)?;
        let (disclosure, names) = self.published(disclosed)?;
        self.poster_of(&disclosure, names.as_ref(), &disclosed.body.code, disclosed.at.date())
    }

    pub(super) fn poster_of(
        &self,
        disclosure: &Disclosure,
        paper_names: Option<&PaperNames>,
        code: &Code,
        dated: Date,
    ) -> Result<Vec<u8>, Failure> {
        let fingerprint = self.fingerprint()?;
        let host = self.office.host.as_str();
        let practice = self.office.practice;
        Ok(poster(&Poster {
            disclosure,
            paper_names,
            code,
            host,
            publication_fingerprint: &fingerprint,
            dated,
            practice,
        })?)
    }

    /// 更正公告 of the live disclosure: which rows it corrects.
    ///
    /// # Errors
    /// Nothing published, or it corrects nothing.
    pub fn correction_notice(&self, batch: &Batch) -> Result<Vec<u8>, Failure> {
        let disclosed = batch.dossier.live_disclosure().ok_or(Failure::NotPublished)?;
        let (disclosure, paper_names) = self.published(disclosed)?;
        let fingerprint = self.fingerprint()?;
        let code = &disclosed.body.code;
        let dated = disclosed.at.date();
        let host = self.office.host.as_str();
        let practice = self.office.practice;
        let paper_names = paper_names.as_ref();
        let poster = Poster {
            disclosure: &disclosure,
            paper_names,
            code,
            host,
            publication_fingerprint: &fingerprint,
            dated,
            practice,
        };
        Ok(correction_notice(&poster)?)
    }

    /// 政策明白卡 of one programme (code, name or alias), or of all that are in force today, as one
    /// file.
    ///
    /// # Errors
    /// No such programme in force; a missing glyph.
    pub fn policy_cards(&self, programme: Option<&str>) -> Result<Vec<u8>, Failure> {
        let today = self.now().date();
        let practice = self.office.practice;
        let card =
            |programme| PolicyCard::of(programme, &self.reference, self.office.division, today);
        let Some(named) = programme else {
            let mut codes: Vec<&str> =
                self.reference.programmes.iter().map(|programme| programme.code.as_str()).collect();
            codes.sort_unstable();
            codes.dedup();
            let cards: Vec<PolicyCard> = codes
                .into_iter()
                .filter_map(|code| self.reference.programme(code, today))
                .map(card)
                .collect();
            return Ok(policy_booklet(&cards, practice)?);
        };
        let code = self
            .reference
            .programmes
            .iter()
            .find(|programme| programme.is_named(named))
            .map(|programme| programme.code.as_str());
        let in_force = code
            .and_then(|code| self.reference.programme(code, today))
            .ok_or(Failure::UnknownProgramme)?;
        Ok(policy_card(&card(in_force), practice)?)
    }

    /// The 24 digits of the publication key, as printed on every poster.
    ///
    /// # Errors
    /// Trouble with the store.
    pub fn fingerprint(&self) -> Result<String, Failure> {
        let keys = self.store.read()?.office_keys()?;
        Ok(crate::domain::values::fingerprint::fingerprint(keys.publication.public().bytes()))
    }

    /// The names of the paper as the office keeps them, for `verify --paper`.
    ///
    /// # Errors
    /// Nothing published, or a paper without names of its own.
    pub fn paper_names(&self, batch: &Batch) -> Result<Vec<u8>, Failure> {
        let disclosed = batch.dossier.live_disclosure().ok_or(Failure::NotPublished)?;
        let hash = disclosed.body.paper_names.ok_or(Failure::NotPublished)?;
        Ok(self.store.read()?.blob(hash)?)
    }

    /// The sheet on which every household signs for its line.
    ///
    /// # Errors
    /// A missing glyph; an unknown programme.
    pub fn signature_sheet(&self, batch: &Batch) -> Result<Vec<u8>, Failure> {
        let lines = self.rows(batch)?.lines;
        let programme = self.programme_paid(batch).ok_or(Failure::UnknownProgramme)?;
        let key = &batch.draft.key;
        let township = self.reference.division(key.division.parent(), self.now().date());
        let township =
            township.map(crate::domain::reference::division::Division::place).unwrap_or_default();
        let place = format!("{township}{}", batch.village);
        let label = batch.name();
        let dated = self.now().date();
        let period = key.period;
        let practice = self.office.practice;
        Ok(signature_sheet(&SignatureSheet {
            lines: &lines,
            programme,
            period,
            place: &place,
            label: &label,
            dated,
            practice,
        })?)
    }

    /// The QR code of the newest disclosure, with its address.
    ///
    /// # Errors
    /// Nothing published.
    pub fn qr(&self, batch: &Batch) -> Result<(Qr, String), Failure> {
        let disclosed = batch.dossier.live_disclosure().ok_or(Failure::NotPublished)?;
        let code = &disclosed.body.code;
        Ok((Qr::of(code, &self.office.host)?, code.url(&self.office.host)))
    }
}
