//! What a screen says when it opens a form: what it is for, its title, what the screen knows, and
//! what is to be confirmed before it is done.
use super::fact::Fact;
use super::form_kind::FormKind;
use crate::domain::text::sentence::Sentence;
use crate::office::{ActName, Offer, Target};

/// A form to be opened.
#[derive(Debug, Clone)]
pub struct FormOpening {
    /// What it is for.
    pub kind: FormKind,
    /// What stands over it.
    pub title: Sentence,
    /// What the screen knows of its fields.
    pub offer: Offer,
    /// What is said before it is done; nothing = it is done at once.
    pub facts: Vec<Fact>,
}

impl FormOpening {
    /// Of an act of the office.
    #[must_use]
    pub fn act(act: ActName, target: Target, title: Sentence) -> Self {
        Self::new(FormKind::Act { act, target }, title)
    }

    /// Of something else.
    #[must_use]
    pub fn new(kind: FormKind, title: Sentence) -> Self {
        Self { kind, title, offer: Offer::default(), facts: Vec::new() }
    }

    /// With what the screen knows.
    #[must_use]
    pub fn offer(mut self, offer: Offer) -> Self {
        self.offer = offer;
        self
    }

    /// After a question with these facts.
    #[must_use]
    pub fn confirm(mut self, facts: Vec<Fact>) -> Self {
        self.facts = facts;
        self
    }
}
