//! What stays known of a batch that went back.
use super::progress::Progress;
use super::steps::{Booked, PayList, Submission};
use serde::{Deserialize, Serialize};

/// What was handed in or paid before the batch went back to an earlier stage, kept because that
/// stage has no field for it. Money stands here only if two desks decided without knowing of each
/// other: a desk that knows of the pay list cannot send the batch back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Former {
    /// What was handed in last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) submission: Option<Submission>,
    /// The last pay list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) pay_list: Option<PayList>,
    /// The last payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) booked: Option<Booked>,
}

impl Former {
    /// Does where the batch stands have a place for all there is?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.submission.is_none() && self.pay_list.is_none() && self.booked.is_none()
    }

    /// The batch went on or back, from `before` to `now`.
    pub(super) fn keep(&mut self, before: &Progress, now: &Progress) {
        keep(&mut self.submission, before.submission(), now.submission());
        keep(&mut self.pay_list, before.pay_list(), now.pay_list());
        keep(&mut self.booked, before.booked(), now.booked());
    }
}

fn keep<T: Clone>(former: &mut Option<T>, before: Option<&T>, now: Option<&T>) {
    if now.is_some() {
        *former = None;
    } else if before.is_some() {
        *former = before.cloned();
    }
}
