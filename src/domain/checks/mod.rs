//! 检查: what an auditor would ask about a roll, asked before it is published. One file per check.
//!
//! A finding blocks, needs a reason (explain), or only informs. What only informs about many lines (old ID
//! prefixes, missing banks) is one finding with all its lines. Findings hold line numbers and
//! sentences, never a name or number. Reading other batches is behind [`OtherPayments`]; nothing
//! here knows the store. Each check says whether it ran: [`CheckReport`]. If other batches cannot be
//! read the run is an error: a check that could not look has not passed.
mod a01_twice_in_the_roll;
mod a02_paid_elsewhere;
mod a04_household_twice;
mod a05_account_of_several;
mod a06_account_used_often;
mod a07_payee_is_a_stranger;
mod a09_number_damaged;
mod a10_name_and_number_disagree;
mod a11_deceased;
mod a12_public_payroll;
mod a13_cadre_or_relative;
mod a14_own_roll;
mod a15_more_than_registered;
mod a16_village_area_grown;
mod a17_amount_differs;
mod a18_rate_unknown;
mod a19_amount_outlier;
mod a20_changed_since_last_year;
mod a21_exclusive_programmes;
mod a22_age_outside;
mod a23_telephone_shared;
mod a24_accounts_in_a_row;
mod a25_round_quantities;
mod a27_account_changed;
mod a28_not_in_register;
mod a29_left_out;
mod a32_first_digits;
mod a33_block_from_elsewhere;
mod context;
mod look;
mod report;
mod unsupported;
mod z01_line_incomplete;
mod z02_correction_adds;

pub use context::{
    CheckContext, NoOtherPayments, OtherBatch, OtherPayment, OtherPayments, OtherRoll, Roll,
    Unavailable,
};
pub use report::{CheckReport, Checked, Outcome, name};

use super::roll::finding::{Check, Finding};
use Looking::{AtHand, AtOthers};
use look::Look;
use report::Answer;

/// One check: looks, notes what it finds, and says whether it could look.
enum Looking {
    /// At the roll, the lists and the county's data, which are at hand.
    AtHand(fn(&Look, &mut Vec<Finding>) -> Answer),
    /// At other batches, too, which may not be readable.
    AtOthers(fn(&Look, &mut Vec<Finding>) -> Result<Answer, Unavailable>),
}

/// Every check: those of the auditors, and ours.
const CHECKS: [(Check, Looking); 35] = [
    (Check::A01, AtHand(a01_twice_in_the_roll::look)),
    (Check::A02, AtOthers(a02_paid_elsewhere::look)),
    (Check::A03, AtOthers(a02_paid_elsewhere::look_in_other_villages)),
    (Check::A04, AtHand(a04_household_twice::look)),
    (Check::A05, AtOthers(a05_account_of_several::look)),
    (Check::A06, AtHand(a06_account_used_often::look)),
    (Check::A07, AtHand(a07_payee_is_a_stranger::look)),
    (Check::A08, AtHand(unsupported::account_holder)),
    (Check::A09, AtHand(a09_number_damaged::look)),
    (Check::A10, AtOthers(a10_name_and_number_disagree::look)),
    (Check::A11, AtHand(a11_deceased::look)),
    (Check::A12, AtHand(a12_public_payroll::look)),
    (Check::A13, AtHand(a13_cadre_or_relative::look)),
    (Check::A14, AtHand(a14_own_roll::look)),
    (Check::A15, AtHand(a15_more_than_registered::look)),
    (Check::A16, AtHand(a16_village_area_grown::look)),
    (Check::A17, AtHand(a17_amount_differs::look)),
    (Check::A18, AtHand(a18_rate_unknown::look)),
    (Check::A19, AtHand(a19_amount_outlier::look)),
    (Check::A20, AtOthers(a20_changed_since_last_year::look)),
    (Check::A21, AtOthers(a21_exclusive_programmes::look)),
    (Check::A22, AtHand(a22_age_outside::look)),
    (Check::A23, AtHand(a23_telephone_shared::look)),
    (Check::A24, AtHand(a24_accounts_in_a_row::look)),
    (Check::A25, AtHand(a25_round_quantities::look)),
    (Check::A26, AtHand(unsupported::serial_number)),
    (Check::A27, AtOthers(a27_account_changed::look)),
    (Check::A28, AtHand(a28_not_in_register::look)),
    (Check::A29, AtHand(a29_left_out::look)),
    (Check::A30, AtHand(unsupported::budget)),
    (Check::A31, AtHand(unsupported::posting)),
    (Check::A32, AtHand(a32_first_digits::look)),
    (Check::A33, AtOthers(a33_block_from_elsewhere::look)),
    (Check::Z01, AtHand(z01_line_incomplete::look)),
    (Check::Z02, AtOthers(z02_correction_adds::look)),
];

/// Runs all checks.
///
/// # Errors
/// [`Unavailable`] if other batches cannot be read: no check then counts as run.
pub fn run(roll: &Roll, around: &CheckContext) -> Result<Checked, Unavailable> {
    let look = Look::new(roll, around)?;
    let mut findings = Vec::new();
    let mut report = Vec::with_capacity(CHECKS.len());
    for (check, looking) in CHECKS {
        let before = findings.len();
        let answer = match looking {
            AtHand(looking) => looking(&look, &mut findings),
            AtOthers(looking) => looking(&look, &mut findings)?,
        };
        report.push(CheckReport {
            check,
            outcome: answer.outcome(findings.len().saturating_sub(before)),
        });
    }
    // Some checks gather in maps, whose order means nothing: sorted, the same roll gives the same
    // list.
    findings.sort_by_key(|finding: &Finding| {
        (finding.lines.first().copied(), std::cmp::Reverse(finding.level), finding.check)
    });
    Ok(Checked { findings, report })
}

#[cfg(test)]
mod tests;
