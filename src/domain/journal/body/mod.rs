//! The bodies: versioned JSON without personal data. Names, rows, photos and free text are blobs.
//!
//! They are listed by what they are about, each list in a file with its structs, so that a fold
//! names every kind of its own subject and decides once what entries of other subjects mean to it.
mod batch;
mod board;
mod case;
mod disclosure;
mod form;
mod kinds;
mod money;
mod office;
mod posting;
mod retention;
mod taken_back;

pub use batch::*;
pub use board::*;
pub use case::*;
pub use disclosure::*;
pub use form::BodyError;
pub use kinds::OfSubject;
pub use money::*;
pub use office::*;
pub use posting::*;
pub use retention::*;
pub use taken_back::TakenBack;

use super::{ActKind, EntryId, RestsOn};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;

/// The subjects, once: the enum and what is asked of any body are made from this list.
macro_rules! subjects {
    ($($(#[doc = $doc:literal])* $subject:ident($bodies:ident),)*) => {
        /// What an entry says, by what it is about.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Body {
            $($(#[doc = $doc])* $subject($bodies),)*
            /// A kind that this version does not know: kept, without effect.
            Unknown,
        }

        $(impl From<$bodies> for Body {
            fn from(body: $bodies) -> Self {
                Self::$subject(body)
            }
        })*

        impl Body {
            /// All kinds that this version knows: the header's word, and the key of what people
            /// call the act, in `domain.ftl`.
            pub fn kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
                [$($bodies::KINDS),*].into_iter().flatten().copied()
            }

            /// The header's `kind` word.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                    $(Self::$subject(body) => body.kind(),)*
                    Self::Unknown => "unknown",
                }
            }

            /// The bytes as they stand in the entry: what cannot be written must not be signed.
            ///
            /// # Errors
            /// [`BodyError::Form`]; [`BodyError::Unknown`], for what is not known is not written.
            pub fn to_bytes(&self) -> Result<Vec<u8>, BodyError> {
                match self {
                    $(Self::$subject(body) => body.to_bytes(),)*
                    Self::Unknown => Err(BodyError::Unknown),
                }
            }

            /// Reads the bytes of a body of `kind`.
            ///
            /// # Errors
            /// [`BodyError`]; an unknown kind is no error but [`Body::Unknown`].
            pub fn from_bytes(kind: &str, bytes: &[u8]) -> Result<Self, BodyError> {
                $(if let Some(body) = $bodies::from_bytes(kind, bytes)? {
                    return Ok(Self::$subject(body));
                })*
                Ok(Self::Unknown)
            }

            /// The day that a person confirms with it; it cannot lie ahead.
            #[must_use]
            pub const fn confirmed_day(&self) -> Option<Date> {
                match self {
                    $(Self::$subject(body) => body.confirmed_day(),)*
                    Self::Unknown => None,
                }
            }

            /// The rules that it says it rests on:
            /// [`mark`](crate::domain::reference::rule::mark) of the reference sets that were in
            /// force.
            #[must_use]
            pub const fn rules(&self) -> Option<Hash> {
                match self {
                    $(Self::$subject(body) => body.rules(),)*
                    Self::Unknown => None,
                }
            }

            fn named_blobs(&self) -> Vec<Hash> {
                match self {
                    $(Self::$subject(body) => body.named_blobs(),)*
                    Self::Unknown => Vec::new(),
                }
            }
        }
    };
}

subjects! {
    /// An office, its terminals, users and reference data.
    Office(OfficeBody),
    /// What becomes public of a batch.
    Disclosure(DisclosureBody),
    /// What hangs on boards.
    Posting(PostingBody),
    /// What is decided about a batch.
    Batch(BatchBody),
    /// What becomes of its money.
    Money(MoneyBody),
    /// What is kept no longer.
    Retention(RetentionBody),
    /// Objections and enquiries.
    Case(CaseBody),
    /// A board.
    Board(BoardBody),
}

impl<T: OfSubject> From<T> for Body
where
    Self: From<T::Bodies>,
{
    fn from(body: T) -> Self {
        Self::from(body.of_subject())
    }
}

impl Body {
    /// Hashes of the blobs that it names, sorted, as the header lists them.
    #[must_use]
    pub fn blobs(&self) -> Vec<Hash> {
        let mut blobs = self.named_blobs();
        blobs.sort_unstable();
        blobs.dedup();
        blobs
    }

    /// Which act it is, as far as the entry alone says; `None` = no act on a folded subject.
    #[must_use]
    pub const fn act(&self) -> Option<ActKind> {
        Some(match self {
            Self::Disclosure(body) => body.act(),
            Self::Posting(body) => body.act(),
            Self::Batch(body) => body.act(),
            Self::Money(body) => body.act(),
            Self::Retention(body) => body.act(),
            Self::Case(body) => body.act(),
            Self::Board(body) => body.act(),
            Self::Office(_) | Self::Unknown => return None,
        })
    }

    /// The rules that one has to look up to see what it rests on.
    #[must_use]
    pub const fn rests_on(&self) -> RestsOn<'_> {
        match self {
            Self::Disclosure(body) => body.rests_on(),
            Self::Posting(body) => body.rests_on(),
            Self::Batch(body) => body.rests_on(),
            Self::Money(body) => body.rests_on(),
            Self::Retention(body) => body.rests_on(),
            Self::Case(body) => body.rests_on(),
            Self::Office(_) | Self::Board(_) | Self::Unknown => RestsOn::Nothing,
        }
    }

    /// What it says of the office and what the office works with, if it is about that.
    #[must_use]
    pub fn office(self) -> Option<OfficeBody> {
        if let Self::Office(body) = self { Some(body) } else { None }
    }

    /// The public key with which the writing terminal founds its chain.
    #[must_use]
    pub fn terminal_key(&self) -> Option<&str> {
        if let Self::Office(body) = self { body.terminal_key() } else { None }
    }

    /// The part of its subject that it goes on with: a case, a posting.
    #[must_use]
    pub const fn part(&self) -> Option<EntryId> {
        match self {
            Self::Case(body) => body.case(),
            Self::Posting(body) => body.posting(),
            Self::Office(_)
            | Self::Disclosure(_)
            | Self::Batch(_)
            | Self::Money(_)
            | Self::Retention(_)
            | Self::Board(_)
            | Self::Unknown => None,
        }
    }

    /// When the programme wanted its notice, as the entry says.
    #[must_use]
    pub const fn notice_time(&self) -> Option<NoticeTime> {
        match self {
            Self::Disclosure(body) => body.notice_time(),
            Self::Batch(body) => body.notice_time(),
            Self::Office(_)
            | Self::Posting(_)
            | Self::Money(_)
            | Self::Retention(_)
            | Self::Case(_)
            | Self::Board(_)
            | Self::Unknown => None,
        }
    }

    /// The user that it enrols.
    #[must_use]
    pub fn enrolled(self) -> Option<UserEnrolled> {
        match self.office()? {
            OfficeBody::UserEnrolled(user) => Some(user),
            OfficeBody::OfficeFounded(_)
            | OfficeBody::TerminalFounded(_)
            | OfficeBody::ReferenceImported(_)
            | OfficeBody::CrossMatchImported(_) => None,
        }
    }
}
