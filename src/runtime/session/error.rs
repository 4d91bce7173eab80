//! What the session answers when it cannot: one enum over all rooms, each with its sentence and exit
//! class.
use crate::documents::DocumentError;
use crate::documents::photo::PhotoError;
use crate::documents::sheets::SheetError;
use crate::domain::dossier::Refusal;
use crate::domain::people::cross_match::ListError;
use crate::domain::reference::files::ReferenceError;
use crate::domain::roll::EditProblem;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::finance::FinanceError;
use crate::intake::IntakeError;
use crate::office::FieldError;
use crate::runtime::files::FileError;
use crate::site::SiteError;
use crate::store::StoreError;
use crate::vault::VaultError;

/// Why an act was not done; nothing is half done then.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The rules or the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Passwords and keys.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A file of the user.
    #[error(transparent)]
    File(#[from] FileError),
    /// A roll file with faults; all of them, and how many more there are.
    #[error("the roll file has {} faults", .0.len())]
    Intake(Vec<IntakeError>, u64),
    /// A value that cannot stand in the cell.
    #[error(transparent)]
    Edit(#[from] EditProblem),
    /// A paper could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The site could not be made.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The finance files could not be made.
    #[error(transparent)]
    Finance(#[from] FinanceError),
    /// The reference files are not right.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
    /// A list of persons is not right.
    #[error(transparent)]
    List(#[from] ListError),
    /// A field of an act that cannot be used as it was filled.
    #[error("the field {} cannot be used", .0.field)]
    Field(FieldError),
    /// The batch's programme is not in the reference data.
    #[error("the programme is not in the reference data")]
    UnknownProgramme,
    /// The village is not in the reference data.
    #[error("the division is not in the reference data")]
    UnknownDivision,
    /// No rule of that name.
    #[error("there is no rule of that name")]
    UnknownRule,
    /// The reference data have no collection template of the programme and year.
    #[error("no collection template")]
    NoTemplate,
    /// A workbook could not be made.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// No column profile of that name.
    #[error("there is no column profile of that name")]
    UnknownProfile,
    /// Nothing has been published yet.
    #[error("nothing has been published yet")]
    NotPublished,
    /// The host would not fit into the QR code.
    #[error("the host is too long for the QR code")]
    HostTooLong,
    /// The host holds other characters than letters, digits, dots, hyphens and slashes.
    #[error("the host has characters that no address has")]
    HostForm,
    /// `--now` is for practice stores.
    #[error("only a practice store accepts another time")]
    NotPractice,
    /// The user holds a key but no entry, or an older key.
    #[error("the user is not enrolled")]
    NotEnrolled,
    /// An ID number of a user is not right.
    #[error("the user's ID number is not right")]
    UserId,
    /// The work was stopped by the user.
    #[error("stopped by the user")]
    Stopped,
    /// A photo that cannot be taken in.
    #[error(transparent)]
    Photo(#[from] PhotoError),
    /// The check code or file does not match.
    #[error("the file does not match")]
    NoMatch,
}

/// What cannot be written as JSON is neither signed nor stored.
pub(super) fn unwritten(_: serde_json::Error) -> StoreError {
    StoreError::Damaged("json")
}

/// How a run ends, for the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The rules say no, or the content has faults.
    Refused,
    /// Store or file trouble.
    Trouble,
    /// Wrong password or locked.
    Locked,
}

impl Failure {
    /// Refused, trouble or locked.
    #[must_use]
    pub const fn class(&self) -> Class {
        match self {
            Self::Vault(
                VaultError::WrongNameOrPassword
                | VaultError::MustWait { .. }
                | VaultError::TooManyTries
                | VaultError::WrongCode,
            ) => Class::Locked,
            Self::Store(
                StoreError::Refused(_)
                | StoreError::Unknown
                | StoreError::AlreadyHere(_)
                | StoreError::Stopped,
            )
            | Self::Vault(
                VaultError::WeakPassword(_) | VaultError::NameTaken | VaultError::MistypedCode,
            )
            | Self::Intake(..)
            | Self::Edit(_)
            | Self::Document(_)
            | Self::Site(_)
            | Self::Finance(_)
            | Self::Reference(_)
            | Self::List(_)
            | Self::Field(_)
            | Self::UnknownProgramme
            | Self::UnknownDivision
            | Self::UnknownRule
            | Self::UnknownProfile
            | Self::NoTemplate
            | Self::Sheet(_)
            | Self::NotPublished
            | Self::HostTooLong
            | Self::HostForm
            | Self::NotPractice
            | Self::NotEnrolled
            | Self::UserId
            | Self::Stopped
            | Self::Photo(_)
            | Self::NoMatch => Class::Refused,
            Self::Store(_) | Self::Vault(_) | Self::File(_) => Class::Trouble,
        }
    }
}

impl From<FieldError> for Failure {
    fn from(wrong: FieldError) -> Self {
        Self::Field(wrong)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        StoreError::from(refusal).into()
    }
}

impl Spoken for Failure {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Store(error) => error.sentence(),
            Self::Vault(error) => error.sentence(),
            Self::File(error) => error.sentence(),
            Self::Intake(errors, more) => {
                Sentence::plain("desk-intake").with("count", errors.len() as u64 + more)
            }
            Self::Edit(error) => error.sentence(),
            Self::Document(error) => error.sentence(),
            Self::Site(error) => error.sentence(),
            Self::Finance(error) => error.sentence(),
            Self::Reference(error) => error.sentence(),
            Self::List(error) => error.sentence(),
            Self::Field(wrong) => wrong.sentence.clone(),
            Self::UnknownProgramme => Sentence::plain("desk-unknown-programme"),
            Self::UnknownDivision => Sentence::plain("desk-unknown-division"),
            Self::UnknownRule => Sentence::plain("desk-unknown-rule"),
            Self::NoTemplate => Sentence::plain("template-none"),
            Self::Sheet(error) => error.sentence(),
            Self::UnknownProfile => Sentence::plain("desk-unknown-profile"),
            Self::NotPublished => Sentence::plain("desk-not-published"),
            Self::HostTooLong => Sentence::plain("desk-host-too-long"),
            Self::HostForm => Sentence::plain("desk-host-form"),
            Self::NotPractice => Sentence::plain("desk-not-practice"),
            Self::NotEnrolled => Sentence::plain("desk-not-enrolled"),
            Self::UserId => Sentence::plain("desk-user-id"),
            Self::Stopped => Sentence::plain("desk-stopped"),
            Self::Photo(error) => error.sentence(),
            Self::NoMatch => Sentence::plain("desk-no-match"),
        }
    }
}
