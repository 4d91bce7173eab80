//! What a page shows.
use crate::app::command::Focus;
use crate::app::views::{BoardRow, DisclosedRow, PostingRow, QrView};
use crate::domain::text::sentence::Sentence;

/// What a page shows.
#[derive(Debug, Clone)]
pub enum PageText {
    /// The keys of a place, from the command table.
    Help(Focus),
    /// Sentences, one under the other: why something failed, the rules behind a decision.
    Said(Vec<Sentence>),
    /// A board with what hangs there.
    Board(Box<BoardRow>),
    /// A disclosure of a batch.
    Disclosure(DisclosedRow),
    /// A posting.
    Posting(PostingRow),
    /// A QR code in explicit black and white.
    Qr(QrView),
}
