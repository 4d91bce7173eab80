//! What may be done with a batch, a case or a board, as the office answers it.
use crate::cli::error::CommandError;
use crate::office::views::PossibleActs;
use crate::runtime::session::{Answers, Batch, KnownBoard, KnownCase};
use std::convert::Infallible;

/// Acts on a batch.
pub(super) fn on_batch(answers: &Answers<'_>, batch: &Batch) -> Result<PossibleActs, CommandError> {
    Ok(PossibleActs::on_batch(|act| answers.of(act, batch, None))?)
}

/// Acts on a case of the register.
pub(super) fn on_case(
    answers: &Answers<'_>,
    known: &KnownCase,
) -> Result<PossibleActs, CommandError> {
    Ok(PossibleActs::on_case(|act| answers.on_case(act, known))?)
}

/// Acts on a board.
pub(super) fn on_board(answers: &Answers<'_>, known: &KnownBoard) -> PossibleActs {
    let Ok(told) = PossibleActs::on_board(|act| Ok::<_, Infallible>(answers.on_board(act, known)));
    told
}
