//! What the checks found in a roll, in counts.
use crate::domain::checks::CheckReport;
use crate::domain::journal::FindingCount;
use crate::domain::roll::finding::{Finding, Level};
use crate::domain::roll::{Explanation, FindingTotals, Totals, open_findings};
use std::collections::BTreeMap;

/// What the checks found in a roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// All findings, by line.
    pub findings: Vec<Finding>,
    /// What each check says of itself.
    pub report: Vec<CheckReport>,
    /// Counts and sums.
    pub totals: Totals,
    /// How many findings of each kind stand.
    pub found: FindingTotals,
}

/// How many findings of each kind there are, and how many of them have their reason.
#[must_use]
pub fn counts(findings: &[Finding], explanations: &[Explanation]) -> FindingTotals {
    let of = |level| {
        u32::try_from(findings.iter().filter(|finding| finding.level == level).count())
            .unwrap_or(u32::MAX)
    };
    let unexplained =
        u32::try_from(open_findings(findings, explanations).len()).unwrap_or(u32::MAX);
    FindingTotals {
        block: of(Level::Block),
        unexplained,
        explained: of(Level::Explain).saturating_sub(unexplained),
        inform: of(Level::Inform),
    }
}

/// What the submission's entry says of the findings: counts only.
#[must_use]
pub fn finding_counts(findings: &[Finding], explanations: &[Explanation]) -> Vec<FindingCount> {
    let open = open_findings(findings, explanations);
    let mut counts: BTreeMap<_, (u32, u32)> = BTreeMap::new();
    for finding in findings {
        let (count, unexplained) = counts.entry((finding.check, finding.level)).or_default();
        *count = count.saturating_add(1);
        *unexplained = unexplained.saturating_add(u32::from(open.contains(&finding)));
    }
    counts
        .into_iter()
        .map(|((check, level), (count, open))| FindingCount { check, level, count, open })
        .collect()
}
