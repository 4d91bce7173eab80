//! 时限与办法: the numbers a county sets for itself, dated; each with its usual value where the
//! county says nothing.
use super::effective::dated;
use super::programme::{Certainty, Programme};
use crate::domain::case::CaseKind;
use crate::domain::values::date::Date;
use serde::{Deserialize, Serialize};

/// Which number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyKey {
    /// 审核步数: 1 = 审核, 2 = 审核 and 签发.
    ReviewSteps,
    /// 结果公开: working days after payment.
    ResultDays,
    /// The same for 救助 programmes.
    ReliefResultDays,
    /// 异议答复: working days.
    ObjectionReplyDays,
    /// 查询答复: working days.
    EnquiryReplyDays,
    /// Days that a public list of class S0 stays after its notice or result ends.
    KeepListsS0Days,
    /// The same for class S1.
    KeepListsS1Days,
    /// The same for class S2.
    KeepListsS2Days,
    /// Years that private rolls, photos and reasons are kept.
    KeepPrivateYears,
    /// Days between two inspections of a board.
    InspectBoardDays,
    /// Days that a posting may stay up after its last day before it counts as late.
    TakeDownGraceDays,
    /// 撤下确认: working days within which a recall is to be confirmed.
    ConfirmRecallDays,
}

impl PolicyKey {
    /// Every key, in the order in which lists show them.
    pub const ALL: [Self; 12] = [
        Self::ReviewSteps,
        Self::ResultDays,
        Self::ReliefResultDays,
        Self::ObjectionReplyDays,
        Self::EnquiryReplyDays,
        Self::KeepListsS0Days,
        Self::KeepListsS1Days,
        Self::KeepListsS2Days,
        Self::KeepPrivateYears,
        Self::InspectBoardDays,
        Self::TakeDownGraceDays,
        Self::ConfirmRecallDays,
    ];

    /// The word in `policy.json` and in rule references.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ReviewSteps => "review_steps",
            Self::ResultDays => "result_days",
            Self::ReliefResultDays => "relief_result_days",
            Self::ObjectionReplyDays => "objection_reply_days",
            Self::EnquiryReplyDays => "enquiry_reply_days",
            Self::KeepListsS0Days => "keep_lists_s0_days",
            Self::KeepListsS1Days => "keep_lists_s1_days",
            Self::KeepListsS2Days => "keep_lists_s2_days",
            Self::KeepPrivateYears => "keep_private_years",
            Self::InspectBoardDays => "inspect_board_days",
            Self::TakeDownGraceDays => "take_down_grace_days",
            Self::ConfirmRecallDays => "confirm_recall_days",
        }
    }

    /// The sentence that names it: `rule-policy-review-steps` …
    #[must_use]
    pub const fn sentence_key(self) -> &'static str {
        match self {
            Self::ReviewSteps => "rule-policy-review-steps",
            Self::ResultDays => "rule-policy-result-days",
            Self::ReliefResultDays => "rule-policy-relief-result-days",
            Self::ObjectionReplyDays => "rule-policy-objection-reply-days",
            Self::EnquiryReplyDays => "rule-policy-enquiry-reply-days",
            Self::KeepListsS0Days => "rule-policy-keep-lists-s0-days",
            Self::KeepListsS1Days => "rule-policy-keep-lists-s1-days",
            Self::KeepListsS2Days => "rule-policy-keep-lists-s2-days",
            Self::KeepPrivateYears => "rule-policy-keep-private-years",
            Self::InspectBoardDays => "rule-policy-inspect-board-days",
            Self::TakeDownGraceDays => "rule-policy-take-down-grace-days",
            Self::ConfirmRecallDays => "rule-policy-confirm-recall-days",
        }
    }

    /// How many working days a reply to such a case may take.
    #[must_use]
    pub const fn reply_days(case: CaseKind) -> Self {
        match case {
            CaseKind::Objection => Self::ObjectionReplyDays,
            CaseKind::Enquiry => Self::EnquiryReplyDays,
        }
    }

    /// How many working days the result of such a programme may take, where it has none of its own.
    #[must_use]
    pub const fn result_days(programme: &Programme) -> Self {
        if programme.relief { Self::ReliefResultDays } else { Self::ResultDays }
    }

    /// What holds where the county says nothing; 20 and 10 working days are those of the standard
    /// catalogues.
    #[must_use]
    pub const fn usual(self) -> u16 {
        match self {
            Self::ReviewSteps => 1,
            Self::ResultDays => 20,
            Self::ReliefResultDays
            | Self::ObjectionReplyDays
            | Self::EnquiryReplyDays
            | Self::KeepPrivateYears => 10,
            Self::KeepListsS0Days | Self::KeepListsS2Days => 730,
            Self::KeepListsS1Days => 365,
            Self::InspectBoardDays => 90,
            Self::TakeDownGraceDays | Self::ConfirmRecallDays => 3,
        }
    }
}

/// One number between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRow {
    /// Which number.
    pub key: PolicyKey,
    /// Days, years or steps, as the key says.
    pub value: u16,
    /// First valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last valid day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The paper that set it (文号).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// How sure it is.
    #[serde(default)]
    pub certainty: Certainty,
}

dated!(PolicyRow, |row| row.key.word().to_owned());

#[cfg(test)]
mod tests {
    use crate::domain::reference::policy::*;

    #[test]
    fn the_word_of_a_policy_is_the_one_in_the_file() {
        for key in PolicyKey::ALL {
            assert_eq!(serde_json::to_string(&key).unwrap(), format!("\"{}\"", key.word()));
            assert_eq!(key.sentence_key(), format!("rule-policy-{}", key.word().replace('_', "-")));
        }
    }
}
