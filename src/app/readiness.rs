//! Would a command do something here now? The line of keys shows what would, the palette says why
//! something would not, and its key says the same.
use super::command::Command;
use crate::domain::dossier::Refusal;
use crate::domain::people::user::Role;
use crate::domain::text::sentence::{Sentence, Spoken};
use crate::office::{Possibilities, Possible};

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Readiness {
    /// It would.
    Yes,
    /// Nobody has looked at the rows yet: the act itself looks.
    Unchecked,
    /// It would not, and this is why.
    No(Sentence),
}

impl Readiness {
    /// What the rules say.
    #[must_use]
    pub fn of(possible: &Possible) -> Self {
        match possible {
            Possible::Yes => Self::Yes,
            Possible::Unchecked => Self::Unchecked,
            Possible::No(refusal) => Self::No(refusal.sentence()),
        }
    }

    /// What the rules say of the act that the command means; one that means none needs no leave.
    #[must_use]
    pub fn to(command: Command, possible: &Possibilities) -> Self {
        command.act().map_or(Self::Yes, |act| Self::of(possible.may(act)))
    }

    /// One of several is enough; the first refusal speaks for all. `None` = there is nothing.
    #[must_use]
    pub fn to_any<'a>(possible: impl IntoIterator<Item = &'a Possible>) -> Option<Self> {
        let mut first = None;
        for one in possible.into_iter().map(Self::of) {
            first = match (first, one) {
                (_, Self::Yes) => return Some(Self::Yes),
                (None | Some(Self::No(_)), Self::Unchecked) => Some(Self::Unchecked),
                (first, one) => first.or(Some(one)),
            };
        }
        first
    }

    /// What no rule decides: something must be chosen, something must be there.
    #[must_use]
    pub fn if_so(there: bool, otherwise: &'static str) -> Self {
        if there { Self::Yes } else { Self::No(Sentence::plain(otherwise)) }
    }

    /// What is no act of the office, and still one role's.
    #[must_use]
    pub fn only(role: Role, is_held: bool) -> Self {
        if is_held { Self::Yes } else { Self::No(Refusal::Role(role).sentence()) }
    }

    /// This, if the answer so far is not no.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No(sentence), _) | (_, Self::No(sentence)) => Self::No(sentence),
            (Self::Unchecked, _) | (_, Self::Unchecked) => Self::Unchecked,
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }
}
