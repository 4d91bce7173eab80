//! What a poster is made from: a published disclosure, the full names of its paper, and where it
//! can be read.
use super::error::DocumentError;
use crate::domain::disclosure::{Code, Disclosure, PaperNames};
use crate::domain::values::date::Date;
use std::collections::BTreeMap;

/// What a poster shows. Nothing else can reach the paper.
#[derive(Debug, Clone, Copy)]
pub struct Poster<'a> {
    /// The published bytes, read.
    pub disclosure: &'a Disclosure,
    /// Full names, where the paper shows more than the page.
    pub paper_names: Option<&'a PaperNames>,
    /// The code of the published bytes.
    pub code: &'a Code,
    /// Host and path prefix of the site, e.g. `gs.example.gov.cn`.
    pub host: &'a str,
    /// 24 digits of the office's publication key.
    pub publication_fingerprint: &'a str,
    /// The day below the list (落款): when it was published.
    pub dated: Date,
    /// 练习 across every sheet; also set by [`Disclosure::practice`].
    pub practice: bool,
}

impl<'a> Poster<'a> {
    /// The full names by row, if the paper shows them.
    ///
    /// # Errors
    /// [`DocumentError::ForeignPaperNames`].
    pub(super) fn names_by_row(&self) -> Result<Option<BTreeMap<u32, &'a str>>, DocumentError> {
        let Some(names) = self.paper_names else { return Ok(None) };
        let hash = names.hash().or(Err(DocumentError::ForeignPaperNames))?;
        if self.disclosure.paper_names != Some(hash) {
            return Err(DocumentError::ForeignPaperNames);
        }
        Ok(Some(names.names.iter().map(|(no, name)| (*no, name.as_str())).collect()))
    }
}
