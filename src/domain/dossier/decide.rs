//! May this user, who saw these heads, do this act? Asked once, where the act is made.
use super::act::Act;
use super::past::Past;
use super::permits::permits;
use super::posting::Posting;
use super::refusal::Refusal;
use super::state::Dossier;
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::dossier::free_text;
use crate::domain::journal::{
    Approved, Author, Body, DisclosureWithdrawn, EntryId, Erased, Published, Returned, Signed,
    Submitted, Withdrawn,
};
use crate::domain::roll::BatchKind;
use crate::domain::roll::finding::Level;
use crate::domain::values::date::Date;

/// Who acts, on which day, and what they had on screen.
#[derive(Debug, Clone, Copy)]
pub struct Acting<'a> {
    /// Roles and person of the author.
    pub author: &'a Author,
    /// Sorted heads of the subject on the author's screen.
    pub seen: &'a [EntryId],
    /// The day at +08:00: nothing is confirmed that lies after it.
    pub today: Date,
}

/// The body to be written, or why not.
///
/// # Errors
/// The [`Refusal`] to show; nothing is written then.
pub fn decide(past: Past<'_>, act: Act, acting: Acting<'_>) -> Result<Body, Refusal> {
    if past.heads() != acting.seen {
        return Err(Refusal::Stale);
    }
    if act.confirmed_day().is_some_and(|day| day > acting.today) {
        return Err(Refusal::FutureDay);
    }
    let body = body_of(past, act, acting.author)?;
    permits(past, &body, Some(acting.author))?;
    Ok(body)
}

/// What only the desk knows of the blobs is asked here; all else in [`permits`].
fn body_of(past: Past<'_>, act: Act, author: &Author) -> Result<Body, Refusal> {
    Ok(match act {
        Act::Publish { body, same_as_live } => {
            publishable(past, &body, same_as_live)?;
            (*body).into()
        }
        Act::Submit { body, notice_matches, corrects_handed } => {
            submittable(past, &body, notice_matches)?;
            if matches!(body.key.kind, BatchKind::Correction(_)) && !corrects_handed {
                return Err(Refusal::NothingToCorrect);
            }
            (*body).into()
        }
        Act::Unsubmit(body) => body.into(),
        Act::Approve { rows, persons, rules } => {
            not_in(author, &persons).map(|()| Approved { rows, rules }.into())?
        }
        Act::Sign { rows, persons, rules } => {
            not_in(author, &persons).map(|()| Signed { rows, rules }.into())?
        }
        Act::Return { rows, reason, lines } => {
            Returned { rows, reason: reason.ok_or(Refusal::NoReason)?, lines }.into()
        }
        Act::Withdraw { reason, class, lists } => {
            let reason = reason.ok_or(Refusal::NoReason)?;
            Withdrawn { reason, class, lists }.into()
        }
        Act::Pay { body, board_in_use, notice_matches } => {
            payable(past, board_in_use, notice_matches)?;
            body.into()
        }
        Act::BookPaid(body) => body.into(),
        Act::WithdrawDisclosure { lists, class, reason, on } => {
            let reason = reason.ok_or(Refusal::NoReason)?;
            DisclosureWithdrawn { lists, class, reason, on }.into()
        }
        Act::EndLists(body) => body.into(),
        Act::Erase { body, keep_until } => erasable(body, keep_until)?,
        Act::Post { body, board } => {
            let key = past.batch().and_then(Dossier::key).ok_or(Refusal::NoSuchDisclosure)?;
            board.takes(key.division, body.on)?;
            body.into()
        }
        Act::TakeDown(body) => body.into(),
        Act::Raise(body) => body.into(),
        Act::Investigate { body, investigators } => {
            two_people(&investigators)?;
            body.into()
        }
        Act::Answer(body) => body.into(),
        Act::Escalate(body) if body.to.trim().is_empty() => return Err(Refusal::NoUnit),
        Act::Escalate(body) => free_text::fit(&body.to).map(|()| body.into())?,
        Act::DescribeBoard(body) => free_text::of_board(&body).map(|()| body.into())?,
        Act::InspectBoard(body) => body.into(),
        Act::NothingToReport(body) => body.into(),
        Act::RetireBoard(body) => body.into(),
    })
}

fn publishable(past: Past<'_>, body: &Published, same_as_live: bool) -> Result<(), Refusal> {
    let is_live = past.batch().is_some_and(|dossier| dossier.live(body.stage).is_some());
    if same_as_live && is_live {
        return Err(Refusal::AlreadyPublic);
    }
    if body.totals.lines == 0 { Err(Refusal::Empty) } else { Ok(()) }
}

fn submittable(past: Past<'_>, body: &Submitted, notice_matches: bool) -> Result<(), Refusal> {
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
    let first = body.when == crate::domain::reference::programme::NoticeTime::BeforeSubmission;
    let is_live = past.batch().is_some_and(|dossier| dossier.live_notice().is_some());
    if first && is_live && !notice_matches { Err(Refusal::NoticeDiffers) } else { Ok(()) }
}

/// Where no notice is live, the rules of entries say what is missing.
fn payable(past: Past<'_>, board_in_use: bool, notice_matches: bool) -> Result<(), Refusal> {
    let Some(dossier) = past.batch().filter(|dossier| dossier.live_notice().is_some()) else {
        return Ok(());
    };
    if dossier.wants_notice() && !notice_matches {
        return Err(Refusal::NoticeOutdated);
    }
    if !board_in_use {
        return Ok(());
    }
    match dossier.live_postings().map(Posting::was_cut_short).reduce(|all, one| all && one) {
        None => Err(Refusal::NeverPosted),
        Some(true) => Err(Refusal::NoticeCutShort),
        Some(false) => Ok(()),
    }
}

fn not_in(author: &Author, persons: &[crate::domain::values::hash::Hash]) -> Result<(), Refusal> {
    if persons.contains(&author.person) { Err(Refusal::OwnLine) } else { Ok(()) }
}

fn erasable(body: Erased, keep_until: Option<Date>) -> Result<Body, Refusal> {
    if body.blobs.is_empty() {
        return Err(Refusal::NothingThere);
    }
    match keep_until.filter(|until| body.reason == ErasureReason::Retention && body.on <= *until) {
        Some(until) => Err(Refusal::KeepUntil(until)),
        None => Ok(body.into()),
    }
}

fn two_people(names: &[String]) -> Result<(), Refusal> {
    let mut names: Vec<&str> =
        names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    if names.len() >= 2 { Ok(()) } else { Err(Refusal::TwoInvestigators) }
}
