//! Something to read over the screen: help, the reasons of a failure, a QR code.
use crate::app::command::{Command, Place};
use crate::app::update::Go;
use crate::app::views::{BoardRow, DisclosedRow, PostingRow, QrView};
use crate::app::world::{World, moved};
use crate::domain::text::sentence::Sentence;

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

/// What a page shows.
#[derive(Debug, Clone)]
pub enum PageText {
    /// The keys of a place, from the command table.
    Help(Place),
    /// Sentences, one under the other: why something failed, the rules behind a decision.
    Said(Vec<Sentence>),
    /// A board with what hangs there.
    Board(BoardRow),
    /// A disclosure in the life of its batch.
    Disclosure(DisclosedRow),
    /// A posting.
    Posting(PostingRow),
    /// A QR code in explicit black and white.
    Qr(QrView),
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
