//! 检查: what an auditor would ask about a roll, asked before it is published. One file per check.
//!
//! Levels are those of domain 8: block, explain, inform. What only informs about many lines (old ID
//! prefixes, missing banks) is one finding with all its lines. Findings hold line numbers and
//! sentences, never a name or number. Reading other batches is behind [`Elsewhere`]; nothing here
//! knows the store. Each check says whether it ran: [`CheckReport`].
mod a01;
mod a02;
mod a04;
mod a05;
mod a06;
mod a07;
mod a09;
mod a10;
mod a11;
mod a12;
mod a13;
mod a14;
mod a15;
mod a16;
mod a17;
mod a18;
mod a19;
mod a20;
mod a21;
mod a22;
mod a23;
mod a24;
mod a25;
mod a27;
mod a28;
mod a29;
mod a32;
mod a33;
mod around;
mod not_here;
mod report;
mod z01;
mod z02;

pub use around::{Elsewhere, Nowhere, OtherBatch, OtherPayment, OtherRoll, Roll, Surroundings};
pub use report::{CheckReport, Checked, Outcome, name};

use super::finding::{Check, Finding, Level};
use super::hash::Hash;
use super::identity::{IdNumber, IdProblem};
use super::period::Period;
use super::roll::{Field, Line, Person};
use super::sentence::Sentence;
use report::Answer;

/// One check: looks, notes what it finds, and says whether it could look.
type Looking = fn(&Look, &mut Vec<Finding>) -> Answer;

/// Every check of domain 8, and ours.
const CHECKS: [(Check, Looking); 35] = [
    (Check::A01, a01::look),
    (Check::A02, a02::look),
    (Check::A03, a02::look_in_other_villages),
    (Check::A04, a04::look),
    (Check::A05, a05::look),
    (Check::A06, a06::look),
    (Check::A07, a07::look),
    (Check::A08, not_here::account_holder),
    (Check::A09, a09::look),
    (Check::A10, a10::look),
    (Check::A11, a11::look),
    (Check::A12, a12::look),
    (Check::A13, a13::look),
    (Check::A14, a14::look),
    (Check::A15, a15::look),
    (Check::A16, a16::look),
    (Check::A17, a17::look),
    (Check::A18, a18::look),
    (Check::A19, a19::look),
    (Check::A20, a20::look),
    (Check::A21, a21::look),
    (Check::A22, a22::look),
    (Check::A23, a23::look),
    (Check::A24, a24::look),
    (Check::A25, a25::look),
    (Check::A26, not_here::serial_number),
    (Check::A27, a27::look),
    (Check::A28, a28::look),
    (Check::A29, a29::look),
    (Check::A30, not_here::budget),
    (Check::A31, not_here::posting),
    (Check::A32, a32::look),
    (Check::A33, a33::look),
    (Check::Z01, z01::look),
    (Check::Z02, z02::look),
];

/// Runs all checks.
#[must_use]
pub fn run(roll: &Roll, around: &Surroundings) -> Checked {
    let look = Look::new(roll, around);
    let (mut findings, mut report) = (Vec::new(), Vec::with_capacity(CHECKS.len()));
    for (check, looking) in CHECKS {
        let before = findings.len();
        let answer = looking(&look, &mut findings);
        report.push(CheckReport {
            check,
            outcome: answer.outcome(findings.len().saturating_sub(before)),
        });
    }
    findings.sort_by_key(|finding: &Finding| {
        (finding.lines.first().copied(), std::cmp::Reverse(finding.level), finding.check)
    });
    Checked { findings, report }
}

/// The roll with what several checks need of it, made ready once.
struct Look<'a> {
    lines: &'a [Line],
    key: &'a super::roll::RollKey,
    around: &'a Surroundings<'a>,
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
    fn new(roll: &Roll<'a>, around: &'a Surroundings<'a>) -> Self {
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
            elsewhere: payments_elsewhere(roll, around),
            hashes: hashes.unwrap_or_default(),
            last_year: Vec::new(),
        };
        look.last_year = look.last_years_batches();
        look
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
    fn thresholds(&self) -> super::thresholds::Thresholds {
        self.around.reference.thresholds(self.key.period.start())
    }

    /// The numbers of all lines.
    fn all(&self) -> Vec<u32> {
        self.lines.iter().map(|line| line.no).collect()
    }

    fn last_years_batches(&self) -> Vec<(OtherBatch, OtherRoll)> {
        let before = year_before(self.key.period);
        let is_meant = |paid: &&OtherPayment| {
            paid.programme == self.key.programme && Some(paid.period) == before
        };
        let batches: std::collections::BTreeSet<OtherBatch> =
            self.elsewhere.iter().flatten().filter(is_meant).map(|paid| paid.batch).collect();
        let rolls = batches
            .into_iter()
            .filter_map(|batch| Some((batch, self.around.elsewhere.roll(batch)?)));
        rolls.filter(|(_, roll)| roll.key.kind.is_normal()).collect()
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
    around: &Surroundings<'a>,
) -> Vec<Vec<OtherPayment<'a>>> {
    if around.elsewhere.is_empty() {
        return Vec::new();
    }
    let before = year_before(roll.key.period);
    let is_meant = |programme: &str, period: Period| {
        period.overlaps(roll.key.period)
            || (Some(period) == before && programme == roll.key.programme)
    };
    let of = |line: &'a Line| {
        let id = &line.beneficiary().id;
        if id.is_empty() { Vec::new() } else { around.elsewhere.payments_of(id, &is_meant) }
    };
    roll.lines.iter().map(of).collect()
}

/// A finding about one line.
fn at_line(check: Check, level: Level, line: &Line, field: Field, said: Sentence) -> Finding {
    Finding { check, level, lines: vec![line.no], field: Some(field), said }
}

/// A finding about several lines, in ascending order; none if there are none.
fn at_lines(
    check: Check,
    level: Level,
    mut lines: Vec<u32>,
    field: Field,
    said: Sentence,
) -> Option<Finding> {
    lines.sort_unstable();
    lines.dedup();
    (!lines.is_empty()).then_some(Finding { check, level, lines, field: Some(field), said })
}

/// What is only to be known of the roll as a whole; it has no line of its own.
const fn at_roll(check: Check, said: Sentence) -> Finding {
    Finding { check, level: Level::Inform, lines: Vec::new(), field: None, said }
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
