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
    /// Only a reviewed batch can be signed.
    #[error("only a reviewed batch can be signed")]
    NotReviewed,
    /// Who reviewed a batch cannot sign it.
    #[error("who reviewed a batch cannot sign it")]
    OwnReview,
    /// The next desk has acted.
    #[error("the next desk has acted")]
    DeskActed,
    /// Only a paid batch has a result.
    #[error("only a paid batch has a result")]
    NotPaid,
    /// Only a handed batch can be paid.
    #[error("only a handed batch can be paid")]
    NotHanded,
    /// The payment is booked already.
    #[error("the payment is booked already")]
    AlreadyPaid,
    /// The batch is not closed.
    #[error("the batch is not closed")]
    NotClosed,
    /// An objection holds the batch.
    #[error("an objection holds the batch")]
    Held,
    /// A promised correction is due.
    #[error("a promised correction is due")]
    CorrectionDue,
    /// The notice was never posted.
    #[error("the notice was never posted")]
    NeverPosted,
    /// Nothing to correct.
    #[error("nothing to correct")]
    NothingToCorrect,
    /// The day lies ahead.
    #[error("the day lies ahead")]
    FutureDay,
    /// No such disclosure.
    #[error("no such disclosure")]
    NoSuchDisclosure,
    /// The disclosure was replaced or withdrawn.
    #[error("the disclosure was replaced or withdrawn")]
    NotLive,
    /// Withdrawn already.
    #[error("withdrawn already")]
    AlreadyWithdrawn,
    /// It hangs there already.
    #[error("it hangs there already")]
    AlreadyPosted,
    /// It does not hang.
    #[error("it does not hang")]
    NotPosted,
    /// The public time is not over.
    #[error("the public time is not over")]
    ListRuns,
    /// A photo is needed.
    #[error("a photo is needed")]
    PhotoNeeded,
    /// The board is not in use.
    #[error("the board is not in use")]
    BoardRetired,
    /// The board needs a name and a column.
    #[error("the board needs a name and a column")]
    BoardWords,
    /// No such column.
    #[error("no such column")]
    NoSuchColumn,
    /// Said already.
    #[error("said already")]
    AlreadySaid,
    /// No such case.
    #[error("no such case")]
    NoSuchCase,
    /// The case is answered.
    #[error("the case is answered")]
    CaseClosed,
    /// The case is with the township.
    #[error("the case is with the township")]
    CaseEscalated,
    /// Nobody looked into it.
    #[error("nobody looked into it")]
    NotInvestigated,
    /// Two people are needed.
    #[error("two people are needed")]
    TwoInvestigators,
    /// Upheld needs an action.
    #[error("upheld needs an action")]
    UpheldNeedsAction,
    /// Not upheld needs no action.
    #[error("not upheld needs no action")]
    NotUpheldNeedsNone,
    /// No unit.
    #[error("no unit")]
    NoUnit,
    /// Objections are open.
    #[error("{0} objections are open")]
    ObjectionOpen(u32),
    /// Paid before the pay list was made.
    #[error("the pay list was made on {0}")]
    PaidTooEarly(Date),
    /// Posted before it was published.
    #[error("it was published on {0}")]
    PostedTooEarly(Date),
    /// Taken down before it was posted.
    #[error("it was posted on {0}")]
    TakenDownTooEarly(Date),
    /// The act does not fit the kind of subject or the revision.
    #[error("the act does not fit the batch")]
    Misfit,
}

impl Refusal {
    /// Those without particulars.
    #[cfg(test)]
    pub(super) const PLAIN: &[Self] = &[
        Self::Stale,
        Self::Conflict,
        Self::UnknownAuthor,
        Self::NotSubmitted,
        Self::NotOpen,
        Self::NotApproved,
        Self::AlreadyHanded,
        Self::NothingThere,
        Self::OwnBatch,
        Self::OwnLine,
        Self::OtherRows,
        Self::Empty,
        Self::NoticeFirst,
        Self::NoticeDiffers,
        Self::NoticeAfterReview,
        Self::NoNotice,
        Self::AlreadyPublic,
        Self::NoReason,
        Self::NotReviewed,
        Self::OwnReview,
        Self::DeskActed,
        Self::NotPaid,
        Self::NotHanded,
        Self::AlreadyPaid,
        Self::NotClosed,
        Self::Held,
        Self::CorrectionDue,
        Self::NeverPosted,
        Self::NothingToCorrect,
        Self::FutureDay,
        Self::NoSuchDisclosure,
        Self::NotLive,
        Self::AlreadyWithdrawn,
        Self::AlreadyPosted,
        Self::NotPosted,
        Self::ListRuns,
        Self::PhotoNeeded,
        Self::BoardRetired,
        Self::BoardWords,
        Self::NoSuchColumn,
        Self::AlreadySaid,
        Self::NoSuchCase,
        Self::CaseClosed,
        Self::CaseEscalated,
        Self::NotInvestigated,
        Self::TwoInvestigators,
        Self::UpheldNeedsAction,
        Self::NotUpheldNeedsNone,
        Self::NoUnit,
        Self::Misfit,
    ];
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
            Self::NotReviewed => Sentence::plain("refused-not-reviewed"),
            Self::OwnReview => Sentence::plain("refused-own-review"),
            Self::DeskActed => Sentence::plain("refused-desk-acted"),
            Self::NotPaid => Sentence::plain("refused-not-paid"),
            Self::NotHanded => Sentence::plain("refused-not-handed"),
            Self::AlreadyPaid => Sentence::plain("refused-already-paid"),
            Self::NotClosed => Sentence::plain("refused-not-closed"),
            Self::Held => Sentence::plain("refused-held"),
            Self::CorrectionDue => Sentence::plain("refused-correction-due"),
            Self::NeverPosted => Sentence::plain("refused-never-posted"),
            Self::NothingToCorrect => Sentence::plain("refused-nothing-to-correct"),
            Self::FutureDay => Sentence::plain("refused-future-day"),
            Self::NoSuchDisclosure => Sentence::plain("refused-no-such-disclosure"),
            Self::NotLive => Sentence::plain("refused-not-live"),
            Self::AlreadyWithdrawn => Sentence::plain("refused-already-withdrawn"),
            Self::AlreadyPosted => Sentence::plain("refused-already-posted"),
            Self::NotPosted => Sentence::plain("refused-not-posted"),
            Self::ListRuns => Sentence::plain("refused-list-runs"),
            Self::PhotoNeeded => Sentence::plain("refused-photo-needed"),
            Self::BoardRetired => Sentence::plain("refused-board-retired"),
            Self::BoardWords => Sentence::plain("refused-board-words"),
            Self::NoSuchColumn => Sentence::plain("refused-no-such-column"),
            Self::AlreadySaid => Sentence::plain("refused-already-said"),
            Self::NoSuchCase => Sentence::plain("refused-no-such-case"),
            Self::CaseClosed => Sentence::plain("refused-case-closed"),
            Self::CaseEscalated => Sentence::plain("refused-case-escalated"),
            Self::NotInvestigated => Sentence::plain("refused-not-investigated"),
            Self::TwoInvestigators => Sentence::plain("refused-two-investigators"),
            Self::UpheldNeedsAction => Sentence::plain("refused-upheld-needs-action"),
            Self::NotUpheldNeedsNone => Sentence::plain("refused-not-upheld-needs-none"),
            Self::NoUnit => Sentence::plain("refused-no-unit"),
            Self::ObjectionOpen(count) => Sentence::plain("refused-objection-open").with("count", count),
            Self::PaidTooEarly(date) => Sentence::plain("refused-paid-too-early").with("date", date),
            Self::PostedTooEarly(date) => Sentence::plain("refused-posted-too-early").with("date", date),
            Self::TakenDownTooEarly(date) => Sentence::plain("refused-taken-down-too-early").with("date", date),
            Self::Misfit => Sentence::plain("refused-misfit"),
        }
    }
}
