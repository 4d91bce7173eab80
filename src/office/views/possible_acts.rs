//! What may be done now, as the office answers "may I?": by the command that does it.
use crate::domain::text::sentence::Spoken;
use crate::office::ActName;
use crate::office::possible::Possible;
use crate::office::target::TargetKind;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Acts on batches whose commands are no doors of theirs: a cell is no form, and lists end for all
/// batches at once.
const OWN_COMMANDS: [(&str, ActName); 2] =
    [("batch edit", ActName::Edit), ("lists end", ActName::EndLists)];

/// What may be done: the words of the command, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct PossibleActs(BTreeMap<String, May>);

/// May it be done?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum May {
    /// It can be done.
    Yes,
    /// It cannot; the code of the refusal that the command would give.
    No(&'static str),
    /// Nobody has looked at the rows as they stand now; the command does.
    Unchecked,
}

impl PossibleActs {
    /// Every act on a batch.
    ///
    /// # Errors
    /// What the answers cannot be had for.
    pub fn on_batch<E>(answer: impl FnMut(ActName) -> Result<Possible, E>) -> Result<Self, E> {
        const ABOUT: [TargetKind; 4] = [
            TargetKind::Batch,
            TargetKind::Batches,
            TargetKind::PayList,
            TargetKind::BatchOrEnquiry,
        ];
        let own = OWN_COMMANDS.iter().map(|(command, act)| ((*command).to_owned(), *act));
        Self::of(acts(&ABOUT).chain(own), answer)
    }

    /// Every act on a case of the register.
    ///
    /// # Errors
    /// What the answers cannot be had for.
    pub fn on_case<E>(answer: impl FnMut(ActName) -> Result<Possible, E>) -> Result<Self, E> {
        Self::of(acts(&[TargetKind::Case]), answer)
    }

    /// Every act on a board.
    ///
    /// # Errors
    /// What the answers cannot be had for.
    pub fn on_board<E>(answer: impl FnMut(ActName) -> Result<Possible, E>) -> Result<Self, E> {
        Self::of(acts(&[TargetKind::Board]), answer)
    }

    fn of<E>(
        acts: impl Iterator<Item = (String, ActName)>,
        mut answer: impl FnMut(ActName) -> Result<Possible, E>,
    ) -> Result<Self, E> {
        let told = acts.map(|(command, act)| Ok((command, May::from(answer(act)?))));
        told.collect::<Result<_, E>>().map(Self)
    }

    /// The answer for a command's words; `None` = it is no act on such a thing.
    #[must_use]
    pub fn may(&self, command: &str) -> Option<May> {
        self.0.get(command).copied()
    }
}

/// The first door of every act that has one about these things.
fn acts(about: &[TargetKind]) -> impl Iterator<Item = (String, ActName)> {
    ActName::ALL.iter().filter_map(move |act| {
        let door = act.spec().doors.iter().find(|door| about.contains(&door.about))?;
        Some((door.words.join(" "), *act))
    })
}

impl From<Possible> for May {
    fn from(answer: Possible) -> Self {
        match answer {
            Possible::Yes => Self::Yes,
            Possible::No(refusal) => Self::No(refusal.sentence().key),
            Possible::Unchecked => Self::Unchecked,
        }
    }
}
