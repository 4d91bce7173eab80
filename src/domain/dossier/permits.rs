//! The rules that rest on entries alone: asked by `decide` before an entry is written and by `fold`
//! of what arrives, against the entry's own causal past.
use super::refusal::Refusal;
use super::state::{Dossier, Stage};
use crate::domain::hash::Hash;
use crate::domain::journal::{Approved, Body, PayListed, Published, Submitted};
use crate::domain::programme::NoticeTime;
use crate::domain::user::{Role, Roles};

/// What the user entry of an author says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Roles at that time.
    pub roles: Roles,
    /// Keyed hash of the ID number.
    pub person: Hash,
}

/// May `author` say `body` of a batch that stands like `past`?
///
/// # Errors
/// The first [`Refusal`] that applies.
pub fn permits(past: &Dossier, body: &Body, author: Option<&Author>) -> Result<(), Refusal> {
    let author = author.ok_or(Refusal::UnknownAuthor)?;
    match body {
        Body::Published(said) => publish(past, said, author),
        Body::Submitted(said) => submit(past, said, author),
        Body::Approved(said) => approve(past, said, author),
        Body::Returned(said) => {
            needs(author, Role::Reviewer)?;
            not_handed(past)?;
            let decided = past.conflict || matches!(past.stage, Stage::Submitted | Stage::Approved);
            let rows = past.rows().ok_or(Refusal::NotSubmitted)?;
            if decided && rows == said.rows { Ok(()) } else { Err(Refusal::NotSubmitted) }
        }
        Body::Withdrawn(_) => withdraw(past, author),
        Body::PayListed(said) => pay(past, said, author),
        Body::OfficeFounded(_) | Body::TerminalFounded(_) | Body::UserEnrolled(_) | Body::ReferenceImported(_) | Body::Unknown => {
            Err(Refusal::Misfit)
        }
    }
}

fn needs(author: &Author, role: Role) -> Result<(), Refusal> {
    if author.roles.has(role) { Ok(()) } else { Err(Refusal::Role(role)) }
}

fn no_conflict(past: &Dossier) -> Result<(), Refusal> {
    if past.conflict { Err(Refusal::Conflict) } else { Ok(()) }
}

fn not_handed(past: &Dossier) -> Result<(), Refusal> {
    if past.stage == Stage::Handed && !past.conflict { Err(Refusal::AlreadyHanded) } else { Ok(()) }
}

fn publish(past: &Dossier, said: &Published, author: &Author) -> Result<(), Refusal> {
    no_conflict(past)?;
    match said.when {
        NoticeTime::None => return Err(Refusal::NoNotice),
        NoticeTime::BeforeSubmission => {
            needs(author, Role::Clerk)?;
            if !past.stage.is_open() {
                return Err(Refusal::NotOpen);
            }
        }
        NoticeTime::AfterReview => {
            if !author.roles.has(Role::Clerk) {
                needs(author, Role::Reviewer)?;
            }
            if past.stage != Stage::Approved {
                return Err(Refusal::NoticeAfterReview);
            }
            if past.approval.is_none_or(|(_, rows)| rows != said.rows) {
                return Err(Refusal::OtherRows);
            }
        }
    }
    let replaces = past.live_disclosure().map(|disclosed| &disclosed.said.code);
    let fits = said.revision == past.next_revision() && said.replaces.as_ref() == replaces;
    if fits { same_key(past, &said.key) } else { Err(Refusal::Stale) }
}

fn same_key(past: &Dossier, key: &crate::domain::roll::RollKey) -> Result<(), Refusal> {
    if past.key.as_ref().is_none_or(|known| known == key) { Ok(()) } else { Err(Refusal::Misfit) }
}

fn submit(past: &Dossier, said: &Submitted, author: &Author) -> Result<(), Refusal> {
    needs(author, Role::Clerk)?;
    no_conflict(past)?;
    if !past.stage.is_open() {
        return Err(Refusal::NotOpen);
    }
    if said.when == NoticeTime::BeforeSubmission {
        let live = past.live_disclosure().map(|disclosed| disclosed.entry);
        if said.notice.is_none() || said.notice != live {
            return Err(Refusal::NoticeFirst);
        }
    }
    same_key(past, &said.key)
}

fn approve(past: &Dossier, said: &Approved, author: &Author) -> Result<(), Refusal> {
    needs(author, Role::Reviewer)?;
    no_conflict(past)?;
    if past.stage != Stage::Submitted {
        return Err(Refusal::NotSubmitted);
    }
    let submission = past.submission.as_ref().ok_or(Refusal::NotSubmitted)?;
    if submission.said.rows != said.rows {
        return Err(Refusal::OtherRows);
    }
    if submission.said.entered_by.contains(&author.person) { Err(Refusal::OwnBatch) } else { Ok(()) }
}

fn withdraw(past: &Dossier, author: &Author) -> Result<(), Refusal> {
    not_handed(past)?;
    if past.heads.is_empty() || (past.stage == Stage::Withdrawn && !past.conflict) {
        return Err(Refusal::NothingThere);
    }
    // a clerk takes back what nobody has decided yet; after that it is the township's
    let undecided = !past.conflict && past.stage != Stage::Approved;
    if undecided && author.roles.has(Role::Clerk) { Ok(()) } else { needs(author, Role::Reviewer) }
}

fn pay(past: &Dossier, said: &PayListed, author: &Author) -> Result<(), Refusal> {
    needs(author, Role::Treasurer)?;
    no_conflict(past)?;
    not_handed(past)?;
    let (_, rows) = past.approval.filter(|_| past.stage == Stage::Approved).ok_or(Refusal::NotApproved)?;
    if rows != said.rows {
        return Err(Refusal::OtherRows);
    }
    let wants_notice = past.submission.as_ref().is_some_and(|submission| submission.said.when != NoticeTime::None);
    if !wants_notice {
        return Ok(());
    }
    let notice = past.live_disclosure().and_then(|disclosed| disclosed.said.notice).ok_or(Refusal::NoticeFirst)?;
    if said.made_on > notice.to { Ok(()) } else { Err(Refusal::NoticeRuns(notice.to)) }
}
