//! A04: a household twice in a programme that is paid per household. Blocks.
//!
//! The same household number, or a householder who is another line's householder or beneficiary.
//! Lines with the same beneficiary are left to A01, so that nothing is reported twice.
use super::look::{Look, at_lines, shared};
use super::report::Answer;
use crate::domain::reference::programme::PayeeBasis;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line};
use crate::domain::text::sentence::Sentence;

pub(super) fn look(at: &Look, found: &mut Vec<Finding>) -> Answer {
    if at.around.programme.payee_basis != PayeeBasis::Household {
        return Answer::NotApplicable("check-not-per-household");
    }
    let mut told: Vec<Vec<u32>> = Vec::new();
    for group in shared(at.lines, |line| &line.household) {
        tell(&group, Field::Household, "finding-a04-same-household", &mut told, found);
    }
    for group in shared(at.lines, |line| &line.householder.id) {
        tell(&group, Field::Id, "finding-a04-same-householder", &mut told, found);
    }
    for (line, other) in householders_who_benefit_elsewhere(at.lines) {
        tell(
            &[line, other],
            Field::BeneficiaryId,
            "finding-a04-same-householder",
            &mut told,
            found,
        );
    }
    Answer::Ran(at.lines.len())
}

fn tell(
    group: &[&Line],
    field: Field,
    key: &'static str,
    told: &mut Vec<Vec<u32>>,
    found: &mut Vec<Finding>,
) {
    let mut persons: Vec<&str> = group.iter().map(|line| line.beneficiary().id.as_str()).collect();
    persons.sort_unstable();
    persons.dedup();
    // The same beneficiary twice is for A01 to report.
    let is_one_person = persons.len() == 1 && persons.first().is_some_and(|id| !id.is_empty());
    let mut lines: Vec<u32> = group.iter().map(|line| line.no).collect();
    lines.sort_unstable();
    if is_one_person || told.contains(&lines) {
        return;
    }
    told.push(lines.clone());
    found.extend(at_lines(
        Check::A04,
        Level::Block,
        lines,
        field,
        Sentence::plain(key).with("count", group.len()),
    ));
}

/// Pairs (line of the householder, line on which they benefit under another householder).
fn householders_who_benefit_elsewhere(lines: &[Line]) -> Vec<(&Line, &Line)> {
    let others: Vec<&Line> = lines.iter().filter(|line| line.beneficiary.is_some()).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let heads: rustc_hash::FxHashMap<&str, &Line> =
        lines.iter().map(|line| (line.householder.id.as_str(), line)).collect();
    let pair = |line: &'_ Line| heads.get(line.beneficiary().id.as_str()).copied();
    let pairs = others.into_iter().filter_map(|line| pair(line).map(|head| (head, line)));
    pairs.filter(|(head, line)| head.no != line.no && !line.beneficiary().id.is_empty()).collect()
}
