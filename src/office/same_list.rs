//! Does a published list show what these lines would show now?
use super::batch::Batch;
use super::facts::Facts;
use super::publication::prepare;
use crate::domain::disclosure::{Disclosure, PaperNames};
use crate::domain::dossier::Disclosed;
use crate::domain::roll::Line;

/// Compares what a resident sees and what the paper names; salts and days do not count.
///
/// # Errors
/// What was published cannot be read.
pub fn shows_same_list<F: Facts>(
    facts: &F,
    batch: &Batch,
    lines: &[Line],
    disclosed: &Disclosed,
) -> Result<bool, F::Error> {
    let (there, there_names) = facts.published(disclosed)?;
    let from = there.notice.map_or_else(|| facts.today(), |notice| notice.from);
    let here = prepare(facts, batch, lines, from, disclosed.body.stage, None)?;
    let names = |names: &Option<PaperNames>| names.as_ref().map(|paper| paper.names.clone());
    Ok(lists_equal(&there, &here.disclosure) && names(&there_names) == names(&here.paper_names))
}

/// The parts of a disclosure that are its list.
fn lists_equal(there: &Disclosure, here: &Disclosure) -> bool {
    there.programme.code == here.programme.code
        && there.division.code == here.division.code
        && there.period == here.period
        && there.names == here.names
        && there.columns == here.columns
        && there.rows == here.rows
        && there.totals == here.totals
}
