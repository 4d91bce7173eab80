//! What a check looks at: the roll made ready once, and the findings about its lines.
use super::context::{CheckContext, OtherBatch, OtherPayment, OtherRoll, Roll, Unavailable};
use crate::domain::people::identity::IdNumber;
use crate::domain::reference::thresholds::Thresholds;
use crate::domain::roll::finding::{Check, Finding, Level};
use crate::domain::roll::{Field, Line, Person, RollKey};
use crate::domain::text::sentence::Sentence;
use crate::domain::values::hash::Hash;
use crate::domain::values::period::Period;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// The roll with what several checks need of it, made ready once.
pub(super) struct Look<'a> {
    pub(super) lines: &'a [Line],
    pub(super) key: &'a RollKey,
    pub(super) around: &'a CheckContext<'a>,
    /// By line: the beneficiary's number, if it is right.
    pub(super) beneficiaries: Vec<Option<IdNumber>>,
    /// By line: what other batches pay the beneficiary for an overlapping period, or in this
    /// programme a year before; empty if there is no other batch.
    pub(super) elsewhere: Vec<Vec<OtherPayment<'a>>>,
    /// By line: the persons' keyed hashes; empty if nothing is compared by hash.
    pub(super) hashes: Vec<Hashes>,
    /// Last year's normal batches that pay somebody on this roll, of this village and of others.
    pub(super) last_year: Vec<(OtherBatch, OtherRoll)>,
}

/// The keyed hashes of a line's persons, where they have numbers.
pub(super) struct Hashes {
    pub(super) householder: Option<Hash>,
    /// Where not the householder.
    pub(super) beneficiary: Option<Hash>,
    /// Where not the householder.
    pub(super) payee: Option<Hash>,
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
    pub(super) fn everybody(&self) -> impl Iterator<Item = &Hash> {
        [&self.householder, &self.beneficiary, &self.payee].into_iter().flatten()
    }
}

impl<'a> Look<'a> {
    pub(super) fn new(roll: &Roll<'a>, around: &'a CheckContext<'a>) -> Result<Self, Unavailable> {
        let ids = roll.lines.iter().map(|line| IdNumber::parse(&line.beneficiary().id).ok());
        // A keyed hash for each person costs time: none is made where nothing asks for it.
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
    pub(super) fn with_elsewhere(&self) -> impl Iterator<Item = (&'a Line, &[OtherPayment<'a>])> {
        self.lines.iter().zip(self.elsewhere.iter().map(Vec::as_slice))
    }

    /// Lines with the keyed hashes of their persons; none if nothing is compared by hash.
    pub(super) fn with_hashes(&self) -> impl Iterator<Item = (&'a Line, &Hashes)> {
        self.lines.iter().zip(&self.hashes)
    }

    /// The beneficiary's keyed hash.
    pub(super) fn beneficiary<'h>(line: &Line, hashes: &'h Hashes) -> Option<&'h Hash> {
        if line.beneficiary.is_some() {
            hashes.beneficiary.as_ref()
        } else {
            hashes.householder.as_ref()
        }
    }

    /// The figures that hold at the start of the period.
    pub(super) fn thresholds(&self) -> Thresholds {
        self.around.reference.thresholds(self.key.period.start())
    }

    /// The numbers of all lines.
    pub(super) fn all(&self) -> Vec<u32> {
        self.lines.iter().map(|line| line.no).collect()
    }

    fn last_years_batches(&self) -> Result<Vec<(OtherBatch, OtherRoll)>, Unavailable> {
        let before = year_before(self.key.period);
        let is_meant = |paid: &&OtherPayment| {
            paid.programme == self.key.programme && Some(paid.period) == before
        };
        let batches: BTreeSet<OtherBatch> =
            self.elsewhere.iter().flatten().filter(is_meant).map(|paid| paid.batch).collect();
        let mut rolls = Vec::with_capacity(batches.len());
        for batch in batches {
            let roll = self.around.other_payments.roll(batch)?;
            // Arrears and corrections hold only some of a year's persons: nothing can be compared.
            if roll.key.kind.is_normal() {
                rolls.push((batch, roll));
            }
        }
        Ok(rolls)
    }

    /// Of last year's batches those of the village.
    pub(super) fn last_year_here(&self) -> impl Iterator<Item = &(OtherBatch, OtherRoll)> {
        self.last_year.iter().filter(|(_, roll)| roll.division() == self.key.division)
    }

    /// Did one of last year's batches pay this?
    pub(super) fn is_last_years(&self, paid: &OtherPayment) -> bool {
        let is_batch = self.last_year.iter().any(|(batch, _)| *batch == paid.batch);
        is_batch
            && paid.programme == self.key.programme
            && Some(paid.period) == year_before(self.key.period)
    }

    /// Does the roll list everybody? Arrears and corrections do not.
    pub(super) const fn is_whole(&self) -> bool {
        self.key.kind.is_normal()
    }
}

/// The same part of the year before.
pub(super) fn year_before(period: Period) -> Option<Period> {
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
pub(super) fn at_line(
    check: Check,
    level: Level,
    line: &Line,
    field: Field,
    sentence: Sentence,
) -> Finding {
    Finding { check, level, lines: vec![line.no], field: Some(field), sentence }
}

/// A finding about several lines, in ascending order; none if there are none.
pub(super) fn at_lines(
    check: Check,
    level: Level,
    mut lines: Vec<u32>,
    field: Field,
    sentence: Sentence,
) -> Option<Finding> {
    // Two rules of one check may name the same line.
    lines.sort_unstable();
    lines.dedup();
    (!lines.is_empty()).then_some(Finding { check, level, lines, field: Some(field), sentence })
}

/// What is only to be known of the roll as a whole; it has no line of its own.
pub(super) const fn at_roll(check: Check, sentence: Sentence) -> Finding {
    Finding { check, level: Level::Inform, lines: Vec::new(), field: None, sentence }
}

/// Lines that share a key of text, as numbers, in the order of first appearance; only keys with
/// more than one line.
pub(super) fn shared<'a>(
    lines: &'a [Line],
    key: impl Fn(&'a Line) -> &'a str,
) -> Vec<Vec<&'a Line>> {
    let mut first: FxHashMap<&str, &'a Line> = FxHashMap::default();
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
                // Few keys come again, so a list of them is searched faster than a map is made.
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
pub(super) fn is_same(one: &Person, other: &Person) -> bool {
    if one.id.is_empty() || other.id.is_empty() {
        one.name == other.name
    } else {
        one.id == other.id
    }
}

/// The cell of the beneficiary's ID number on this line.
pub(super) fn beneficiary_id(line: &Line) -> Field {
    if line.beneficiary.is_some() { Field::BeneficiaryId } else { Field::Id }
}
