//! What only rows can decide: findings, equality with what is public, lines. Asked where the act is
//! made; folding cannot ask, for blobs may be missing.
use super::posting::Posting;
use super::refusal::Refusal;
use super::state::Dossier;
use crate::domain::journal::{Published, Submitted};
use crate::domain::reference::programme::NoticeTime;
use crate::domain::roll::finding::Level;
use crate::domain::values::date::Date;

/// A notice may be announced this many days ahead.
const FARTHEST_DAY: i32 = 30;

/// A notice begins today or soon.
///
/// # Errors
/// [`Refusal::NoticeDay`]
pub fn may_begin(from: Date, today: Date) -> Result<(), Refusal> {
    let ahead = today.until(from).map_or(i32::MAX, |span| span.get_days());
    if (0..=FARTHEST_DAY).contains(&ahead) { Ok(()) } else { Err(Refusal::NoticeDay) }
}

/// There is a list, and it is not public already.
///
/// # Errors
/// [`Refusal::AlreadyPublic`], [`Refusal::Empty`]
pub fn publishable(past: &Dossier, body: &Published, same_as_live: bool) -> Result<(), Refusal> {
    if same_as_live && past.live(body.stage).is_some() {
        return Err(Refusal::AlreadyPublic);
    }
    if body.totals.lines == 0 { Err(Refusal::Empty) } else { Ok(()) }
}

/// There is a list, nothing blocks, reasons are written, and the live notice shows it where that
/// comes first.
///
/// # Errors
/// The first of these that does not hold.
pub fn submittable(past: &Dossier, body: &Submitted, notice_matches: bool) -> Result<(), Refusal> {
    if body.totals.lines == 0 {
        return Err(Refusal::Empty);
    }
    let of_level =
        |level: Level| body.findings.iter().filter(move |finding| finding.level == level);
    let blocking: u32 = of_level(Level::Block).map(|finding| finding.count).sum();
    if blocking > 0 {
        return Err(Refusal::Blocked(blocking));
    }
    let unexplained: u32 = of_level(Level::Explain).map(|finding| finding.open).sum();
    if unexplained > 0 {
        return Err(Refusal::Unexplained(unexplained));
    }
    let first = body.when == NoticeTime::BeforeSubmission;
    let is_live = past.live_notice().is_some();
    if first && is_live && !notice_matches { Err(Refusal::NoticeDiffers) } else { Ok(()) }
}

/// The live notice shows the approved rows and, where the village has a board in use, hung on one
/// until its last day. A village without any board stays payable, for its notice is published all
/// the same; that nothing hangs there is told by the coverage report, not by keeping people's money
/// back. Where no notice is live, the rules of entries say what is missing.
///
/// # Errors
/// The first of these that does not hold.
pub fn payable(past: &Dossier, board_in_use: bool, notice_matches: bool) -> Result<(), Refusal> {
    if past.live_notice().is_none() {
        return Ok(());
    }
    if past.wants_notice() && !notice_matches {
        return Err(Refusal::NoticeOutdated);
    }
    if !board_in_use {
        return Ok(());
    }
    match past.live_postings().map(Posting::was_cut_short).reduce(|all, one| all && one) {
        None => Err(Refusal::NeverPosted),
        Some(true) => Err(Refusal::NoticeCutShort),
        Some(false) => Ok(()),
    }
}
