//! 检查: what an auditor would ask about a roll, asked before it is published. One file per check.
//!
//! Levels are those of domain 8: block, explain, inform. What only informs about many lines (old ID
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
mod report;
mod unsupported;
mod z01_line_incomplete;
mod z02_correction_adds;

pub use context::{
    CheckContext, NoOtherPayments, OtherBatch, OtherPayment, OtherPayments, OtherRoll, Roll,
    Unavailable,
};
pub use report::{CheckReport, Checked, Outcome, name};

use super::people::identity::{IdNumber, IdProblem};
use super::roll::finding::{Check, Finding, Level};
use super::roll::{Field, Line, Person};
use super::text::sentence::Sentence;
use super::values::hash::Hash;
use super::values::period::Period;
use Looking::{AtHand, AtOthers};
use report::Answer;

/// One check: looks, notes what it finds, and says whether it could look.
enum Looking {
    /// At the roll, the lists and the county's data, which are at hand.
    AtHand(fn(&Look, &mut Vec<Finding>) -> Answer),
    /// At other batches, too, which may not be readable.
    AtOthers(fn(&Look, &mut Vec<Finding>) -> Result<Answer, Unavailable>),
}

/// Every check of domain 8, and ours.
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
    let (mut findings, mut report) = (Vec::new(), Vec::with_capacity(CHECKS.len()));
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
    findings.sort_by_key(|finding: &Finding| {
        (finding.lines.first().copied(), std::cmp::Reverse(finding.level), finding.check)
    });
    Ok(Checked { findings, report })
}

/// The roll with what several checks need of it, made ready once.
struct Look<'a> {
    lines: &'a [Line],
    key: &'a super::roll::RollKey,
    around: &'a CheckContext<'a>,
    /// By line: the beneficiary's number, if it is right.
    beneficiaries: Vec<Option<IdNumber>>,
    /// By line: what other batches pay the beneficiary for an overlapping period, or in this
    /// programme a year before; empty if there is no other batch.
    elsewhere: Vec<Vec<OtherPayment<'a>>>,
    /// By line: the persons' keyed hashes; empty if nothing is compared by hash.
    hashes: Vec<Hashes>,
    /// Last year's normal batches that pay somebody on this roll, of this village and of others.
    last_year: Vec<(OtherBatch, OtherRoll)>,
}

/// The keyed hashes of a line's persons, where they have numbers.
struct Hashes {
    householder: Option<Hash>,
    /// Where not the householder.
    beneficiary: Option<Hash>,
    /// Where not the householder.
    payee: Option<Hash>,
}

impl Hashes {
    fn of(line: &Line, hash: &dyn Fn(&str) -> Hash) -> Self {
        let of = |who: &Person| (!who.id.is_empty()).then(|| hash(&who.id));
        let other = |who: &Option<Person>| who.as_ref().and_then(of);
        Self {
            householder: of(&line.householder),
            beneficiary: other(&line.beneficiary),
            payee: other(&line.payee),
        }
    }

    /// Everybody on the line.
    fn everybody(&self) -> impl Iterator<Item = &Hash> {
        [&self.householder, &self.beneficiary, &self.payee].into_iter().flatten()
    }
}

impl<'a> Look<'a> {
    fn new(roll: &Roll<'a>, around: &'a CheckContext<'a>) -> Result<Self, Unavailable> {
        let ids = roll.lines.iter().map(|line| IdNumber::parse(&line.beneficiary().id).ok());
        let is_asked = !around.lists.is_empty() || !around.entered_by.is_empty();
        let hashes = around
            .hash
            .filter(|_| is_asked)
            .map(|hash| roll.lines.iter().map(|line| Hashes::of(line, hash)).collect());
        let mut look = Self {
            lines: roll.lines,
            key: roll.key,
            around,
            beneficiaries: ids.collect(),
            elsewhere: payments_elsewhere(roll, around)?,
            hashes: hashes.unwrap_or_default(),
            last_year: Vec::new(),
        };
        look.last_year = look.last_years_batches()?;
        Ok(look)
    }

    /// Lines with what other batches pay their beneficiaries; none if there is no other batch.
    fn with_elsewhere(&self) -> impl Iterator<Item = (&'a Line, &[OtherPayment<'a>])> {
        self.lines.iter().zip(self.elsewhere.iter().map(Vec::as_slice))
    }

    /// Lines with the keyed hashes of their persons; none if nothing is compared by hash.
    fn with_hashes(&self) -> impl Iterator<Item = (&'a Line, &Hashes)> {
        self.lines.iter().zip(&self.hashes)
    }

    /// The beneficiary's keyed hash.
    fn beneficiary<'h>(line: &Line, hashes: &'h Hashes) -> Option<&'h Hash> {
        if line.beneficiary.is_some() {
            hashes.beneficiary.as_ref()
        } else {
            hashes.householder.as_ref()
        }
    }

    /// The figures that hold at the start of the period.
    fn thresholds(&self) -> crate::domain::reference::thresholds::Thresholds {
        self.around.reference.thresholds(self.key.period.start())
    }

    /// The numbers of all lines.
    fn all(&self) -> Vec<u32> {
        self.lines.iter().map(|line| line.no).collect()
    }

    fn last_years_batches(&self) -> Result<Vec<(OtherBatch, OtherRoll)>, Unavailable> {
        let before = year_before(self.key.period);
        let is_meant = |paid: &&OtherPayment| {
            paid.programme == self.key.programme && Some(paid.period) == before
        };
        let batches: std::collections::BTreeSet<OtherBatch> =
            self.elsewhere.iter().flatten().filter(is_meant).map(|paid| paid.batch).collect();
        let mut rolls = Vec::with_capacity(batches.len());
        for batch in batches {
            let roll = self.around.other_payments.roll(batch)?;
            if roll.key.kind.is_normal() {
                rolls.push((batch, roll));
            }
        }
        Ok(rolls)
    }

    /// Of last year's batches those of the village.
    fn last_year_here(&self) -> impl Iterator<Item = &(OtherBatch, OtherRoll)> {
        self.last_year.iter().filter(|(_, roll)| roll.division() == self.key.division)
    }

    /// Did one of last year's batches pay this?
    fn is_last_years(&self, paid: &OtherPayment) -> bool {
        let is_batch = self.last_year.iter().any(|(batch, _)| *batch == paid.batch);
        is_batch
            && paid.programme == self.key.programme
            && Some(paid.period) == year_before(self.key.period)
    }

    /// Does the roll list everybody? Arrears and corrections do not.
    const fn is_whole(&self) -> bool {
        self.key.kind.is_normal()
    }
}

/// The same part of the year before.
fn year_before(period: Period) -> Option<Period> {
    Period::new(period.year().saturating_sub(1), period.part()).ok()
}

fn payments_elsewhere<'a>(
    roll: &Roll<'a>,
    around: &CheckContext<'a>,
) -> Result<Vec<Vec<OtherPayment<'a>>>, Unavailable> {
    if around.other_payments.is_empty() {
        return Ok(Vec::new());
    }
    let before = year_before(roll.key.period);
    let is_meant = |programme: &str, period: Period| {
        period.overlaps(roll.key.period)
            || (Some(period) == before && programme == roll.key.programme)
    };
    let of = |line: &'a Line| {
        let id = &line.beneficiary().id;
        if id.is_empty() {
            Ok(Vec::new())
        } else {
            around.other_payments.payments_of(id, &is_meant)
        }
    };
    roll.lines.iter().map(of).collect()
}

/// A finding about one line.
fn at_line(check: Check, level: Level, line: &Line, field: Field, sentence: Sentence) -> Finding {
    Finding { check, level, lines: vec![line.no], field: Some(field), sentence }
}

/// A finding about several lines, in ascending order; none if there are none.
fn at_lines(
    check: Check,
    level: Level,
    mut lines: Vec<u32>,
    field: Field,
    sentence: Sentence,
) -> Option<Finding> {
    lines.sort_unstable();
    lines.dedup();
    (!lines.is_empty()).then_some(Finding { check, level, lines, field: Some(field), sentence })
}

/// What is only to be known of the roll as a whole; it has no line of its own.
const fn at_roll(check: Check, sentence: Sentence) -> Finding {
    Finding { check, level: Level::Inform, lines: Vec::new(), field: None, sentence }
}

/// Lines that share a key of text, as numbers, in the order of first appearance; only keys with
/// more than one line.
fn shared<'a>(lines: &'a [Line], key: impl Fn(&'a Line) -> &'a str) -> Vec<Vec<&'a Line>> {
    let mut first: rustc_hash::FxHashMap<&str, &'a Line> = rustc_hash::FxHashMap::default();
    first.reserve(lines.len());
    let mut again: Vec<(&str, Vec<&'a Line>)> = Vec::new();
    for line in lines {
        let text = key(line);
        if text.is_empty() {
            continue;
        }
        match first.entry(text) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(line);
            }
            std::collections::hash_map::Entry::Occupied(there) => {
                match again.iter_mut().find(|(known, _)| *known == text) {
                    Some((_, group)) => group.push(line),
                    None => again.push((text, vec![there.get(), line])),
                }
            }
        }
    }
    again.into_iter().map(|(_, group)| group).collect()
}

/// Are these two the same person: by number, or by name where a number is missing?
fn is_same(one: &Person, other: &Person) -> bool {
    if one.id.is_empty() || other.id.is_empty() {
        one.name == other.name
    } else {
        one.id == other.id
    }
}

/// The cell of the beneficiary's ID number on this line.
fn beneficiary_id(line: &Line) -> Field {
    if line.beneficiary.is_some() { Field::BeneficiaryId } else { Field::Id }
}

#[cfg(test)]
mod tests;
