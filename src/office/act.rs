//! What every act of the office is: what it asks, what it writes, what is said when it is done.
use super::facts::Facts;
use super::field::Field;
use super::target::{Target, TargetKind};
use super::values::{FieldError, Values};
use crate::domain::case::Case;
use crate::domain::dossier::{Dossier, SubjectState};
use crate::domain::journal::{NewEntry, Subject};
use crate::domain::reference::Reference;
use crate::domain::roll::{DraftRecord, Edit, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::date::Date;

/// A way to the act from the command line.
#[derive(Debug, Clone, Copy)]
pub struct Door {
    /// `["objection", "answer"]`
    pub words: &'static [&'static str],
    /// What stands behind the words.
    pub about: TargetKind,
    /// Fields that the words themselves answer: `objection add` is of the kind `objection`.
    pub preset: &'static [(&'static str, &'static str)],
    /// Fields that this door does not ask.
    pub without: &'static [&'static str],
    /// What must be named beside the fields that are needed.
    pub demand: Demand,
    /// Key of what it does, in one line.
    pub help: &'static str,
    /// Key of the description of its JSON document.
    pub json: &'static str,
}

impl Door {
    /// A door that asks all fields.
    #[must_use]
    pub const fn new(
        words: &'static [&'static str],
        about: TargetKind,
        help: &'static str,
        json: &'static str,
    ) -> Self {
        Self { words, about, preset: &[], without: &[], demand: Demand::NoMore, help, json }
    }
}

/// Which fields a door wants to be named, beside those that are needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// No more than those.
    NoMore,
    /// At least one of these.
    AnyOf(&'static [&'static str]),
    /// Fields of just one of these groups, among them its first.
    OneOf(&'static [&'static [&'static str]]),
}

/// A file that holds the private fields of an act, so that they stand in no argument.
#[derive(Debug, Clone, Copy)]
pub struct PrivateFile {
    /// The option that names it.
    pub option: &'static str,
    /// Key of its line in the help.
    pub help: &'static str,
    /// The fields in it: a line each, the last one the rest of the file.
    pub fields: &'static [&'static str],
}

/// What an act asks, for form and command line alike.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// Its fields, in the order of the form.
    pub fields: &'static [Field],
    /// The file of its private fields.
    pub private: Option<PrivateFile>,
    /// Its ways in from the command line.
    pub doors: &'static [Door],
}

impl Spec {
    /// The fields that the command line asks as options at this door.
    pub fn options(&self, door: &Door) -> impl Iterator<Item = &'static Field> {
        let Door { preset, without, .. } = *door;
        let is_asked = move |field: &&Field| {
            let is_preset = preset.iter().any(|(name, _)| *name == field.name);
            let is_option = !field.help.is_empty() && !field.private;
            is_option && !is_preset && !without.contains(&field.name)
        };
        self.fields.iter().filter(is_asked)
    }

    /// The field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// One act: its typed request, and what becomes of it.
pub trait Act: Sized {
    /// What it asks.
    const SPEC: Spec;

    /// The request that these values make.
    ///
    /// # Errors
    /// The first field that cannot be used.
    fn read(target: Target, values: &Values) -> Result<Self, FieldError>;

    /// What is to be written, from the request and the facts.
    ///
    /// # Errors
    /// What the rules refuse; facts that cannot be had.
    fn plan<F: Facts>(&self, facts: &F) -> Result<Plan, F::Error>;

    /// What is said when it is done.
    fn outcome(&self, done: &Done<'_>) -> Outcome;
}

/// What is to be written.
#[derive(Debug)]
pub enum Plan {
    /// Entries of the journal, all or none.
    Entries(Vec<NewEntry>),
    /// Entries that destroy blobs: ledger and backups are written anew behind them.
    Erase {
        /// The entries.
        entries: Vec<NewEntry>,
        /// How many blobs go.
        blobs: usize,
    },
    /// A new draft.
    Draft(Box<PlannedDraft>),
    /// One change of a draft.
    Edit {
        /// The draft.
        number: u32,
        /// The change.
        edit: Edit,
    },
    /// The last change of a draft goes.
    Undo(u32),
    /// A draft goes.
    Discard(u32),
}

/// A draft to be begun.
#[derive(Debug)]
pub struct PlannedDraft {
    /// Programme, village, period.
    pub key: RollKey,
    /// Its lines.
    pub lines: Vec<crate::domain::roll::Line>,
    /// Where they come from.
    pub source: String,
}

/// What was written, as it stands now.
#[derive(Debug)]
pub struct Done<'a> {
    /// The subjects in the order of the entries, folded.
    pub folded: Vec<(Subject, SubjectState)>,
    /// The draft that was begun or changed.
    pub draft: Option<DraftRecord>,
    /// What erasing did to files.
    pub rewritten: Option<Rewritten>,
    /// The reference data in force.
    pub reference: &'a Reference,
    /// The day of the act.
    pub today: Date,
}

/// Files written anew after something was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rewritten {
    /// How many blobs are gone.
    pub blobs: usize,
    /// Backups that were written anew, as they are remembered.
    pub renewed: Vec<String>,
    /// Backups that could not be reached: they still hold what was destroyed.
    pub unreachable: Vec<String>,
}

impl Done<'_> {
    /// The batches among them.
    pub fn batches(&self) -> impl Iterator<Item = &Dossier> {
        self.folded.iter().filter_map(|(_, state)| match state {
            SubjectState::Batch(dossier) => Some(&**dossier),
            SubjectState::Board(_) | SubjectState::Enquiry(_) => None,
        })
    }

    /// The case with this number, or the newest one.
    #[must_use]
    pub fn case(&self, no: Option<&str>) -> Option<&Case> {
        let mut cases = self.folded.iter().flat_map(|(_, state)| state.past().cases());
        match no {
            Some(no) => cases.find(|case| case.raised.no == no.trim()),
            None => cases.last(),
        }
    }
}

/// What an act came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// What to say.
    pub sentence: Sentence,
    /// What to look out for: years that were counted without their holidays.
    pub warnings: Vec<Sentence>,
    /// What the acts were about, in their order.
    pub subjects: Vec<Subject>,
    /// The draft that was begun, to be opened.
    pub draft: Option<u32>,
    /// What erasing did to files.
    pub rewritten: Option<Rewritten>,
}

impl Outcome {
    /// Done, and this is to be said.
    #[must_use]
    pub fn new(sentence: Sentence, done: &Done<'_>) -> Self {
        Self {
            sentence,
            warnings: Vec::new(),
            subjects: done.folded.iter().map(|(subject, _)| *subject).collect(),
            draft: None,
            rewritten: done.rewritten.clone(),
        }
    }

    /// The same, with a warning for each year among the days from `start` to `deadline` that was
    /// counted Monday to Friday for want of a table of holidays.
    #[must_use]
    pub fn counted(mut self, start: Date, deadline: Date, done: &Done<'_>) -> Self {
        let years = done.reference.holidays.missing_years(start, deadline);
        let warning = |year: i16| Sentence::plain("cli-no-holidays").with("year", year);
        self.warnings.extend(years.into_iter().map(warning));
        self
    }
}
