//! Why a site could not be built.
use crate::domain::disclosure::Code;
use crate::domain::disclosure::scanner::HitKind;
use crate::domain::folder::FolderError;
use crate::domain::text::sentence::{Sentence, Spoken};

/// Nothing is handed out that is not what was published, signed and scanned.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The bytes are not a disclosure of a format that this version reads.
    #[error("{code}: not a disclosure")]
    NotADisclosure {
        /// Which one.
        code: Code,
        /// What the reader said (place in the file, never a value of a row).
        #[source]
        source: serde_json::Error,
    },
    /// The bytes have another code than the journal says.
    #[error("{code}: bytes and code differ")]
    WrongCode {
        /// The code of the journal.
        code: Code,
    },
    /// No publication key of the office made this signature.
    #[error("{code}: no key of the office made this signature")]
    Unsigned {
        /// Which one.
        code: Code,
    },
    /// The bytes are erased, but the disclosure was neither withdrawn nor ended.
    #[error("{code}: erased, but neither withdrawn nor ended")]
    Erased {
        /// Which one.
        code: Code,
    },
    /// The scanner found what must not be public.
    #[error("{path}: refused by the scanner ({kind:?})")]
    Refused {
        /// The file of the site that was refused; it was not written.
        path: String,
        /// What was found.
        kind: HitKind,
    },
    /// The folder could not be written or read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A template failed.
    #[error("page template")]
    Template(#[from] askama::Error),
}

impl Spoken for SiteError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NotADisclosure { code, .. } => {
                Sentence::plain("site-not-a-disclosure").with("code", code.check_code())
            }
            Self::WrongCode { code } => {
                Sentence::plain("site-wrong-code").with("code", code.check_code())
            }
            Self::Unsigned { code } => {
                Sentence::plain("site-unsigned").with("code", code.check_code())
            }
            Self::Erased { code } => Sentence::plain("site-erased").with("code", code.check_code()),
            Self::Refused { path, kind } => {
                let kind = match kind {
                    HitKind::Id => "id",
                    HitKind::Card => "card",
                    HitKind::Phone => "phone",
                };
                Sentence::plain("site-refused").with("path", path).with("kind", kind)
            }
            Self::Folder(error) => {
                Sentence::plain("site-folder").with("path", &error.path).with("why", &error.why)
            }
            Self::Template(_) => Sentence::plain("site-template"),
        }
    }
}
