//! 撤回原因: why a disclosure was taken back, as far as the public may know it.
use serde::{Deserialize, Serialize};

/// Classes of reasons. The words of the office are private, the class is public.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalReason {
    /// 隐私泄露: it showed more of a person than it may.
    Privacy,
    /// 事实错误: the list was wrong.
    Mistake,
    /// 发布对象错误: it was shown to the wrong people or in the wrong village.
    WrongPlace,
    /// 上级要求.
    Ordered,
    /// 公示期满下架: the time for which a list is shown has ended; the totals stay.
    Ended,
    /// Not said.
    #[default]
    Unstated,
}

impl WithdrawalReason {
    /// The classes that a person may give, in the order of the lists.
    pub const GIVEN: [Self; 4] = [Self::Privacy, Self::Mistake, Self::WrongPlace, Self::Ordered];

    /// [`Self::GIVEN`] as forms and the command line offer them.
    pub const CHOICES: &'static [(&'static str, &'static str)] = &[
        (Self::Privacy.word(), Self::Privacy.key()),
        (Self::Mistake.word(), Self::Mistake.key()),
        (Self::WrongPlace.word(), Self::WrongPlace.key()),
        (Self::Ordered.word(), Self::Ordered.key()),
    ];

    /// Is it [`WithdrawalReason::Unstated`]? (For serde.)
    #[must_use]
    pub const fn is_unstated(&self) -> bool {
        matches!(self, Self::Unstated)
    }

    /// Does it take away every list that is still shown, also of revisions that were replaced? What
    /// harms a person in the newest revision stands in the ones before it too.
    #[must_use]
    pub const fn reaches_all(self) -> bool {
        matches!(self, Self::Privacy)
    }

    /// The word that files and the command line use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Privacy => "privacy",
            Self::Mistake => "mistake",
            Self::WrongPlace => "wrong-place",
            Self::Ordered => "ordered",
            Self::Ended => "ended",
            Self::Unstated => "unstated",
        }
    }

    /// Key of what people call it, in `domain.ftl`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Privacy => "withdrawal-privacy",
            Self::Mistake => "withdrawal-mistake",
            Self::WrongPlace => "withdrawal-wrong-place",
            Self::Ordered => "withdrawal-ordered",
            Self::Ended => "withdrawal-ended",
            Self::Unstated => "withdrawal-unstated",
        }
    }

    /// Reads a word that a person may give.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::GIVEN.into_iter().find(|reason| reason.word() == text)
    }
}
