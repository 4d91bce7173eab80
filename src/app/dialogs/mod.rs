//! What lies over a screen and takes all keys until it is answered or closed by Esc.
mod ask;
pub mod batch_forms;
pub mod board_forms;
pub mod case_forms;
mod filled;
mod import;
mod page;
mod palette;
mod purpose;
mod question;

pub use ask::{Ask, Asked, Entry, Label};
pub use import::{Import, LABELS as IMPORT_LABELS, Step};
pub use page::{Page, PageText};
pub use palette::Palette;
pub use purpose::Purpose;
pub use question::Question;

use super::command::{Command, Place};
use super::text_field::TextField;
use super::update::Go;
use super::world::World;

/// The dialogs; at most one is open.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// Yes or no before a final act.
    Question(Question),
    /// A form.
    Ask(Ask),
    /// Commands by name.
    Palette(Palette),
    /// Something to read.
    Page(Page),
    /// Files to take in.
    Import(Import),
}

impl Dialog {
    /// Where its keys stand in the table.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Question(_) => Place::Question,
            Self::Ask(ask) => ask.place(),
            Self::Palette(_) => Place::Palette,
            Self::Page(_) => Place::Page,
            Self::Import(_) => Place::Import,
        }
    }

    /// One command.
    pub fn act(&mut self, command: Command, world: &mut World) -> Go {
        match self {
            Self::Question(question) => question.act(command, world),
            Self::Ask(ask) => ask.act(command, world),
            Self::Palette(palette) => palette.act(command, world),
            Self::Page(page) => page.act(command, world),
            Self::Import(import) => import.act(command, world),
        }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match self {
            Self::Question(_) | Self::Page(_) => None,
            Self::Ask(ask) => ask.field(),
            Self::Palette(palette) => Some(&mut palette.query),
            Self::Import(import) => import.field(),
        }
    }

    /// The field's text has changed.
    pub fn typed(&mut self, world: &World) {
        match self {
            Self::Palette(palette) => palette.search(world),
            Self::Question(_) | Self::Ask(_) | Self::Page(_) | Self::Import(_) => {}
        }
    }
}
