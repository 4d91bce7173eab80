//! `coverage`: which village has posted what, in time or not; which boards nobody looked at; who is
//! silent.
use super::coverage_text;
use crate::cli::invocation::Invocation;
use crate::cli::output::{Answer, Done};
use crate::domain::dossier::coverage::Coverage;
use crate::domain::text::sentence::Sentence;
use crate::office::views::CoverageView;
use crate::runtime::session::write_paper;
use std::path::Path;

pub fn run(invocation: &mut Invocation<'_, '_>, out: Option<&Path>) -> Done {
    let session = invocation.open()?;
    let report = session.coverage()?;
    let paper = out
        .map(|path| {
            session.coverage_paper(&report, path.extension().is_some_and(|ending| ending == "xlsx"))
        })
        .transpose()?;
    let told = coverage_text::told(invocation, &session, &report);
    session.close()?;
    let mut answer = sums(told, &report);
    if let Some((path, bytes)) = out.zip(paper) {
        write_paper(path, &bytes)?;
        answer = answer.say(
            Sentence::plain("cli-written").with("file", path.display()).with("bytes", bytes.len()),
        );
    }
    Ok(answer.shows(&CoverageView::of(&report)))
}

/// The sums, last: where a screen is short they are what is still to be seen.
fn sums(answer: Answer, report: &Coverage) -> Answer {
    let totals = report.totals;
    let sentence = Sentence::plain("cli-coverage")
        .with("disclosures", totals.disclosures)
        .with("complete", totals.complete)
        .with("unposted", totals.unposted)
        .with("unpublished", totals.unpublished)
        .with("late", totals.late)
        .with("early", totals.early_down)
        .with("overdue", totals.late_down)
        .with("recalls", totals.recalls_open);
    let care = Sentence::plain("cli-coverage-boards")
        .with("boards", totals.boards_overdue)
        .with("villages", totals.villages_without_board);
    answer.say(sentence).say(care.with("silent", report.silent.len()))
}
