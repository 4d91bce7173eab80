//! What is told of a board.
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::office::views::BoardView;

pub(super) fn board(performed: &Performed<'_>) -> Done {
    let known = performed.session.board(&performed.subject()?.to_string())?;
    let sentence =
        Sentence::plain("cli-board-done").with("name", known.name()).with("board", known.subject);
    Ok(Answer::default().say(sentence).shows(&BoardView::of(&known)))
}
