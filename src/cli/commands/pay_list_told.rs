//! What is told of a pay list that was made.
use super::naming::yuan;
use super::performed::Performed;
use crate::cli::output::{Answer, Done};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::money::Fen;
use crate::runtime::session::Batch;

pub(super) fn made(performed: &Performed<'_>) -> Done {
    let batches = performed.batches()?;
    let id = batches.iter().find_map(|batch| Some(batch.dossier.pay_list()?.list.clone()));
    let id = id.unwrap_or_default();
    let totals = || {
        let submissions = batches.iter().filter_map(|batch| batch.dossier.submission());
        submissions.map(|submission| submission.body.totals)
    };
    let lines: u32 = totals().map(|totals| totals.lines).sum();
    let fen: Fen = totals().map(|totals| totals.fen).sum();
    let sentence = Sentence::plain("cli-pay-list")
        .with("list", &id)
        .with("batches", batches.len())
        .with("lines", lines)
        .with("yuan", yuan(fen));
    Ok(Answer::default()
        .say(sentence)
        .with("list", id)
        .with("batches", batches.iter().map(Batch::name).collect::<Vec<String>>())
        .with("lines", lines)
        .with("fen", fen.fen()))
}
