//! Checking a saved file against the code on the paper; needs no store and no password.
use super::error::{Failure, unwritten};
use crate::domain::disclosure::{Code, Disclosure, PaperNames};
use crate::runtime::files;
use std::path::Path;

/// What `verify` says of a saved file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileVerdict {
    /// The file's own code.
    pub code: Code,
    /// It is the code on the paper.
    pub matches: bool,
    /// What the file discloses, if it is a disclosure.
    pub disclosure: Option<Box<Disclosure>>,
    /// The names of the paper belong to it; `None` = not asked.
    pub paper_matches: Option<bool>,
}

impl FileVerdict {
    /// Does everything that was asked agree?
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.matches && self.disclosure.is_some() && self.paper_matches != Some(false)
    }

    /// Checks `file` against `code`, and `paper` (the names as the office keeps them) against both.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn of(file: &Path, code: &Code, paper: Option<&Path>) -> Result<Self, Failure> {
        let bytes = files::read(file)?;
        let own = Code::of(&bytes);
        // any file may be given: one that is no disclosure is a verdict
        let disclosure = Disclosure::from_bytes(&bytes).ok().map(Box::new);
        let paper_matches = match paper {
            None => None,
            Some(path) => {
                let names: Option<PaperNames> = serde_json::from_slice(&files::read(path)?).ok();
                let wanted = disclosure.as_ref().and_then(|disclosure| disclosure.paper_names);
                let hash = names.map(|names| names.hash()).transpose().map_err(unwritten)?;
                Some(hash.is_some() && hash == wanted)
            }
        };
        Ok(Self { matches: own == *code, code: own, disclosure, paper_matches })
    }
}
