//! What a user asks for, with what only the desk can know of blobs and of other subjects.
use crate::domain::board::Board;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{
    Answered, BoardDescribed, BoardInspected, BoardRetired, Erased, Escalated, Investigated,
    ListsEnded, NothingToReport, Paid, PayListed, Posted, Published, Raised, Submitted, TakenBack,
    TakenDown, Unsubmitted,
};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Make a disclosure public.
    Publish {
        /// What the entry will say.
        body: Box<Published>,
        /// The live disclosure of this stage shows this very list.
        same_as_live: bool,
    },
    /// Hand the roll to the township.
    Submit {
        /// What the entry will say.
        body: Box<Submitted>,
        /// The live notice shows this very list (only asked where the notice comes first).
        notice_matches: bool,
        /// The batch that it corrects is with the finance bureau (only asked of corrections).
        corrects_handed: bool,
    },
    /// Take the submission back.
    Unsubmit(Unsubmitted),
    /// Approve the submitted rows (审核).
    Approve {
        /// Blob of the rows that the reviewer had on screen.
        rows: Hash,
        /// Keyed hashes of everybody in those rows.
        persons: Vec<Hash>,
        /// The rules that it rests on.
        rules: Option<Hash>,
    },
    /// The second step (签发).
    Sign {
        /// Blob of the rows that the signer had on screen.
        rows: Hash,
        /// Keyed hashes of everybody in those rows.
        persons: Vec<Hash>,
        /// The rules that it rests on.
        rules: Option<Hash>,
    },
    /// Send back.
    Return {
        /// Blob of the rows that the reviewer had on screen.
        rows: Hash,
        /// Blob with the reason; `None` if nothing was written.
        reason: Option<Hash>,
        /// The lines meant.
        lines: Vec<u32>,
    },
    /// Take back the submission and all live disclosures.
    Withdraw {
        /// Blob with the reason; `None` if nothing was written.
        reason: Option<Hash>,
        /// Its public class.
        class: WithdrawalReason,
        /// The disclosures that it takes back.
        lists: Vec<TakenBack>,
    },
    /// Put the approved lines into a pay list.
    Pay {
        /// What the entry will say.
        body: PayListed,
        /// The village has a board in use: then the live notice must have hung on one until its
        /// last day. A village without any board stays payable, for its notice is published all the
        /// same; that nothing hangs there is told by the coverage report, not by keeping people's
        /// money back.
        board_in_use: bool,
        /// The live notice shows the approved rows.
        notice_matches: bool,
    },
    /// The money has been credited.
    BookPaid(Paid),
    /// Take disclosures back; the batch stands.
    WithdrawDisclosure {
        /// Which.
        lists: Vec<TakenBack>,
        /// The public class of the reason.
        class: WithdrawalReason,
        /// Blob with the reason; `None` if nothing was written.
        reason: Option<Hash>,
        /// The day.
        on: Date,
    },
    /// Take lists down whose public time is over.
    EndLists(ListsEnded),
    /// Destroy blobs.
    Erase {
        /// What the entry will say.
        body: Erased,
        /// The last day on which they must be kept; `None` = nothing is known that keeps them.
        keep_until: Option<Date>,
    },
    /// Hang a disclosure on a board.
    Post {
        /// What the entry will say.
        body: Posted,
        /// The board as it stands.
        board: Box<Board>,
    },
    /// Take it down.
    TakeDown(TakenDown),
    /// Register an objection or enquiry.
    Raise(Raised),
    /// Write down what was found.
    Investigate {
        /// What the entry will say.
        body: Investigated,
        /// Who looked into it.
        investigators: Vec<String>,
    },
    /// Answer.
    Answer(Answered),
    /// Send on to another unit.
    Escalate(Escalated),
    /// Set up a board or change its particulars.
    DescribeBoard(BoardDescribed),
    /// Write down what a board was like.
    InspectBoard(BoardInspected),
    /// 本期无事项.
    NothingToReport(NothingToReport),
    /// Give a board up.
    RetireBoard(BoardRetired),
}

impl Act {
    /// The day that a person confirms with this act; it cannot lie ahead.
    #[must_use]
    pub const fn confirmed_day(&self) -> Option<Date> {
        Some(match self {
            Self::Pay { body, .. } => body.made_on,
            Self::BookPaid(body) => body.on,
            Self::WithdrawDisclosure { on, .. } => *on,
            Self::EndLists(body) => body.on,
            Self::Erase { body, .. } => body.on,
            Self::Post { body, .. } => body.on,
            Self::TakeDown(body) => body.on,
            Self::Raise(body) => body.received_on,
            Self::Investigate { body, .. } => body.on,
            Self::Answer(body) => body.on,
            Self::Escalate(body) => body.on,
            Self::InspectBoard(body) => body.on,
            Self::NothingToReport(body) => body.on,
            Self::RetireBoard(body) => body.on,
            Self::DescribeBoard(body) => return body.since,
            Self::Publish { .. }
            | Self::Submit { .. }
            | Self::Unsubmit(_)
            | Self::Approve { .. }
            | Self::Sign { .. }
            | Self::Return { .. }
            | Self::Withdraw { .. } => return None,
        })
    }
}
