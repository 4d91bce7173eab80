//! 批次: all batches, a live search over them and over persons, marks for acts on many.
use crate::app::command::{Command, Focus};
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::listed::first_shown;
use crate::app::openings;
use crate::app::pending::Due;
use crate::app::readiness::Readiness;
use crate::app::screen_target::ScreenTarget;
use crate::app::text_field::TextField;
use crate::app::views::{BatchId, BatchRow, FoundRow, RowsState};
use crate::app::world::{World, moved};
use crate::domain::text::sentence::Sentence;
use crate::office::ActName;
use std::collections::BTreeSet;

/// The screen.
#[derive(Debug, Clone, Default)]
pub struct Batches {
    /// What is searched for.
    pub query: TextField,
    /// Does the search have the keyboard?
    pub searching: bool,
    /// Which batches are shown before any search; `None` = all.
    pub only: Option<Due>,
    /// Places in [`World::batches`] of what is shown.
    pub shown: Vec<usize>,
    /// Persons found, below the batches.
    pub persons: Vec<FoundRow>,
    /// The chosen line: batches first, then persons.
    pub cursor: usize,
    /// Marked batches.
    pub marked: BTreeSet<BatchId>,
    /// Shown although what they were looked for has been found out meanwhile: a list does not lose
    /// its lines while somebody looks at it.
    kept: BTreeSet<BatchId>,
}

/// Lines above the list.
const HEADS: usize = 2;

impl Batches {
    /// All of them, or those that wait for something.
    #[must_use]
    pub fn of(only: Option<Due>, searching: bool, world: &World) -> Self {
        let mut screen = Self { searching, only, ..Self::default() };
        screen.refresh(world);
        screen
    }

    /// Does the search have the keyboard?
    #[must_use]
    pub const fn focus(&self) -> Focus {
        if self.searching { Focus::Search } else { Focus::Batches }
    }

    /// The search field, if it has the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        self.searching.then_some(&mut self.query)
    }

    /// The batches have changed, or what is looked for.
    pub fn refresh(&mut self, world: &World) {
        let chosen = self.chosen(world).map(|batch| batch.seen.batch.clone());
        let wanted = self.query.text().trim().to_lowercase();
        if self.only == Some(Due::Unchecked) {
            let new = world.batches.iter().filter(|batch| batch.lacks_a_look());
            self.kept.extend(new.map(|batch| batch.seen.batch.clone()));
        }
        let fits = |batch: &BatchRow| {
            self.only.is_none_or(|due| due.holds(batch) || self.kept.contains(&batch.seen.batch))
                && wanted.split_whitespace().all(|word| is_named(batch, word))
        };
        self.shown = world
            .batches
            .iter()
            .enumerate()
            .filter(|(_, batch)| fits(batch))
            .map(|(place, _)| place)
            .collect();
        let again =
            chosen.and_then(|id| self.batches(world).position(|batch| batch.seen.batch == id));
        self.cursor = again.unwrap_or(self.cursor).min(self.length().saturating_sub(1));
        let alive: BTreeSet<&BatchId> =
            world.batches.iter().map(|batch| &batch.seen.batch).collect();
        self.marked.retain(|id| alive.contains(id));
    }

    /// The batches shown, in order.
    pub fn batches<'a>(&'a self, world: &'a World) -> impl Iterator<Item = &'a BatchRow> {
        self.shown.iter().filter_map(|place| world.batches.get(*place))
    }

    /// The batch under the cursor.
    #[must_use]
    pub fn chosen<'a>(&self, world: &'a World) -> Option<&'a BatchRow> {
        self.shown.get(self.cursor).and_then(|place| world.batches.get(*place))
    }

    /// The person under the cursor.
    #[must_use]
    pub fn person(&self) -> Option<&FoundRow> {
        self.persons.get(self.cursor.checked_sub(self.shown.len())?)
    }

    /// Batches and persons.
    #[must_use]
    pub const fn length(&self) -> usize {
        self.shown.len() + self.persons.len()
    }

    pub(super) fn typed(&mut self, world: &mut World) {
        self.cursor = 0;
        self.persons.clear();
        self.refresh(world);
        let wanted = self.query.text().trim();
        if wanted.chars().count() >= 2 {
            world.requests.ask(Effect::Find(wanted.to_owned()));
        }
    }

    /// Persons of the newest search.
    pub fn found(&mut self, persons: Vec<FoundRow>) {
        self.persons = if self.query.is_blank() { Vec::new() } else { persons };
        self.cursor = self.cursor.min(self.length().saturating_sub(1));
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Open if self.searching && self.length() > 1 && self.cursor == 0 => {
                self.searching = false;
            }
            Command::Open => return self.open(world),
            Command::Find => self.searching = true,
            Command::Back => return self.back(world),
            Command::Mark => self.mark(world),
            Command::SubmitMarked => return self.decide(world, ActName::Submit),
            Command::ApproveMarked => return self.decide(world, ActName::Approve),
            Command::Import => return Go::Import,
            Command::Renew => {
                return self.chosen(world).map_or(Go::Stay, openings::batches::renew);
            }
            Command::NewRoll => return openings::batches::new_roll(self.chosen(world)),
            Command::Discard => {
                return self.chosen(world).map_or(Go::Stay, openings::batches::discard);
            }
            Command::RuleBook => return Go::To(ScreenTarget::RuleBook(None)),
            Command::Dossier => {
                let dossier = |batch: &BatchRow| Go::dossier(&batch.seen.batch);
                return self.chosen(world).map_or(Go::Stay, dossier);
            }
            other => self.cursor = moved(self.cursor, other, self.length(), world.page()),
        }
        Go::Stay
    }

    /// Esc: out of the search, then the filter, then the marks, then the screen.
    fn back(&mut self, world: &World) -> Go {
        if self.searching || !self.query.text().is_empty() {
            self.searching = false;
            self.query.clear();
            self.persons.clear();
            self.refresh(world);
            return Go::Stay;
        }
        if self.marked.is_empty() {
            return Go::Back;
        }
        self.marked.clear();
        Go::Stay
    }

    fn open(&mut self, world: &World) -> Go {
        self.searching = false;
        if let Some(person) = self.person() {
            let batch = person.batch.clone();
            let line = Some(person.line);
            return Go::To(ScreenTarget::Rows { batch, line });
        }
        self.chosen(world).map_or(Go::Stay, |batch| {
            let decides = |act| batch.next == Some(act) && batch.possible.is_own_work(act);
            let waits = [ActName::Approve, ActName::Sign].into_iter().any(decides);
            let id = batch.seen.batch.clone();
            Go::To(if waits {
                ScreenTarget::Review(id)
            } else {
                ScreenTarget::Rows { batch: id, line: None }
            })
        })
    }

    fn mark(&mut self, world: &World) {
        if let Some(batch) = self.chosen(world) {
            let id = batch.seen.batch.clone();
            if !self.marked.remove(&id) {
                self.marked.insert(id);
            }
            self.cursor = moved(self.cursor, Command::Down, self.length(), 1);
        }
    }

    /// The marked ones, else the chosen one.
    fn meant<'a>(&self, world: &'a World) -> impl Iterator<Item = &'a BatchRow> {
        let chosen = self.chosen(world).map(|batch| &batch.seen.batch);
        let is_meant = move |id: &BatchId| {
            if self.marked.is_empty() { chosen == Some(id) } else { self.marked.contains(id) }
        };
        world.batches.iter().filter(move |batch| is_meant(&batch.seen.batch))
    }

    /// Of the marked ones one is enough.
    #[must_use]
    pub fn readiness(&self, command: Command, world: &World) -> Readiness {
        match (command, command.act()) {
            (Command::SubmitMarked | Command::ApproveMarked, Some(act)) => {
                let answers = self.meant(world).map(|batch| batch.possible.may(act));
                Readiness::to_any(answers).unwrap_or_else(nothing_chosen)
            }
            (Command::Discard | Command::Renew | Command::Dossier, _) => self
                .chosen(world)
                .map_or_else(nothing_chosen, |batch| Readiness::to(command, &batch.possible)),
            _ => Readiness::Yes,
        }
    }

    /// What is on the screen and lacks a look.
    #[must_use]
    pub fn unchecked_in_sight(&self, world: &World) -> Vec<RowsState> {
        let height = world.lines_in_sight(HEADS);
        let first = first_shown(self.length(), self.cursor, height);
        let seen = self.batches(world).skip(first).take(height);
        let unchecked = seen.filter(|batch| batch.lacks_a_look());
        unchecked.map(BatchRow::state).collect()
    }

    /// Acts on what is meant and not refused.
    fn decide(&self, world: &World, act: ActName) -> Go {
        let meant: Vec<&BatchRow> =
            self.meant(world).filter(|batch| batch.possible.refusal(act).is_none()).collect();
        if act == ActName::Submit {
            let seen = meant.iter().map(|batch| batch.seen.clone());
            openings::batches::submit(seen, openings::batches::counts(&meant))
        } else {
            openings::batches::approve_marked(&meant)
        }
    }
}

fn nothing_chosen() -> Readiness {
    Readiness::No(Sentence::plain("app-choose-batch"))
}

fn is_named(batch: &BatchRow, word: &str) -> bool {
    let names = [&batch.village, &batch.programme, &batch.initials];
    names.iter().any(|name| name.contains(word))
        || batch.period.to_string().to_lowercase().contains(word)
        || batch.label.to_lowercase().contains(word)
}
