//! A form over a screen: the few things that an act needs, one under the other. It stays until the
//! act is done, so that nothing typed is lost when the rules refuse.
use super::fact::Fact;
use super::form_field::FormField;
use super::form_kind::{FormKind, Ready};
use super::form_opening::FormOpening;
use crate::app::command::{Command, Focus};
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::text_field::TextField;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;
use crate::office::{FieldError, Offer, Values};

/// The dialog.
#[derive(Debug, Clone)]
pub struct Form {
    /// What it is about.
    pub title: Sentence,
    /// What it asks.
    pub fields: Vec<FormField>,
    /// Which one has the keyboard.
    pub focus: usize,
    /// What is wrong with what was entered, or why the act was refused.
    pub wrong: Option<Sentence>,
    /// The act is under way.
    pub sent: bool,
    kind: FormKind,
    offer: Offer,
    facts: Vec<Fact>,
}

impl Form {
    /// With what the screen knows; days are today's.
    #[must_use]
    pub fn new(opening: FormOpening, world: &World) -> Self {
        let FormOpening { kind, title, offer, facts } = opening;
        let today = world.today();
        let asked = kind.fields().iter().filter(|field| offer.asks(field));
        let fields = asked.map(|field| FormField::new(field, &offer, &today)).collect();
        Self { title, fields, focus: 0, wrong: None, sent: false, kind, offer, facts }
    }

    /// Where its keys stand in the table: a choice takes no text.
    #[must_use]
    pub fn keyboard(&self) -> Focus {
        let chosen = self.fields.get(self.focus).is_some_and(FormField::is_chosen);
        if chosen { Focus::Choice } else { Focus::Form }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        if self.sent {
            return None;
        }
        self.fields.get_mut(self.focus).and_then(FormField::text_field)
    }

    /// The act was refused: what was entered is still here.
    pub fn refused(&mut self, sentence: Sentence) {
        self.sent = false;
        self.wrong = Some(sentence);
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        let count = self.fields.len().max(1);
        match command {
            Command::Back => return Go::Close,
            _ if self.sent => {}
            Command::NextField => self.focus = (self.focus + 1) % count,
            Command::PreviousField => self.focus = (self.focus + count - 1) % count,
            Command::Open if self.focus + 1 < count => self.focus += 1,
            Command::Open | Command::Finish => return self.finish(world),
            Command::Left | Command::Right | Command::Mark => {
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.choose(command);
                }
            }
            _ => {}
        }
        Go::Stay
    }

    /// What was entered leads on: to what is done, to a question before it, or to the field that
    /// cannot be used.
    pub fn finish(&mut self, world: &mut World) -> Go {
        let entered = self.entered();
        let complete = self.offer.complete(self.kind.fields(), &entered);
        let values = complete.and_then(|values| Ok((self.kind.ready(&values)?, values)));
        match values {
            Ok((Ready::Order(effect), values)) => {
                let said = self.facts.iter().filter_map(|fact| fact.said(&values));
                let facts: Vec<Sentence> = said.collect();
                if facts.is_empty() {
                    return self.order(effect, world);
                }
                self.wrong = None;
                Go::confirm(effect, facts)
            }
            Ok((Ready::Go(screen), _)) => Go::Instead(screen),
            Err(FieldError { field, sentence }) => {
                let meant = self.fields.iter().position(|asked| asked.name == field);
                self.focus = meant.unwrap_or(self.focus);
                self.wrong = Some(sentence);
                Go::Stay
            }
        }
    }

    fn entered(&self) -> Values {
        let mut entered = Values::default();
        for field in &self.fields {
            entered.set(field.name, field.value());
        }
        entered
    }

    /// Asks for the act; the form waits for its answer. An edit of a draft has its answer in the
    /// sheet.
    pub(super) fn order(&mut self, effect: Effect, world: &mut World) -> Go {
        if matches!(effect, Effect::Edit { .. }) {
            world.order(effect);
            return Go::Close;
        }
        self.sent = world.order(effect);
        self.wrong = (!self.sent).then(|| Sentence::plain("app-still-busy"));
        Go::Stay
    }
}
