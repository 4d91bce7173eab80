//! What may be done with one thing: the answers that a row of a list carries, and the act that
//! would bring a batch on.
use super::{ActName, Possible};
use crate::domain::dossier::{Dossier, Refusal, Stage};
use crate::domain::reference::programme::NoticeTime;

/// The answers for the acts that a list or screen offers; what was not asked is unchecked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Possibilities(Vec<(ActName, Possible)>);

impl FromIterator<(ActName, Possible)> for Possibilities {
    fn from_iter<I: IntoIterator<Item = (ActName, Possible)>>(answers: I) -> Self {
        Self(answers.into_iter().collect())
    }
}

impl Possibilities {
    /// The same with another answer, for tests.
    #[cfg(test)]
    pub(crate) fn with(mut self, act: ActName, answer: Possible) -> Self {
        self.0.retain(|(asked, _)| *asked != act);
        self.0.push((act, answer));
        self
    }

    /// All of these can be done, for tests.
    #[cfg(test)]
    pub(crate) fn yes(acts: &[ActName]) -> Self {
        acts.iter().map(|act| (*act, Possible::Yes)).collect()
    }

    /// The answer.
    #[must_use]
    pub fn may(&self, act: ActName) -> &Possible {
        let answer = self.0.iter().find(|(asked, _)| *asked == act);
        answer.map_or(&Possible::Unchecked, |(_, answer)| answer)
    }

    /// It can be done: nothing that nobody has looked at counts.
    #[must_use]
    pub fn is_yes(&self, act: ActName) -> bool {
        *self.may(act) == Possible::Yes
    }

    /// Nobody has looked.
    #[must_use]
    pub fn is_unchecked(&self, act: ActName) -> bool {
        *self.may(act) == Possible::Unchecked
    }

    /// Why it cannot be done.
    #[must_use]
    pub fn refusal(&self, act: ActName) -> Option<&Refusal> {
        match self.may(act) {
            Possible::No(refusal) => Some(refusal),
            Possible::Yes | Possible::Unchecked => None,
        }
    }

    /// Why this user, whose work it is, cannot do it now.
    #[must_use]
    pub fn hindrance(&self, act: ActName) -> Option<&Refusal> {
        self.refusal(act).filter(|refusal| !matches!(refusal, Refusal::Role(_)))
    }

    /// Is it this user's work, possible or not?
    #[must_use]
    pub fn is_own_work(&self, act: ActName) -> bool {
        !matches!(self.may(act), Possible::No(Refusal::Role(_)))
    }

    /// Has something that was asked not been looked at?
    #[must_use]
    pub fn lacks_a_look(&self) -> bool {
        self.0.iter().any(|(_, answer)| *answer == Possible::Unchecked)
    }
}

/// The act that would bring a batch on towards its money, whoever may do it and whether it is
/// possible or not; `None` = there is none, or two desks must agree first.
#[must_use]
pub fn onward(dossier: &Dossier, when: NoticeTime) -> Option<ActName> {
    if dossier.conflict {
        return None;
    }
    let no_notice = dossier.live_notice().is_none();
    Some(match dossier.stage() {
        Stage::Withdrawn | Stage::Returned | Stage::Open => {
            let first = when == NoticeTime::BeforeSubmission && no_notice;
            if first { ActName::Publish } else { ActName::Submit }
        }
        Stage::Submitted => ActName::Approve,
        Stage::Reviewed => ActName::Sign,
        Stage::Approved if when == NoticeTime::AfterReview && no_notice => ActName::Publish,
        Stage::Approved => ActName::PayList,
        Stage::Handed | Stage::Paid => return None,
    })
}
