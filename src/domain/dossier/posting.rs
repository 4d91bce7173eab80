//! 张贴: a disclosure on a board, and when it must come down.
use super::state::Dossier;
use crate::domain::board::Photo;
use crate::domain::disclosure::Code;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::{EntryId, Posted, Subject, TakenDown};
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};

/// A disclosure on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Its entry.
    pub entry: EntryId,
    /// The board.
    pub board: Subject,
    /// Which disclosure.
    pub code: Code,
    /// The day.
    pub on: Date,
    /// Last day of the notice as counted from this posting; `None` for a result.
    pub through: Option<Date>,
    /// Photos of the posting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
    /// How it came down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub down: Option<Down>,
}

/// How a posting came down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Down {
    /// Its entry.
    pub entry: EntryId,
    /// The day.
    pub on: Date,
    /// Photos of the empty place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// 撤下通知: a posting must come down, and a photo must show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recall<'a> {
    /// Which posting.
    pub posting: &'a Posting,
    /// Since which day.
    pub since: Date,
    /// Why.
    pub because: RecallReason,
}

/// Why a posting is under recall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecallReason {
    /// Its disclosure was withdrawn.
    Withdrawn(WithdrawalReason),
    /// A new revision took its place.
    Corrected,
}

impl Posting {
    pub(super) fn of(entry: EntryId, body: &Posted) -> Self {
        let Posted { board, code, on, through, photos, rules: _ } = body.clone();
        Self { entry, board, code, on, through, photos, down: None }
    }

    pub(super) fn take_down(&mut self, entry: EntryId, body: &TakenDown) {
        self.down = Some(Down { entry, on: body.on, photos: body.photos.clone() });
    }

    /// Was a notice taken down before its last day? On that day it may come down; the coverage
    /// report, which counts to midnight, still calls it a day early.
    #[must_use]
    pub fn was_cut_short(&self) -> bool {
        self.down.as_ref().zip(self.through).is_some_and(|(down, through)| down.on < through)
    }

    /// Does it hang?
    #[must_use]
    pub const fn hangs(&self) -> bool {
        self.down.is_none()
    }
}

impl Dossier {
    /// Postings of the live notice, oldest first.
    pub fn live_postings(&self) -> impl Iterator<Item = &Posting> {
        let code = self.live_notice().map(|live| &live.body.code);
        self.postings.iter().filter(move |posting| code == Some(&posting.code))
    }

    /// The posting with this entry.
    #[must_use]
    pub fn posting(&self, entry: EntryId) -> Option<&Posting> {
        self.postings.iter().find(|posting| posting.entry == entry)
    }

    /// Postings that hang although they must not, oldest first.
    pub fn recalls(&self) -> impl Iterator<Item = Recall<'_>> {
        self.postings
            .iter()
            .filter(|posting| posting.hangs())
            .filter_map(|posting| self.recall_of(posting))
    }

    /// Must this posting come down at once, or had it to?
    #[must_use]
    pub fn recall_of<'a>(&'a self, posting: &'a Posting) -> Option<Recall<'a>> {
        let disclosed = self.disclosure(&posting.code)?;
        if let Some(since) = disclosed.withdrawn_on {
            return Some(Recall {
                posting,
                since,
                because: RecallReason::Withdrawn(disclosed.class),
            });
        }
        let newer = self
            .disclosures
            .iter()
            .find(|other| other.body.replaces.as_ref() == Some(&posting.code))?;
        Some(Recall { posting, since: newer.at.date(), because: RecallReason::Corrected })
    }
}
