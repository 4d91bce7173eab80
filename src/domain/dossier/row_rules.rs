//! What only rows can decide: findings, equality with what is public, the own line. Asked where the
//! act is made and by lists; folding cannot ask, for blobs may be missing.
use super::posting::Posting;
use super::refusal::Refusal;
use super::state::Dossier;
use crate::domain::journal::{ActKind, Author};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

/// A notice may be announced this many days ahead.
const FARTHEST_DAY: i32 = 30;

/// What is known of the rows of a batch as they stand; `None` = nobody has looked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowFacts {
    /// How many lines there are.
    pub lines: Option<u32>,
    /// How many findings block, and how many wait for a reason.
    pub findings: Option<(u32, u32)>,
    /// The live notice shows these rows.
    pub shows_notice: Option<bool>,
    /// The live result shows these rows.
    pub shows_result: Option<bool>,
    /// Keyed hashes of the users who stand in the rows.
    pub users: Option<Vec<Hash>>,
}

/// What the rules about rows look at beside them.
#[derive(Debug, Clone, Copy)]
pub struct RowStanding<'a> {
    /// The batch.
    pub dossier: &'a Dossier,
    /// Who acts.
    pub author: &'a Author,
    /// When the programme wants its notice.
    pub when: NoticeTime,
    /// The village has a board in use.
    pub board_in_use: bool,
}

/// A notice begins today or soon.
///
/// # Errors
/// [`Refusal::NoticeDay`]
pub fn may_begin(from: Date, today: Date) -> Result<(), Refusal> {
    let ahead = today.until(from).map_or(i32::MAX, |span| span.get_days());
    if (0..=FARTHEST_DAY).contains(&ahead) { Ok(()) } else { Err(Refusal::NoticeDay) }
}

/// What the rows say of an act that the entries allow; `None` = a fact that decides is not known.
#[must_use]
pub fn by_rows(act: ActKind, at: &RowStanding<'_>, rows: &RowFacts) -> Option<Result<(), Refusal>> {
    match act {
        ActKind::PublishFirst | ActKind::PublishReviewed => {
            let is_live = at.dossier.live_notice().is_some();
            publish(at, rows, if is_live { rows.shows_notice } else { Some(false) })
        }
        ActKind::PublishResult => {
            let live = at.dossier.live(crate::domain::disclosure::DisclosureStage::Result);
            publish(at, rows, if live.is_some() { rows.shows_result } else { Some(false) })
        }
        ActKind::Submit => submit(at, rows),
        ActKind::Approve | ActKind::Review | ActKind::Sign => {
            let stands_there = rows.users.as_ref()?.contains(&at.author.person);
            Some(if stands_there { Err(Refusal::OwnLine) } else { Ok(()) })
        }
        ActKind::PayList => pay(at, rows),
        ActKind::Unsubmit
        | ActKind::Return
        | ActKind::WithdrawUndecided
        | ActKind::WithdrawDecided
        | ActKind::BookPaid
        | ActKind::WithdrawDisclosure
        | ActKind::EndLists
        | ActKind::Erase
        | ActKind::Post
        | ActKind::TakeDown
        | ActKind::Raise
        | ActKind::Investigate
        | ActKind::Answer
        | ActKind::Escalate
        | ActKind::DescribeBoard
        | ActKind::InspectBoard
        | ActKind::NothingToReport
        | ActKind::RetireBoard => Some(Ok(())),
    }
}

/// There is a list, nothing blocks while it can still be mended, and it is not public already.
/// `same`: whether a live list is this one; `None` = not known.
fn publish(
    at: &RowStanding<'_>,
    rows: &RowFacts,
    same: Option<bool>,
) -> Option<Result<(), Refusal>> {
    if rows.lines? == 0 {
        return Some(Err(Refusal::Empty));
    }
    if at.dossier.stage().is_open() {
        let (blocking, _) = rows.findings?;
        if blocking > 0 {
            return Some(Err(Refusal::Blocked(blocking)));
        }
    }
    Some(if same? { Err(Refusal::AlreadyPublic) } else { Ok(()) })
}

/// There is a list, nothing blocks, reasons are written, and the live notice shows it where that
/// comes first.
fn submit(at: &RowStanding<'_>, rows: &RowFacts) -> Option<Result<(), Refusal>> {
    if rows.lines? == 0 {
        return Some(Err(Refusal::Empty));
    }
    let (blocking, unexplained) = rows.findings?;
    if blocking > 0 {
        return Some(Err(Refusal::Blocked(blocking)));
    }
    if unexplained > 0 {
        return Some(Err(Refusal::Unexplained(unexplained)));
    }
    let first = at.when == NoticeTime::BeforeSubmission && at.dossier.live_notice().is_some();
    if first && !rows.shows_notice? {
        return Some(Err(Refusal::NoticeDiffers));
    }
    Some(Ok(()))
}

/// The live notice shows the approved rows and, where the village has a board in use, hung on one
/// until its last day. A village without any board stays payable, for its notice is published all
/// the same. The coverage report shows that nothing hangs there; people's money is not kept back
/// for it. Where no notice is live, the rules of entries say what is missing.
fn pay(at: &RowStanding<'_>, rows: &RowFacts) -> Option<Result<(), Refusal>> {
    let past = at.dossier;
    if past.live_notice().is_none() {
        return Some(Ok(()));
    }
    // the entries alone prove it if the submission was made from the notice, or the notice from the
    // submission
    if past.wants_notice() && !past.rests_on_its_notice() && !rows.shows_notice? {
        return Some(Err(Refusal::NoticeOutdated));
    }
    if !at.board_in_use {
        return Some(Ok(()));
    }
    let cut_short = past.live_postings().map(Posting::was_cut_short);
    Some(match cut_short.reduce(|all, one| all && one) {
        None => Err(Refusal::NeverPosted),
        Some(true) => Err(Refusal::NoticeCutShort),
        Some(false) => Ok(()),
    })
}
