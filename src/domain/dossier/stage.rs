//! Where a batch stands, in one word: for the table, lists, filters and files.
use serde::{Deserialize, Serialize};

/// Where a batch stands. The order is the order of care: in a conflict the first holds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 已撤回
    Withdrawn,
    /// 已退回
    Returned,
    /// 草稿: nothing handed in yet (it may be published).
    #[default]
    Open,
    /// 待审
    Submitted,
    /// 待签发: the first of two steps is done.
    Reviewed,
    /// 已审核
    Approved,
    /// 已报财政
    Handed,
    /// 已发放
    Paid,
}

impl Stage {
    /// All stages, in the order of a batch's life.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Submitted,
        Self::Reviewed,
        Self::Approved,
        Self::Returned,
        Self::Handed,
        Self::Paid,
        Self::Withdrawn,
    ];

    /// The word of the command line and of `--json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Returned => "returned",
            Self::Open => "open",
            Self::Submitted => "submitted",
            Self::Reviewed => "reviewed",
            Self::Approved => "approved",
            Self::Handed => "handed",
            Self::Paid => "paid",
        }
    }

    /// Key of what people call it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Withdrawn => "cli-stage-withdrawn",
            Self::Returned => "cli-stage-returned",
            Self::Open => "cli-stage-open",
            Self::Submitted => "cli-stage-submitted",
            Self::Approved => "cli-stage-approved",
            Self::Reviewed => "cli-stage-reviewed",
            Self::Handed => "cli-stage-handed",
            Self::Paid => "cli-stage-paid",
        }
    }

    /// May the clerk change the draft?
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Returned | Self::Withdrawn)
    }

    /// Is the money with the finance bureau, or paid? Then its rows cannot change any more.
    #[must_use]
    pub const fn is_handed(self) -> bool {
        matches!(self, Self::Handed | Self::Paid)
    }

    /// Is it on its way to the money? Not once it has gone or was taken back.
    #[must_use]
    pub const fn goes_on(self) -> bool {
        !matches!(self, Self::Withdrawn | Self::Handed | Self::Paid)
    }
}
