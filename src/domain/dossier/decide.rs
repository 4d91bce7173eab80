//! May this user, who saw these heads, do this act? Asked once, where the act is made.
use super::permits::{Author, permits};
use super::refusal::Refusal;
use super::state::Dossier;
use crate::domain::finding::Level;
use crate::domain::hash::Hash;
use crate::domain::journal::{Approved, Body, EntryId, PayListed, Published, Returned, Submitted, Withdrawn};

/// What a user asks for, with what only the desk can know of the blobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Make a disclosure public.
    Publish {
        /// What the entry will say.
        said: Box<Published>,
        /// The live disclosure shows this very list.
        same_as_live: bool,
    },
    /// Hand the roll to the township.
    Submit {
        /// What the entry will say.
        said: Box<Submitted>,
        /// The live notice shows this very list (only asked where the notice comes first).
        notice_matches: bool,
    },
    /// Approve the submitted rows.
    Approve {
        /// Blob of the rows that the reviewer had on screen.
        rows: Hash,
        /// Keyed hashes of everybody in those rows.
        persons: Vec<Hash>,
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
    },
    /// Put the approved lines into a pay list.
    Pay(PayListed),
}

/// Who acts, and what they had on screen.
#[derive(Debug, Clone, Copy)]
pub struct Acting<'a> {
    /// Roles and person of the author.
    pub author: &'a Author,
    /// Sorted heads of the batch on the author's screen.
    pub seen: &'a [EntryId],
}

/// The body to be written, or why not.
///
/// # Errors
/// The [`Refusal`] to show; nothing is written then.
pub fn decide(dossier: &Dossier, act: Act, acting: Acting<'_>) -> Result<Body, Refusal> {
    if dossier.heads != acting.seen {
        return Err(Refusal::Stale);
    }
    let body = match act {
        Act::Publish { said, same_as_live } => {
            if same_as_live && dossier.live_disclosure().is_some() {
                return Err(Refusal::AlreadyPublic);
            }
            if said.totals.lines == 0 {
                return Err(Refusal::Empty);
            }
            Body::Published(*said)
        }
        Act::Submit { said, notice_matches } => {
            submittable(dossier, &said, notice_matches)?;
            Body::Submitted(*said)
        }
        Act::Approve { rows, persons } => {
            if persons.contains(&acting.author.person) {
                return Err(Refusal::OwnLine);
            }
            Body::Approved(Approved { rows })
        }
        Act::Return { rows, reason, lines } => Body::Returned(Returned { rows, reason: reason.ok_or(Refusal::NoReason)?, lines }),
        Act::Withdraw { reason } => Body::Withdrawn(Withdrawn { reason: reason.ok_or(Refusal::NoReason)? }),
        Act::Pay(said) => Body::PayListed(said),
    };
    permits(dossier, &body, Some(acting.author))?;
    Ok(body)
}

fn submittable(dossier: &Dossier, said: &Submitted, notice_matches: bool) -> Result<(), Refusal> {
    if said.totals.lines == 0 {
        return Err(Refusal::Empty);
    }
    let of_level = |level: Level| said.findings.iter().filter(move |finding| finding.level == level);
    let blocking: u32 = of_level(Level::Block).map(|finding| finding.count).sum();
    if blocking > 0 {
        return Err(Refusal::Blocked(blocking));
    }
    let unexplained: u32 = of_level(Level::Explain).map(|finding| finding.open).sum();
    if unexplained > 0 {
        return Err(Refusal::Unexplained(unexplained));
    }
    let first = said.when == crate::domain::programme::NoticeTime::BeforeSubmission;
    if first && dossier.live_disclosure().is_some() && !notice_matches {
        return Err(Refusal::NoticeDiffers);
    }
    Ok(())
}
