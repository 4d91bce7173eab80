//! 撤下通知: the postings of a batch, and which of them must come down.
use super::posting::Posting;
use super::state::Dossier;
use crate::domain::disclosure::withdrawal::WithdrawalReason;
use crate::domain::journal::EntryId;
use crate::domain::values::date::Date;

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

impl RecallReason {
    /// The word of `--json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Corrected => "corrected",
            Self::Withdrawn(class) => class.word(),
        }
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
