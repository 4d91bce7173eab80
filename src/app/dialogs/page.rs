//! Something to read over the screen: help, the reasons of a failure, a QR code.
use super::page_text::PageText;
use crate::app::command::Command;
use crate::app::go::Go;
use crate::app::world::{World, moved};

/// The longest page, in lines: the cursor never goes beyond it.
const LONGEST: usize = 200;

/// A page that scrolls.
#[derive(Debug, Clone)]
pub struct Page {
    /// What stands on it.
    pub text: PageText,
    /// Lines scrolled away; `ui` never scrolls beyond the last one.
    pub scroll: usize,
}

impl Page {
    /// At its top.
    #[must_use]
    pub const fn new(text: PageText) -> Self {
        Self { text, scroll: 0 }
    }

    pub(super) fn act(&mut self, command: Command, world: &mut World) -> Go {
        match command {
            Command::Open | Command::Back => return Go::Close,
            other => self.scroll = moved(self.scroll, other, LONGEST, world.page()),
        }
        Go::Stay
    }
}
