//! The screens, each with its own state and its own part of `update`.
mod batches;
mod finance;
mod form;
mod login;
mod public;
mod review;
mod rows;
mod set_up;
mod today;

pub use batches::{Batches, Only};
pub use finance::{Finance, FinanceItem};
pub use form::Form;
pub use login::{Login, LoginFocus};
pub use public::{Public, PublicItem};
pub use review::{Review, ReviewItem};
pub use rows::Rows;
pub use set_up::{SetUp, SetUpField, SetUpStage};
pub use today::{Due, Today};

use super::command::{Command, Place};
use super::text_field::TextField;
use super::update::Go;
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
}

impl Screen {
    /// Where its keys stand in the table.
    #[must_use]
    pub const fn place(&self) -> Place {
        match self {
            Self::Waiting => Place::Waiting,
            Self::SetUp(_) => Place::SetUp,
            Self::Login(_) => Place::Login,
            Self::Today(_) => Place::Today,
            Self::Batches(batches) => batches.place(),
            Self::Rows(rows) => rows.place(),
            Self::Review(_) => Place::Review,
            Self::Public(_) => Place::Public,
            Self::Finance(_) => Place::Finance,
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
        }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match self {
            Self::SetUp(screen) => screen.field(),
            Self::Login(screen) => Some(screen.field()),
            Self::Batches(screen) => screen.field(),
            Self::Rows(screen) => screen.form.as_mut().map(|form| &mut form.field),
            Self::Waiting | Self::Today(_) | Self::Review(_) | Self::Public(_) | Self::Finance(_) => None,
        }
    }

    /// The field's text has changed.
    pub fn typed(&mut self, world: &mut World) {
        match self {
            Self::Login(screen) => screen.typed(world),
            Self::Batches(screen) => screen.typed(world),
            Self::Waiting | Self::SetUp(_) | Self::Today(_) | Self::Rows(_) | Self::Review(_) | Self::Public(_) | Self::Finance(_) => {}
        }
    }

    /// Would this command do anything here now? The line of keys shows only those.
    #[must_use]
    pub fn offers(&self, command: Command) -> bool {
        match self {
            Self::Rows(screen) => screen.offers(command),
            _ => true,
        }
    }

    /// Asks for what it shows: when it comes up, and after each act.
    pub fn load(&self, world: &mut World) {
        match self {
            Self::Waiting | Self::SetUp(_) | Self::Login(_) => {}
            Self::Today(_) | Self::Batches(_) => {
                world.post.ask(super::effect::Effect::ListBatches);
            }
            Self::Rows(screen) => screen.load(world),
            Self::Review(screen) => screen.load(world),
            Self::Public(_) => Public::load(world),
            Self::Finance(_) => Finance::load(world),
        }
    }
}
