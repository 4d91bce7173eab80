//! A form over a screen: the few things that an act needs, one under the other. It stays until the
//! act is done, so that nothing typed is lost when the rules refuse.
use super::filled::{Filled, Wrong};
use super::purpose::Purpose;
use super::{Dialog, Question};
use crate::app::command::{Command, Place};
use crate::app::effect::Effect;
use crate::app::screens::Screen;
use crate::app::text_field::TextField;
use crate::app::update::Go;
use crate::app::world::World;
use crate::domain::text::sentence::Sentence;

/// What an option is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// By a key of the words.
    Key(&'static str),
    /// By a name of the field: a board, a number of the register.
    Said(String),
}

/// What is entered, and how.
#[derive(Debug, Clone)]
pub enum Entry {
    /// One line.
    Text(TextField),
    /// A few lines' worth, as one.
    Long(TextField),
    /// One of these.
    Choice {
        /// Which there are; at least one.
        options: Vec<Label>,
        /// Which it is.
        chosen: usize,
    },
    /// Any of these.
    Marks {
        /// Which there are.
        options: Vec<Label>,
        /// Which are meant, in the same order.
        marked: Vec<bool>,
        /// Where the keyboard is.
        at: usize,
    },
}

/// One entry and the key of its label.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Key of the label in `app.ftl`.
    pub label: &'static str,
    /// What is entered.
    pub entry: Entry,
}

impl Asked {
    /// A line of text that begins with what is offered.
    #[must_use]
    pub fn text(label: &'static str, offered: impl AsRef<str>) -> Self {
        Self { label, entry: Entry::Text(TextField::with(offered.as_ref())) }
    }

    /// A longer text, empty.
    #[must_use]
    pub fn long(label: &'static str) -> Self {
        Self { label, entry: Entry::Long(TextField::default()) }
    }

    /// One of these, at first the one at `chosen`.
    #[must_use]
    pub fn choice(label: &'static str, options: Vec<Label>, chosen: usize) -> Self {
        Self { label, entry: Entry::Choice { options, chosen } }
    }

    /// One of the words of a list of the field.
    #[must_use]
    pub fn word<T: Copy>(
        label: &'static str,
        all: &[T],
        key: fn(T) -> &'static str,
        chosen: usize,
    ) -> Self {
        Self::choice(label, all.iter().map(|word| Label::Key(key(*word))).collect(), chosen)
    }

    /// Any of the words of a list of the field.
    #[must_use]
    pub fn marks<T: Copy>(
        label: &'static str,
        all: &[T],
        key: fn(T) -> &'static str,
        marked: Vec<bool>,
    ) -> Self {
        let options = all.iter().map(|word| Label::Key(key(*word))).collect();
        Self { label, entry: Entry::Marks { options, marked, at: 0 } }
    }
}

/// The dialog.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What it is about.
    pub title: Sentence,
    /// Its entries; at least one.
    pub fields: Vec<Asked>,
    /// Which one has the keyboard.
    pub focus: usize,
    /// What is wrong with what was entered, or why the act was refused.
    pub wrong: Option<Sentence>,
    /// The act is under way.
    pub sent: bool,
    purpose: Purpose,
}

/// What complete entries lead to.
pub enum Ready {
    /// At once.
    Order(Effect),
    /// After a question with these facts.
    Confirm(Effect, Vec<Sentence>),
    /// Nothing but another screen in place of this one.
    Go(Box<Screen>),
}

impl Ask {
    /// Opens it.
    #[must_use]
    pub fn open(purpose: Purpose, title: Sentence, fields: Vec<Asked>) -> Go {
        Go::Open(Box::new(Dialog::Ask(Self {
            title,
            fields,
            focus: 0,
            wrong: None,
            sent: false,
            purpose,
        })))
    }

    /// Where its keys stand in the table: a choice takes no text.
    #[must_use]
    pub fn place(&self) -> Place {
        match self.fields.get(self.focus).map(|asked| &asked.entry) {
            Some(Entry::Choice { .. } | Entry::Marks { .. }) => Place::Choice,
            Some(Entry::Text(_) | Entry::Long(_)) | None => Place::Ask,
        }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match self.fields.get_mut(self.focus).map(|asked| &mut asked.entry) {
            Some(Entry::Text(field) | Entry::Long(field)) if !self.sent => Some(field),
            _ => None,
        }
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
            Command::Left | Command::Right | Command::Mark => self.choose(command),
            _ => {}
        }
        Go::Stay
    }

    fn choose(&mut self, command: Command) {
        let turn = |at: usize, count: usize| {
            if command == Command::Left { (at + count - 1) % count } else { (at + 1) % count }
        };
        match self.fields.get_mut(self.focus).map(|asked| &mut asked.entry) {
            Some(Entry::Choice { options, chosen }) => {
                *chosen = turn(*chosen, options.len().max(1))
            }
            Some(Entry::Marks { marked, at, .. }) if command == Command::Mark => {
                if let Some(mark) = marked.get_mut(*at) {
                    *mark = !*mark;
                }
            }
            Some(Entry::Marks { options, at, .. }) => *at = turn(*at, options.len().max(1)),
            Some(Entry::Text(_) | Entry::Long(_)) | None => {}
        }
    }

    fn finish(&mut self, world: &mut World) -> Go {
        match self.purpose.ready(&Filled(&self.fields)) {
            Ok(Ready::Order(effect)) => self.order(effect, world),
            Ok(Ready::Confirm(effect, facts)) => {
                self.wrong = None;
                Question::after(self.clone(), effect, facts)
            }
            Ok(Ready::Go(screen)) => Go::Instead(screen),
            Err(Wrong { place, sentence }) => {
                self.focus = place;
                self.wrong = Some(sentence);
                Go::Stay
            }
        }
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
