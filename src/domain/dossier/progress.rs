//! How far a batch has come, each stage with the facts that it needs: nothing can be reviewed that
//! was not handed in, nothing paid that stands in no pay list.
use super::stage::Stage;
use super::steps::{Approval, Booked, PayList, Return, Review, Submission};
use serde::{Deserialize, Serialize};

/// Where a batch stands and what brought it there; its one word is a [`Stage`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// 已撤回
    Withdrawn,
    /// 已退回
    Returned {
        /// What was returned.
        submission: Submission,
        /// Why.
        returned: Return,
    },
    /// 草稿: nothing handed in yet, or no longer.
    #[default]
    Open,
    /// 待审
    Submitted {
        /// What was handed in.
        submission: Submission,
    },
    /// 待签发: the first of two steps is done.
    Reviewed {
        /// What was handed in.
        submission: Submission,
        /// The first step.
        review: Review,
    },
    /// 已审核
    Approved {
        /// What was handed in.
        submission: Submission,
        /// The step that decided.
        approval: Approval,
    },
    /// 已报财政
    Handed {
        /// What was handed in.
        submission: Submission,
        /// The step that decided.
        approval: Approval,
        /// With what its money went.
        pay_list: PayList,
    },
    /// 已发放
    Paid {
        /// What was handed in.
        submission: Submission,
        /// The step that decided.
        approval: Approval,
        /// With what its money went.
        pay_list: PayList,
        /// The day on which it came.
        booked: Booked,
    },
}

impl Progress {
    /// Its one word.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Withdrawn => Stage::Withdrawn,
            Self::Returned { .. } => Stage::Returned,
            Self::Open => Stage::Open,
            Self::Submitted { .. } => Stage::Submitted,
            Self::Reviewed { .. } => Stage::Reviewed,
            Self::Approved { .. } => Stage::Approved,
            Self::Handed { .. } => Stage::Handed,
            Self::Paid { .. } => Stage::Paid,
        }
    }

    /// What is handed in.
    #[must_use]
    pub const fn submission(&self) -> Option<&Submission> {
        match self {
            Self::Returned { submission, .. }
            | Self::Submitted { submission }
            | Self::Reviewed { submission, .. }
            | Self::Approved { submission, .. }
            | Self::Handed { submission, .. }
            | Self::Paid { submission, .. } => Some(submission),
            Self::Withdrawn | Self::Open => None,
        }
    }

    /// The first of two steps, until the second is done.
    #[must_use]
    pub const fn review(&self) -> Option<Review> {
        if let Self::Reviewed { review, .. } = self { Some(*review) } else { None }
    }

    /// The approval in force.
    #[must_use]
    pub const fn approval(&self) -> Option<Approval> {
        match self {
            Self::Approved { approval, .. }
            | Self::Handed { approval, .. }
            | Self::Paid { approval, .. } => Some(*approval),
            Self::Withdrawn
            | Self::Returned { .. }
            | Self::Open
            | Self::Submitted { .. }
            | Self::Reviewed { .. } => None,
        }
    }

    /// The return in force.
    #[must_use]
    pub const fn returned(&self) -> Option<&Return> {
        if let Self::Returned { returned, .. } = self { Some(returned) } else { None }
    }

    /// The pay list.
    #[must_use]
    pub const fn pay_list(&self) -> Option<&PayList> {
        match self {
            Self::Handed { pay_list, .. } | Self::Paid { pay_list, .. } => Some(pay_list),
            Self::Withdrawn
            | Self::Returned { .. }
            | Self::Open
            | Self::Submitted { .. }
            | Self::Reviewed { .. }
            | Self::Approved { .. } => None,
        }
    }

    /// The payment.
    #[must_use]
    pub const fn booked(&self) -> Option<&Booked> {
        if let Self::Paid { booked, .. } = self { Some(booked) } else { None }
    }

    /// The same stage with these facts, as far as it has fields for them.
    pub(super) fn with(
        self,
        submission: Option<&Submission>,
        approval: Option<Approval>,
        pay_list: Option<&PayList>,
        booked: Option<&Booked>,
    ) -> Self {
        let handed_in = |own| submission.cloned().unwrap_or(own);
        let approved = |own| approval.unwrap_or(own);
        let listed = |own| pay_list.cloned().unwrap_or(own);
        match self {
            Self::Withdrawn | Self::Open => self,
            Self::Returned { submission, returned } => {
                Self::Returned { submission: handed_in(submission), returned }
            }
            Self::Submitted { submission } => Self::Submitted { submission: handed_in(submission) },
            Self::Reviewed { submission, review } => {
                Self::Reviewed { submission: handed_in(submission), review }
            }
            Self::Approved { submission, approval } => {
                Self::Approved { submission: handed_in(submission), approval: approved(approval) }
            }
            Self::Handed { submission, approval, pay_list } => Self::Handed {
                submission: handed_in(submission),
                approval: approved(approval),
                pay_list: listed(pay_list),
            },
            Self::Paid { submission, approval, pay_list, booked: own } => Self::Paid {
                submission: handed_in(submission),
                approval: approved(approval),
                pay_list: listed(pay_list),
                booked: booked.cloned().unwrap_or(own),
            },
        }
    }
}
