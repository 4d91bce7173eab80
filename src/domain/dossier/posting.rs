//! 张贴: a disclosure on a board, and how it came down.
use crate::domain::board::Photo;
use crate::domain::disclosure::Code;
use crate::domain::journal::{EntryId, Posted, PostingBody, Subject, TakenDown};
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

impl Posting {
    fn of(entry: EntryId, body: &Posted) -> Self {
        let Posted { board, code, on, through, photos, rules: _ } = body.clone();
        Self { entry, board, code, on, through, photos, down: None }
    }

    fn take_down(&mut self, entry: EntryId, body: &TakenDown) {
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

/// What `entry` changes in the postings of a batch.
pub(super) fn evolve(postings: &mut Vec<Posting>, entry: EntryId, body: &PostingBody) {
    match body {
        PostingBody::Posted(body) => postings.push(Posting::of(entry, body)),
        PostingBody::TakenDown(body) => {
            let posting = postings.iter_mut().find(|posting| posting.entry == body.posting);
            if let Some(posting) = posting {
                posting.take_down(entry, body);
            }
        }
    }
}
