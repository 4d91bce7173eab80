//! Why an act is not possible; each is a sentence that the user can act upon.
use crate::domain::people::user::Role;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::domain::values::date::Date;

/// The refusals, once: the enum, their errors and the keys of their sentences are made from this
/// list.
macro_rules! refusals {
    ($($(#[doc = $doc:literal])* $plain:ident = $key:literal, $error:literal;)*) => {
        /// Why an act is not possible. Nothing is written then.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        pub enum Refusal {
            $($(#[doc = $doc])* #[error($error)] $plain,)*
            /// The user lacks the role.
            #[error("this needs the role {0:?}")]
            Role(Role),
            /// Blocking findings.
            #[error("{0} findings block")]
            Blocked(u32),
            /// Findings without the clerk's reason.
            #[error("{0} findings lack a reason")]
            Unexplained(u32),
            /// The notice runs through the day given.
            #[error("the notice runs through {0}")]
            NoticeRuns(Date),
            /// The papers must be kept until then.
            #[error("to be kept until {0}")]
            KeepUntil(Date),
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
            /// Longer than a body may hold.
            #[error("longer than {0} characters")]
            WordsTooLong(u32),
            /// The board was not in use yet.
            #[error("the board is in use since {0}")]
            BoardNotYet(Date),
        }

        impl Refusal {
            /// Those without particulars.
            #[cfg(test)]
            pub(super) const PLAIN: &[Self] = &[$(Self::$plain),*];
        }

        impl Spoken for Refusal {
            fn sentence(&self) -> Sentence {
                match self {
                    $(Self::$plain => Sentence::plain($key),)*
                    Self::Role(role) => Sentence::plain("refused-role").with("role", role.word()),
                    Self::Blocked(count) => Sentence::plain("refused-blocked").with("count", count),
                    Self::Unexplained(count) => Sentence::plain("refused-unexplained").with("count", count),
                    Self::NoticeRuns(date) => Sentence::plain("refused-notice-runs").with("date", date),
                    Self::KeepUntil(date) => Sentence::plain("refused-keep-until").with("date", date),
                    Self::ObjectionOpen(count) => Sentence::plain("refused-objection-open").with("count", count),
                    Self::PaidTooEarly(date) => Sentence::plain("refused-paid-too-early").with("date", date),
                    Self::PostedTooEarly(date) => Sentence::plain("refused-posted-too-early").with("date", date),
                    Self::TakenDownTooEarly(date) => Sentence::plain("refused-taken-down-too-early").with("date", date),
                    Self::WordsTooLong(most) => Sentence::plain("refused-words-too-long").with("most", most),
                    Self::BoardNotYet(date) => Sentence::plain("refused-board-not-yet").with("date", date),
                }
            }
        }
    };
}

refusals! {
    /// Somebody decided meanwhile.
    Stale = "refused-stale", "somebody else has decided meanwhile";
    /// Two desks decided apart.
    Conflict = "refused-conflict", "two desks have decided apart: return or withdraw first";
    /// Nobody known has signed.
    UnknownAuthor = "refused-unknown-author", "the author is not enrolled";
    /// Only a submitted batch can be decided.
    NotSubmitted = "refused-not-submitted", "only a submitted batch can be approved";
    /// Submitted, approved or handed: the draft is closed.
    NotOpen = "refused-not-open", "the batch is with the township";
    /// Not approved.
    NotApproved = "refused-not-approved", "only an approved batch can be handed to the finance bureau";
    /// Handed to finance: corrections are another batch.
    AlreadyHanded = "refused-already-handed", "the batch is with the finance bureau";
    /// Nothing to return or withdraw.
    NothingThere = "refused-nothing-there", "there is nothing to take back";
    /// The reviewer entered or mended the roll.
    OwnBatch = "refused-own-batch", "who entered a batch cannot approve it";
    /// The reviewer or a relative account stands in the roll.
    OwnLine = "refused-own-line", "who stands in a batch cannot approve it";
    /// Other rows than the submitted ones.
    OtherRows = "refused-other-rows", "these are other rows than the submitted ones";
    /// No lines.
    Empty = "refused-empty", "the roll has no lines";
    /// The notice must come first.
    NoticeFirst = "refused-notice-first", "the notice must be published before submission";
    /// The roll changed after its notice: a new revision is needed.
    NoticeDiffers = "refused-notice-differs", "the published notice shows another list";
    /// The notice comes after the review.
    NoticeAfterReview = "refused-notice-after-review", "this programme is noticed after the review";
    /// The programme has no notice at all.
    NoNotice = "refused-no-notice", "this programme is not noticed";
    /// The same list is public already.
    AlreadyPublic = "refused-already-public", "this list is public already";
    /// No reason was given.
    NoReason = "refused-no-reason", "a reason is needed";
    /// Only a reviewed batch can be signed.
    NotReviewed = "refused-not-reviewed", "only a reviewed batch can be signed";
    /// Who reviewed a batch cannot sign it.
    OwnReview = "refused-own-review", "who reviewed a batch cannot sign it";
    /// The next desk has acted.
    DeskActed = "refused-desk-acted", "the next desk has acted";
    /// Only a paid batch has a result.
    NotPaid = "refused-not-paid", "only a paid batch has a result";
    /// Only a handed batch can be paid.
    NotHanded = "refused-not-handed", "only a handed batch can be paid";
    /// The payment is booked already.
    AlreadyPaid = "refused-already-paid", "the payment is booked already";
    /// The batch is not closed.
    NotClosed = "refused-not-closed", "the batch is not closed";
    /// An objection holds the batch.
    Held = "refused-held", "an objection holds the batch";
    /// A promised correction is due.
    CorrectionDue = "refused-correction-due", "a promised correction is due";
    /// The notice was never posted.
    NeverPosted = "refused-never-posted", "the notice was never posted";
    /// The rows were changed after their notice: the approved ones need a notice of their own.
    NoticeOutdated = "refused-notice-outdated", "the live notice shows other rows than the approved ones";
    /// Every posting of the notice came down before its last day.
    NoticeCutShort = "refused-notice-cut-short", "the notice was taken down before its last day";
    /// Nothing to correct.
    NothingToCorrect = "refused-nothing-to-correct", "nothing to correct";
    /// The day lies ahead.
    FutureDay = "refused-future-day", "the day lies ahead";
    /// No such disclosure.
    NoSuchDisclosure = "refused-no-such-disclosure", "no such disclosure";
    /// The disclosure was replaced or withdrawn.
    NotLive = "refused-not-live", "the disclosure was replaced or withdrawn";
    /// Withdrawn already.
    AlreadyWithdrawn = "refused-already-withdrawn", "withdrawn already";
    /// It hangs there already.
    AlreadyPosted = "refused-already-posted", "it hangs there already";
    /// It does not hang.
    NotPosted = "refused-not-posted", "it does not hang";
    /// The public time is not over.
    ListRuns = "refused-list-runs", "the public time is not over";
    /// A photo is needed.
    PhotoNeeded = "refused-photo-needed", "a photo is needed";
    /// The board was given up.
    BoardRetired = "refused-board-retired", "the board was given up";
    /// The board stands in another village.
    BoardElsewhere = "refused-board-elsewhere", "the board stands in another village";
    /// The board needs a name and a column.
    BoardWords = "refused-board-words", "the board needs a name and a column";
    /// A number of a person in words that can never be erased.
    WordsOfPerson = "refused-words-of-person", "a number of a person stands in these words";
    /// No such column.
    NoSuchColumn = "refused-no-such-column", "no such column";
    /// Said already.
    AlreadySaid = "refused-already-said", "said already";
    /// No such case.
    NoSuchCase = "refused-no-such-case", "no such case";
    /// The case is answered.
    CaseClosed = "refused-case-closed", "the case is answered";
    /// The case is with the township.
    CaseEscalated = "refused-case-escalated", "the case is with the township";
    /// Nobody looked into it.
    NotInvestigated = "refused-not-investigated", "nobody looked into it";
    /// Two people are needed.
    TwoInvestigators = "refused-two-investigators", "two people are needed";
    /// Upheld needs an action.
    UpheldNeedsAction = "refused-upheld-needs-action", "upheld needs an action";
    /// Not upheld needs no action.
    NotUpheldNeedsNone = "refused-not-upheld-needs-none", "not upheld needs no action";
    /// An enquiry is only explained.
    EnquiryExplained = "refused-enquiry-explained", "an enquiry is only explained";
    /// A correction batch was promised before the money went: the rows themselves can be corrected.
    RowsStillOpen = "refused-rows-still-open", "the money has not gone: correct the rows and publish them anew";
    /// A correction was promised after the money went: only another batch corrects it.
    RowsAreHanded = "refused-rows-are-handed", "the money has gone: only a correction batch corrects it";
    /// There is no answer yet.
    NoAnswer = "refused-no-answer", "there is no answer yet";
    /// No unit.
    NoUnit = "refused-no-unit", "no unit";
    /// The batch's programme is not in the reference data.
    UnknownProgramme = "desk-unknown-programme", "the programme is not in the reference data";
    /// The village is not in the reference data.
    UnknownDivision = "desk-unknown-division", "the division is not in the reference data";
    /// Nothing has been published yet.
    NotPublished = "desk-not-published", "nothing has been published yet";
    /// The first day of a notice lies in the past or far ahead.
    NoticeDay = "desk-notice-day", "the notice cannot begin on that day";
    /// The village has another board of this name.
    BoardNamed = "desk-board-named", "the village has a board of that name";
    /// The disclosure has no row of this number.
    UnknownRow = "desk-unknown-row", "the disclosure has no such row";
    /// No earlier batch of the programme and village.
    NoEarlierBatch = "desk-no-earlier-batch", "no earlier batch";
    /// Nothing of this batch hangs there under recall.
    NotRecalled = "cli-not-recalled", "nothing hangs there under recall";
    /// The act does not fit the kind of subject or the revision.
    Misfit = "refused-misfit", "the act does not fit the batch";
}
