//! One field of a form on the screen: its label, and what is entered, in the way of its kind.
use crate::app::command::Command;
use crate::app::text_field::TextField;
use crate::office::field::{Field, FieldKind};
use crate::office::{Choosable, Offer, YES};

/// What is entered, and how.
#[derive(Debug, Clone)]
pub enum FieldEntry {
    /// One line.
    Text(TextField),
    /// A few lines' worth, as one.
    Long(TextField),
    /// One of these.
    Choice {
        /// Which there are; at least one.
        options: Vec<Choosable>,
        /// Which it is.
        chosen: usize,
    },
    /// Any of these.
    Marks {
        /// Which there are.
        options: Vec<Choosable>,
        /// Which are meant, in the same order.
        marked: Vec<bool>,
        /// Where the keyboard is.
        at: usize,
    },
}

/// A field of a form.
#[derive(Debug, Clone)]
pub struct FormField {
    /// The name by which it is read.
    pub name: &'static str,
    /// Key of the label in `app.ftl`.
    pub label: &'static str,
    /// What is entered.
    pub entry: FieldEntry,
}

impl FormField {
    /// The field with what is offered; a day is `today` where nothing else is.
    #[must_use]
    pub fn new(field: &Field, offer: &Offer, today: &str) -> Self {
        let offered = offer.offered(field.name);
        let offered = offered.as_deref();
        let text = || TextField::with(offered.unwrap_or_default());
        let entry = match field.kind {
            FieldKind::Day => FieldEntry::Text(TextField::with(offered.unwrap_or(today))),
            FieldKind::OpenDay
            | FieldKind::Period
            | FieldKind::Text
            | FieldKind::Row
            | FieldKind::Rows
            | FieldKind::File => FieldEntry::Text(text()),
            FieldKind::Long => FieldEntry::Long(text()),
            FieldKind::Choice(_) | FieldKind::Listed => choice(offer.choices(field), offered),
            FieldKind::Switch { no, yes } => {
                choice(vec![Choosable::keyed("", no), Choosable::keyed(YES, yes)], offered)
            }
            FieldKind::Marks(_) => marks(offer.choices(field), offered),
        };
        Self { name: field.name, label: field.label, entry }
    }

    /// What it holds: a text, the word of a choice, the words of marks with commas between them.
    #[must_use]
    pub fn value(&self) -> String {
        match &self.entry {
            FieldEntry::Text(field) | FieldEntry::Long(field) => field.text().to_owned(),
            FieldEntry::Choice { options, chosen } => {
                options.get(*chosen).map(|option| option.value.clone()).unwrap_or_default()
            }
            FieldEntry::Marks { options, marked, .. } => {
                let meant = options.iter().zip(marked).filter(|(_, marked)| **marked);
                let words: Vec<&str> = meant.map(|(option, _)| option.value.as_str()).collect();
                words.join(",")
            }
        }
    }

    /// Is it chosen from what is offered, not typed?
    #[must_use]
    pub const fn is_chosen(&self) -> bool {
        matches!(self.entry, FieldEntry::Choice { .. } | FieldEntry::Marks { .. })
    }

    /// The text being typed.
    pub const fn text_field(&mut self) -> Option<&mut TextField> {
        match &mut self.entry {
            FieldEntry::Text(field) | FieldEntry::Long(field) => Some(field),
            FieldEntry::Choice { .. } | FieldEntry::Marks { .. } => None,
        }
    }

    /// Left or right, or a mark.
    pub fn choose(&mut self, command: Command) {
        let turn = |at: usize, count: usize| {
            if command == Command::Left { (at + count - 1) % count } else { (at + 1) % count }
        };
        match &mut self.entry {
            FieldEntry::Choice { options, chosen } => *chosen = turn(*chosen, options.len().max(1)),
            FieldEntry::Marks { marked, at, .. } if command == Command::Mark => {
                if let Some(mark) = marked.get_mut(*at) {
                    *mark = !*mark;
                }
            }
            FieldEntry::Marks { options, at, .. } => *at = turn(*at, options.len().max(1)),
            FieldEntry::Text(_) | FieldEntry::Long(_) => {}
        }
    }
}

fn choice(options: Vec<Choosable>, offered: Option<&str>) -> FieldEntry {
    let is_offered = |option: &Choosable| Some(option.value.as_str()) == offered;
    let chosen = options.iter().position(is_offered).unwrap_or(0);
    FieldEntry::Choice { options, chosen }
}

fn marks(options: Vec<Choosable>, offered: Option<&str>) -> FieldEntry {
    let words: Vec<&str> = offered.unwrap_or_default().split(',').collect();
    let marked = options.iter().map(|option| words.contains(&option.value.as_str())).collect();
    FieldEntry::Marks { options, marked, at: 0 }
}
