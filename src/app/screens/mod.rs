//! The screens, each with its own state and its own part of `update`.
mod batches;
mod boards;
mod case_file;
mod cases;
mod coverage_list;
mod dossier;
mod due_list;
mod finance;
mod line_editor;
mod login;
mod public;
mod recalls;
mod review;
mod rows;
mod rule_book;
mod set_up;
mod today;

pub use batches::Batches;
pub use boards::Boards;
pub use case_file::{CaseFile, proceeding};
pub use cases::Cases;
pub use coverage_list::CoverageList;
pub use dossier::{Dossier, DossierItem};
pub use due_list::DueList;
pub use finance::{Finance, FinanceItem, is_payable};
pub use line_editor::LineEditor;
pub use login::{Login, LoginFocus};
pub use public::{Public, PublicItem};
pub use recalls::Recalls;
pub use review::{Review, ReviewItem};
pub use rows::Rows;
pub use rule_book::RuleBook;
pub use set_up::{SetUp, SetUpField, SetUpStage};
pub use today::{Today, TodayItem};

use super::command::{Command, Focus};
use super::effect::Effect;
use super::go::Go;
use super::readiness::Readiness;
use super::requests::{RequestKind, Requests};
use super::section::Section;
use super::text_field::TextField;
use super::views::RowsState;
use super::world::World;

/// One screen and what it holds.
#[derive(Debug, Clone)]
pub enum Screen {
    /// Before the first answer.
    Waiting,
    /// First run.
    SetUp(Box<SetUp>),
    /// Who are you?
    Login(Login),
    /// What is due.
    Today(Today),
    /// All batches.
    Batches(Batches),
    /// The sheet of one.
    Rows(Box<Rows>),
    /// One against the last.
    Review(Box<Review>),
    /// Notices, posters, site.
    Public(Public),
    /// Pay lists.
    Finance(Finance),
    /// Boards of the villages.
    Boards(Boards),
    /// What must come down.
    Recalls(Recalls),
    /// The register.
    Cases(Cases),
    /// One case.
    Case(Box<CaseFile>),
    /// What hangs where, in time or not.
    Coverage(CoverageList),
    /// What is due.
    Due(DueList),
    /// Everything that happened to a batch.
    Dossier(Box<Dossier>),
    /// The rules of a day.
    RuleBook(RuleBook),
}

impl Screen {
    /// Where its keys stand in the table.
    #[must_use]
    pub const fn focus(&self) -> Focus {
        match self {
            Self::Waiting => Focus::Waiting,
            Self::SetUp(_) => Focus::SetUp,
            Self::Login(_) => Focus::Login,
            Self::Today(_) => Focus::Today,
            Self::Batches(batches) => batches.focus(),
            Self::Rows(rows) => rows.focus(),
            Self::Review(_) => Focus::Review,
            Self::Public(_) => Focus::Public,
            Self::Finance(_) => Focus::Finance,
            Self::Boards(_) => Focus::Boards,
            Self::Recalls(_) => Focus::Recalls,
            Self::Cases(_) => Focus::Cases,
            Self::Case(_) => Focus::Case,
            Self::Coverage(_) => Focus::Coverage,
            Self::Due(_) => Focus::Due,
            Self::Dossier(_) => Focus::Dossier,
            Self::RuleBook(_) => Focus::RuleBook,
        }
    }

    /// One command.
    pub fn act(&mut self, command: Command, world: &mut World) -> Go {
        match self {
            Self::Waiting => Go::Stay,
            Self::SetUp(screen) => screen.act(command, world),
            Self::Login(screen) => screen.act(command, world),
            Self::Today(screen) => screen.act(command, world),
            Self::Batches(screen) => screen.act(command, world),
            Self::Rows(screen) => screen.act(command, world),
            Self::Review(screen) => screen.act(command, world),
            Self::Public(screen) => screen.act(command, world),
            Self::Finance(screen) => screen.act(command, world),
            Self::Boards(screen) => screen.act(command, world),
            Self::Recalls(screen) => screen.act(command, world),
            Self::Cases(screen) => screen.act(command, world),
            Self::Case(screen) => screen.act(command, world),
            Self::Coverage(screen) => screen.act(command, world),
            Self::Due(screen) => screen.act(command, world),
            Self::Dossier(screen) => screen.act(command, world),
            Self::RuleBook(screen) => screen.act(command, world),
        }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match self {
            Self::SetUp(screen) => screen.field(),
            Self::Login(screen) => Some(screen.field()),
            Self::Batches(screen) => screen.field(),
            Self::Rows(screen) => screen.form.as_mut().map(|form| &mut form.field),
            _ => None,
        }
    }

    /// The field's text has changed.
    pub fn typed(&mut self, world: &mut World) {
        match self {
            Self::Login(screen) => screen.typed(world),
            Self::Batches(screen) => screen.typed(world),
            _ => {}
        }
    }

    /// Would this command do anything here now, with what is chosen?
    #[must_use]
    pub fn readiness(&self, command: Command, world: &World) -> Readiness {
        match self {
            Self::Batches(screen) => screen.readiness(command, world),
            Self::Rows(screen) => screen.readiness(command),
            Self::Review(screen) => screen.readiness(command),
            Self::Public(screen) => screen.readiness(command),
            Self::Finance(screen) => screen.readiness(command, world),
            Self::Boards(screen) => screen.readiness(command, world),
            Self::Recalls(screen) => screen.readiness(command),
            Self::Cases(_) => Cases::readiness(command, world),
            Self::Case(screen) => screen.readiness(command),
            Self::Due(screen) => screen.readiness(command),
            Self::Dossier(screen) => screen.readiness(command),
            Self::Waiting
            | Self::SetUp(_)
            | Self::Login(_)
            | Self::Today(_)
            | Self::Coverage(_)
            | Self::RuleBook(_) => Readiness::Yes,
        }
    }

    /// The batches on the screen at whose rows nobody has looked, though they decide what can be
    /// done here.
    #[must_use]
    pub fn unchecked_in_sight(&self, world: &World) -> Vec<RowsState> {
        match self {
            Self::Batches(screen) => screen.unchecked_in_sight(world),
            Self::Finance(screen) => screen.unchecked_in_sight(world),
            Self::Public(screen) => screen.unchecked_in_sight(world),
            Self::Dossier(screen) => screen.unchecked_in_sight(),
            _ => Vec::new(),
        }
    }

    /// Rows were looked at: what is not made from the list of batches is asked for anew.
    pub fn looked(&self, world: &mut World) {
        if matches!(self, Self::Public(_) | Self::Dossier(_)) {
            self.load(world);
        }
    }

    /// Asks for what it shows: when it comes up, and after each act.
    pub fn load(&self, world: &mut World) {
        match self {
            Self::Waiting | Self::SetUp(_) | Self::Login(_) => {}
            Self::Today(_) => {
                world.requests.ask(Effect::ListBatches);
                world.requests.ask(Effect::CountPending);
            }
            Self::Batches(_) => {
                world.requests.ask(Effect::ListBatches);
            }
            Self::Rows(screen) => screen.load(world),
            Self::Review(screen) => screen.load(world),
            Self::Public(_) => Public::load(world),
            Self::Finance(_) => Finance::load(world),
            Self::Boards(_) => Boards::load(world),
            Self::Recalls(_) => Recalls::load(world),
            Self::Cases(_) => Cases::load(world),
            Self::Case(screen) => screen.load(world),
            Self::Coverage(_) => CoverageList::load(world),
            Self::Due(_) => DueList::load(world),
            Self::Dossier(screen) => screen.load(world),
            Self::RuleBook(screen) => screen.load(world),
        }
    }

    /// Is what it shows on its way?
    #[must_use]
    pub fn is_loading(&self, requests: &Requests) -> bool {
        requests.awaits(match self {
            Self::Waiting | Self::SetUp(_) | Self::Login(_) => return false,
            Self::Today(_) | Self::Batches(_) => RequestKind::Batches,
            Self::Rows(_) => RequestKind::Rows,
            Self::Review(_) => RequestKind::Review,
            Self::Public(_) => RequestKind::Public,
            Self::Finance(_) => RequestKind::Finance,
            Self::Boards(_) => RequestKind::Boards,
            Self::Recalls(_) => RequestKind::Recalls,
            Self::Cases(_) => RequestKind::Cases,
            Self::Case(_) => RequestKind::Case,
            Self::Coverage(_) => RequestKind::Coverage,
            Self::Due(_) => RequestKind::Due,
            Self::Dossier(_) => RequestKind::Dossier,
            Self::RuleBook(_) => RequestKind::Rules,
        })
    }

    /// Which part of the public side it is.
    #[must_use]
    pub const fn section(&self) -> Option<Section> {
        Some(match self {
            Self::Public(_) => Section::Notices,
            Self::Boards(_) => Section::Boards,
            Self::Recalls(_) => Section::Recalls,
            Self::Cases(_) => Section::Cases,
            Self::Coverage(_) => Section::Coverage,
            Self::Due(_) => Section::Due,
            _ => return None,
        })
    }
}
