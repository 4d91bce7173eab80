//! What the checks look at beside the roll itself: the county's data, lists of persons, and other
//! batches.
use crate::domain::journal::Subject;
use crate::domain::people::cross_match::CrossLists;
use crate::domain::reference::Reference;
use crate::domain::reference::division::DivisionCode;
use crate::domain::reference::programme::Programme;
use crate::domain::roll::{Line, RollKey};
use crate::domain::values::date::Date;
use crate::domain::values::hash::Hash;
use crate::domain::values::money::Fen;
use crate::domain::values::period::Period;
use crate::domain::values::quantity::Quantity;
use rustc_hash::FxHashSet;

/// The roll that is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Roll<'a> {
    /// Programme, village, period.
    pub key: &'a RollKey,
    /// Its lines, in order.
    pub lines: &'a [Line],
}

/// What the checks look at beside the roll.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// The roll's programme.
    pub programme: &'a Programme,
    /// The county's data.
    pub reference: &'a Reference,
    /// Today at +08:00.
    pub today: Date,
    /// What other batches pay.
    pub elsewhere: &'a dyn Elsewhere,
    /// Lists of persons, by keyed hash.
    pub lists: &'a CrossLists,
    /// The keyed hash of a normalised ID number, as it stands in the lists; none = nothing is
    /// compared by hash.
    pub hash: Option<&'a dyn Fn(&str) -> Hash>,
    /// Keyed hashes of those who entered or mended the roll.
    pub entered_by: &'a [Hash],
}

impl<'a> CheckContext<'a> {
    /// The county's data and nothing else: no other batch, no list.
    #[must_use]
    pub const fn alone(programme: &'a Programme, reference: &'a Reference, today: Date) -> Self {
        Self {
            programme,
            reference,
            today,
            elsewhere: &Nowhere,
            lists: CrossLists::NONE,
            hash: None,
            entered_by: &[],
        }
    }
}

/// What is known of a person in **other** batches than the roll's own.
pub trait Elsewhere {
    /// Is there no other batch at all? Saves a question per line.
    fn is_empty(&self) -> bool;
    /// The payments to the beneficiary with this ID number for which `is_meant` says yes, asked by
    /// programme code and period.
    fn payments_of(
        &self,
        id: &str,
        is_meant: &dyn Fn(&str, Period) -> bool,
    ) -> Vec<OtherPayment<'_>>;
    /// The batch that is looked at, if it has a dossier.
    fn own(&self) -> Option<Subject>;
    /// What roll a batch holds; `None` = it cannot be read.
    fn roll(&self, batch: OtherBatch) -> Option<OtherRoll>;
    /// The lines of a batch as they went to the finance bureau; `None` = they are not at hand.
    fn paid_lines(&self, batch: Subject) -> Option<Vec<Line>>;
    /// A batch in which this card belongs to a payee with another ID number than `payee`.
    fn other_payee_of(&self, card: &str, payee: &str) -> Option<String>;
    /// Was this payee paid before, and never on this card?
    fn has_other_card(&self, payee: &str, card: &str) -> bool;
    /// Is this person known, and never under this name?
    fn has_other_name(&self, id: &str, name: &str) -> bool;
    /// How many beneficiaries of a batch are none of these persons; `None` = its lines are not at
    /// hand.
    fn gone_from(&self, batch: OtherBatch, present: &FxHashSet<&str>) -> Option<usize>;
}

/// A handle of another batch, for asking more about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherBatch {
    /// A batch with a dossier.
    Filed(Subject),
    /// A roll beside this one, which has no number yet.
    Beside(u32),
}

/// One payment in another batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherPayment<'a> {
    /// The batch.
    pub batch: OtherBatch,
    /// Programme code.
    pub programme: &'a str,
    /// What it is for.
    pub period: Period,
    /// How much.
    pub amount: Fen,
}

/// The roll of another batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherRoll {
    /// The batch as people call it.
    pub name: String,
    /// Programme, village, period, kind.
    pub key: RollKey,
    /// Sum of its quantities.
    pub quantity: Quantity,
}

impl OtherRoll {
    /// Its village.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        self.key.division
    }
}

/// A store without other batches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nowhere;

impl Elsewhere for Nowhere {
    fn is_empty(&self) -> bool {
        true
    }
    fn payments_of(&self, _: &str, _: &dyn Fn(&str, Period) -> bool) -> Vec<OtherPayment<'_>> {
        Vec::new()
    }
    fn own(&self) -> Option<Subject> {
        None
    }
    fn roll(&self, _: OtherBatch) -> Option<OtherRoll> {
        None
    }
    fn paid_lines(&self, _: Subject) -> Option<Vec<Line>> {
        None
    }
    fn other_payee_of(&self, _: &str, _: &str) -> Option<String> {
        None
    }
    fn has_other_card(&self, _: &str, _: &str) -> bool {
        false
    }
    fn has_other_name(&self, _: &str, _: &str) -> bool {
        false
    }
    fn gone_from(&self, _: OtherBatch, _: &FxHashSet<&str>) -> Option<usize> {
        None
    }
}
