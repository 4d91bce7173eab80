//! 保管期限: what is kept no longer.
use super::form::{BodyError, read, written};
use super::kinds::{OfSubject, bodies};
use crate::domain::disclosure::erasure_reason::ErasureReason;
use crate::domain::journal::{ActKind, RestsOn};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use serde::{Deserialize, Serialize};

bodies! {
    /// What is kept no longer of a batch or an enquiry.
    RetentionBody {
        /// Blobs are gone.
        Erased = "erased" => "act-erased",
    }
}

impl RetentionBody {
    /// The blobs that are gone.
    #[must_use]
    pub fn erased(&self) -> &[Hash] {
        let Self::Erased(body) = self;
        &body.blobs
    }

    /// Adds them to what is known to be gone, sorted.
    pub(in crate::domain) fn erase(&self, gone: &mut Vec<Hash>) {
        gone.extend(self.erased());
        gone.sort_unstable();
        gone.dedup();
    }

    pub(super) const fn act(&self) -> ActKind {
        let Self::Erased(_) = self;
        ActKind::Erase
    }

    /// The day that a person confirms with it.
    #[expect(clippy::unnecessary_wraps, reason = "the bodies of all subjects are asked alike")]
    pub(super) const fn confirmed_day(&self) -> Option<Date> {
        let Self::Erased(body) = self;
        Some(body.on)
    }

    pub(super) const fn rests_on(&self) -> RestsOn<'_> {
        let Self::Erased(body) = self;
        RestsOn::Keeping(body.on)
    }

    pub(super) const fn rules(&self) -> Option<Hash> {
        let Self::Erased(body) = self;
        body.rules
    }

    /// What an entry erases it does not bring along.
    pub(super) const fn named_blobs(&self) -> Vec<Hash> {
        let Self::Erased(_) = self;
        Vec::new()
    }
}

/// 销毁: blobs of this batch or enquiry are gone, wherever this entry arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// Their hashes, sorted.
    pub blobs: Vec<Hash>,
    /// Why.
    pub reason: ErasureReason,
    /// The day.
    pub on: Date,
    /// The rules by which the time of keeping was counted: [`mark`](crate::domain::reference::rule::mark) of
    /// the reference sets in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Hash>,
}
