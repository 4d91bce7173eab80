//! Taking roll files in: a path, a dry run first, then Enter to take in what was shown.
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::go::Go;
use crate::app::requests::RequestKind;
use crate::app::text_field::TextField;
use crate::app::views::{ImportView, RollSource};
use crate::app::world::{World, moved};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::half_width;
use crate::domain::values::period::Period;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The path is typed.
    Typing,
    /// The dry run is under way.
    Reading,
    /// What would come in stands on the screen.
    Shown(ImportView),
    /// It is being taken in.
    TakingIn(ImportView),
    /// It is in.
    Done(ImportView),
}

/// Keys of the fields' labels: the file, and what it may leave open.
pub const LABELS: [&str; 6] = [
    "app-field-import",
    "app-field-import-programme",
    "app-field-import-village",
    "app-field-import-period",
    "app-field-import-arrears",
    "app-field-import-profile",
];

/// The dialog.
#[derive(Debug, Clone)]
pub struct Import {
    /// As [`LABELS`] name them; all but the first may stay empty.
    pub fields: Box<[TextField; 6]>,
    /// Which one has the keyboard.
    pub focus: usize,
    /// How far it is.
    pub step: Step,
    /// Lines scrolled away.
    pub scroll: usize,
    /// What is wrong.
    pub wrong: Option<Sentence>,
}

impl Default for Import {
    fn default() -> Self {
        Self { fields: Box::default(), focus: 0, step: Step::Typing, scroll: 0, wrong: None }
    }
}

impl Import {
    /// The field with the keyboard, while it can be changed.
    pub fn field(&mut self) -> Option<&mut TextField> {
        if self.step == Step::Typing { self.fields.get_mut(self.focus) } else { None }
    }

    fn source(&self) -> RollSource {
        let text = |place: usize| {
            self.fields.get(place).map_or("", |field| field.text().trim()).to_owned()
        };
        RollSource {
            path: text(0),
            programme: text(1),
            village: text(2),
            period: text(3),
            arrears: said_yes(self.fields.get(4)),
            profile: text(5),
        }
    }

    /// What the files would bring, or have brought.
    #[must_use]
    pub const fn view(&self) -> Option<&ImportView> {
        match &self.step {
            Step::Shown(view) | Step::TakingIn(view) | Step::Done(view) => Some(view),
            Step::Typing | Step::Reading => None,
        }
    }

    /// The dry run's answer.
    pub fn shown(&mut self, view: ImportView) {
        if self.step == Step::Reading {
            self.scroll = 0;
            self.step = Step::Shown(view);
        }
    }

    /// The import's answer.
    pub fn taken_in(&mut self, view: ImportView) {
        self.scroll = 0;
        self.step = Step::Done(view);
    }

    /// It failed or was cancelled: the path may be mended.
    pub fn failed(&mut self, sentence: Sentence) {
        self.step = Step::Typing;
        self.wrong = Some(sentence);
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Open => return self.forward(world),
            Command::Back => return self.back(world),
            Command::NextField if self.step == Step::Typing => {
                self.focus = (self.focus + 1) % LABELS.len();
            }
            Command::PreviousField if self.step == Step::Typing => {
                self.focus = (self.focus + LABELS.len() - 1) % LABELS.len();
            }
            other => {
                let lines = self
                    .view()
                    .map_or(0, |view| view.rolls.len() + view.errors.len() + view.remarks.len());
                self.scroll = moved(self.scroll, other, lines, world.page());
            }
        }
        Go::Stay
    }

    fn forward(&mut self, world: &mut World) -> Go {
        let source = self.source();
        match std::mem::replace(&mut self.step, Step::Typing) {
            Step::Typing if source.path.is_empty() => {
                self.wrong = Some(Sentence::plain("app-wrong-empty"));
            }
            Step::Typing if !source.period.is_empty() && Period::parse(&source.period).is_err() => {
                self.wrong = Some(Sentence::plain("app-wrong-period"));
            }
            Step::Typing
                if self
                    .fields
                    .get(4)
                    .is_some_and(|field| !field.is_blank() && !is_answer(field)) =>
            {
                self.focus = 4;
                self.wrong = Some(Sentence::plain("app-wrong-yes-no"));
            }
            Step::Typing => {
                self.wrong = None;
                world.requests.ask(Effect::DryRun(source));
                self.step = Step::Reading;
            }
            Step::Shown(view) if view.errors.is_empty() && !view.rolls.is_empty() => {
                if world.requests.ask(Effect::Import(source)) {
                    self.step = Step::TakingIn(view);
                } else {
                    self.wrong = Some(Sentence::plain("app-still-busy"));
                    self.step = Step::Shown(view);
                }
            }
            Step::Shown(view) => {
                self.wrong = Some(Sentence::plain("app-import-mend-first"));
                self.step = Step::Shown(view);
            }
            Step::Done(_) => return Go::Close,
            under_way @ (Step::Reading | Step::TakingIn(_)) => self.step = under_way,
        }
        Go::Stay
    }

    /// Esc stops what is under way; the dialog stays until its answer says where it stopped.
    fn back(&mut self, world: &mut World) -> Go {
        match self.step {
            Step::Shown(_) => {
                self.step = Step::Typing;
                self.wrong = None;
                Go::Stay
            }
            Step::Reading if world.requests.awaits(RequestKind::DryRun) => {
                world.requests.cancel();
                self.step = Step::Typing;
                Go::Stay
            }
            Step::TakingIn(_) if world.requests.awaits(RequestKind::Act) => {
                world.requests.cancel();
                Go::Close
            }
            Step::Typing | Step::Reading | Step::TakingIn(_) | Step::Done(_) => Go::Close,
        }
    }
}

/// `y` or `n`, as an input method may type them.
fn is_answer(field: &TextField) -> bool {
    matches!(first(field), Some('y' | 'Y' | 'n' | 'N' | '是' | '否' | '1' | '0'))
}

fn said_yes(field: Option<&TextField>) -> bool {
    matches!(field.and_then(first), Some('y' | 'Y' | '是' | '1'))
}

fn first(field: &TextField) -> Option<char> {
    field.text().trim().chars().next().map(half_width)
}
