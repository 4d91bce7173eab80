//! Where a command leads: navigation as data.
use super::command::Command;
use super::dialogs::{FormOpening, PageText};
use super::effect::{EachRequest, Effect};
use super::screen_target::ScreenTarget;
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, FieldError, Target, Values};

/// Where a command leads.
#[derive(Debug, Clone)]
pub enum Go {
    /// Nowhere.
    Stay,
    /// One screen back.
    Back,
    /// On top of this screen.
    To(ScreenTarget),
    /// The dialog is done, and this screen takes the place of the one below it.
    Instead(ScreenTarget),
    /// To a form over this screen.
    Form(Box<FormOpening>),
    /// Yes or no before this is done; over a form, No leads back to it.
    Confirm {
        /// What is to be done.
        effect: Box<Effect>,
        /// What will happen, with counts and sums.
        facts: Vec<Sentence>,
    },
    /// To something to read over this screen.
    Read(PageText),
    /// To the files to be taken in.
    Import,
    /// It is not possible, and why.
    Refuse(Sentence),
    /// The dialog is done.
    Close,
    /// The dialog is done, and this is to be done on the screen.
    Run(Command),
}

impl Go {
    /// To a form.
    #[must_use]
    pub fn form(opening: FormOpening) -> Self {
        Self::Form(Box::new(opening))
    }

    /// Yes or no before this is done.
    #[must_use]
    pub fn confirm(effect: Effect, facts: Vec<Sentence>) -> Self {
        Self::Confirm { effect: Box::new(effect), facts }
    }

    /// Yes or no before an act of which everything is known.
    #[must_use]
    pub fn confirm_act(
        act: ActName,
        target: Target,
        values: &Values,
        facts: Vec<Sentence>,
    ) -> Self {
        match act.read(target, values) {
            Ok(request) => Self::confirm(Effect::Perform(request), facts),
            Err(wrong) => Self::Refuse(wrong.sentence),
        }
    }

    /// Yes or no before the same act on each of several things, by what people call them.
    #[must_use]
    pub fn confirm_each(
        act: ActName,
        each: impl IntoIterator<Item = (String, Target)>,
        facts: Vec<Sentence>,
    ) -> Self {
        let read = |(title, target)| {
            let request = act.read(target, &Values::default())?;
            Ok(EachRequest { title, request })
        };
        let each: Result<Vec<EachRequest>, FieldError> = each.into_iter().map(read).collect();
        match each {
            Ok(each) => Self::confirm(Effect::PerformEach(each), facts),
            Err(wrong) => Self::Refuse(wrong.sentence),
        }
    }

    /// To everything that happened to a batch.
    #[must_use]
    pub fn dossier(batch: &super::views::BatchId) -> Self {
        Self::To(ScreenTarget::Dossier(batch.clone()))
    }
}
