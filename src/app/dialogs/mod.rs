//! What lies over a screen and takes all keys until it is answered or closed by Esc.
mod confirm;
mod fact;
mod form;
mod form_field;
mod form_kind;
mod form_opening;
mod import;
mod page;
mod page_text;
mod palette;

pub use confirm::Confirm;
pub use fact::Fact;
pub use form::Form;
pub use form_field::{FieldEntry, FormField};
pub use form_kind::{FormKind, TO_TAKE_IN};
pub use form_opening::FormOpening;
pub use import::{Import, LABELS as IMPORT_LABELS, Step};
pub use page::Page;
pub use page_text::PageText;
pub use palette::Palette;

use super::command::{Command, Focus};
use super::go::Go;
use super::text_field::TextField;
use super::world::World;

/// The dialogs; at most one is open.
#[derive(Debug, Clone)]
pub enum Dialog {
    /// Yes or no before a final act.
    Confirm(Confirm),
    /// A form.
    Form(Form),
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
    pub fn focus(&self) -> Focus {
        match self {
            Self::Confirm(_) => Focus::Confirm,
            Self::Form(form) => form.keyboard(),
            Self::Palette(_) => Focus::Palette,
            Self::Page(_) => Focus::Page,
            Self::Import(_) => Focus::Import,
        }
    }

    /// One command.
    pub fn act(&mut self, command: Command, world: &mut World) -> Go {
        match self {
            Self::Confirm(confirm) => {
                let go = confirm.act(command, world);
                if matches!(go, Go::Close)
                    && let Some(form) = confirm.form()
                {
                    *self = Self::Form(*form);
                    return Go::Stay;
                }
                go
            }
            Self::Form(form) => form.act(command, world),
            Self::Palette(palette) => palette.act(command, world),
            Self::Page(page) => page.act(command, world),
            Self::Import(import) => import.act(command, world),
        }
    }

    /// The field with the keyboard.
    pub fn field(&mut self) -> Option<&mut TextField> {
        match self {
            Self::Confirm(_) | Self::Page(_) => None,
            Self::Form(form) => form.field(),
            Self::Palette(palette) => Some(&mut palette.query),
            Self::Import(import) => import.field(),
        }
    }

    /// The field's text has changed.
    pub fn typed(&mut self, world: &World) {
        match self {
            Self::Palette(palette) => palette.search(world),
            Self::Confirm(_) | Self::Form(_) | Self::Page(_) | Self::Import(_) => {}
        }
    }
}
