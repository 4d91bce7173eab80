//! Why an act is not possible; each is a sentence that the user can act upon.
use crate::domain::date::Date;
use crate::domain::sentence::{Sentence, Spoken};
use crate::domain::user::Role;

/// Why an act is not possible. Nothing is written then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody decided meanwhile.
    #[error("somebody else has decided meanwhile")]
    Stale,
    /// Two desks decided apart.
    #[error("two desks have decided apart: return or withdraw first")]
    Conflict,
    /// The user lacks the role.
    #[error("this needs the role {0:?}")]
    Role(Role),
    /// Nobody known has signed.
    #[error("the author is not enrolled")]
    UnknownAuthor,
    /// Only a submitted batch can be decided.
    #[error("only a submitted batch can be approved")]
    NotSubmitted,
    /// Submitted, approved or handed: the draft is closed.
    #[error("the batch is with the township")]
    NotOpen,
    /// Not approved.
    #[error("only an approved batch can be handed to the finance bureau")]
    NotApproved,
    /// Handed to finance: corrections are another batch.
    #[error("the batch is with the finance bureau")]
    AlreadyHanded,
    /// Nothing to return or withdraw.
    #[error("there is nothing to take back")]
    NothingThere,
    /// The reviewer entered or mended the roll.
    #[error("who entered a batch cannot approve it")]
    OwnBatch,
    /// The reviewer or a relative account stands in the roll.
    #[error("who stands in a batch cannot approve it")]
    OwnLine,
    /// Other rows than the submitted ones.
    #[error("these are other rows than the submitted ones")]
    OtherRows,
    /// Blocking findings.
    #[error("{0} findings block")]
    Blocked(u32),
    /// Findings without the clerk's reason.
    #[error("{0} findings lack a reason")]
    Unexplained(u32),
    /// No lines.
    #[error("the roll has no lines")]
    Empty,
    /// The notice must come first.
    #[error("the notice must be published before submission")]
    NoticeFirst,
    /// The roll changed after its notice: a new revision is needed.
    #[error("the published notice shows another list")]
    NoticeDiffers,
    /// The notice comes after the review.
    #[error("this programme is noticed after the review")]
    NoticeAfterReview,
    /// The programme has no notice at all.
    #[error("this programme is not noticed")]
    NoNotice,
    /// The same list is public already.
    #[error("this list is public already")]
    AlreadyPublic,
    /// The notice runs through the day given.
    #[error("the notice runs through {0}")]
    NoticeRuns(Date),
    /// No reason was given.
    #[error("a reason is needed")]
    NoReason,
    /// The act does not fit the kind of subject or the revision.
    #[error("the act does not fit the batch")]
    Misfit,
}

impl Spoken for Refusal {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Stale => Sentence::plain("refused-stale"),
            Self::Conflict => Sentence::plain("refused-conflict"),
            Self::Role(role) => Sentence::plain("refused-role").with("role", role.word()),
            Self::UnknownAuthor => Sentence::plain("refused-unknown-author"),
            Self::NotSubmitted => Sentence::plain("refused-not-submitted"),
            Self::NotOpen => Sentence::plain("refused-not-open"),
            Self::NotApproved => Sentence::plain("refused-not-approved"),
            Self::AlreadyHanded => Sentence::plain("refused-already-handed"),
            Self::NothingThere => Sentence::plain("refused-nothing-there"),
            Self::OwnBatch => Sentence::plain("refused-own-batch"),
            Self::OwnLine => Sentence::plain("refused-own-line"),
            Self::OtherRows => Sentence::plain("refused-other-rows"),
            Self::Blocked(count) => Sentence::plain("refused-blocked").with("count", count),
            Self::Unexplained(count) => Sentence::plain("refused-unexplained").with("count", count),
            Self::Empty => Sentence::plain("refused-empty"),
            Self::NoticeFirst => Sentence::plain("refused-notice-first"),
            Self::NoticeDiffers => Sentence::plain("refused-notice-differs"),
            Self::NoticeAfterReview => Sentence::plain("refused-notice-after-review"),
            Self::NoNotice => Sentence::plain("refused-no-notice"),
            Self::AlreadyPublic => Sentence::plain("refused-already-public"),
            Self::NoticeRuns(date) => Sentence::plain("refused-notice-runs").with("date", date),
            Self::NoReason => Sentence::plain("refused-no-reason"),
            Self::Misfit => Sentence::plain("refused-misfit"),
        }
    }
}
